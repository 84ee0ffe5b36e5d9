"""Bad input: each kind is told with its reason, the rest is indexed, and the index answers."""
import gzip
import json
import os
import pathlib
import shutil
import socket
import subprocess
import unittest

from pincite import PROGRAM, CommandLineTest


def zstd(data):
    return subprocess.run(["zstd", "-q", "-c"], input=data, capture_output=True, check=True).stdout


def record(**fields):
    return json.dumps({"text": "Mines.", **fields}) + "\n"


class BadInputTest(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.write("docs/good.txt", "Mines were cleared.")

    def index(self, *arguments):
        """The report; the good document must be in the index, whatever else there was."""
        result = self.run_pincite("index", "docs", "--report", "json", *arguments)
        self.assertIn(result.code, (0, 1), result.err)
        report = json.loads(result.out)
        self.assertEqual(result.code, 1 if report["skipped"] else 0)
        self.assertIn("good.txt", self.ids("--limit", "0", "cleared"))
        self.run_pincite("status")
        return report

    def ids(self, *arguments):
        return [hit["document"]["id"] for hit in self.search(*arguments)["hits"]]

    def skipped(self, report):
        """{NAME[:LINE]: REASON}"""
        return {pathlib.Path(one["path"]).name + (f":{one['line']}" if one["line"] else ""):
                one["reason"] for one in report["skipped"]}

    def warnings(self, report):
        return [(one["code"], one["count"]) for one in report["warnings"]]

    def fields(self, document):
        shown = self.ok("show", document, "--format", "json").json
        return shown["document"]


class Files(BadInputTest):
    def test_empty_blank_and_binary_files(self):
        self.write("docs/empty.txt", b"")
        self.write("docs/blank.txt", " \n\t\n\u3000\n\f")
        self.write("docs/mark.txt", b"\xef\xbb\xbf")
        self.write("docs/binary.txt", bytes(range(256)) * 40)
        self.write("docs/zeros.md", b"\0" * 5000)
        self.write("docs/really.txt", b"%PDF-1.7\nbinary")
        self.write("docs/office.txt", b"PK\x03\x04rest")
        self.assertEqual(self.skipped(self.index()), {
            "empty.txt": "is empty",
            "blank.txt": "holds no text",
            "mark.txt": "holds no text",
            "binary.txt": "holds binary data, not text (a zero byte at offset 0)",
            "zeros.md": "holds binary data, not text (a zero byte at offset 0)",
            "really.txt": "holds a PDF, not plain text",
            "office.txt": "holds a ZIP archive or office document, not plain text",
        })
        self.assertEqual(self.ids("mines"), ["good.txt"])

    def test_older_and_broken_encodings(self):
        french = "La délégation a déclaré que l’été précédent la frontière était minée."
        self.write("docs/older.txt", french.encode("windows-1252"))
        self.write("docs/wide.txt", french.encode("utf-16-le"))
        self.write("docs/stray.txt", french.encode() + b" caf\xe9")
        self.write("docs/noise.txt", bytes(range(0x80, 0xA0)) + b" noise")
        report = self.index()
        self.assertEqual(self.skipped(report), {
            "noise.txt": "is not UTF-8 (byte at offset 0), and no other encoding shows clearly; "
                         "convert it to UTF-8"})
        self.assertEqual(sorted(self.warnings(report)),
                         [("decoded_as", 1), ("decoded_as", 1), ("invalid_bytes", 1)])
        self.assertEqual(self.fields("older.txt")["fields"], {"encoding": "windows-1252"})
        self.assertEqual(self.fields("wide.txt")["fields"], {"encoding": "UTF-16LE"})
        self.assertEqual(self.fields("stray.txt")["fields"], {"replaced_sequences": 1})
        self.assertEqual(sorted(self.ids('"délégation a déclaré que l’été"')),
                         ["older.txt", "stray.txt", "wide.txt"])

    def test_things_that_are_no_files(self):
        os.mkfifo(self.folder / "docs/pipe.txt")
        with socket.socket(socket.AF_UNIX) as unix:
            unix.bind(str(self.folder / "docs/socket.txt"))
        (self.folder / "docs/folder.txt").mkdir()
        self.write("docs/folder.txt/in.txt", "Mines in a folder.")
        (self.folder / "docs/dangling.txt").symlink_to("nowhere")
        (self.folder / "docs/loop.txt").symlink_to("loop.txt")
        (self.folder / "docs/circle").symlink_to(".")
        (self.folder / "docs/device.txt").symlink_to("/dev/zero")
        self.assertEqual(self.ids_after_index(), ["folder.txt/in.txt", "good.txt"])
        for name in ("pipe.txt", "socket.txt", "device.txt"):
            with self.subTest(name=name):
                result = self.run_pincite("index", f"docs/{name}", "--report", "json")
                self.assertEqual(self.skipped(result.json), {name: "is not a regular file"})

    def ids_after_index(self):
        self.index()
        return sorted(self.ids("mines"))

    def test_no_permission(self):
        """As somebody who may not read: root may read everything."""
        drop = []
        if os.geteuid() == 0:
            drop = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
            if shutil.which("setpriv") is None:
                self.skipTest("root may read everything, and setpriv is not there to be another")
            if subprocess.run([*drop, PROGRAM, "--version"], capture_output=True,
                              check=False).returncode != 0:
                self.skipTest("root may read everything, and another user may not run the program")
        self.write("docs/secret.txt", "Secret.").chmod(0)
        self.write("docs/secret.jsonl", record()).chmod(0)
        self.write("docs/open.txt", "Mines with a closed sidecar.")
        self.write("docs/open.txt.json", "{}").chmod(0)
        self.write("docs/closed/a.txt", "Closed.").parent.chmod(0)
        self.addCleanup((self.folder / "docs/closed").chmod, 0o755)
        self.folder.chmod(0o777)
        process = subprocess.run([*drop, PROGRAM, "index", "docs", "--report", "json"],
                                 cwd=self.folder, capture_output=True, check=False, timeout=60)
        self.assertEqual(process.returncode, 1, process.stderr)
        report = json.loads(process.stdout)
        skipped = self.skipped(report)
        self.assertEqual(set(skipped), {"secret.txt", "secret.jsonl", "closed"})
        for reason in skipped.values():
            self.assertIn("Permission denied", reason)
        self.assertEqual(self.warnings(report), [("bad_sidecar", 1)])
        self.assertEqual(sorted(self.ids("mines")), ["good.txt", "open.txt"])

    def test_names_that_are_no_plain_text(self):
        """Reports and answers stay valid JSON and free of control characters."""
        self.write("docs/two\nlines.txt", "Mines one.")
        self.write("docs/tab\tand \x1b[31mred.txt", "Mines two.")
        broken = os.path.join(os.fsencode(self.folder), b"docs", b"caf\xe9.txt")
        with open(broken, "wb") as file:
            file.write(b"Mines three.")
        with open(os.path.join(os.fsencode(self.folder), b"docs", b"empty\xff.txt"), "wb"):
            pass
        report = self.index()
        self.assertEqual([one["reason"] for one in report["skipped"]], ["is empty"])
        found = {"good.txt", "two\nlines.txt", "tab\tand \x1b[31mred.txt"}
        ids = set(self.ids("mines"))
        self.assertLessEqual(found, ids)
        for one in found:
            self.assertEqual(self.fields(one)["id"], one)
        text = self.run_pincite("index", "docs", "--rebuild")
        self.assertNotIn("\x1b", text.err + self.run_pincite("search", "mines").out)

    def test_a_line_without_an_end_and_a_word_without_one(self):
        self.write("docs/line.txt", "mines were found and cleared here " * 150000)
        self.write("docs/word.txt", "m" * 3000000)
        self.write("docs/lines.txt", "\n" * 3000000 + "x")
        self.write("docs/marks.txt", "[1] " * 200000)
        self.write("docs/brackets.md", "[" * 300000 + "\n" + "#" * 300000 + "\n" + "-" * 300000)
        self.write("docs/front.txt", "---\n" + "a: [" * 100000 + "\n---\nMines.")
        self.assertEqual(self.index()["skipped"], [])
        self.assertEqual(sorted(self.ids('"cleared here mines"')), ["line.txt"])


class Records(BadInputTest):
    def test_broken_lines_are_told_by_number(self):
        self.write("docs/r.jsonl", b"".join([
            record(id="first").encode(),
            b'{"id": "cut", "text": "Mi\n',
            b"\x00\x01\x02\n",
            b'{"id": "latin", "text": "caf\xe9"}\n',
            b'{"id": "surrogate", "text": "a \\ud800 b"}\n',
            b'{"id": "number", "text": "a", "x": 1e999}\n',
            b'{"id": "deep", "text": "a", "x": ' + b"[" * 5000 + b"]" * 5000 + b"}\n",
            b"[]\n", b'"text"\n', b"null\n", b"{}\n",
            b'{"id": "nan", "text": NaN}\n',
            b'{"id": "open", "text": "' + b"x" * 300000 + b"\n",
            b'{"id": "twice", "id": "second", "text": "Mines too."}\n',
            b'{"id": "two", "text": "a"} {"id": "three", "text": "b"}\n',
            record(id="last").encode()]))
        report = self.index()
        skipped = self.skipped(report)
        self.assertEqual(sorted(skipped, key=lambda name: int(name.split(":")[1])),
                         [f"r.jsonl:{n}" for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15)])
        self.assertEqual(skipped["r.jsonl:4"], "is not UTF-8 (at byte 29); convert it to UTF-8")
        self.assertEqual(skipped["r.jsonl:6"], "holds a number that is out of range")
        self.assertEqual(skipped["r.jsonl:7"], "is nested more than 64 levels deep")
        self.assertEqual(sorted(self.ids("mines")), ["first", "good.txt", "last", "second"])

    def test_a_file_of_records_in_utf_16_is_told_to_be_converted(self):
        self.write("docs/r.jsonl", record(id="a").encode("utf-16"))
        self.assertEqual(self.skipped(self.index()),
                         {"r.jsonl": "is UTF-16, and records are UTF-8; convert it"})

    def test_wrong_types_impossible_dates_unknown_values(self):
        wrong = [None, True, 5, 1.5, [], {}, [[]], [5], {"a": [1]}, ["a", {}], "", "a"]
        names = ("title", "state", "on_behalf_of", "date", "year", "period", "type", "meeting",
                 "treaty", "language", "symbol", "author", "publisher", "place", "url", "accessed",
                 "path", "source", "fields", "x")
        lines = [record(id=f"{name}-{n}", **{name: value})
                 for name in names for n, value in enumerate(wrong)]
        lines += [record(id=value) for value in (True, [], {}, ["a"], 1.5, -3, "")]
        lines += [record(id=f"date-{date}", date=date) for date in (
            "2010-13-01", "2010-02-30", "0000", "99999", "yesterday", "2010-11-29T10:00:00Z",
            "2010/2009", "-1", "٢٠١٠", 20101129, 1e300)]
        self.write("docs/r.jsonl", "".join(lines))
        report = self.index()
        self.assertEqual(report["skipped"], [])
        self.assertEqual(report["documents"], len(lines) + 1)
        self.assertLessEqual({"wrong_type", "impossible_date", "unknown_value"},
                             {one["code"] for one in report["warnings"]})
        impossible = [one for one in report["warnings"] if one["code"] == "impossible_date"]
        self.assertTrue(any("2010-02-30" in one["text"] for one in impossible))

    def test_more_values_than_any_document_has(self):
        self.write("docs/r.jsonl", record(id="many", state=["Nowhere"] * 300000))
        self.write("docs/f.md", "---\nstate: [" + "AZE, " * 300000 + "]\n---\nMines.")
        report = self.index()
        self.assertEqual([code for code, _ in self.warnings(report)].count("too_many_values"), 1)
        self.assertEqual(self.ids("--state", "AZE"), ["f.md"])

    def test_ids_of_every_length_and_kind(self):
        good = ["x" * 246, "y" * 4096, "a/b//c/../d", "#?&%20", "tab\there", "line\nfeed",
                "\x01\x7f\u202e", "Женева", "日本", "🙂" * 60, "nul\0inside", "-i", "--help", " a ", "*"]
        self.write("docs/r.jsonl", "".join(record(id=one) for one in good) +
                   record(id="z" * 5000) + record(id=""))
        report = self.index()
        self.assertEqual(self.skipped(report),
                         {f"r.jsonl:{len(good) + 1}": "its id has 5000 bytes, more than 4096"})
        found = set(self.ids("mines", "--limit", "0"))
        self.assertEqual(found, {*good, f"r.jsonl#{len(good) + 2}", "good.txt"})
        for one in good:
            if "\0" not in one:
                self.assertEqual(self.fields_of(one), one)
        again = self.index()
        self.assertEqual((again["indexed"], again["replaced"]), (0, 0))

    def fields_of(self, document):
        shown = self.ok("show", "--format", "json", "--", document).json
        return shown["document"]["id"]

    def test_damaged_compression(self):
        many = "".join(record(id=f"r{n}", text=f"Mines number {n}. {os.urandom(200).hex()}")
                       for n in range(3000)).encode()
        packed, framed = gzip.compress(many), zstd(many)
        self.write("docs/cut.jsonl.gz", packed[:len(packed) // 2])
        self.write("docs/joined.jsonl.gz", gzip.compress(record(id="g1").encode()) +
                   gzip.compress(record(id="g2").encode()))
        self.write("docs/joined.jsonl.zst", zstd(record(id="z1").encode()) +
                   zstd(record(id="z2").encode()))
        self.write("docs/trailing.jsonl.gz", gzip.compress(record(id="t1").encode()) + b"rubbish")
        self.write("docs/flipped.jsonl.gz", packed[:-6] + bytes([packed[-6] ^ 1]) + packed[-5:])
        self.write("docs/plain.jsonl.gz", record(id="p1"))
        self.write("docs/none.jsonl.zst", record())
        self.write("docs/empty.jsonl.gz", b"")
        self.write("docs/empty.jsonl.zst", b"")
        self.write("other/cut.jsonl.zst", framed[:len(framed) // 2])
        skipped = self.skipped(self.index())
        cut = next(name for name in skipped if name.startswith("cut.jsonl.gz:"))
        self.assertEqual(skipped[cut], "gzip data ends too early")
        self.assertEqual(skipped["none.jsonl.zst"], "zstd data is damaged: Unknown frame descriptor")
        self.assertEqual((skipped["empty.jsonl.gz"], skipped["empty.jsonl.zst"]),
                         ("is empty", "is empty"))
        flipped = next(name for name in skipped if name.startswith("flipped.jsonl.gz:"))
        self.assertEqual(skipped[flipped], "gzip data is damaged: incorrect data check")
        self.assertLessEqual({"g1", "g2", "z1", "z2", "t1", "r0"},
                             set(self.ids("mines", "--limit", "0")))
        other = self.run_pincite("index", "-i", "other.index", "other", "--report", "json")
        self.assertEqual(list(self.skipped(other.json).values()), ["zstd data ends too early"])
        self.assertGreater(other.json["documents"], 100)

    @unittest.skipIf(os.environ.get("PINCITE_SANITIZED") == "ON",
                     "AddressSanitizer maps more memory than the limit of this test allows")
    def test_a_decompression_bomb_takes_bounded_memory(self):
        zeros = 600 << 20
        bomb = subprocess.run(["sh", "-c", f"head -c {zeros} /dev/zero | zstd -q -c"],
                              capture_output=True, check=True).stdout
        self.assertLess(len(bomb), 1 << 20)
        spaces = subprocess.run(["sh", "-c", f"head -c {zeros} /dev/zero | tr '\\0' ' ' | zstd -q -c"],
                                capture_output=True, check=True).stdout
        self.write("docs/bomb.jsonl.zst", bomb)
        self.write("docs/spaces.jsonl.zst", zstd(record(id="a").encode()) + spaces +
                   zstd(b"\n" + record(id="b").encode()))
        result = subprocess.run(
            ["sh", "-c", 'ulimit -v 2000000; exec "$0" index docs --report json --jobs 1', PROGRAM],
            cwd=self.folder, capture_output=True, check=False, timeout=120)
        self.assertEqual(result.returncode, 1, result.stderr)
        skipped = self.skipped(json.loads(result.stdout))
        self.assertEqual(skipped["bomb.jsonl.zst:1"], "is longer than 256 MiB")
        self.assertEqual(skipped["spaces.jsonl.zst:2"], "is longer than 256 MiB")
        self.assertEqual(sorted(self.ids("mines")), ["a", "b", "good.txt"])


class Sidecars(BadInputTest):
    def test_a_bad_sidecar_costs_no_document(self):
        for n, text in enumerate((b"", b"[]", b"{", b"null", b"\0\1", b"{\"title\": 5}",
                                  b"{\"state\": {\"a\": 1}}", b"{\"date\": \"2010-02-30\"}",
                                  b"{\"title\": \"caf\xe9\"}", b"{\"x\": " + b"[" * 9999 + b"}",
                                  b"{\"x\": \"\\ud800\"}", b" " * ((16 << 20) + 1))):
            self.write(f"docs/{n}.txt", "Mines.")
            self.write(f"docs/{n}.txt.json", text)
        (self.folder / "docs/good.txt.json").mkdir()
        report = self.index()
        self.assertEqual((report["skipped"], report["documents"]), ([], 13))
        codes = [one["code"] for one in report["warnings"] for _ in range(one["count"])]
        self.assertGreaterEqual(codes.count("bad_sidecar"), 8)
        self.assertEqual(codes.count("impossible_date"), 1)


class Changes(BadInputTest):
    def test_files_that_change_and_vanish_while_they_are_read(self):
        for n in range(300):
            self.write(f"docs/{n}.txt", "Mines are gone. " * 200)
        script = ("i=0; while [ $i -lt 300 ]; do rm -f docs/$i.txt; : > docs/$((i+1)).txt; "
                  "i=$((i+3)); done")
        with subprocess.Popen(["sh", "-c", script], cwd=self.folder):
            report = self.index()
        for reason in self.skipped(report).values():
            self.assertIn(reason, ("is empty", "cannot be opened: No such file or directory"))
        self.assertLessEqual(report["documents"] + len(report["skipped"]), 302)


if __name__ == "__main__":
    unittest.main()
