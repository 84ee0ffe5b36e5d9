"""What must be found as a phrase, however it was typed or typeset, and what must not.

Each row: the text of a document, a phrase, and how it matches: `exact`, `typographic`, or None where
it must not be found. The sentences are invented."""
import re
import unittest

from pincite import CommandLineTest

E, T, N = "exact", "typographic", None

NOTES = "\n\n[4] Letter from the ministry, 3 May 2003.\n\n[5] Interview, 4 May 2003.\n"

ROWS = [
    # quotation marks and apostrophes
    ("She called it a “grave clerical slip” later.", "a grave clerical slip later", T),
    ("She called it a “grave clerical slip” later.", "grave clerical slip", E),
    ("They called it a 'grave slip' later.", "a ‘grave slip’ later", T),
    ("He said «nous verrons» and left.", "said nous verrons and left", T),
    ("The state’s stockpile is small.", "state's stockpile", T),
    ("The state's stockpile is small.", "state’s stockpile", T),
    ("The states stockpile is small.", "state's stockpile", N),
    ("The state's stockpile is small.", "states stockpile", N),
    ("rock ʼnʼ roll in Honiara", "rock 'n' roll", T),
    ("said ❝heavy marks❞ loudly", "said heavy marks loudly", T),
    ("the 1990’s were hard", "the 1990s were hard", N),
    ("can’t ever do it", "can't ever do it", T),
    # case, accents, ligatures, widths
    ("La Côte d’Ivoire a signé le traité.", "cote d'ivoire a signe", T),
    ("La Cote d'Ivoire a signe le traite.", "Côte d’Ivoire a signé", T),
    ("The oﬃce in Tórshavn", "office in Torshavn", T),
    ("The ＡＲＴＩＣＬＥ ７ report", "article 7 report", T),
    ("Cafe\u0301 de la paix", "café de la paix", T),
    ("die Straße nach Gießen", "strasse nach giessen", T),
    ("die STRASSE nach Gießen", "Straße nach Gießen", T),
    ("ὁ λόγος τοῦ Ἀχιλλεύς", "ο ΛΟΓΟΣ του αχιλλευς", T),
    ("Œuvre de paix, Ærø", "oeuvre de paix aero", T),
    ("Łódź and Gdańsk", "Lodz and Gdansk", T),
    ("Hội nghị Đà Nẵng năm nay", "hoi nghi da nang nam nay", T),
    ("für die Überprüfung", "fuer die Ueberpruefung", N),
    ("Ştefan şi Ţară", "Ștefan și Țară", T),
    ("ǅungla i ǉubav", "džungla i ljubav", T),
    ("col·laborar amb tothom", "collaborar amb tothom", T),
    # Russian, Arabic, Hebrew, Persian and others
    ("Всё ещё идёт разминирование", "все еще идет разминирование", T),
    ("Договор о запрещении мин", "договор о запрещении мин", T),
    ("йод и мойка", "иод и моика", N),
    ("ста\u0301рый за\u0301мок на горе", "старый замок на горе", T),
    ("Ґрунт і ганок", "Грунт і ганок", N),
    ("تمّ تدميرُ الألغام في العام الماضي", "تم تدمير الالغام في العام الماضي", T),
    ("الـــدول الأطراف في الاتفاقية", "الدول الاطراف في الاتفاقيه", T),
    ("مدرسة على الطريق", "مدرسه علي الطريق", T),
    ("שָׁלוֹם עַל יִשְׂרָאֵל", "שלום על ישראל", T),
    ("כל־העמים באו", "כל העמים באו", T),
    ("كتاب‌های ایران", "كتاب‌هاي ايران", T),
    ("سال ۱۳۸۹ در تهران", "سال 1389 در تهران", T),
    ("ﻻ سلام بلا عدل", "لا سلام بلا عدل", T),
    ("ኢትዮጵያ፡መንግሥት፡አስታወቀ", "ኢትዮጵያ መንግሥት አስታወቀ", T),
    ("Ի՞նչ արեցիր այսօր", "Ինչ արեցիր այսօր", T),
    ("İstanbul ve Diyarbakır’da mayın", "istanbul ve diyarbakir'da mayin", T),
    ("Azərbaycan Respublikası minalar", "AZƏRBAYCAN RESPUBLİKASI MİNALAR", T),
    ("საქართველოს მთავრობა", "ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝᲡ ᲛᲗᲐᲕᲠᲝᲑᲐ", T),
    ("Հայաստանի Հանրապետություն", "ՀԱՅԱՍՏԱՆԻ ՀԱՆՐԱՊԵՏՈՒԹՅՈՒՆ", T),
    ("일본 정부는 지뢰를 폐기했다", "지뢰를 폐기했다", E),
    ("政府は対人地雷を廃棄した。", "対人地雷を廃棄", E),
    ("中国政府支持禁止地雷。", "支持禁止地雷", E),
    ("中国政府支持禁止地雷。", "禁止支持地雷", N),
    ("ｶﾞｲﾑｼｮｳ の発表", "ガイムショウの発表", T),
    ("中國政府聲明", "中国政府声明", N),
    ("지뢰를 폐기했다", "지뢰를폐기했다", N),
    ("รัฐบาลไทยทำลายทุ่นระเบิดแล้ว", "ทำลายทุ่นระเบิด", E),
    # spaces and breaks
    ("mine\u00a0ban\u2009policy and\u200b others", "mine ban policy and others", T),
    ("the clearance\nof all\r\nmined areas", "clearance of all mined areas", E),
    ("the clear\u00adance of mines", "clearance of mines", T),
    ("the clearance\fof mines", "clearance of mines", E),
    ("first paragraph ends\n\nsecond paragraph begins", "ends second", N),
    ("One sentence ends. Another begins.", "ends another begins", T),
    # hyphens and compounds
    ("no anti-personnel mines remain", "antipersonnel mines remain", T),
    ("no anti-personnel mines remain", "anti personnel mines remain", T),
    ("no antipersonnel mines remain", "anti-personnel mines remain", T),
    ("no antipersonnel mines remain", "anti personnel mines", T),
    ("no anti personnel mines remain", "antipersonnel mines", T),
    ("no anti personnel mines remain", "anti-personnel mines", T),
    ("no anti\u2011personnel mines remain", "no anti-personnel mines", T),
    ("no anti-personnel mines remain", "no anti-personnel mines", E),
    ("no anti-\npersonnel mines remain", "no antipersonnel mines", T),
    ("no anti-\npersonnel mines remain", "no anti-personnel mines", T),
    ("a tech-\nnical error of sorts", "technical error", T),
    ("a tech-\nnical error of sorts. It was technical.", "a technical error", T),
    ("a state-of-the-art laboratory", "state of the art laboratory", T),
    ("a state of the art laboratory", "state-of-the-art laboratory", T),
    ("the landmine problem", "land mine problem", T),
    ("the land-mine problem", "landmine problem", T),
    ("the land mine problem", "landmine problem", T),
    ("multi-lateral non-governmental cooperation", "multilateral nongovernmental co-operation", T),
    ("use by non-State actors of mines", "use by State actors", N),
    ("use by non-State actors of mines", "use by nonstate actors of", T),
    ("a notable result", "not able", N),
    ("use by non\u2010State armed groups", "use by State armed groups", N),
    ("use by non\u2013State armed groups", "use by nonState armed groups", T),
    ("mother-in-law's house", "motherinlaw's house", T),
    ("the anti-personnel-mine convention", "antipersonnel mine convention", T),
    ("together they came", "to gether they came", N),
    ("cannot use it", "can not use it", N),
    ("they were not able to clear", "notable", N),
    ("of the people", "ofthe people", N),
    ("articles 10-11 of the treaty", "articles 1011 of the treaty", N),
    ("articles 10-11 of the treaty", "articles 10 11 of the treaty", T),
    ("articles 10–11 of the treaty", "articles 10-11 of", T),
    # marks of notes
    ("It was a slip.[4] The press wrote nothing.[5]" + NOTES, "a slip. The press", T),
    ("It was a slip.[4] The press wrote nothing.[5]" + NOTES, "a slip.[4] The press", E),
    ("It was a slip.[4]Then the press wrote.[5]" + NOTES, "a slip. Then the press", T),
    ("It was a “slip.”[4] The press wrote nothing.[5 ]" + NOTES, "a “slip.” The press", T),
    ("It was a slip.⁴ The press wrote nothing.⁵" + NOTES, "a slip. The press", T),
    ("Under Article 2 (7) of the Charter", "article 2 of the charter", N),
    ("Under Article 2 (7) of the Charter", "article 2 (7) of the charter", T),
    ("an area of 40 m² was cleared", "40 m was cleared", N),
    ("an area of 40 m² was cleared", "40 m² was cleared", E),
    # marks whose notes were left out
    ("It was a slip.[4] The press", "a slip. The press", T),
    ("It was a slip.[4] The press", "a slip.[4] The press", E),
    ("It was a slip.[4] The press", "a slip.⁴ The press", T),
    ("It was a slip.[4] The press", "a slip.4 The press", T),
    ("It was a slip.[4], [5] The press", "a slip. The press", T),
    ("It was a “slip”[4] and the press", "a “slip” and the press", T),
    ("It was a slip.⁴ The press", "a slip. The press", T),
    ("It was a slip.⁴ The press", "a slip.⁴ The press", E),
    ("It was a slip.⁴ The press", "a slip.[4] The press", T),
    ("It was told in 2010[5] by the press", "in 2010 by the press", T),
    ("错误[5]。以下内容", "错误以下内容", T),
    ("within [30] days of signature", "within days of", N),
    ("within [30] days of signature", "within 30 days of", T),
    ("in 19[47] the press wrote", "in 19 the press", N),
    ("It was a slip.[1947] The press", "a slip. The press", N),
    ("CO² and other gases", "CO and other gases", N),
    ("H₂O and CO₂ emissions", "H2O and CO2 emissions", T),
    # ellipses and editorial brackets
    ("planting of mines.… Therefore adherence", "mines. Therefore adherence", T),
    ("planting of mines … therefore adherence", "mines ... therefore adherence", T),
    ("planting of mines . . . therefore adherence", "mines… therefore adherence", T),
    ("planting of mines. Therefore adherence", "mines.… Therefore adherence", T),
    ("“[A]s small as we are, we signed.”", "As small as we are", T),
    ("“As small as we are, we signed.”", "[A]s small as we are", T),
    ("they lost the battle[s] of the year", "lost the battles of", T),
    ("the minister [and] his staff", "the minister his staff", N),
    ("the minister [and] his staff", "the minister and his staff", T),
    ("they (…) shall not use them", "they [...] shall not use", T),
    ("un[der]stand this", "understand this", T),
    # other words, another order, words left out
    ("the state has not acceded to the treaty", "the state has acceded to the treaty", N),
    ("the state has acceded to the treaty", "the state has not acceded to the treaty", N),
    ("the use of mines", "the use mines", N),
    ("the use of mines", "the use of mine", N),
    ("mines and bombs", "bombs and mines", N),
    ("10,000 mines were destroyed", "10000 mines were", N),
    ("U.S. forces left", "U. S. forces left", T),
    # elided articles
    ("la position de l’Azerbaïdjan sur ce point", "Azerbaïdjan sur ce point", E),
    ("la position de l’Azerbaïdjan sur ce point", "de l'Azerbaidjan sur", T),
    ("gli obblighi dell’Italia in materia", "obblighi dell'Italia in materia", T),
    ("qu’il s’agit de l’ONU", "il s'agit de", T),
    # symbols
    ("as in resolution A/RES/59/84 of that year", "resolution A/RES/59/84 of", E),
    ("as in resolution A/RES/59/84 of that year", "resolution a/res/59/84 of", T),
    ("as in A RES 59 84 of that year", "in A/RES/59/84 of", N),
    ("as in A/RES/59/84 of that year", "in A RES 59 84 of", N),
    ("as in A/RES/59/\n84 of that year", "in A/RES/59/84 of that", T),
    ("as in A/RES/59/84 of that year", "in A/RES/59", N),
]


class Exactness(CommandLineTest):
    def setUp(self):
        super().setUp()
        for number, (text, _, _) in enumerate(ROWS):
            self.write(f"rows/{number}/row.txt", f"Row\n\nA paragraph that has nothing.\n\n{text}\n\nThe end is here.\n")

    def test_rows(self):
        # each document is an index of its own, so that no row leans on the compounds of another
        wrong = []
        for number, (text, phrase, expected) in enumerate(ROWS):
            self.ok("index", "-i", f"x{number}", f"rows/{number}")
            answer = self.search("-i", f"x{number}", "--facets", "none", "--", f'"{phrase}"')
            hits = answer["hits"]
            got = hits[0]["passages"][0]["match"] if hits else None
            if got != expected:
                wrong.append((text, phrase, "expected", expected, "got", got))
                continue
            if hits:
                self.check_passage(text, hits[0]["passages"][0])
        self.assertEqual(wrong, [], "\n".join(map(str, wrong)))

    def check_passage(self, text, passage):
        """What is shown is the document's own text; what is marked lies in it."""
        squeezed = re.sub(r"\s+", " ", text)
        self.assertIn(re.sub(r"\s+", " ", passage["text"]), squeezed)
        for begin, end in passage["highlights"]:
            self.assertTrue(0 <= begin < end <= len(passage["text"]))

    def test_all_rows_in_one_index(self):
        # what one document spells joined must not make another's words be found or lost
        self.ok("index", "-i", "x", "rows")
        wrong = []
        for number, (text, phrase, expected) in enumerate(ROWS):
            answer = self.search("-i", "x", "--limit", "0", "--facets", "none", "--", f'"{phrase}"')
            found = f"{number}/row.txt" in [hit["document"]["id"] for hit in answer["hits"]]
            if found != (expected is not None):
                wrong.append((text, phrase, "expected", expected))
        self.assertEqual(wrong, [], "\n".join(map(str, wrong)))


if __name__ == "__main__":
    unittest.main()
