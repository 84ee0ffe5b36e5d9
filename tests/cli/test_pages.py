"""Country-profile pages of other shapes than the first one; the states are real, the text is not."""
import unittest

from pincite import CommandLineTest

ATTENDED = "Attended the Tenth Meeting of States Parties in Geneva in December 2010"


class Pages(CommandLineTest):
    def shown(self, page):
        self.write("docs/page.txt", page)
        self.ok("index", "-q", "docs")
        return self.ok("show", "page.txt", "--format", "json").json

    def test_state_type_and_meeting_from_pages_with_other_headers(self):
        rows = [
            ("Iraq\nImpact\nCommitment to the treaty |\n" + ATTENDED + " |\nSummary\n",
             "Iraq: Impact", "IRQ", ["MBT-10MSP"], []),
            ("Georgia\nMine Ban Policy\nParticipation in meetings | " + ATTENDED + "\nPolicy\n",
             "Georgia: Mine Ban Policy", "GEO", ["MBT-10MSP"], ["MBT"]),
            ("Landmine Monitor 2012\nIran: Mine Ban Policy\nMine Ban Treaty status |\n"
             "Not a State Party |\nPolicy\n", "Iran: Mine Ban Policy", "IRN", [], ["MBT"]),
            ("Iran (Islamic Republic of)\nLandmine ban policy\nTreaty status |\nNot a State Party |\n"
             "Policy\n", "Iran (Islamic Republic of): Landmine ban policy", "IRN", [], ["MBT"]),
            ("Korea, North\nMine Ban Policy\nParticipation |\nDid not attend the Tenth Meeting of "
             "States Parties |\nPolicy\n", "Korea, North: Mine Ban Policy", "PRK", [], ["MBT"]),
            ("Oman\nPolicy\n", "Oman", "OMN", [], []),
        ]
        for page, title, state, meeting, treaty in rows:
            with self.subTest(title=title):
                text = "A first paragraph that is long enough to be one, on a policy.[1]\n"
                document = self.shown(page + text + "[1] A note.\n")["document"]
                self.assertEqual((document["title"], document["state"], document["type"]),
                                 (title, [state], "country_profile"))
                self.assertEqual((document["meeting"], document["treaty"]), (meeting, treaty))

    def test_rows_of_one_line_need_no_bar_at_the_end(self):
        shown = self.shown("Georgia\nMine Ban Policy\nStatus | Not a State Party\nVotes | In favor\n"
                           "Policy\nA paragraph that is long enough to be one.[1]\n[1] A note.\n")
        self.assertEqual([p["kind"] for p in shown["passages"]],
                         ["title", "title", "row", "row", "heading", "paragraph", "note"])

    def test_a_great_many_notes_are_all_paired(self):
        count = 12_000
        body = "\n\n".join(f"Sentence {i} is here.[{i}]" for i in range(1, count + 1))
        notes = "\n\n".join(f"[{i}] Note {i}." for i in range(1, count + 1))
        shown = self.shown(f"A title\n\n{body}\n\n{notes}\n")
        self.assertEqual(len(shown["notes"]), count)
        self.assertEqual(shown["unpaired"], {"marks": [], "notes": []})


class Warned(CommandLineTest):
    def test_an_id_that_is_given_twice_is_told_with_both_places(self):
        self.write("docs/x.md", "---\nid: same\n---\nfirst file")
        self.write("docs/y.md", "---\nid: same\n---\nsecond file")
        report = self.ok("index", "docs", "--report", "json").json
        self.assertEqual([w["code"] for w in report["warnings"]], ["id_given_twice"])
        self.assertIn("x.md", report["warnings"][0]["text"])
        self.assertIn("y.md", report["warnings"][0]["first"])

    def test_a_report_that_cannot_be_printed_does_not_pretend_that_the_run_failed(self):
        self.write("docs/a.txt", "mines")
        command = f"{self.program} index docs >/dev/full"
        result = self.run_shell(command)
        self.assertEqual(result.code, 1)
        self.assertIn("what the run did stands", result.err)
        self.ok("search", "mines")


if __name__ == "__main__":
    unittest.main()
