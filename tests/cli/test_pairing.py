"""Marks and notes of real papers: how many are paired, and with the right note.

A sample is measured; with PINCITE_PAIRING=all, every paper is.
"""
import json
import os
import subprocess
import unittest

from pairing_truth import expected_pairs, shown_pairs
from pincite import SHARED, CommandLineTest, needs_shared

PAPERS = SHARED / "corpora" / "diplomatic-papers.jsonl.zst"
EVERY = 1 if os.environ.get("PINCITE_PAIRING") == "all" else 16
FEWEST_RIGHT = 0.98
MOST_WRONG = 0.005


def papers():
    """Each n-th of the papers with marks that have a note, and these pairs."""
    lines = subprocess.run(["zstdcat", str(PAPERS)], capture_output=True, check=True).stdout
    count = 0
    for line in lines.split(b"\n"):
        if b"[1" not in line and b"[2" not in line:
            continue
        paper = json.loads(line)
        expected = expected_pairs(paper["text"])
        if expected:
            if count % EVERY == 0:
                yield paper, expected
            count += 1


@needs_shared
class Pairing(CommandLineTest):
    def test_marks_are_paired_with_their_notes(self):
        sample = list(papers())
        self.write("papers.jsonl", "".join(json.dumps(paper) + "\n" for paper, _ in sample))
        self.ok("index", "-i", "x", "papers.jsonl")
        right = wrong = total = 0
        for paper, expected in sample:
            shown = self.ok("show", "-i", "x", paper["id"], "--format", "json").json
            pairs = shown_pairs(paper["text"], shown)
            for mark, note in expected:
                total += 1
                right += pairs.get(mark) == note
                wrong += mark in pairs and pairs[mark] != note
        print(f"{total} marks with a note in {len(sample)} papers: {right} right, {wrong} wrong")
        self.assertGreater(total, 1000)
        self.assertGreaterEqual(right, FEWEST_RIGHT * total)
        self.assertLessEqual(wrong, MOST_WRONG * total)


if __name__ == "__main__":
    unittest.main()
