"""Exports of whole collections: in bounded memory, as they are made, with the record of the search."""
import csv
import io
import json
import os
import resource
import signal
import subprocess
import unittest

from pincite import SAMPLES, CommandLineTest

DOCUMENTS = 30_000
SENTENCE = "The harbour office counted the crates again and found that seven of them were empty. "
FORMS = ("text", "json", "csv", "ris", "bibtex", "csl")
NOVEMBER = {"SOURCE_DATE_EPOCH": "1354177800"}  # 2012-11-29T08:30:00Z


class WorkingList(CommandLineTest):
    def start(self, *arguments, **options):
        """The program under way, in an environment of its own."""
        return subprocess.Popen([self.program, *map(str, arguments)], cwd=self.folder,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


class Streaming(WorkingList):
    def setUp(self):
        super().setUp()
        self.write("r.jsonl", "".join(
            json.dumps({"id": f"crate-{i}", "title": f"Count {i}", "year": 1990 + i % 30,
                        "state": ["FJI", "TON", "PLW"][i % 3], "text": SENTENCE * 3}) + "\n"
            for i in range(DOCUMENTS)))
        self.ok("index", "r.jsonl")

    def kilobytes(self, *arguments):
        """The most memory that the program had, and how many bytes it printed."""
        process = self.start("search", "crates", *arguments)
        printed = 0
        while piece := process.stdout.read(1 << 20):
            printed += len(piece)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stdout.close()
        process.stderr.close()
        self.assertEqual(process.returncode, 0)
        return usage.ru_maxrss, printed

    @unittest.skipIf(os.environ.get("PINCITE_SANITIZED") not in (None, "", "OFF"),
                     "the sanitizers keep what is freed")
    def test_memory_does_not_grow_with_the_list(self):
        few, _ = self.kilobytes("--format", "csv")
        for form in FORMS:
            with self.subTest(form=form):
                all_of_them, printed = self.kilobytes("--limit", "0", "--passages", "0", "--format",
                                                      form)
                self.assertGreater(printed, DOCUMENTS * len(SENTENCE) * 3)
                # what is held back, and what Xapian keeps of each match
                self.assertLess(all_of_them, few + 16_000 + DOCUMENTS * 200 // 1024)

    def test_the_first_row_is_out_before_the_last_is_made(self):
        process = self.start("search", "crates", "--limit", "0", "--format", "csv")
        first = process.stdout.readline()
        self.assertTrue(first.startswith(b"document id,"))
        self.assertIsNone(process.poll())  # it waits for its reader: not all is made
        rows = sum(1 for _ in csv.reader(io.TextIOWrapper(process.stdout, "utf-8", newline="")))
        self.assertEqual(rows, DOCUMENTS)
        self.assertEqual(process.wait(), 0)
        process.stderr.close()

    def test_a_reader_that_leaves_ends_it_quietly(self):
        result = self.run_shell(f"'{self.program}' search crates --limit 0 --format csv | head -n 1")
        self.assertTrue(result.out.startswith("document id,"))
        self.assertEqual(result.err, "")
        process = self.start("search", "crates", "--limit", "0", "--format", "csv")
        process.stdout.readline()
        process.stdout.close()
        self.assertEqual(process.wait(), -signal.SIGPIPE)
        self.assertEqual(process.stderr.read(), b"")
        process.stderr.close()

    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no /dev/full")
    def test_a_full_disk_is_told_at_once(self):
        for limit in ("1", "0"):
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            result = self.run_shell(
                f"'{self.program}' search crates --format csv --limit {limit} > /dev/full")
            self.assertEqual(result.code, 2)
            self.assertIn("standard output: cannot be written: No space left", result.err)
            self.assertEqual(result.err.count("standard output"), 1)
            self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before, 60)

    def test_an_index_that_changes_meanwhile_is_told_and_nothing_is_printed_twice(self):
        process = self.start("search", "crates", "--limit", "0", "--format", "csv")
        first = process.stdout.readline()
        for i in range(3):
            self.write("more.jsonl", json.dumps({"id": f"more-{i}", "text": "Other crates."}))
            self.ok("index", "more.jsonl")
        out, err = process.communicate()
        ids = [row[0] for row in csv.reader(io.StringIO((first + out).decode("utf-8"), newline=""))]
        self.assertEqual(ids.count("document id"), 1)
        self.assertEqual(len(ids), len(set(ids)))
        if process.returncode == 0:  # Xapian had all that it needed in memory
            self.assertEqual(len(ids), DOCUMENTS + 1)
        else:
            self.assertEqual(process.returncode, 2)
            self.assertIn("what was printed is incomplete", err.decode("utf-8"))
            self.assertIn("run the search again", err.decode("utf-8"))


class Record(WorkingList):
    def setUp(self):
        super().setUp()
        self.ok("index", SAMPLES)

    def test_every_format_tells_its_search(self):
        query = ('error "ministry of foreign affairs"', "--state", "Azerbaijan", "--from", "2005",
                 "--sort", "-date", "--limit", "2", "--all")
        revision = self.ok("status", "--format", "json").json["revision"]
        for form in FORMS[1:]:
            with self.subTest(form=form):
                found = self.ok("search", *query, "--format", form, "--record", "record.json",
                                environment=NOVEMBER).out
                told = json.loads((self.folder / "record.json").read_text("utf-8"))
                search = told["search"]
                self.assertEqual(search["date"], "2012-11-29T08:30:00Z")
                self.assertEqual(search["query"], query[0])
                self.assertEqual(search["filters"], {"state": ["AZE"], "from": ["2005-01-01"]})
                self.assertEqual((search["all"], search["sort"], search["limit"]),
                                 (True, "-date", 2))
                self.assertEqual((search["index"], search["revision"]), ("pincite.index", revision))
                total = self.search(*query)["documents"]["total"]
                self.assertEqual(told["documents"]["total"], total)
                self.assertEqual(told["exported"]["documents"], min(2, total))
                for part in ("2012-11-29T08:30:00Z", revision, "2005-01-01", "-date"):
                    self.assertIn(part, found)

    def test_a_list_can_be_made_again_byte_for_byte(self):
        for form in FORMS[2:]:
            lists = {self.ok("search", "error", "--format", form, environment=NOVEMBER).out
                     for _ in range(2)}
            self.assertEqual(len(lists), 1)

    def test_each_row_of_merged_lists_tells_its_search(self):
        rows = []
        for query in ("error", "mines"):
            rows += csv.DictReader(io.StringIO(self.ok("search", query, "--format", "csv").out,
                                               newline=""))
        self.assertEqual({row["search query"] for row in rows}, {"error", "mines"})
        for row in rows:
            found = self.search(row["search query"])["documents"]["total"]
            self.assertEqual(row["search found"], str(found))
            self.assertRegex(row["search date"], r"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$")

    def test_nothing_found_is_recorded_too(self):
        result = self.run_pincite("search", '"no such wording anywhere"', "--record", "null.json",
                                  "--format", "csv")
        self.assertEqual(result.code, 1)
        told = json.loads((self.folder / "null.json").read_text("utf-8"))
        self.assertEqual(told["documents"]["total"], 0)
        self.assertEqual(told["exported"], {"documents": 0, "passages": 0, "occurrences": 0})
        self.assertEqual(told["search"]["query"], '"no such wording anywhere"')

    def test_a_record_that_cannot_be_written_prints_nothing(self):
        result = self.run_pincite("search", "error", "--record", "no/such/folder.json")
        self.assertEqual((result.code, result.out), (2, ""))
        self.assertIn("--record", result.err)

    def test_a_refused_search_leaves_no_record(self):
        result = self.run_pincite("search", "--state", "Azerbajan", "--record", "r.json")
        self.assertEqual(result.code, 2)
        self.assertFalse((self.folder / "r.json").exists())

    def test_hostile_queries_break_no_format(self):
        query = 'error "@} {\\\n\tER  - @comment{ \x1b[31m \u202e'
        for form in FORMS[1:]:
            out = self.ok("search", query, "--format", form).out
            self.assertNotIn("\x1b", out)
            self.assertNotIn("\u202e", out)
            if form == "ris":
                for line in out.splitlines():
                    self.assertTrue(line == "" or line[2:6] == "  - ", line)
            if form == "bibtex":
                comment = out.split("\n\n")[0]
                self.assertEqual((comment.count("@"), comment.count("{")), (1, comment.count("}")))


if __name__ == "__main__":
    unittest.main()
