"""Thousands of real statements: every phrase is found, every count agrees with one made from the
JSON by other means."""
import collections
import json
import os
import random
import re
import resource
import subprocess
import unittest

from pincite import SHARED, CommandLineTest, needs_shared

STATEMENTS = SHARED / "corpora" / "ungdc-dev.jsonl.zst"
PHRASES = int(os.environ.get("PINCITE_TEST_PHRASES", "1000"))


@needs_shared
class GeneralDebate(CommandLineTest):
    @classmethod
    def setUpClass(cls):
        lines = subprocess.run(["zstdcat", STATEMENTS], capture_output=True, check=True).stdout
        cls.records = [json.loads(line) for line in lines.splitlines()]

    def setUp(self):
        super().setUp()
        report = self.ok("index", "-i", "x", "--report", "json", STATEMENTS).json
        self.assertEqual(report["indexed"], len(self.records))
        self.assertEqual(report["skipped"], [])
        # kilobytes, of the largest child so far
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, 1_500_000)

    def test_everything(self):
        # one index for all: making it takes the most time
        self.phrases_are_found()
        self.counts_agree()
        self.facet_rule_holds()
        again = self.ok("index", "-i", "x", "--report", "json", STATEMENTS).json
        self.assertEqual((again["indexed"], again["unchanged"]), (0, len(self.records)))

    def phrases_are_found(self):
        chosen = random.Random(20101129)
        for _ in range(PHRASES):
            record = chosen.choice(self.records)
            paragraphs = [p.split() for p in re.split(r"\n\s*\n", record["text"])]
            words = chosen.choice([p for p in paragraphs if len(p) >= 6] or [None])
            if words is None:
                continue
            start = chosen.randrange(len(words) - 5)
            phrase = " ".join(words[start:start + 6])
            answer = self.search("-i", "x", "--limit", "0", "--passages", "1", "--facets", "none",
                                 "--", f'"{phrase}"')
            ids = [hit["document"]["id"] for hit in answer["hits"]]
            self.assertIn(record["id"], ids, phrase)

    def counts_agree(self):
        states = collections.Counter("EUE" if r["state"] == "EU" else r["state"]
                                     for r in self.records)
        years = collections.Counter(str(r["year"]) for r in self.records)
        answer = self.search("-i", "x", "type:statement", "--limit", "1")
        self.assertEqual({e["value"]: e["count"] for e in answer["facets"]["state"]}, states)
        self.assertEqual({e["value"]: e["count"] for e in answer["facets"]["year"]}, years)
        self.assertEqual(answer["documents"]["total"], len(self.records))
        counts = [(-e["count"], e["value"]) for e in answer["facets"]["state"]]
        self.assertEqual(counts, sorted(counts))

    def facet_rule_holds(self):
        for query in ('"accidental"', "disarmament mines", '"nuclear weapons" -war'):
            answer = self.search("-i", "x", "--limit", "1", "--", query)
            for field, entries in answer["facets"].items():
                for entry in entries:
                    value = "none" if entry["value"] is None else entry["value"]
                    narrowed = self.search("-i", "x", "--limit", "1", "--passages", "1", "--facets",
                                           "none", "--" + field.replace(".", "-"), value, "--", query)
                    self.assertEqual(narrowed["documents"]["total"], entry["count"],
                                     (query, field, value))


if __name__ == "__main__":
    unittest.main()
