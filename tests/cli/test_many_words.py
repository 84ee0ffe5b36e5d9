"""Plain words in numbers: whatever they are and however many documents are asked for, a search ends
with an answer, and that does not depend on how many are shown."""
import json
import os
import random
import unittest

from pincite import CommandLineTest

ROUNDS = int(os.environ.get("PINCITE_TEST_QUERIES", "80"))
WORDS = ("the of and to international national nations treaty mines state states peace world "
         "under review antipersonnel nonstate coordinate inter personnel anti").split()
COMPOUNDS = ["inter-national", "anti-personnel", "non-state", "co-ordinate", "under-review"]


class ManyWords(CommandLineTest):
    def test_every_search_is_answered(self):
        chance = random.Random(7)
        weights = [1 / (rank + 1) for rank in range(len(WORDS))]
        with open(self.folder / "docs.jsonl", "w", encoding="utf-8") as records:
            for number in range(1200):
                words = chance.choices(WORDS, weights, k=chance.randrange(5, 300))
                if chance.random() < 0.02:
                    words.insert(0, chance.choice(COMPOUNDS))
                records.write(json.dumps({"id": str(number), "text": " ".join(words)}) + "\n")
        self.ok("index", "--quiet", "docs.jsonl")
        for _ in range(ROUNDS):
            query = " ".join(chance.choices(WORDS + COMPOUNDS, k=chance.randrange(2, 6)))
            totals = set()
            for limit in (10, chance.randrange(20, 300), 0):
                result = self.run_pincite("search", "--format", "json", "--passages", "1",
                                          "--facets", "none", "--limit", limit, query)
                self.assertEqual(result.code, 0, (query, limit, result.err))
                totals.add(result.json["documents"]["total"])
            self.assertEqual(len(totals), 1, query)


if __name__ == "__main__":
    unittest.main()
