"""Copies of a passage: folded for people, each by itself for programs."""
import json
import re
import subprocess
import unittest

from pincite import CommandLineTest, SHARED, needs_shared

TEXT = ("The harbour master denied that any crate had left the lower quay. He put the report down "
        "to an accidental clerical error. A second inspection was announced for the spring.")


class CopiesTest(CommandLineTest):
    def setUp(self):
        super().setUp()
        for year in (2009, 2010, 2011):
            self.write(f"docs/survey-{year}.md",
                       f"---\ntitle: Harbour survey\ndate: {year}\n---\n\nOpening of {year}.\n\n"
                       f"{TEXT}\n")
        self.ok("index", "--quiet", "docs")

    def test_text_folds_and_names_the_copies(self):
        out = self.ok("search", '"clerical error"').out
        self.assertTrue(out.startswith("3 documents, 2 folded into others as copies\n"), out)
        self.assertEqual(out.count("cite: "), 1)
        self.assertEqual(len(re.findall("copy, the same: 20(?:09|10|11) · ", out)), 2)
        for year in (2009, 2010, 2011):
            self.assertIn(f"survey-{year}.md", out)

    def test_no_fold_shows_each(self):
        out = self.ok("search", "--no-fold", '"clerical error"').out
        self.assertTrue(out.startswith("3 documents\n"), out)
        self.assertEqual(out.count("cite: "), 3)

    def test_every_other_format_lists_each(self):
        answer = self.search('"clerical error"')
        self.assertEqual(len(answer["hits"]), 3)
        self.assertEqual(sum(f["count"] for f in answer["facets"]["year"]), 3)
        rows = self.ok("search", '"clerical error"', "--format", "csv").out
        self.assertEqual(rows.count("harbour master"), 3)
        lines = self.ok("search", '"clerical error"', "--concordance").out
        self.assertEqual(lines.count("clerical error"), 3)

    def test_facets_count_documents(self):
        out = self.ok("search", '"clerical error"', "--facets", "year").out
        self.assertIn("year: 2009 (1), 2010 (1), 2011 (1)", out)

    @needs_shared
    def test_resolutions_that_repeat_a_paragraph(self):
        """Every document that a script finds to hold the words is a lead or one of its copies."""
        file = SHARED / "corpora" / "unsc-resolutions.jsonl.zst"
        self.ok("index", "--quiet", "-i", "real", file)
        lines = subprocess.run(["zstdcat", file], capture_output=True, check=True).stdout
        holders = {}
        for line in lines.splitlines():
            record = json.loads(line)
            for paragraph in re.split(r"\n\s*\n", record["text"]):
                words = re.findall(r"[A-Za-z]+", paragraph)
                if len(words) >= 20 and paragraph.isascii() and '"' not in paragraph:
                    holders.setdefault(" ".join(paragraph.split()), set()).add(record["id"])
        repeated = sorted((p, ids) for p, ids in holders.items() if 2 <= len(ids) <= 8)
        self.assertGreater(len(repeated), 20)
        for paragraph, ids in repeated[::5]:
            out = self.ok("search", "-i", "real", f'"{paragraph}"', "--limit", "0", "--passages",
                          "0").out
            for name in ids:
                self.assertRegex(out, rf"(?m)(^ *|· ){re.escape(name)}( ·|$)")
            self.assertLess(len(re.findall(r"(?m)^\d+\. ", out)), len(ids), paragraph[:80])


if __name__ == "__main__":
    unittest.main()
