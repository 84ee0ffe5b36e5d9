"""The first acceptance document, from the file on disk to the cited passage."""
import re
import unittest

from pincite import SHARED, CommandLineTest, needs_shared

SEED = SHARED / "seed"
PARAGRAPH = (
    "Additionally, in 2010, a communiqué posted on the website of the Ministry of Defense Industry")
CITATION = ("Landmine Monitor, “Azerbaijan: Mine Ban Policy”, 2011, “Production, transfer, "
            "stockpiling, and use”, 3rd paragraph, note 5.")

# Each sentence of the profile by its first words, and the note it rests on.
SENTENCES = (
    ("Not a State Party", None),
    ("As in previous years, voted", None),
    ("Attended as an observer", None),
    ("The Republic of Azerbaijan has not", "1"),
    ("It has stated that it supports", "1"),
    ("But, it “cannot accede", "1"),
    ("Therefore adherence to the", "1"),
    ("In 2010, it stated", "2"),
    ("However, Azerbaijan “has no", "2"),
    ("Still, Azerbaijan has", None),
    ("It has voted in favor", None),
    ("Azerbaijan submitted voluntary", None),
    ("While the reports have", None),
    ("Azerbaijan is not party", None),
    ("Azerbaijan has stated on", "3"),
    ("Azerbaijan’s mine stockpile", None),
    ("In early 2011, Azerbaijani", "4"),
    ("President Aliyev visited", "4"),
    ("Following this media report", None),
    ("Despite continuous follow-up", None),
    ("Additionally, in 2010,", "5"),
    ("The Ministry of Foreign Affairs attributed", "5"),
    ("The director of the", "6"),
    ("Officials have stated that", "7"),
    ("They have also said", "7"),
    ("Azerbaijan apparently has", None),
)


@needs_shared
class Seed(CommandLineTest):
    def setUp(self):
        super().setUp()
        self.ok("index", "-i", "x", SEED)
        self.text = (SEED / "azerbaijan-mine-ban-policy-2011.txt").read_text("utf-8")

    def test_the_quotation_is_shown_verbatim_with_its_note_and_citation(self):
        out = self.ok("search", "-i", "x", '"accidental technical error"').out
        paragraph = next(p for p in self.text.split("\n") if p.startswith(PARAGRAPH))
        self.assertIn(paragraph, out)
        self.assertIn("note 5: Response to ICBL letter by Garay Muradov, Head of Security Affairs "
                      "Department, Ministry of Foreign Affairs, 21 July 2010.", out)
        self.assertIn(CITATION, out)
        coloured = self.ok("search", "-i", "x", "--color", "always",
                           '"accidental technical error"').out
        self.assertRegex(coloured, "\x1b\\[[0-9;]+maccidental technical error\x1b\\[0?m")

    def test_the_json_is_the_contract_s(self):
        answer = self.search("-i", "x", '"accidental technical error"')
        self.assertEqual(list(answer)[:6],
                         ["schema", "query", "parsed", "documents", "revision", "hits"])
        self.assertEqual(answer["documents"], {"total": 1, "exact": True, "all_words": 1})
        self.assertRegex(answer["revision"], r"^\d{6}\.\d+-[0-9a-f]{6}$")
        hit = answer["hits"][0]
        document = hit["document"]
        self.assertEqual(document["id"], "azerbaijan-mine-ban-policy-2011.txt")
        expected = {"title": "Azerbaijan: Mine Ban Policy", "state": ["AZE"], "on_behalf_of": [],
                    "type": "country_profile", "meeting": ["MBT-10MSP"], "treaty": ["MBT"],
                    "date": "2011", "year": 2011, "period": None, "language": "en",
                    "symbol": None, "author": None, "publisher": "Landmine Monitor",
                    "place": None, "url": None, "fields": {}}
        self.assertEqual({key: document[key] for key in expected}, expected)
        self.assertEqual(hit["matching_passages"], 1)
        passage = hit["passages"][0]
        expected = {"number": 14, "kind": "paragraph",
                    "section": ["Production, transfer, stockpiling, and use"], "paragraph": 3,
                    "paragraph_label": None, "page": None, "page_index": None,
                    "highlights": [[327, 353]], "match": "exact", "citation": CITATION}
        self.assertEqual({key: passage[key] for key in expected}, expected)
        self.assertEqual(passage["text"][327:353], "accidental technical error")
        self.assertEqual([(n["label"], n["at"], n["covers"]) for n in passage["notes"]],
                         [("5", 355, [0, 355])])
        self.assertTrue(passage["notes"][0]["text"].startswith("Response to ICBL letter"))
        self.assertEqual(answer["facets"]["state"],
                         [{"value": "AZE", "label": "Azerbaijan", "count": 1}])
        self.assertEqual(answer["facets"]["type"][1]["value"], "report")
        self.assertIsNone(answer["suggestion"])

    def test_seven_notes_every_mark_paired_and_every_character_kept(self):
        shown = self.ok("show", "-i", "x", "azerbaijan-mine-ban-policy-2011.txt", "--format",
                        "json").json
        self.assertEqual([n["label"] for n in shown["notes"]], list("1234567"))
        self.assertEqual(shown["unpaired"], {"marks": [], "notes": []})
        self.assertEqual([n["of"] for n in shown["notes"]], [8, 8, 12, 13, 14, 14, 15])
        kept = "".join("".join(p["text"].split()) for p in shown["passages"])
        self.assertEqual(kept, "".join(self.text.split()))
        provenance = shown["provenance"]
        self.assertEqual(provenance["state"]["from"], "header")
        self.assertEqual(provenance["state"]["where"], "line 1")
        self.assertEqual(provenance["title"]["from"], "sidecar")
        self.assertEqual(provenance["meeting"]["from"], "header")

    def test_covers_of_every_mark(self):
        shown = self.ok("show", "-i", "x", "azerbaijan-mine-ban-policy-2011.txt", "--format",
                        "json").json
        for passage in shown["passages"]:
            at = 0
            for note in passage["notes"]:
                mark = f"[{note['label']}]"
                begin = passage["text"].index(mark)
                self.assertEqual(note["at"], begin)
                self.assertEqual(note["covers"], [at, begin])
                at = begin + len(mark)

    def test_the_note_of_every_sentence(self):
        shown = self.ok("show", "-i", "x", "azerbaijan-mine-ban-policy-2011.txt", "--format",
                        "json").json
        texts = [p["text"] for p in shown["passages"] if p["kind"] in ("paragraph", "row")]
        starts = sum(len(re.findall(r"(?:^|[.…]”?(?:\[\d\])? ?|\|\n)(?=[A-Z])", text))
                     - (text.count("|") > 1) for text in texts)
        self.assertEqual(starts, len(SENTENCES), "the table leaves out no sentence")
        for words, label in SENTENCES:
            with self.subTest(words=words):
                answer = self.search("-i", "x", '"' + words.replace("“", "") + '"')
                passage = answer["hits"][0]["passages"][0]
                self.assertEqual([n["label"] for n in passage["notes"]], [label] if label else [])
                self.assertEqual(passage["citation"].partition(", note ")[2],
                                 label + "." if label else "")
                for note in passage["notes"]:
                    begin, end = note["covers"]
                    self.assertTrue(begin <= passage["highlights"][0][0] < end)
                marks = {n["label"] for n in passage["notes"] + passage["other_notes"]}
                self.assertEqual(marks, set(re.findall(r"\[(\d)\]", passage["text"])))

    def test_a_phrase_inside_a_note_is_found_there(self):
        answer = self.search("-i", "x", '"unilaterally committed to non producing"')
        passage = answer["hits"][0]["passages"][0]
        self.assertEqual((passage["kind"], passage["of"]), ("note", 12))
        self.assertIn("note 3", passage["citation"])

    def test_a_paragraph_pasted_with_its_marks_finds_itself(self):
        for paragraph in self.text.split("\n"):
            if "[" not in paragraph or '"' in paragraph:
                continue
            answer = self.search("-i", "x", f'"{paragraph}"')
            self.assertEqual(answer["documents"]["total"], 1, paragraph)
            self.assertEqual(answer["hits"][0]["passages"][0]["text"], paragraph)

    def test_filters_of_the_acceptance_list(self):
        for found, arguments in (
                (True, ["--meeting", "10MSP"]),
                (True, ["--meeting", "Tenth Meeting of the States Parties"]),
                (True, ["--year", "2011"]),
                (True, ["--state", "Republic of Azerbaijan"]),
                (True, ["--state", "Азербайджан"]),
                (True, ["type:report"]),
                (False, ["--meeting", "9MSP"]),
                (False, ["--year", "2010"]),
        ):
            with self.subTest(arguments=arguments):
                self.assertEqual(self.search("-i", "x", *arguments)["documents"]["total"],
                                 1 if found else 0)
        refused = self.run_pincite("search", "-i", "x", "--state", "Azerbajan")
        self.assertEqual((refused.code, refused.out), (2, ""))
        self.assertIn("Azerbaijan", refused.err)


if __name__ == "__main__":
    unittest.main()
