"""Queries of any kind, by the thousand: each is answered or refused as the contract says."""
import json
import random

from pincite import SAMPLES, CommandLineTest

PIECES = ["mine", "ban", "of the", "AND", "OR", "NOT", "NEAR/3", "ADJ/2", "NEAR/0", "+", "-", "=", "*",
          "\\", "(", ")", '"', "“", "”", "„", "«", "»", "「", "」", "″", "＂", " ", " ", " ", "\n\n",
          "\t", "title:", "state:", "state:AZE", "state:Azerbajan", "type:letter", "type:x", "year:",
          "year:2010..", "year:20x", "date:2010-13", "foo:bar", "symbol:/", "mentions:A/RES/65/48",
          "meeting:10MSP", "cites.type:letter", "https://x.org", "12:30", "A/RES/65/48", "'a b'", "…",
          "anti-personnel", "l’état", "–x", "[5]", "⁵", "\x01", "\x1b[2J", "\u202e", "\ufeff", "地雷",
          "الألغام", "e\u0301", "min*", "=mines"]
CODES_OF_THE_WHOLE = {"words_as_phrase", "synonyms", "cites_anywhere", "undated_left_out", "several_meanings", "no_words"}
FILTERS = ["--limit", "2", "--passages", "1", "--facets", "none"]


class HostileQueries(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.ok("index", "--quiet", SAMPLES)

    def answer(self, query):
        """The answer; nothing where the query was refused, which must be with a reason only."""
        result = self.run_pincite("search", "--format", "json", *FILTERS, "--", query)
        self.assertIn(result.code, (0, 1, 2), query)
        if result.code == 2:
            self.assertEqual(result.out, "", query)
            self.assertRegex(result.err, r"\Apincite: .+: .+\n")
            return None
        self.assertEqual(result.err, "", query)
        answer = result.json
        self.assertEqual(result.code, 0 if answer["documents"]["total"] else 1, query)
        return answer

    def test_random_queries(self):
        typist = random.Random(20100721)
        for _ in range(1000):
            query = "".join(typist.choice(PIECES) for _ in range(typist.randint(1, 12)))
            with self.subTest(query=query):
                first = self.answer(query)
                if first is None:
                    continue
                self.assertEqual(first["query"], query)
                again = self.answer(first["parsed"])
                self.assertEqual(again["parsed"], first["parsed"])
                self.assertEqual(again["documents"], first["documents"])
                for notice in again["notices"]:
                    self.assertIn(notice["code"], CODES_OF_THE_WHOLE)

    def test_an_unknown_value_is_refused_with_the_nearest(self):
        for query, nearest in [("mines state:Azerbajan", "Azerbaijan"), ("type:leter", "etter"),
                               ("(a OR meeting:\"Tenth Meting of the States Parties\")", "Tenth Meeting")]:
            result = self.run_pincite("search", "--format", "json", "--", query)
            self.assertEqual((result.code, result.out), (2, ""), query)
            self.assertIn("unknown value", result.err)
            self.assertIn(nearest, result.err)

    def test_what_is_no_date_or_symbol_is_refused(self):
        for query in ("year:20x", "date:2010-13", "year:2012..2010", "year:..", "symbol:/",
                      "mine mentions://"):
            result = self.run_pincite("search", "--format", "json", "--", query)
            self.assertEqual((result.code, result.out), (2, ""), query)

    def test_what_asks_for_nothing_finds_nothing(self):
        for query in ('""', "()", "(", "…", "*", '"" -()', "- …"):
            result = self.run_pincite("search", "--format", "json", "--", query)
            self.assertEqual(result.code, 1, query)
            self.assertEqual(result.json["documents"]["total"], 0, query)
            self.assertTrue(result.json["notices"], query)
        for query in ("", " \t\n", "\u00a0\u3000"):
            self.assertEqual(self.run_pincite("search", "--", query).code, 2)

    def test_long_queries(self):
        numbers = range(6000)
        for query, code in [(" ".join(f"w{i}" for i in numbers), "too_many_words"),
                            (" AND ".join(f"w{i}" for i in numbers), "too_many_words"),
                            (" ".join(f'"a w{i}"' for i in numbers), "too_many_words"),
                            (" ".join(f"w{i}*" for i in range(26)), "too_many_words"),
                            (" ".join(f"mine -w{i}" for i in numbers), "too_many_words"),
                            ('"' + " ".join(f"w{i}" for i in numbers) + '"', "phrase_cut"),
                            (" NEAR/9 ".join(f"w{i}" for i in numbers), "misplaced_operator"),
                            ("(" * 10000 + "mine" + ")" * 10000, "too_deep"),
                            ("NOT " * 5000 + "mine", "misplaced_operator"),
                            ("title:(" * 5000 + "mine" + ")" * 5000, "too_deep")]:
            answer = self.answer(query)
            self.assertIn(code, [notice["code"] for notice in answer["notices"]], query[:40])
            self.assertEqual(self.answer(answer["parsed"])["documents"], answer["documents"])
        self.assert_refused("mine " * 24000)

    def assert_refused(self, part):
        result = self.run_pincite("search", "--format", "json", "--", part, part, part)
        self.assertEqual((result.code, result.out), (2, ""))
        self.assertIn("more than the 262144", result.err)
