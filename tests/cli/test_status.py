"""status: the coverage of real collections, as counted from their records, and what is left out."""
import collections
import json
import subprocess
import unittest

from pincite import SHARED, CommandLineTest, needs_shared

CORPORA = SHARED / "corpora"


class Status(CommandLineTest):
    def status(self, *arguments):
        return self.ok("status", "--format", "json", *arguments).json

    def test_what_is_left_out_is_told_with_its_reason(self):
        self.write("docs/r.jsonl", '{"id":"a","text":"Mines."}\n{broken\n')
        self.write("docs/empty.txt", "")
        self.run_pincite("index", "docs")
        shown = self.ok("status").out
        self.assertIn("not in the index, 2 files or records", shown)
        self.assertRegex(shown, r"r\.jsonl:2: \S+")
        self.assertRegex(shown, r"empty\.txt: \S+")
        self.assertEqual(len(self.status()["skipped"]), 2)
        self.write("docs/r.jsonl", '{"id":"a","text":"Mines."}\n')
        self.write("docs/empty.txt", "Mines.")
        self.ok("index", "docs")
        self.assertIn("nothing that was given is left out", self.ok("status").out)

    def test_of_many_that_are_left_out_the_first_are_shown(self):
        self.write("r.jsonl", '{"id":"a","text":"Mines."}\n' + "{broken\n" * 80)
        self.run_pincite("index", "r.jsonl")
        shown = self.ok("status").out
        self.assertEqual(shown.count("r.jsonl:"), 50)
        self.assertIn("and 30 more", shown)
        self.assertEqual(len(self.status()["skipped"]), 80)

    def test_an_empty_index_has_a_status(self):
        (self.folder / "none").mkdir()
        self.run_pincite("index", "none")
        result = self.run_pincite("status")
        self.assertEqual(result.code, 0, result.err)
        self.assertTrue(result.out.splitlines()[1].startswith("0 documents"))

    def test_text_names_states_their_years_and_the_gaps(self):
        self.write("r.jsonl", "".join(
            json.dumps({"id": str(i), "text": "Mines.", "state": state, "date": date}) + "\n"
            for i, (state, date) in enumerate([("Azerbaijan", "2005"), ("Azerbaijan", "2008-03"),
                                               ("Azerbaijan", None), (["Côte d’Ivoire"], "2001"),
                                               (None, "2002"), ("\x1b[31mLand", "2002")])))
        self.run_pincite("index", "r.jsonl")
        shown = self.ok("status").out
        self.assertNotIn("\x1b", shown)
        lines = [line.split() for line in shown.splitlines()]
        self.assertIn(["Azerbaijan", "3", "2005–2008", "2006–2007;", "1", "undated"], lines)
        self.assertIn(["none", "1", "2002"], lines)
        names = [line for line in shown.splitlines() if line.startswith("  ")]
        self.assertLess(next(i for i, n in enumerate(names) if "Azerbaijan" in n),
                        next(i for i, n in enumerate(names) if "Ivoire" in n))
        status = self.status()
        self.assertEqual(status["without"]["state"], 1)
        self.assertEqual(status["without"]["date"], 1)
        azerbaijan = next(s for s in status["states"] if s["state"] == "AZE")
        self.assertEqual(azerbaijan, {"state": "AZE", "label": "Azerbaijan", "documents": 3,
                                      "undated": 1, "first": 2005, "last": 2008,
                                      "missing": [[2006, 2007]]})

    @needs_shared
    def test_coverage_agrees_with_the_records(self):
        for name in ("ungdc-dev.jsonl.zst", "treaty-declarations.jsonl.zst"):
            with self.subTest(corpus=name):
                lines = subprocess.run(["zstdcat", CORPORA / name], capture_output=True,
                                       check=True).stdout
                records = [json.loads(line) for line in lines.splitlines()]
                self.ok("index", "-i", name, CORPORA / name)
                status = self.status("-i", name)
                everything = self.search("-i", name, "--limit", "1", "--", "-nosuchword")["facets"]
                years = {e["value"]: e["count"] for e in everything["year"]}
                states = {e["value"]: e["count"] for e in everything["state"]}
                self.assertEqual(status["without"]["date"], years.pop(None, 0))
                self.assertEqual(status["without"]["state"], states.pop(None, 0))
                self.assertEqual({str(y["year"]): y["count"] for y in status["years"]}, years)
                self.assertEqual({s["state"]: s["documents"] for s in status["states"]}, states)
                self.assertEqual(status["documents"], len(records))
                if not name.startswith("ungdc"):
                    continue
                expected = collections.Counter(
                    ("EUE" if r["state"] == "EU" else r["state"], r["year"]) for r in records)
                self.assertEqual({(c["state"], c["year"]): c["count"] for c in status["coverage"]},
                                 expected)
                self.assertEqual(sum(s["documents"] for s in status["states"]), len(records))
                self.assertEqual(status["without"], {"state": 0, "date": 0, "type": 0,
                                                     "language": 0})


if __name__ == "__main__":
    unittest.main()
