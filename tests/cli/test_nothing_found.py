"""What is said where nothing is found, and that it is only said."""
import unittest

from pincite import CommandLineTest, SAMPLES


class NothingFoundTest(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.ok("index", "--quiet", SAMPLES)

    def test_a_phrase_that_one_filter_hides(self):
        found = self.search('"accidental technical error"')["documents"]["total"]
        result = self.run_pincite("search", '"accidental technical error"', "--year", "1901")
        self.assertEqual((result.code, result.out), (1, ""))
        self.assertIn("nothing found among 43 documents", result.err)
        self.assertIn(f"without --year 1901: {found} documents", result.err)
        told = self.search('"accidental technical error"', "--year", "1901")["nothing_found"]
        self.assertEqual(told["without"], [{"left_out": ["--year 1901"], "fields": ["year"],
                                            "values": [], "documents": found}])
        self.assertEqual(told["searched"]["documents"], 43)

    def test_files_that_are_not_in_the_index_are_counted(self):
        self.write("docs/a.txt", "Mines.")
        self.write("docs/b.txt", b"\x00\x01\x02")
        self.assertEqual(self.run_pincite("index", "-i", "x", "docs").code, 1)
        result = self.run_pincite("search", "-i", "x", "peace")
        self.assertIn("1 file or record is not in the index: `pincite status` lists them",
                      result.err)

    def test_a_spelling_is_offered_and_not_applied(self):
        result = self.run_pincite("search", '"acidental technical error"')
        self.assertEqual((result.code, result.out), (1, ""))
        self.assertIn('did you mean: "accidental technical error"', result.err)
        offered = self.search('"acidental technical error"')["suggestion"]
        self.assertEqual(self.search(offered["query"])["documents"]["total"], offered["documents"])

    def test_a_spelling_is_offered_where_other_words_are_found(self):
        result = self.ok("search", "acidental technical error")
        self.assertTrue(result.out)
        self.assertIn("did you mean: accidental technical error", result.err)
        self.assertIsNone(self.search("accidental technical error")["suggestion"])

    def test_exports_stay_empty(self):
        result = self.run_pincite("search", "acidental", "--format", "csl")
        self.assertEqual((result.code, result.out.strip()), (1, "[]"))
        self.assertIn("did you mean: accidental", result.err)


if __name__ == "__main__":
    unittest.main()
