"""Quotations of real documents: what is displayed is found when it is pasted, and when it is typed
by other conventions; what was changed by a word is not found.

PINCITE_TEST_QUOTATIONS: passages a collection (60). PINCITE_TEST_MUTATIONS: changed phrases (300).
"""
import json
import os
import random
import re
import subprocess
import unicodedata
import unittest

from pincite import SAMPLES, SHARED, CommandLineTest, needs_shared

QUOTATIONS = int(os.environ.get("PINCITE_TEST_QUOTATIONS", "60"))
MUTATIONS = int(os.environ.get("PINCITE_TEST_MUTATIONS", "300"))
COLLECTIONS = ("diplomatic-papers.jsonl.zst", "treaty-declarations.jsonl.zst",
               "unsc-resolutions.jsonl.zst", "udhr-un6.jsonl")

MARK = re.compile(r"\[\s*\^?\s*\d+\s*\]|\(\d+\)|\d+|[⁰¹²³⁴-⁹]+")
HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# inner double marks become single ones, for a straight one would end the quotation
QUOTES = str.maketrans("“”„«»‘’\"", "''''''''")


def with_marks(change):
    def retype(text, notes):
        for note in sorted(notes, key=lambda note: -note["at"]):
            mark = MARK.match(text, note["at"])
            text = text[:mark.start()] + change(mark.group(0)) + text[mark.end():]
        return text
    return retype


def without_accents(text):
    """Letters of which an accent makes another one keep it."""
    kept = []
    for character in text:
        parts = unicodedata.normalize("NFD", character)
        optional = parts[0] not in "иИ"
        kept.append("".join(c for c in parts if unicodedata.category(c) != "Mn") if optional
                    else character)
    return "".join(kept)


CONVENTIONS = {
    "straight quotes": lambda text, notes: text.translate(QUOTES),
    "no marks": with_marks(lambda mark: ""),
    "superscript marks": with_marks(lambda mark: re.sub(r"\D", "", mark).translate(SUPERSCRIPT)),
    "compounds joined": lambda text, notes: HYPHEN.sub("", text),
    "compounds spaced": lambda text, notes: HYPHEN.sub(" ", text),
    "non-breaking hyphens": lambda text, notes: text.replace("-", "\u2011"),
    "compounds broken": lambda text, notes: HYPHEN.sub("-\n", text),
    "soft hyphens": lambda text, notes: re.sub(r"([^\W\d_]{3})(?=[^\W\d_]{3})", "\\1\u00ad", text),
    "upper case": lambda text, notes: text.upper(),
    "no accents": lambda text, notes: without_accents(text),
    "non-breaking spaces": lambda text, notes: text.replace(" ", "\u00a0"),
    "other ellipses": lambda text, notes: text.replace("...", "…") if "..." in text
    else text.replace("…", ". . ."),
}


def letters(text):
    """What a phrase has to have in common with a text, by other means than the program's."""
    text = unicodedata.normalize("NFKD", re.sub(r"\[\s*\^?\d+\s*\]", "", text)).casefold()
    return "".join(c for c in text if c.isalnum())


class Quotations(CommandLineTest):
    def ids(self, index):
        answer = self.search("-i", index, "--limit", "0", "--facets", "none", "--from", "1000")
        undated = self.search("-i", index, "--limit", "0", "--facets", "none", "year:none")
        return [hit["document"]["id"] for hit in answer["hits"] + undated["hits"]]

    def passages(self, index, ids):
        for document in ids:
            shown = self.ok("show", "-i", index, "--format", "json", "--", document).json
            for passage in shown["passages"]:
                if re.search(r"[^\W_]", MARK.sub("", passage["text"])):
                    yield document, passage

    def find(self, index, document, passage, phrase):
        """How the passage matches the phrase, and what is highlighted in it."""
        answer = self.search("-i", index, "--limit", "0", "--passages", "0", "--facets", "none",
                             "--", f'"{phrase}"')
        for hit in answer["hits"]:
            for found in hit["passages"]:
                if (hit["document"]["id"], found["number"]) == (document, passage["number"]):
                    return found["match"], found
        return None, None

    def check(self, index, document, passage):
        text, notes = passage["text"], passage["notes"]
        match, found = self.find(index, document, passage, text)
        self.assertEqual(match, "exact", (document, passage["number"], text))
        self.assertEqual(found["text"], text)
        if text.count('"') % 2 == 0:  # an odd one ends the quotation that is typed around the text
            begin, end = found["highlights"][0]
            self.assertEqual(letters(text[begin:end]), letters(text))
        for name, retype in CONVENTIONS.items():
            retyped = retype(text, notes)
            if retyped == text:
                continue
            with self.subTest(name, document=document, number=passage["number"]):
                match, _ = self.find(index, document, passage, retyped.replace('"', "'"))
                self.assertIn(match, ("exact", "typographic"), retyped)

    def test_every_passage_of_the_samples(self):
        self.ok("index", "-i", "x", SAMPLES)
        for document, passage in self.passages("x", self.ids("x")):
            if random.Random(passage["hash"]).random() < 0.25 or passage["notes"]:
                self.check("x", document, passage)
            else:
                match, _ = self.find("x", document, passage, passage["text"])
                self.assertEqual(match, "exact", passage["text"])

    @needs_shared
    def test_every_passage_of_the_seed(self):
        self.ok("index", "-i", "x", SHARED / "seed")
        for document, passage in self.passages("x", self.ids("x")):
            self.check("x", document, passage)

    @needs_shared
    def test_passages_of_the_collections(self):
        for name in COLLECTIONS:
            records = read_records(name)
            self.ok("index", "-i", name, SHARED / "corpora" / name)
            chosen = random.Random(20101129)
            sample = chosen.sample(records, min(QUOTATIONS, len(records)))
            for record in sample:
                passages = list(self.passages(name, [record["id"]]))
                if passages:
                    self.check(name, *chosen.choice(passages))


def read_records(name):
    path = SHARED / "corpora" / name
    if name.endswith(".zst"):
        lines = subprocess.run(["zstdcat", path], capture_output=True, check=True).stdout
    else:
        lines = path.read_bytes()
    return [json.loads(line) for line in lines.splitlines()]


def mutations(words, chosen):
    """The words with one thing changed."""
    at = chosen.randrange(1, len(words) - 1)
    yield words[:at] + ["moreover"] + words[at + 1:]
    yield words[:at] + words[at + 1:]
    yield words[:at] + [words[at + 1], words[at]] + words[at + 2:]
    yield words[:at] + [words[at]] + words[at:]
    yield words[:at] + ["not"] + words[at:]
    negation = next((i for i, word in enumerate(words[1:-1], 1)
                     if word.lower() in ("not", "no", "never", "without", "non")), None)
    if negation:
        yield words[:negation] + words[negation + 1:]


@needs_shared
class Mutations(CommandLineTest):
    def test_a_changed_phrase_is_found_only_where_it_stands(self):
        name = "diplomatic-papers.jsonl.zst"
        records = read_records(name)
        self.ok("index", "-i", "x", SHARED / "corpora" / name)
        chosen = random.Random(65)
        tried = 0
        while tried < MUTATIONS:
            text = chosen.choice(records)["text"]
            words = chosen.choice(re.split(r"\n\s*\n", text)).replace('"', "'").split()
            length = chosen.randrange(6, 21)
            if len(words) < length:
                continue
            start = chosen.randrange(len(words) - length + 1)
            for changed in mutations(words[start:start + length], chosen):
                phrase = " ".join(changed)
                tried += 1
                answer = self.search("-i", "x", "--passages", "1", "--facets", "none", "--",
                                     f'"{phrase}"')
                for hit in answer["hits"]:
                    with self.subTest(phrase=phrase, document=hit["document"]["id"]):
                        self.assertIn(letters(phrase), letters(hit["passages"][0]["text"]))

    def test_words_wrongly_joined_or_parted_are_found_only_as_compounds(self):
        name = "diplomatic-papers.jsonl.zst"
        records = read_records(name)
        self.ok("index", "-i", "x", SHARED / "corpora" / name)
        compounds = hyphenated(record["text"] for record in records)
        chosen = random.Random(48)
        tried = 0
        while tried < MUTATIONS:
            words = re.findall(r"(?<![\w'’-])[A-Za-z]{2,}(?: [A-Za-z]{2,}){5,9}(?![\w'’-])",
                               chosen.choice(records)["text"])
            if not words:
                continue
            words = chosen.choice(words).split()
            for parts, changed in misspaced(words, chosen):
                tried += 1
                if parts[0].lower() in PREFIXES or "".join(parts).lower() in compounds:
                    continue
                phrase = " ".join(changed)
                answer = self.search("-i", "x", "--passages", "1", "--facets", "none", "--",
                                     f'"{phrase}"')
                for hit in answer["hits"]:
                    spaced = " ".join(re.findall(r"\w+", hit["passages"][0]["text"])).lower()
                    with self.subTest(phrase=phrase, document=hit["document"]["id"]):
                        self.assertIn(phrase.lower(), spaced)


PREFIXES = ("anti", "non", "counter", "co", "re", "pre", "post", "inter", "multi", "sub", "land")


def hyphenated(texts):
    """All that is hyphenated anywhere, and each run of its parts, written together."""
    joined = set()
    for text in texts:
        for compound in re.findall(r"\w+(?:[-\u00ad\u2010-\u2013]\s*\w+)+", text.lower()):
            parts = re.findall(r"\w+", compound)
            joined.update("".join(parts[first:end]) for first in range(len(parts))
                          for end in range(first + 2, len(parts) + 1))
    return joined


def misspaced(words, chosen):
    """The words with a space put into one, and with a space taken out; and the parts."""
    at = chosen.randrange(len(words) - 1)
    word = words[at]
    if len(word) > 3:
        cut = chosen.randrange(1, len(word))
        yield (word[:cut], word[cut:]), words[:at] + [word[:cut], word[cut:]] + words[at + 1:]
    pair = (word, words[at + 1])
    yield pair, words[:at] + ["".join(pair)] + words[at + 2:]


if __name__ == "__main__":
    unittest.main()
