"""Which note each mark of a cable stands for, told from the text alone.

Independent of the program: the cables put their notes in a trailing block of lines `N Text`, and the
marks `[N]` before it. A mark counts where the block has a line of its number behind it.
"""
import re

MARK = re.compile(r"\[ ?(\d{1,3}) ?\]")
NOTE_LINE = re.compile(r"^(\d{1,3})[ \t]+(?=\S)", re.MULTILINE)


def blocks(text):
    """Blocks of lines `N Text` whose numbers ascend, the last first: `{number: offset of its text}`.

    Before the trailing block, a block counts as one of notes only where it begins with 1, marks
    stand before it, and the marks behind it begin with 1 again: papers printed one behind the other.
    """
    found = []
    block = {}
    before = None
    for line in reversed(list(NOTE_LINE.finditer(text))):
        number = int(line.group(1))
        if before is not None and number >= before:
            found.append(block)
            block = {}
        block[number] = line.end()
        before = number
    return found + [block]


def expected_pairs(text):
    """`[(offset of the mark, offset of the text of its note)]`."""
    found = blocks(text)
    marks = [(mark.start(), int(mark.group(1))) for mark in MARK.finditer(text)]
    own = found[0]
    pairs = []
    for i in range(len(marks) - 1, -1, -1):
        at, number = marks[i]
        for block in found[1:]:
            # an earlier paper: its block lies between this mark and the next, which is a 1
            behind = i + 1 < len(marks) and marks[i + 1][1] == 1
            if behind and 1 in block and at < min(block.values()) < marks[i + 1][0] < min(own.values()):
                own = block
        note = own.get(number)
        if note is not None and note > at:
            pairs.append((at, note))
    return pairs


def places(text, passages):
    """Where each passage begins in the text, by number; a title that the text does not hold has no
    place."""
    found = {}
    at = 0
    for passage in passages:
        begin = text.find(passage["text"], at)
        if begin < 0 or (passage["kind"] == "title" and text[:begin].strip()):
            continue
        found[passage["number"]] = begin
        at = begin + len(passage["text"])
    return found


def shown_pairs(text, shown):
    """`{offset of the mark: offset of the text of its note}`, as `pincite show --format json` tells.

    A note begins the first passage of kind note that ends with its text behind its label, from the
    passage on whose mark names it.
    """
    begins = places(text, shown["passages"])
    notes = [p for p in shown["passages"] if p["kind"] == "note" and p["number"] in begins]
    pairs = {}
    for passage in shown["passages"]:
        for note in passage["notes"]:
            first = note["text"].split("\n\n")[0]
            for candidate in notes:
                label = candidate["text"][:len(candidate["text"]) - len(first)]
                if (candidate["number"] > passage["number"] and candidate["text"].endswith(first)
                        and note["label"] == label.strip(" \t[]()_.^")
                        and passage["number"] in begins):
                    at = begins[passage["number"]] + note["at"]
                    pairs[at] = begins[candidate["number"]] + len(label)
                    break
    return pairs
