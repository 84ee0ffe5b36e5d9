"""Metadata from manifests: what they give, how strong it is, and what becomes of it in later runs."""
import csv
import gzip
import json
import os
import time
import unittest

from pincite import CommandLineTest

LONG_AGO = time.time() - 3600


class Manifests(CommandLineTest):
    def put(self, name, text):
        """A file that was last changed an hour ago, so that its time can be trusted."""
        path = self.write(name, text)
        os.utime(path, (LONG_AGO, LONG_AGO))
        return path

    def index(self, *arguments, code=0):
        result = self.run_pincite("index", "--report", "json", *arguments)
        self.assertEqual(result.code, code, result.err)
        return result.json

    def counts(self, report):
        return tuple(report[k] for k in ("indexed", "unchanged", "replaced", "removed"))

    def warnings(self, report):
        """`CODE PLACE` of each, places relative to the folder."""
        return [f"{w['code']} {w['first'].removeprefix(str(self.folder) + '/')}"
                for w in report["warnings"]]

    def show(self, document):
        return self.ok("show", document, "--format", "json").json

    def given(self, document, field):
        """A value, and where it is from."""
        shown = self.show(document)
        origin = shown["provenance"].get(field)
        return (shown["document"][field], origin and f"{origin['from']}, {origin['where']}")

    def ids(self):
        hits = self.search("--limit", "0", "NOT absentword")["hits"]
        return sorted(hit["document"]["id"] for hit in hits)

    # What they give.

    def test_every_field_from_csv_and_json_lines(self):
        values = {
            "title": "A title, with “quotes”", "state": ["AZE", "ARM"], "on_behalf_of": ["TON"],
            "date": "2010-11-29", "period": "2000-06/2008-11", "type": "statement",
            "meeting": ["MBT-10MSP"], "treaty": ["MBT"], "language": "en",
            "symbol": "APLC/MSP.10/2010", "author": "Somebody", "publisher": "Monitor",
            "place": "Geneva", "url": "https://example.org/a"}
        self.put("docs/a.txt", "mines")
        self.put("docs/b.txt", "mines")
        row = [";".join(v) if isinstance(v, list) else v for v in values.values()]
        quoted = ",".join('"' + v.replace('"', '""') + '"' for v in ["docs/a.txt", *row, "box 12"])
        self.put("m.csv", ",".join(["path", *values, "archive"]) + "\r\n" + quoted + "\r\n")
        self.put("m.jsonl", json.dumps({"path": "docs/b.txt", **values, "archive": {"box": 12}}))
        report = self.index("docs", "--manifest", "m.csv", "--manifest", "m.jsonl")
        self.assertEqual(report["warnings"], [])
        for name, where, archive in (("a.txt", "m.csv:2", "box 12"), ("b.txt", "m.jsonl:1", {"box": 12})):
            shown = self.show(name)
            self.assertEqual({f: shown["document"][f] for f in values}, values)
            self.assertEqual(shown["document"]["fields"], {"archive": archive})
            for field in values:
                self.assertEqual(shown["provenance"][field]["from"], "manifest", field)
                self.assertEqual(shown["provenance"][field]["where"], where, field)
        self.assertEqual(self.search("mines", "--state", "Armenia")["documents"]["total"], 2)

    def test_separators_encodings_and_places(self):
        self.put("docs/sub/ä b.txt", "mines")
        for name, text in (
                ("docs/m.csv", "path;state\nsub/ä b.txt;\"AZE;ARM\"\n"),
                ("docs/m.tsv", "path\tstate\n./sub/ä b.txt\tAZE;ARM\n"),
                ("lists/utf-16.csv", "path\tstate\n../docs/sub/ä b.txt\tAZE;ARM\n".encode("utf-16")),
                ("lists/mark.csv", "\ufeffpath,state\r\n../docs/sub/ä b.txt,AZE;ARM\r\n"),
                ("absolute.csv", f"path,state\n\"{self.folder}/docs/sub/ä b.txt\",AZE; ARM\n"),
                ("packed.csv.gz", gzip.compress("path,state\ndocs/sub/ä b.txt,AZE;ARM".encode())),
                ("a.NDJSON", '{"path":"docs/sub/ä b.txt","state":["AZE","ARM"]}'),
                ("docs/in.jsonl", '{"path":"sub/ä b.txt","state":["AZE","ARM"]}')):
            with self.subTest(name):
                path = self.put(name, text)
                index = f"{path.name}.index"
                report = self.index("-i", index, "docs", "--manifest", name)
                self.assertEqual((report["indexed"], report["warnings"], report["skipped"]), (1, [], []))
                shown = self.ok("show", "-i", index, "sub/ä b.txt", "--format", "json").json
                self.assertEqual(shown["document"]["state"], ["AZE", "ARM"])
                path.unlink()

    def test_a_file_reached_through_a_link_is_the_same_file(self):
        self.put("real/docs/a.txt", "mines")
        self.put("real/m.csv", "path,place\ndocs/a.txt,Oslo\n")
        os.symlink("real", self.folder / "link")
        self.assertEqual(self.index("link/docs", "--manifest", "real/m.csv")["warnings"], [])
        self.assertEqual(self.given("a.txt", "place")[0], "Oslo")

    def test_ids(self):
        self.put("docs/a.txt", "mines")
        self.put("docs/r.jsonl", '{"id":"one","text":"mines"}\n{"text":"mines"}\n')
        self.put("m.csv", "path,id,place\ndocs/a.txt,own-id,Oslo\n,one,Ottawa\n,r.jsonl#2,Geneva\n"
                          ",own-id,Rome\n")
        report = self.index("docs", "--manifest", "m.csv")
        self.assertEqual(report["warnings"], [])
        self.assertEqual(self.ids(), ["one", "own-id", "r.jsonl#2"])
        self.assertEqual(self.given("one", "place"), ("Ottawa", "manifest, m.csv:3"))
        self.assertEqual(self.given("r.jsonl#2", "place"), ("Geneva", "manifest, m.csv:4"))
        self.assertEqual(self.given("own-id", "place"), ("Rome", "manifest, m.csv:5"))
        # a file has one document, whatever it was called before
        self.put("m.csv", "path,id\ndocs/a.txt,other-id\n")
        report = self.index("docs")
        self.assertEqual((report["documents"], report["removed"]), (3, 0))
        self.assertEqual(self.ids(), ["one", "other-id", "r.jsonl#2"])

    def test_a_file_of_records_keeps_their_ids(self):
        self.put("docs/r.jsonl", '{"id":"one","text":"mines"}\n{"id":"two","text":"mines"}\n')
        self.put("m.csv", "path,id,publisher\ndocs/r.jsonl,all,Monitor\n")
        report = self.index("docs", "--manifest", "m.csv")
        self.assertEqual(self.warnings(report), ["bad_manifest_row m.csv:2"])
        self.assertEqual(self.ids(), ["one", "two"])
        self.assertEqual(self.given("two", "publisher")[0], "Monitor")

    # How strong it is.

    def test_precedence(self):
        """Header < record < front matter < sidecar < manifest: each source is changed in turn, and
        the strongest there is holds."""
        def text(front):
            return f"---\n{front}\n---\n# Fiji: Mine Ban Policy\n\nmines\n"
        page = self.put("docs/a.md", text("x: y"))
        self.put("docs/r.jsonl", '{"id":"r","title":"Fiji","text":"mines"}\n')
        self.index("docs")
        self.assertEqual(self.given("a.md", "state"), (["FJI"], "header, line 4"))
        self.put("docs/r.jsonl", '{"id":"r","title":"Fiji","text":"mines","state":"PLW"}\n')
        page.write_text(text("state: PLW"))
        self.index("docs")
        self.assertEqual(self.given("r", "state"), (["PLW"], "record, state"))
        self.assertEqual(self.given("a.md", "state"), (["PLW"], "front matter, line 2"))
        self.put("docs/a.md.json", '{"state": "TON"}')
        self.index("docs")
        self.assertEqual(self.given("a.md", "state"), (["TON"], "sidecar, a.md.json"))
        self.put("m.csv", "path,id,state\ndocs/a.md,,AZE\n,r,AZE\n")
        self.index("docs", "--manifest", "m.csv")
        self.assertEqual(self.given("a.md", "state"), (["AZE"], "manifest, m.csv:2"))
        self.assertEqual(self.given("r", "state"), (["AZE"], "manifest, m.csv:3"))
        # a weaker source changes nothing that is shown
        page.write_text(text("state: NRU"))
        self.put("docs/a.md.json", '{"state": "COK"}')
        self.index("docs")
        self.assertEqual(self.given("a.md", "state"), (["AZE"], "manifest, m.csv:2"))
        # and holds again where the stronger says nothing
        self.put("m.csv", "path,state\ndocs/a.md,\n")
        self.index("docs")
        self.assertEqual(self.given("a.md", "state"), (["COK"], "sidecar, a.md.json"))
        (self.folder / "docs/a.md.json").unlink()
        self.index("docs")
        self.assertEqual(self.given("a.md", "state"), (["NRU"], "front matter, line 2"))
        self.assertEqual(self.given("r", "state"), (["PLW"], "record, state"))

    def test_the_later_manifest_is_stronger_field_by_field(self):
        self.put("docs/a.txt", "mines")
        self.put("one.csv", "path,place,author\ndocs/a.txt,Oslo,One\n")
        self.put("two.jsonl", '{"id":"a.txt","place":"Ottawa"}\n')
        self.index("docs", "--manifest", "one.csv", "--manifest", "two.jsonl")
        self.assertEqual(self.given("a.txt", "place"), ("Ottawa", "manifest, two.jsonl:1"))
        self.assertEqual(self.given("a.txt", "author"), ("One", "manifest, one.csv:2"))
        # given again, and so later
        self.assertEqual(self.counts(self.index("docs", "--manifest", "one.csv")), (0, 0, 1, 0))
        self.assertEqual(self.given("a.txt", "place"), ("Oslo", "manifest, one.csv:2"))
        # a row by id is no stronger than a later one by path
        self.put("two.jsonl", '{"id":"a.txt","place":"Ottawa","author":"Two"}\n')
        self.index("docs")
        self.assertEqual(self.given("a.txt", "author"), ("One", "manifest, one.csv:2"))

    # Later runs.

    def test_a_changed_row_makes_only_its_document_anew(self):
        for name in "abc":
            self.put(f"docs/{name}.txt", "mines")
        self.put("m.csv", "path,place\ndocs/a.txt,Oslo\ndocs/b.txt,Oslo\n")
        self.index("docs", "--manifest", "m.csv")
        report = self.index("docs", "--manifest", "m.csv")
        self.assertEqual((self.counts(report), report["bytes"]), ((0, 3, 0, 0), 0))
        self.put("m.csv", "path,place\ndocs/c.txt,Rome\ndocs/a.txt,Oslo\ndocs/b.txt,Ottawa\n")
        self.assertEqual(self.counts(self.index("docs")), (0, 1, 2, 0))
        self.assertEqual(self.given("b.txt", "place"), ("Ottawa", "manifest, m.csv:4"))
        self.assertEqual(self.given("c.txt", "place"), ("Rome", "manifest, m.csv:2"))
        self.put("m.csv", "path,place\ndocs/c.txt,Rome\ndocs/a.txt,Oslo\n")
        self.assertEqual(self.counts(self.index("docs")), (0, 2, 1, 0))
        self.assertEqual(self.given("b.txt", "place"), (None, None))

    def test_a_changed_row_by_id_makes_only_its_document_anew(self):
        self.put("docs/r.jsonl", "".join('{"id":"%d","text":"mines"}\n' % i for i in range(4)))
        self.put("docs/a.txt", "mines")
        self.put("m.csv", "id,place\n1,Oslo\n2,Oslo\n")
        self.index("docs", "--manifest", "m.csv")
        self.assertEqual(self.index("docs")["warnings"], [])
        self.put("m.csv", "id,place\n1,Oslo\n2,Rome\n")
        self.assertEqual(self.counts(self.index("docs")), (0, 4, 1, 0))
        self.assertEqual(self.given("2", "place"), ("Rome", "manifest, m.csv:3"))
        # given again, the rows of files that need not be opened are not taken for lost
        report = self.index("docs", "--manifest", "m.csv")
        self.assertEqual((report["bytes"], report["warnings"]), (0, []))

    def test_a_run_on_a_part_does_not_hide_a_change_from_the_next(self):
        self.put("docs/a.txt", "mines")
        self.put("docs/b.txt", "mines")
        self.put("m.csv", "path,place\ndocs/a.txt,Oslo\ndocs/b.txt,Oslo\n")
        self.index("docs", "--manifest", "m.csv")
        self.put("m.csv", "path,place\ndocs/a.txt,Rome\ndocs/b.txt,Rome\n")
        self.assertEqual(self.counts(self.index("docs/a.txt")), (0, 0, 1, 0))
        self.assertEqual(self.given("b.txt", "place")[0], "Oslo")
        self.assertEqual(self.counts(self.index("docs")), (0, 1, 1, 0))
        self.assertEqual(self.given("b.txt", "place")[0], "Rome")

    def test_a_rebuild_keeps_what_manifests_say(self):
        self.put("docs/a.txt", "mines")
        self.put("line\nfeed.csv", "path,place,author\ndocs/a.txt,Oslo,One\n")
        self.put("two.csv", "path,place\ndocs/a.txt,Rome\n")
        self.index("docs", "--manifest", "line\nfeed.csv")
        self.index("docs", "--manifest", "two.csv")
        for arguments in (["--rebuild"], ["--rebuild", "docs"]):
            report = self.index(*arguments)
            self.assertEqual((report["indexed"], report["warnings"]), (1, []))
            self.assertEqual((self.given("a.txt", "author")[0], self.given("a.txt", "place")[0]),
                             ("One", "Rome"))
        # with manifests a rebuild starts over with these
        self.index("--rebuild", "--manifest", "two.csv")
        self.assertEqual(self.given("a.txt", "author")[0], None)
        self.index("--rebuild")
        self.assertEqual((self.given("a.txt", "author")[0], self.given("a.txt", "place")[0]),
                         (None, "Rome"))

    def test_a_remembered_manifest_that_is_gone_is_told_and_comes_back(self):
        self.put("docs/a.txt", "mines")
        manifest = self.put("m.csv", "path,place\ndocs/a.txt,Oslo\n")
        self.index("docs", "--manifest", "m.csv")
        manifest.unlink()
        report = self.index("docs")
        self.assertEqual(self.warnings(report), ["manifest_gone m.csv"])
        self.assertEqual(self.counts(report), (0, 0, 1, 0))
        self.put("m.csv", "path,place\ndocs/a.txt,Oslo\n")
        self.assertEqual(self.index("docs")["warnings"], [])
        self.assertEqual(self.given("a.txt", "place")[0], "Oslo")

    # What is wrong with them.

    def test_rows_without_a_file_or_document_are_told_by_line(self):
        self.put("docs/a.txt", "mines")
        self.put("other/b.txt", "mines")
        self.put("m.csv", "path,id,place\nother/b.txt,,Oslo\ndocs/a.txt,,Oslo\ndocs/gone.txt,,Oslo\n"
                          ",nobody,Oslo\ndocs,,Oslo\n")
        report = self.index("docs", "--manifest", "m.csv")
        self.assertEqual(self.warnings(report), [f"manifest_without_file m.csv:{n}" for n in (2, 4, 5, 6)])
        self.assertIn("“docs/gone.txt”", report["warnings"][1]["text"])
        # remembered, it may tell of more than this run is on
        self.assertEqual(self.warnings(self.index("docs")),
                         [f"manifest_without_file m.csv:{n}" for n in (4, 6)])
        self.assertEqual(self.warnings(self.index("other/b.txt")), [])
        self.assertEqual(self.given("b.txt", "place"), ("Oslo", "manifest, m.csv:2"))
        self.assertEqual(self.warnings(self.index("--rebuild")),
                         [f"manifest_without_file m.csv:{n}" for n in (4, 5, 6)])
        told = self.ok("index", "docs", "--manifest", "m.csv").err
        self.assertIn(f"pincite: {self.folder}/m.csv:4: “docs/gone.txt” is not among the files", told)

    def test_broken_rows_are_told_by_line_and_the_rest_is_used(self):
        for name in "abc":
            self.put(f"docs/{name}.txt", "mines")
        self.put("m.csv", 'path,place\ndocs/a.txt,Oslo\n,Rome\ndocs/b.txt,"Rome"x\ndocs/b.txt,R,S\n'
                          'docs/c.txt,Ottawa\ndocs/b.txt,"Rome\n')
        self.put("m.jsonl", '{"path":"docs/a.txt","author":"A"}\n{"path":\n[1]\n{"author":"B"}\n'
                            '{"path":"docs/c.txt","author":["C"],"place":"Geneva","date":"2010-13"}\n')
        report = self.index("docs", "--manifest", "m.csv", "--manifest", "m.jsonl")
        self.assertEqual(self.warnings(report)[:8],
                         [f"bad_manifest_row m.csv:{n}" for n in (3, 4, 5, 7)] +
                         [f"bad_manifest_row m.jsonl:{n}" for n in (2, 3, 4)] +
                         ["wrong_type m.jsonl:5"])
        self.assertIn("impossible_date docs/c.txt", self.warnings(report))
        self.assertEqual([self.given(f"{n}.txt", "place")[0] for n in "abc"],
                         ["Oslo", None, "Geneva"])
        self.assertEqual([self.given(f"{n}.txt", "author")[0] for n in "abc"], ["A", None, None])

    def test_a_manifest_that_cannot_be_read_changes_nothing(self):
        self.put("docs/a.txt", "mines")
        for name, content, cause in (
                ("absent.csv", None, "no such manifest"),
                ("docs", None, "not a regular file"),
                ("empty.csv", "", "is empty"),
                ("columns.csv", "file,title\n", "neither a column “path”"),
                ("binary.csv", b"\x00\x01", "binary")):
            with self.subTest(name):
                if content is not None:
                    self.put(name, content)
                result = self.run_pincite("index", "docs", "--manifest", name)
                self.assertEqual((result.code, result.out), (2, ""))
                self.assertIn(cause, result.err)
                self.assertIn(name, result.err)
                self.assertFalse((self.folder / "pincite.index").exists())
        self.index("docs")
        before = self.ok("status", "--format", "json").json["revision"]
        self.put("docs/b.txt", "mines")
        self.assertEqual(self.run_pincite("index", "docs", "--manifest", "absent.csv").code, 2)
        self.assertEqual(self.ok("status", "--format", "json").json["revision"], before)
        self.assertEqual(self.ids(), ["a.txt"])

    def test_records_that_became_a_manifest_are_pruned(self):
        self.put("docs/a.txt", "Mines.")
        self.put("docs/list.jsonl", '{"path": "a.txt", "title": "Named", "text": "Not yet."}\n')
        self.index("docs")
        self.index("docs", "--manifest", "docs/list.jsonl")
        report = self.index("docs", "--prune")
        self.assertEqual((report["removed"], report["documents"]), (1, 1))

    def test_a_dry_run_remembers_nothing(self):
        self.put("docs/a.txt", "mines")
        self.put("m.csv", "path,place\ndocs/a.txt,Oslo\n")
        self.index("docs")
        report = self.index("docs", "--manifest", "m.csv", "--dry-run")
        self.assertEqual(self.counts(report), (0, 0, 1, 0))
        self.assertEqual(self.counts(self.index("docs")), (0, 1, 0, 0))

    def test_many_rows(self):
        rows = "".join(f"docs/{i}.txt,Oslo\n" for i in range(50_000))
        self.put("docs/7.txt", "mines")
        self.put("m.csv", "path,place\n" + rows)
        start = time.monotonic()
        report = self.index("docs", "--manifest", "m.csv")
        self.assertLess(time.monotonic() - start, 60)
        self.assertEqual(len(report["warnings"]), 49_999)
        self.assertEqual(self.given("7.txt", "place")[0], "Oslo")


class Sidecars(CommandLineTest):
    def test_a_sidecar_whose_document_is_gone_is_told(self):
        self.write("docs/a.txt", "mines")
        self.write("docs/a.txt.json", '{"place":"Oslo"}')
        self.write("docs/sub/gone.md.json", '{"place":"Oslo"}')
        self.write("docs/package.json", "{}")
        report = self.ok("index", "docs", "--report", "json").json
        self.assertEqual([(w["code"], w["first"]) for w in report["warnings"]],
                         [("sidecar_without_document", f"{self.folder}/docs/sub/gone.md.json")])
        self.assertIn("gone.md", report["warnings"][0]["text"])


class WrittenManifests(CommandLineTest):
    """`--dry-run` and `--write-manifest`: what a run recognises, to look at, correct and give back."""

    def setUp(self):
        super().setUp()
        self.write("docs/a.md", "---\ntitle: =1+1 on roads\nstate: [AZE, ARM]\ndate: 2010-11\n---\n"
                                "We speak, \"today\".\n")
        self.write("docs/sub/b.txt", "Plain words of no one.\n")
        self.write("docs/r.jsonl", json.dumps({"id": "r 1", "title": "A, \"b\"", "text": "One."}) +
                   "\n" + json.dumps({"title": "'quoted", "text": "Two."}) + "\n")

    def rows(self, path):
        with open(path, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def test_what_would_be_indexed_is_shown_with_where_it_was_read(self):
        shown = self.ok("index", "--dry-run", "docs").out
        self.assertRegex(shown, r"(?m)^a\.md\n  title +=1\+1 on roads  \(front matter, line 2\)\n"
                                r"  state +AZE; ARM  \(front matter, line 3\)\n"
                                r"  date +2010-11  \(front matter, line 4\)$")
        self.assertFalse((self.folder / "pincite.index").exists())
        report = self.ok("index", "--dry-run", "--report", "json", "docs").json
        self.assertEqual([d["id"] for d in report["recognised"]],
                         ["a.md", "r 1", "r.jsonl#2", "sub/b.txt"])
        self.assertEqual(report["recognised"][0]["metadata"]["state"],
                         {"value": "AZE; ARM", "from": "front matter", "where": "line 3"})

    def test_a_written_manifest_gives_the_same_metadata_back(self):
        self.ok("index", "docs")
        before = [self.ok("show", i, "--format", "json").json["document"]
                  for i in ("a.md", "r 1", "r.jsonl#2", "sub/b.txt")]
        refused = self.run_pincite("index", "--rebuild", "--write-manifest", "lists/m.csv", "docs")
        self.assertEqual((refused.code, refused.out), (2, ""))
        self.assertIn("lists", refused.err)
        (self.folder / "lists").mkdir()
        self.ok("index", "--write-manifest", "lists/m.csv", "docs")
        rows = self.rows(self.folder / "lists/m.csv")
        self.assertEqual([(r["path"], r["id"], r["title"]) for r in rows],
                         [("../docs/a.md", "", "'=1+1 on roads"), ("", "r 1", 'A, "b"'),
                          ("", "r.jsonl#2", "''quoted"), ("../docs/sub/b.txt", "", "")])
        self.assertEqual(os.listdir(self.folder / "lists"), ["m.csv"])
        self.ok("index", "--manifest", "lists/m.csv", "docs")
        after = [self.ok("show", i, "--format", "json").json["document"]
                 for i in ("a.md", "r 1", "r.jsonl#2", "sub/b.txt")]
        self.assertEqual(after, before)

    def test_a_dry_run_writes_changed_and_unchanged_documents(self):
        self.ok("index", "docs")
        self.write("docs/c.md", "---\ntitle: New\n---\nText.\n")
        self.write("docs/sub/b.txt", "Plain words of no one.\n\nMore.\n")
        self.ok("index", "--dry-run", "--write-manifest", "m.csv", "docs")
        self.assertEqual([r["path"] or r["id"] for r in self.rows(self.folder / "m.csv")],
                         ["docs/a.md", "docs/c.md", "r 1", "r.jsonl#2", "docs/sub/b.txt"])
        self.assertEqual(self.ok("status", "--format", "json").json["documents"], 4)

if __name__ == "__main__":
    unittest.main()
