"""search --concordance: every occurrence, lined up and cited, and counts that agree with those made
from real documents by other means."""
import collections
import csv
import io
import json
import re
import subprocess
import unicodedata
import unittest

from pincite import SAMPLES, SHARED, CommandLineTest, needs_shared

STATEMENTS = SHARED / "corpora" / "ungdc-dev.jsonl.zst"
RIGHTS = SHARED / "corpora" / "udhr-un6.jsonl"
CONTEXT = 60


def columns(text):
    return sum(0 if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Cf") else
               2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


class Concordance(CommandLineTest):
    def concordance(self, *arguments):
        return self.ok("search", "--concordance", "--format", "json", *arguments).json

    def table(self, *arguments):
        text = self.ok("search", "--concordance", "--format", "csv", *arguments).out
        return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


class Samples(Concordance):
    def setUp(self):
        super().setUp()
        self.ok("index", SAMPLES)

    def test_every_highlight_of_a_search_is_an_occurrence(self):
        for query in ('"accidental technical error"', "stockpile", "mine* -Finland",
                      "treaty NEAR/5 ban"):
            with self.subTest(query=query):
                hits = self.search("--limit", "0", "--passages", "0", "--", query)["hits"]
                expected = collections.Counter(
                    (hit["document"]["id"], passage["number"], tuple(highlight),
                     passage["text"][slice(*highlight)])
                    for hit in hits for passage in hit["passages"]
                    for highlight in passage["highlights"])
                answer = self.concordance("--", query)
                found = collections.Counter(
                    (o["document"]["id"], o["passage"]["number"], tuple(o["highlight"]), o["match"])
                    for o in answer["occurrences"])
                self.assertEqual(found, expected)
                self.assertGreater(len(found), 4)
                self.assertEqual(answer["exported"]["occurrences"], sum(expected.values()))
                places = [(o["rank"], o["passage"]["number"], o["highlight"])
                          for o in answer["occurrences"]]
                self.assertEqual(places, sorted(places))

    def test_the_formats_agree(self):
        query = ("stockpile", "--sort", "date")
        answer = self.concordance(*query)
        rows = self.table(*query)
        lines = self.ok("search", "--concordance", *query).out.split("\n\n")[0].splitlines()
        self.assertEqual(len(rows), len(answer["occurrences"]))
        self.assertEqual(len(lines), len(answer["occurrences"]))
        for one, row, line in zip(answer["occurrences"], rows, lines):
            self.assertEqual(row["match"], one["match"])
            self.assertIn(row["left"], (one["left"], "'" + one["left"]))
            self.assertEqual(row["right"], one["right"])
            self.assertEqual(row["document id"], one["document"]["id"])
            self.assertEqual(row["passage"], str(one["passage"]["number"]))
            self.assertEqual(row["citation"], one["citation"])
            self.assertEqual(row["search query"], "stockpile")
            self.assertTrue(line.endswith("  " + one["citation"]), line)
            self.assertEqual(line[CONTEXT:CONTEXT + len(one["match"])], one["match"])
        dates = [o["document"]["date"] for o in answer["occurrences"] if o["document"]["date"]]
        self.assertEqual([d[:4] for d in dates], sorted(d[:4] for d in dates))

    def test_contexts_are_the_documents_characters(self):
        answer = self.concordance("mine*", "--limit", "5")
        texts = {}
        for one in answer["occurrences"]:
            name = one["document"]["id"]
            if name not in texts:
                shown = self.ok("show", name, "--format", "json").json
                texts[name] = [p["text"] for p in shown["passages"]]
            text = texts[name][one["passage"]["number"] - 1]
            begin, end = one["highlight"]
            self.assertEqual(text[begin:end], one["match"])
            self.assertTrue(text[:begin].endswith(one["left"]))
            self.assertTrue(text[end:].startswith(one["right"]))
            self.assertLessEqual(columns(" ".join(one["left"].split())), CONTEXT)

    def test_limits_and_filters_hold(self):
        self.assertEqual({o["document"]["id"] for o in self.concordance("mine*", "-n", "2")[
            "occurrences"]}, {h["document"]["id"] for h in self.search("mine*", "-n", "2")["hits"]})
        for one in self.concordance("mine*", "--state", "Finland")["occurrences"]:
            self.assertIn("FIN", one["document"]["state"])

    def test_what_has_nothing_to_line_up_is_told(self):
        result = self.run_pincite("search", "--concordance", "--state", "Finland")
        self.assertEqual((result.code, result.out), (2, ""))
        self.assertIn("no words to line up", result.err)
        result = self.run_pincite("search", "--concordance", "mines", "--format", "ris")
        self.assertEqual((result.code, result.out), (2, ""))
        for query in ("title:finland", "state:Finland"):
            result = self.run_pincite("search", "--concordance", query)
            self.assertEqual((result.code, result.out), (1, ""))
            self.assertIn("without --concordance", result.err)
        result = self.run_pincite("search", "--concordance", "nosuchword")
        self.assertEqual((result.code, result.out), (1, ""))
        self.assertIn("nothing found", result.err)

    def test_the_record_has_the_counts(self):
        self.ok("search", "--concordance", "stockpile", "--format", "csv", "--record", "r.json")
        told = json.loads((self.folder / "r.json").read_text("utf-8"))
        self.assertEqual(told["counts"], self.concordance("stockpile")["counts"])


@needs_shared
class RealDocuments(Concordance):
    def test_scripts_line_up(self):
        self.ok("index", RIGHTS)
        for query in ("人人有权", "право", "الحق", "human"):
            lines = self.ok("search", "--concordance", f'"{query}"').out.split("\n\n")[0].splitlines()
            self.assertGreater(len(lines), 1)
            for line in lines:
                at = {columns(line[:found.start()])
                      for found in re.finditer(query, line, re.IGNORECASE)}
                self.assertTrue(at & {CONTEXT}, (line, at))

    def test_counts_agree_with_the_texts(self):
        lines = subprocess.run(["zstdcat", STATEMENTS], capture_output=True, check=True).stdout
        records = [json.loads(line) for line in lines.splitlines()]
        self.ok("index", STATEMENTS)
        for word in ("apartheid", "sovereignty", "terrorism", "hunger"):
            with self.subTest(word=word):
                one = re.compile(rf"(?<!\w){word}(?!\w|['’‘`´]\w)", re.IGNORECASE)
                states, years = collections.Counter(), collections.Counter()
                for record in records:
                    count = len(one.findall(record["text"]))
                    if count:
                        states["EUE" if record["state"] == "EU" else record["state"]] += count
                        years[str(record["year"])] += count
                answer = self.concordance("=" + word, "--facets", "none")
                counts = answer["counts"]
                self.assertEqual(len(answer["occurrences"]), sum(states.values()))
                self.assertEqual({c["value"]: c["occurrences"] for c in counts["state"]}, states)
                self.assertEqual({c["value"]: c["occurrences"] for c in counts["year"]}, years)
                self.assertEqual([c["value"] for c in counts["year"]], sorted(years))


if __name__ == "__main__":
    unittest.main()
