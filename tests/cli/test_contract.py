"""Exit codes, messages, ids, options: what scripts rely on."""
import gzip
import json
import os
import signal
import subprocess
import time
import unittest

from pincite import PROGRAM, SAMPLES, CommandLineTest


class Program(CommandLineTest):
    def test_help_and_version(self):
        self.assertIn("pincite COMMAND", self.ok("--help").out)
        self.assertRegex(self.ok("--version").out, r"^pincite \d+\.\d+\.\d+\n$")
        for command in ("index", "search", "show", "status", "vocabulary"):
            self.assertIn(f"usage: pincite {command}", self.ok(command, "--help").out)

    def test_usage_errors_name_the_nearest_thing_and_print_no_result(self):
        for arguments, named in (
                (["serch", "mines"], "search"),
                (["search", "--stat", "AZE"], "--state"),
                (["search", "-use", "mines"], "--"),
                (["search", "--limit", "many", "mines"], "--limit"),
                (["search", "--format", "xml", "mines"], "json"),
                (["show", "--format", "csv", "a"], "text, json"),
                (["search", "--facets", "colour", "mines"], "state"),
                (["search", "--sort", "size", "mines"], "-date"),
                (["search"], "neither a query nor a filter"),
                (["search", "  "], "neither a query nor a filter"),
                (["show"], "id"),
                (["vocabulary", "planets"], "states"),
                (["index"], "no path"),
                (["index", "-i", "x", "absent.txt"], "absent.txt"),
                (["search", "--index"], "index"),
        ):
            with self.subTest(arguments=arguments):
                result = self.run_pincite(*arguments)
                self.assertEqual((result.code, result.out), (2, ""), result.err)
                self.assertTrue(result.err.startswith("pincite: "), result.err)
                self.assertIn(named, result.err)

    def test_a_missing_index_is_refused_with_the_command_that_makes_it(self):
        for command in (["search", "mines"], ["show", "a"], ["status"]):
            result = self.run_pincite(*command)
            self.assertEqual((result.code, result.out), (2, ""))
            self.assertIn("pincite index -i pincite.index", result.err)
        self.assertFalse((self.folder / "pincite.index").exists())

    def test_the_index_comes_from_option_environment_or_default(self):
        self.write("docs/a.txt", "Mines.")
        self.ok("index", "docs")
        self.assertTrue((self.folder / "pincite.index" / "XAPIANDB").exists())
        self.ok("index", "docs", environment={"PINCITE_INDEX": "other"})
        self.assertTrue((self.folder / "other" / "XAPIANDB").exists())
        self.ok("search", "mines", environment={"PINCITE_INDEX": "other"})
        self.ok("search", "-i", "other", "mines", environment={"PINCITE_INDEX": "absent"})

    def test_nothing_found_is_exit_1_with_a_word_on_standard_error(self):
        self.write("docs/a.txt", "Mines.")
        self.ok("index", "docs")
        result = self.run_pincite("search", "peace")
        self.assertEqual((result.code, result.out), (1, ""))
        self.assertIn("nothing found", result.err)
        result = self.run_pincite("search", "peace", "--format", "json")
        self.assertEqual((result.code, result.json["documents"]["total"]), (1, 0))
        self.assertEqual(self.run_pincite("show", "absent").code, 1)
        self.assertEqual(self.run_pincite("vocabulary", "states", "Atlantis").code, 1)

    def test_xapian_s_own_tools_open_the_index(self):
        self.write("docs/a.txt", "Mines.")
        self.ok("index", "docs")
        told = subprocess.run(["xapian-delve", "pincite.index"], cwd=self.folder,
                              capture_output=True, check=True).stdout.decode()
        self.assertIn("number of documents = 1", told)

    def test_a_second_indexer_is_told_who_holds_the_index(self):
        self.write("docs/a.txt", "Mines.")
        self.ok("index", "docs")
        self.write("many.jsonl", '{"text":"mines and more mines"}\n' * 200_000)
        first = subprocess.Popen([PROGRAM, "index", "-q", "many.jsonl"], cwd=self.folder)
        try:
            lock = self.folder / "pincite.index" / "lock"
            for _ in range(3000):
                if f"process {first.pid} " in lock.read_text():
                    break
                time.sleep(0.01)
            first.send_signal(signal.SIGSTOP)
            result = self.run_pincite("index", "docs")
            self.assertEqual(result.code, 2)
            self.assertIn(f"process {first.pid}", result.err)
            self.assertIn("Mines", self.ok("search", "mines").out)
        finally:
            first.kill()
            first.wait()
        self.ok("index", "docs")
        self.assertEqual(self.ok("status", "--format", "json").json["documents"], 1)

    def test_text_from_documents_cannot_command_the_terminal(self):
        self.write("docs/a.txt", "Mines \x1b[31mred\x1b]0;title\x07 \u202egnp.exe")
        self.ok("index", "docs")
        out = self.ok("search", "mines").out
        for forbidden in ("\x1b", "\x07", "\u202e"):
            self.assertNotIn(forbidden, out)
        raw = self.ok("search", "mines", "--format", "json")
        for forbidden in ("\x1b", "\x07", "\u202e"):
            self.assertNotIn(forbidden, raw.out)
        self.assertIn("\u202e", raw.json["hits"][0]["passages"][0]["text"])


class Documents(CommandLineTest):
    def ids(self, *arguments):
        answer = self.search("--limit", "0", *arguments)
        return sorted(hit["document"]["id"] for hit in answer["hits"])

    def test_ids(self):
        self.write("docs/sub/a.txt", "mines in a file")
        self.write("docs/r.jsonl", '{"text":"mines without id"}\n\n{"id":"own/id","text":"mines"}\n')
        self.write("alone.txt", "mines alone")
        self.ok("index", "docs", "alone.txt")
        expected = ["alone.txt", "own/id", "r.jsonl#1", "sub/a.txt"]
        self.assertEqual(self.ids("mines"), expected)
        report = self.ok("index", "docs/sub/a.txt", "--report", "json").json
        self.assertEqual((report["unchanged"], report["documents"]), (1, 4))
        self.ok("index", "docs/sub")
        self.assertEqual(self.ids("mines"), expected)

    def test_replaced_unchanged_and_rebuilt(self):
        path = self.write("docs/a.txt", "first words")
        self.write("docs/b.txt", "other words")
        self.ok("index", "docs")
        before = self.ok("status", "--format", "json").json
        report = self.ok("index", "docs", "--report", "json").json
        self.assertEqual((report["indexed"], report["unchanged"], report["replaced"]), (0, 2, 0))
        self.assertEqual(self.ok("status", "--format", "json").json["revision"], before["revision"])
        path.write_text("second words and more")
        report = self.ok("index", "docs", "--report", "json").json
        self.assertEqual((report["indexed"], report["unchanged"], report["replaced"]), (0, 1, 1))
        self.assertEqual(self.ids('"first words"'), [])
        self.assertEqual(self.ids('"second words"'), ["a.txt"])
        after = self.ok("status", "--format", "json").json
        self.assertNotEqual(after["revision"], before["revision"])
        self.assertEqual((after["documents"], after["passages"]), (2, 2))
        rebuilt = self.ok("index", "--rebuild", "--report", "json").json
        self.assertEqual((rebuilt["indexed"], rebuilt["documents"]), (2, 2))
        self.assertTrue(self.ok("status", "--format", "json").json["revision"].startswith("000002."))

    def test_a_second_source_of_a_derived_id_is_skipped_and_both_are_named(self):
        self.write("one/a.txt", "mines one")
        self.write("two/a.txt", "mines two")
        result = self.run_pincite("index", "one", "two", "--report", "json")
        self.assertEqual(result.code, 1)
        skipped = result.json["skipped"]
        self.assertEqual(len(skipped), 1)
        self.assertIn("two/a.txt", skipped[0]["path"])
        self.assertIn("one/a.txt", skipped[0]["reason"])
        self.assertIn("one", self.search("mines")["hits"][0]["document"]["source"])

    def test_metadata_from_sidecar_front_matter_record_and_header(self):
        self.write("docs/a.md", "---\ntitle: From front matter\nstate: Palau\ndate: 2004\n---\nmines")
        self.write("docs/a.md.json", '{"date": "2005-01-02", "type": "statement"}')
        self.write("docs/r.jsonl", '{"id":"r","text":"mines","state":["fiji","Tonga"],'
                                   '"year":2001,"colour":"red","speaker":{"name":"A"}}\n')
        self.ok("index", "docs")
        shown = self.ok("show", "a.md", "--format", "json").json
        self.assertEqual(shown["document"]["title"], "From front matter")
        self.assertEqual(shown["document"]["state"], ["PLW"])
        self.assertEqual(shown["document"]["date"], "2005-01-02")
        self.assertEqual({f: shown["provenance"][f]["from"] for f in ("title", "state", "date")},
                         {"title": "front matter", "state": "front matter", "date": "sidecar"})
        record = self.ok("show", "r", "--format", "json").json["document"]
        self.assertEqual((record["state"], record["date"], record["year"]),
                         (["FJI", "TON"], "2001", 2001))
        self.assertEqual(record["fields"], {"colour": "red", "speaker": {"name": "A"}})

    def test_broken_input_is_reported_by_line_and_the_rest_is_indexed(self):
        good = '{"id":"%s","text":"mines"}'
        self.write("docs/r.jsonl", "\n".join([good % "1", "{broken", good % "3", "[]", '{"text":7}']))
        self.write("docs/empty.txt", "")
        self.write("docs/binary.txt", b"\x00\x01\x02PNG")
        self.write("docs/noise.txt", bytes(range(0x80, 0xA0)))
        with gzip.open(self.folder / "docs" / "g.jsonl.gz", "wt") as out:
            out.write(good % "zipped")
        result = self.run_pincite("index", "docs", "--report", "json")
        self.assertEqual(result.code, 1)
        places = sorted((s["path"].rsplit("/", 1)[1], s["line"]) for s in result.json["skipped"])
        self.assertEqual(places, [("binary.txt", None), ("empty.txt", None), ("noise.txt", None),
                                  ("r.jsonl", 2), ("r.jsonl", 4), ("r.jsonl", 5)])
        self.assertEqual(self.ids("mines"), ["1", "3", "zipped"])
        self.assertEqual(len(self.ok("status", "--format", "json").json["skipped"]), 6)

    def test_unknown_values_are_kept_as_written_and_warned_of_once(self):
        self.write("docs/r.jsonl", "".join(
            json.dumps({"id": str(i), "text": "mines", "type": "postcard"}) + "\n" for i in range(3)))
        report = self.ok("index", "docs", "--report", "json").json
        self.assertEqual([(w["code"], w["count"]) for w in report["warnings"]],
                         [("unknown_value", 3)])
        self.assertIn("postcard", report["warnings"][0]["text"])
        self.assertEqual(self.ids("--type", "Postcard"), ["0", "1", "2"])
        refused = self.run_pincite("search", "--type", "postcards")
        self.assertEqual(refused.code, 2)


class Samples(CommandLineTest):
    """The collection that a newcomer searches first."""

    def setUp(self):
        super().setUp()
        self.ok("index", SAMPLES)

    def test_all_is_indexed_and_nothing_is_warned_of(self):
        report = self.ok("index", "--rebuild", "--report", "json").json
        self.assertGreaterEqual(report["documents"], 24)
        self.assertEqual((report["skipped"], report["warnings"]), ([], []))

    def test_the_collection_is_as_wide_as_promised(self):
        answer = self.search("--from", "1990", "--limit", "0")
        facets = {f: {e["value"] for e in entries} for f, entries in answer["facets"].items()}
        self.assertGreaterEqual(len(facets["state"] - {None}), 6)
        self.assertLessEqual({"country_profile", "statement", "article7_report", "press_item",
                              "letter", "interview", "resolution"}, facets["type"])
        years = {int(y) for y in facets["year"] if y}
        self.assertTrue({1999, 2024} <= years, years)
        for hit in answer["hits"]:
            fields = hit["document"]["fields"]
            self.assertIn("Summary written for Pincite", fields.get("note", ""), hit["document"]["id"])
            self.assertTrue(fields.get("based_on"), hit["document"]["id"])

    def test_the_profile_and_its_notes(self):
        shown = self.ok("show", "azerbaijan/mine-ban-policy-2011.txt", "--format", "json").json
        self.assertEqual([n["label"] for n in shown["notes"]], list("1234567"))
        self.assertEqual(shown["unpaired"], {"marks": [], "notes": []})
        answer = self.search('"accidental technical error"', "--state", "Azerbaijan")
        profile = next(h for h in answer["hits"]
                       if h["document"]["id"] == "azerbaijan/mine-ban-policy-2011.txt")
        self.assertEqual([n["label"] for n in profile["passages"][0]["notes"]], ["5"])


if __name__ == "__main__":
    unittest.main()
