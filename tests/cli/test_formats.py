"""search --format csv, ris, bibtex and csl, read back by programs that others wrote."""
import csv
import io
import json
import os
import pathlib
import shutil
import subprocess
import unittest

from pincite import PROJECT, SAMPLES, SHARED, CommandLineTest, needs_shared

BUILD = pathlib.Path(os.environ["PINCITE_BINARY_DIR"]) / "tests" / "formats"
COLUMNS = ["document id", "title", "state", "type", "date", "section", "paragraph", "page",
           "quotation", "citation", "note", "note's source", "url",
           "search query", "search understood", "search filters", "search limits", "search found",
           "search index", "search revision", "search documents", "search date", "search program"]
NO_NETWORK = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EHOSTUNREACH",
              "ENETUNREACH", "ERR_SOCKET_TIMEOUT", "ENOTCACHED", "E403", "E502", "E503", "E504")


def install_parsers():
    """Why citation-js cannot be had; None where it stands in the build folder."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return "node or npm is not installed"
    lock = (PROJECT / "tests" / "formats" / "package-lock.json").read_bytes()
    stamp = BUILD / "installed-lock.json"
    BUILD.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", "read.js"):
        shutil.copyfile(PROJECT / "tests" / "formats" / name, BUILD / name)
    if stamp.exists() and stamp.read_bytes() == lock:
        return None
    done = subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=BUILD,
                          capture_output=True, timeout=900, check=False)
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    if done.returncode == 0:
        stamp.write_bytes(lock)
        return None
    if any(code in said for code in NO_NETWORK):
        return "npm reaches no registry: " + said.strip().splitlines()[0]
    raise RuntimeError("npm ci: " + said)


def squeezed(text):
    return " ".join(text.split())


def record(**fields):
    return json.dumps(fields, ensure_ascii=False) + "\n"


class Exports(CommandLineTest):
    def export(self, form, *arguments):
        return self.ok("search", "--format", form, *arguments).out

    def rows(self, *arguments):
        text = self.export("csv", *arguments)
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        self.assertEqual(rows[0], COLUMNS)
        for row in rows:
            self.assertEqual(len(row), len(COLUMNS), row)
        return [dict(zip(COLUMNS, row)) for row in rows[1:]]

    def passages(self, *arguments):
        return [(hit["document"], passage) for hit in self.search(*arguments)["hits"]
                for passage in hit["passages"]]


class Csv(Exports):
    def test_a_row_says_what_json_says(self):
        self.ok("index", SAMPLES)
        query = ['"accidental technical error"', "--limit", "0", "--passages", "0"]
        rows = self.rows(*query)
        passages = self.passages(*query)
        self.assertEqual(len(rows), len(passages))
        self.assertGreater(len(rows), 5)
        for row, (document, passage) in zip(rows, passages):
            notes = [f"{note['label']}: {note['text'].strip()}" for note in passage["notes"]]
            self.assertEqual(row["document id"], document["id"])
            self.assertEqual(row["title"], document["title"])
            self.assertEqual(row["state"], "; ".join(document["state"]))
            self.assertEqual(row["type"], document["type"])
            self.assertEqual(row["date"], document["date"])
            self.assertEqual(row["section"], " › ".join(passage["section"]))
            self.assertEqual(row["paragraph"], str(passage["paragraph"] or ""))
            # A list item begins as a formula might.
            mark = "'" if passage["text"].startswith("-") else ""
            self.assertEqual(row["quotation"], mark + passage["text"])
            self.assertEqual(row["citation"], passage["citation"])
            self.assertEqual(row["note"], "; ".join(notes))
            self.assertEqual(row["url"], document["url"] or "")
        self.assertTrue(any(row["note"] for row in rows))

    def test_commas_quotation_marks_and_lines_stay_in_their_cell(self):
        self.write("r.jsonl", record(
            id="a", title='A "quoted", comma; title', state=["fiji", "Tonga"], date="2000-06/2008-11",
            text='First mines,\nsaid "he".\r\nAnd\tthen.', url="http://example.org/?a=1,2"))
        self.ok("index", "r.jsonl")
        row, = self.rows("mines")
        self.assertEqual(row["title"], 'A "quoted", comma; title')
        self.assertEqual(row["state"], "FJI; TON")
        self.assertEqual(row["date"], "2000-06/2008-11")
        self.assertEqual(row["quotation"], 'First mines,\nsaid "he".\nAnd\tthen.')
        self.assertEqual(row["url"], "http://example.org/?a=1,2")

    def test_no_cell_is_run_by_a_spreadsheet(self):
        formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠1", "  =1", "\u200a=1",
                    "\t=1", '=cmd|" /C calc"!A0']
        self.write("r.jsonl", "".join(
            record(id=f"={i}", title=formula, text=formula + " mines", url=formula)
            for i, formula in enumerate(formulas)))
        self.write("safe.jsonl", record(id="safe", title="a = 1", text="1 - 2 = mines"))
        self.ok("index", "r.jsonl", "safe.jsonl")
        rows = self.rows("mines", "--limit", "0")
        self.assertEqual(len(rows), len(formulas) + 1)
        for row in rows:
            for name, cell in row.items():
                with self.subTest(cell=cell, column=name):
                    self.assertNotIn(cell.strip()[:1], list("=+-@＝＋－＠"))
                    self.assertFalse(cell.startswith(("\t", "\r", "\n")))
        shown = {row["document id"]: row["quotation"] for row in rows}
        self.assertEqual(shown["safe"], "1 - 2 = mines")
        self.assertEqual(shown["'=0"], "'=1+1 mines")

    def test_nothing_found_is_a_header_and_exit_1_and_notices_are_not_results(self):
        self.write("a.txt", "Mines.")
        self.ok("index", "a.txt")
        for form, empty in (("csv", ",".join(COLUMNS) + "\n"), ("ris", ""), ("bibtex", ""),
                            ("csl", "[]\n")):
            result = self.run_pincite("search", "peace", "--format", form)
            self.assertEqual((result.code, result.out), (1, empty))
            self.assertIn("nothing found", result.err)
            result = self.run_pincite("search", "mines (", "--format", form)
            self.assertEqual(result.code, 0)
            self.assertNotEqual(result.err, "")
            result = self.run_pincite("search", "mines", "--format", form, "--facets", "state")
            self.assertEqual((result.code, result.out), (2, ""))
            self.assertIn("--format json", result.err)

    def test_control_characters_do_not_reach_the_terminal(self):
        self.write("a.txt", "Mines \x1b[31mred\x1b]0;title\x07 \u202egnp.exe\x9b31m")
        self.ok("index", "a.txt")
        for form in ("csv", "ris", "bibtex", "csl"):
            out = self.export(form, "mines")
            for forbidden in ("\x1b", "\x07", "\u202e", "\x9b"):
                self.assertNotIn(forbidden, out)

    @needs_shared
    def test_the_profile_of_2011(self):
        self.ok("index", SHARED / "seed")
        row, = self.rows('"accidental technical error"')
        passage = self.passages('"accidental technical error"')[0][1]
        self.assertEqual(row["state"], "AZE")
        self.assertEqual(row["section"], "Production, transfer, stockpiling, and use")
        self.assertEqual((row["paragraph"], row["page"], row["date"]), ("3", "", "2011"))
        self.assertEqual(row["quotation"], passage["text"])
        self.assertTrue(row["note"].startswith("5: Response to ICBL letter"))


HOSTILE_TITLES = [
    r"50% of {mines} & $5 #1 _x_ ~y ^z \section{a} end",
    "unbalanced { brace", "unbalanced } brace", "}, title = {other", "ends in a backslash \\",
    "@book{other, title = {x}}", "TY  - BOOK", "line\nTY  - BOOK\nER  - \nTI  - other",
    '"quoted" “quoted” \'quoted\' ``quoted\'\'', "en -- em --- dashes", "<i>markup</i> &amp; entities",
    "Договор о запрете мин", "معاهدة حظر الألغام", "禁止地雷", "e\u0301 combining, 😀 beyond the plane",
    "and Others, The", "% comment", "#", "3 % and 4 %",
]


class Parsers(Exports):
    """What citation-js understands of our records."""

    @classmethod
    def setUpClass(cls):
        reason = install_parsers()
        if reason is not None:
            raise unittest.SkipTest("records are not read back: " + reason)

    def read(self, text, form, what="items"):
        done = subprocess.run(["node", "read.js", form, what], cwd=BUILD, input=text.encode("utf-8"),
                              capture_output=True, timeout=600, check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode("utf-8", "replace"))
        out = done.stdout.decode("utf-8")
        return json.loads(out) if what == "items" else out

    def items(self, form, *arguments):
        return self.read(self.export(form, *arguments), form)

    def test_every_hostile_title_and_text_comes_back(self):
        self.write("r.jsonl", "".join(
            record(id=f"{i:02}", title=title, text=title + " mines " + title, type="report",
                   publisher=title, author=title.replace(",", ""), place=title, date="2010-11-29")
            for i, title in enumerate(HOSTILE_TITLES)))
        self.ok("index", "r.jsonl")
        passages = self.passages("mines", "--limit", "0")
        self.assertGreaterEqual(len(passages), len(HOSTILE_TITLES))
        for form in ("csl", "ris", "bibtex"):
            items = self.items(form, "mines", "--limit", "0")
            self.assertEqual(len(items), len(passages))
            self.assertEqual(len({item["id"] for item in items}), len(items))
            for item, (document, passage) in zip(items, passages):
                with self.subTest(form=form, title=document["title"]):
                    self.assertEqual(squeezed(item["title"]), squeezed(document["title"]))
                    self.assertEqual(squeezed(item["abstract"]), squeezed(passage["text"]))
                    self.assertEqual(squeezed(item["publisher"]), squeezed(document["publisher"]))
                    self.assertEqual(item["type"], "report")
                    self.assertEqual(item["issued"]["date-parts"], [[2010, 11, 29]])
                    self.assertEqual(len(item["author"]), 1)
                    name = item["author"][0]
                    self.assertEqual(squeezed(name.get("literal") or name["family"]),
                                     squeezed(document["author"]))

    def test_dates_keep_their_precision(self):
        dates = {"2010": [[2010]], "2010-11": [[2010, 11]], "2010-11-29": [[2010, 11, 29]],
                 "2000-06/2008-11": [[2000, 6], [2008, 11]], "0987-02-03": [[987, 2, 3]]}
        self.write("r.jsonl", "".join(record(id=d, title=d, text="mines", date=d, type="letter")
                                      for d in dates))
        self.ok("index", "r.jsonl")
        for form in ("csl", "ris", "bibtex"):
            for item in self.items(form, "mines", "--limit", "0"):
                expected = dates[item["title"]]
                # RIS has one date a record; the other end stands in its free part.
                self.assertEqual(item["issued"]["date-parts"], expected[:1] if form == "ris" else expected,
                                 (form, item["title"]))

    def test_types_authors_and_places(self):
        self.write("r.jsonl", "".join([
            record(id="speech", type="statement", state="Palau", meeting="MBT-10MSP", place="Geneva",
                   title="A statement", text="mines", symbol="APLC/MSP.10/2010/1", language="en"),
            record(id="profile", type="country_profile", state="Palau", publisher="Monitor",
                   title="A profile", text="mines"),
            record(id="press", type="press_item", state="Palau", publisher="Daily", author="A. Writer",
                   title="A press item", text="mines", url="http://example.org/a_b?c=d%20e&f#g",
                   accessed="2011-02-03"),
            record(id="none", title="Of no type", text="mines"),
        ]))
        self.ok("index", "r.jsonl")
        kinds = {"csl": ["document", "report", "article-newspaper", "speech"],
                 "ris": ["document", "report", "article-newspaper", "motion_picture"],
                 "bibtex": ["document", "report", "article-journal", "document"]}
        for form, expected in kinds.items():
            items = {item["title"]: item for item in self.items(form, "mines", "--limit", "0")}
            titles = ["Of no type", "A profile", "A press item", "A statement"]
            with self.subTest(form=form):
                self.assertEqual([items[title]["type"] for title in titles], expected)
                self.assertEqual([list(name.values()) for name in items["A statement"]["author"]],
                                 [["Palau"]])
                self.assertNotIn("author", items["A profile"])
                press = items["A press item"]
                self.assertEqual(press["container-title"], "Daily")
                self.assertEqual(press["URL"], "http://example.org/a_b?c=d%20e&f#g")
                if form != "ris":  # citation-js reads no Y2 of newspapers
                    self.assertEqual(press["accessed"]["date-parts"], [[2011, 2, 3]])
        speech = {item["title"]: item for item in self.items("csl", "mines")}["A statement"]
        self.assertIn("Tenth Meeting of the States Parties", speech["event-title"])
        self.assertEqual((speech["event-place"], speech["number"]), ("Geneva", "APLC/MSP.10/2010/1"))

    def test_all_samples_in_every_format(self):
        self.ok("index", SAMPLES)
        everything = ["mines", "--limit", "0", "--passages", "0"]
        expected = [squeezed(passage["text"]) for _, passage in self.passages(*everything)]
        self.assertGreater(len(expected), 25)
        for form in ("csl", "ris", "bibtex"):
            items = self.items(form, *everything)
            self.assertEqual([squeezed(item["abstract"]) for item in items], expected)
        printed = self.read(self.export("csl", *everything), "csl", "bibliography")
        self.assertGreaterEqual(len(printed.splitlines()), len(expected))

    @needs_shared
    def test_the_profile_of_2011(self):
        self.ok("index", SHARED / "seed")
        section = "Production, transfer, stockpiling, and use"
        pinpoint = f"“{section}”, 3rd paragraph, note 5"
        item, = self.items("csl", '"accidental technical error"')
        self.assertEqual((item["section"], item["locator"]), (section, pinpoint))
        self.assertIn("Garay Muradov", item["note"])
        item, = self.items("bibtex", '"accidental technical error"')
        self.assertEqual(item["note"], pinpoint)
        item, = self.items("ris", '"accidental technical error"')
        self.assertTrue(item["note"].startswith(pinpoint + ". "))
        self.assertIn("Garay Muradov", item["note"])
        self.assertEqual(item["publisher"], "Landmine Monitor")

    @needs_shared
    def test_six_languages(self):
        self.ok("index", SHARED / "corpora" / "udhr-un6.jsonl")
        everything = ["--from", "1948", "--limit", "0"]
        expected = [(document["title"], squeezed(passage["text"]))
                    for document, passage in self.passages(*everything)]
        self.assertEqual(len(expected), 6)
        for form in ("csl", "ris", "bibtex"):
            found = [(item["title"], squeezed(item["abstract"]))
                     for item in self.items(form, *everything)]
            self.assertEqual(found, expected)


if __name__ == "__main__":
    unittest.main()
