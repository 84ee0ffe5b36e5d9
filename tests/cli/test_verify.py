"""Quotations, whole and altered, and the sources claimed for them."""
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
PAPERS = SHARED / "corpora" / "diplomatic-papers.jsonl.zst"
SENTENCES = int(os.environ.get("PINCITE_TEST_SENTENCES", "300"))

DEPOTS = [
    {"id": "peru-2010", "title": "Statement by Peru", "state": "PER", "date": "2010-11-29",
     "type": "statement",
     "text": "We counted forty crates of fuses in the northern depot, and we did not open any of "
             "them before the engineers came. The southern depot held none.\n\n"
             "All of the crates will be burned by the end of the dry season."},
    {"id": "chile-2011", "title": "Statement by Chile", "state": "CHL", "date": "2011-06-20",
     "type": "statement",
     "text": "The last field was handed back to its farmers in spring.\n\n"
             "The border posts were cleared twice, since rain had moved the markers."},
    {"id": "profile", "title": "Peru: a profile", "state": "PER", "date": "2012",
     "type": "country_profile", "publisher": "Depot Monitor",
     "text": "Peru said that “the fuses are older than the depot.”[1] It burned the crates.\n\n"
             "Chile wrote that “the rain moved the markers.”[2]\n\n"
             "[1] Letter from Peru, 3 May 2009.\n"
             "[2] Statement of Chile, Standing Committee on Mine Clearance, 8 May 2010."},
]
COMMON = ("the of and to in that is we for with be have this which all by are has will it our "
          "people world new").split()


def shown(quotation):
    """The difference as `same [-dropped-]{+added+}`."""
    marks = {"same": "%s", "dropped": "[-%s-]", "added": "{+%s+}"}
    return "".join(marks[d["op"]] % d["text"] for d in quotation["difference"])


class Verify(CommandLineTest):
    def verify(self, text, *arguments, index="x"):
        result = self.run_pincite("verify", "-i", index, "--format", "json", *arguments,
                                  stdin=text.encode("utf-8"))
        self.assertIn(result.code, (0, 1), result.err)
        self.assertEqual(result.json["schema"], 1)
        for quotation in result.json["quotations"]:
            kept = "".join(d["text"] for d in quotation["difference"] if d["op"] != "dropped")
            self.assertEqual(kept, quotation["text"])
        return result


class InventedDocuments(Verify):
    def setUp(self):
        super().setUp()
        self.write("d.jsonl", "\n".join(map(json.dumps, DEPOTS)))
        self.ok("index", "-q", "-i", "x", "d.jsonl")

    def one(self, text, *arguments):
        result = self.verify(text, *arguments)
        self.assertEqual(len(result.json["quotations"]), 1, result.out)
        quotation = result.json["quotations"][0]
        fine = quotation["verdict"] in ("exact", "typographic", "joined")
        fine = fine and quotation["attribution"] in (None, "document", "note")
        self.assertEqual(result.code, 0 if fine else 1)
        return quotation

    def test_words(self):
        rows = [
            ("The southern depot held none.", "exact", "The southern depot held none."),
            ("“the SOUTHERN depot held none”", "typographic", "the SOUTHERN depot held none"),
            ("The southern depot held all.", "altered", "The southern depot held [-none-]{+all+}."),
            ("we did open any of them before the engineers came", "altered",
             "we did [-not -]open any of them before the engineers came"),
            ("All of the crates will never be burned", "altered",
             "All of the crates will {+never +}be burned"),
            ("We counted … crates … in the northern depot", "joined",
             "We counted … [-forty -]crates … [-of fuses -]in the northern depot"),
            ("we did [...] open any of them", "joined", "we did [...] [-not -]open any of them"),
            ("The southern depot held none. All of the crates will be burned", "exact",
             "The southern depot held none. All of the crates will be burned"),
            ("“The southern depot held none.\n\n“All of the crates will be burned”", "exact",
             "The southern depot held none.\n\nAll of the crates will be burned"),
            ("The southern depot held [almost] none.", "altered",
             "The southern depot held [{+almost+}] none."),
            ("zebras quarrel over ripe melons", "not_found",
             "{+zebras quarrel over ripe melons+}"),
        ]
        for text, verdict, difference in rows:
            with self.subTest(text):
                form = ("--text",) if "\n" in text else ()
                quotation = self.one(text, *form)
                self.assertEqual(quotation["verdict"], verdict)
                self.assertEqual(shown(quotation), difference)
                self.assertEqual(quotation["best"] is None, verdict == "not_found")

    def test_negations_are_flagged(self):
        for text in ("we did open any of them before", "we did … open any of them before",
                     "All of the crates will not be burned"):
            with self.subTest(text):
                quotation = self.one(text)
                self.assertIn(True, [d.get("negation") for d in quotation["difference"]])
                told = self.run_pincite("verify", "-i", "x", stdin=text.encode()).out
                self.assertIn("CAREFUL", told)

    def test_joined_tells_the_distance(self):
        quotation = self.one("We counted forty crates … burned by the end of the dry season")
        self.assertEqual(quotation["verdict"], "joined")
        self.assertEqual(quotation["omissions"], [{"words": 29, "passages": 1}])
        self.assertIn("The southern depot held none.", quotation["difference"][1]["text"])
        # in this order only
        self.assertEqual(self.one("The southern depot held none … We counted forty crates")
                         ["verdict"], "altered")

    def test_sources(self):
        found = "“The southern depot held none”"
        rows = [
            (f"{found} (Peru, 2010)", "exact", "document", "peru-2010"),
            (f"{found} (statement of Peru, 29 November 2010)", "exact", "document", "peru-2010"),
            (f"{found} (Peruvian statement)", "exact", "document", "peru-2010"),
            (f"{found} (PER)", "exact", "document", "peru-2010"),
            (f"{found} — peru-2010", "exact", "document", "peru-2010"),
            (f"{found} — Statement by Peru", "exact", "document", "peru-2010"),
            (f"{found} (Chile, 2010)", "misattributed", "contradicted", "peru-2010"),
            (f"{found} (Peru, 2011)", "misattributed", "contradicted", "peru-2010"),
            (f"{found} (letter of Peru, 2010)", "misattributed", "contradicted", "peru-2010"),
            (f"{found} — chile-2011", "misattributed", "contradicted", "peru-2010"),
            (f"{found} — Statement by Chile", "misattributed", "contradicted", "peru-2010"),
            (f"{found} (as everybody knows)", "exact", "unknown", "peru-2010"),
            ("“the fuses are older than the depot” (letter of Peru, 3 May 2009)", "exact", "note",
             "profile"),
            ("“the fuses are older than the depot” (Depot Monitor)", "exact", "document",
             "profile"),
            ("“the rain moved the markers” (Chile, 2010)", "exact", "note", "profile"),
            ("“the fuses are older than the depot” (Chile, 2010)", "misattributed", "contradicted",
             "profile"),
            ("“the southern depot held all” (Chile, 2010)", "altered", "contradicted",
             "peru-2010"),
            (f"{found}[1]\n\n[1] Statement by Peru, 29 November 2010.", "exact", "document",
             "peru-2010"),
            (f"{found}[1]\n\n[1] Statement by Chile, 20 June 2011.", "misattributed",
             "contradicted", "peru-2010"),
        ]
        for text, verdict, attribution, document in rows:
            with self.subTest(text):
                quotation = self.one(text)
                self.assertEqual((quotation["verdict"], quotation["attribution"],
                                  quotation["best"]["document"]["id"]),
                                 (verdict, attribution, document))

    def test_what_looks_like_a_source_may_be_words(self):
        self.write("more.jsonl", json.dumps({"id": "m", "text": "Both visited the depot (Peru)."}))
        self.ok("index", "-q", "-i", "x", "more.jsonl")
        quotation = self.one("Both visited the depot (Peru).")
        self.assertEqual((quotation["verdict"], quotation["claimed"]), ("exact", None))

    def test_running_text(self):
        text = ("Peru, the monitor wrote, “burned the crates.”[1] Chile told that\n"
                "“the last field was handed back to its owners” (Chile, 2011), and that\n"
                "the posts “were cleared twice” in the end.[2]\n\n"
                "[1] Peru: a profile, 2012.\n[2] Statement by Peru, 2010.\n")
        result = self.verify(text)
        self.assertEqual([q["verdict"] for q in result.json["quotations"]],
                         ["exact", "altered", "misattributed"])
        self.assertEqual([q["line"] for q in result.json["quotations"]], [1, 2, 3])
        self.assertEqual(result.code, 1)

    def test_input_that_is_none(self):
        for text in (b"", b"\n \n"):
            result = self.run_pincite("verify", "-i", "x", "--format", "json", stdin=text)
            self.assertEqual((result.code, result.json["quotations"]), (1, []))
            self.assertIn("no quotation", result.err)
        rows = [(b"a\xff", "not UTF-8"), (b"a\0b", "zero"), (b"word " * 4_000_000, "16 MB"),
                (b"word " * 6000, "words")]
        for text, told in rows:
            result = self.run_pincite("verify", "-i", "x", stdin=text)
            self.assertEqual((result.code, result.out), (2, ""), result.err)
            self.assertIn(told, result.err)
        for arguments in (("nothing.txt",), (".",), ("a", "b"), ("--lines", "--text")):
            result = self.run_pincite("verify", "-i", "x", *arguments)
            self.assertEqual((result.code, result.out), (2, ""), result.err)

    def test_files_and_standard_input_are_the_same(self):
        self.write("q.txt", "The southern depot held none.\n")
        one = self.ok("verify", "-i", "x", "q.txt")
        other = self.ok("verify", "-i", "x", "-", stdin=b"The southern depot held none.\n")
        self.assertEqual(one.out, other.out)
        self.assertIn("cite: “Statement by Peru”, 29 November 2010", one.out)
        self.assertIn("1 quotation, one a line: 1 exact", one.err)


def sentences(records, chosen, count):
    """Pairs of an id and a sentence of 6 to 40 words of its document."""
    found = []
    while len(found) < count:
        record = chosen.choice(records)
        paragraph = re.sub(r"\s+", " ", chosen.choice(re.split(r"\n\s*\n", record["text"])))
        some = [s for s in re.split(r"(?<=[.!?]) +", paragraph) if 6 <= len(s.split()) <= 40]
        if some:
            found.append((record["id"], chosen.choice(some)))
    return found


def invented(chosen):
    return "".join(chosen.choice("bdfglmnprstvz") + chosen.choice("aeiou") for _ in range(4))


def with_words_changed(sentence, count, chosen):
    words = sentence.split()
    for at in chosen.sample(range(len(words)), count):
        words[at] = chosen.choice([chosen.choice(COMMON), invented(chosen)])
    return " ".join(words)


def with_not(sentence, chosen):
    words = sentence.split()
    words.insert(chosen.randrange(1, len(words)), "not")
    return " ".join(words)


def with_ellipsis(sentence, chosen):
    words = sentence.split()
    at = chosen.randrange(2, len(words) - 3)
    return " ".join(words[:at] + ["…"] + words[at + chosen.randrange(1, 3):])


@needs_shared
class RealSentences(Verify):
    @classmethod
    def setUpClass(cls):
        def read(file):
            lines = subprocess.run(["zstdcat", file], capture_output=True, check=True).stdout
            return [json.loads(line) for line in lines.splitlines()]
        cls.records = read(STATEMENTS)
        cls.others = read(PAPERS)

    def setUp(self):
        super().setUp()
        self.ok("index", "-q", "-i", "x", STATEMENTS)
        self.chosen = random.Random(20101129)
        self.sentences = sentences(self.records, self.chosen, SENTENCES)

    def share(self, quotations, holds):
        return sum(holds(q, i) for q, (i, _) in zip(quotations, self.sentences)) / SENTENCES

    def verified(self, texts):
        quotations = self.verify("\n".join(texts), "--lines").json["quotations"]
        self.assertEqual(len(quotations), len(texts))
        return quotations

    def test_everything(self):
        # one index for all: making it takes the most time
        self.whole_sentences_are_exact()
        self.altered_sentences_are_found()
        self.sources_are_told_apart()
        self.other_sentences_are_not_found()

    def whole_sentences_are_exact(self):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        quotations = self.verified([text for _, text in self.sentences])
        taken = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
        self.assertEqual({q["verdict"] for q in quotations}, {"exact"})
        if not os.environ.get("PINCITE_SANITIZED"):
            self.assertLess(taken / SENTENCES, 0.02)  # seconds each

    def altered_sentences_are_found(self):
        def altered_there(quotation, document):
            return (quotation["verdict"] in ("altered", "typographic", "exact") and
                    quotation["best"]["document"]["id"] == document)

        for name, alter in (("one", lambda s: with_words_changed(s, 1, self.chosen)),
                            ("two", lambda s: with_words_changed(s, 2, self.chosen)),
                            ("not", lambda s: with_not(s, self.chosen))):
            with self.subTest(name):
                quotations = self.verified([alter(text) for _, text in self.sentences])
                self.assertGreaterEqual(self.share(quotations, altered_there), 0.95)
                if name == "not":
                    flagged = sum(any(d.get("negation") for d in q["difference"])
                                  for q in quotations)
                    self.assertGreaterEqual(flagged / SENTENCES, 0.99)
        quotations = self.verified([with_ellipsis(text, self.chosen) for _, text in self.sentences])
        joined = self.share(quotations, lambda q, i: q["verdict"] == "joined" and
                            q["best"]["document"]["id"] == i)
        self.assertGreaterEqual(joined, 0.95)

    def sources_are_told_apart(self):
        records = {r["id"]: r for r in self.records}
        states = sorted({r["state"] for r in self.records if r["state"] and len(r["state"]) == 3})
        right, wrong = [], []
        for document, text in self.sentences:
            record = records[document]
            claimed = record["state"] if record["state"] in states else record["id"]
            right.append(f"“{text}” ({claimed}, {record['year']})" if '"' not in text else text)
            other = self.chosen.choice([s for s in states if s != record["state"]])
            wrong.append(f"“{text}” ({other}, {record['year']})")
        verdicts = collections.Counter(q["verdict"] for q in self.verified(right))
        self.assertGreaterEqual(verdicts["exact"] / SENTENCES, 0.97, verdicts)
        verdicts = collections.Counter(q["verdict"] for q in self.verified(wrong))
        self.assertGreaterEqual(verdicts["misattributed"] / SENTENCES, 0.95, verdicts)

    def other_sentences_are_not_found(self):
        others = [text for _, text in sentences(self.others, self.chosen, SENTENCES)
                  if len(text.split()) >= 10 and re.match(r"[A-Z][^\[]*$", text)]
        quotations = self.verified(others)
        missing = sum(q["verdict"] == "not_found" for q in quotations) / len(others)
        self.assertGreaterEqual(missing, 0.95)


if __name__ == "__main__":
    unittest.main()
