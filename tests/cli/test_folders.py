"""A folder that people work in, indexed again and again: after each run the index must be as one
that is made of the folder in one go, and hold what the test itself wrote.

PINCITE_TEST_FILES sets how many files there are, PINCITE_TEST_ROUNDS how often they are changed."""
import json
import os
import random
import shutil
import time
import unittest

from pincite import CommandLineTest

FILES = int(os.environ.get("PINCITE_TEST_FILES", "300"))
ROUNDS = int(os.environ.get("PINCITE_TEST_ROUNDS", "4"))
LONG_AGO = time.time() - 1_000_000


class Folder:
    """Files with what the index should know of them: their text, and whether an id is given."""

    def __init__(self, root, chosen):
        self.root = root
        self.chosen = chosen
        self.texts = {}  # by path below the root: as the index should have it
        self.given = {}  # ids that are given, by path
        self.clock = LONG_AGO

    def write(self, name, text, given=None):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        front = f"---\nid: {given}\n---\n" if given else ""
        path.write_text(front + text)
        self.clock += 1  # a time that can be trusted
        os.utime(path, (self.clock, self.clock))
        self.texts[name] = text
        self.given.pop(name, None)
        if given:
            self.given[name] = given

    def new_name(self):
        depth = self.chosen.choice((1, 1, 2, 3))
        folders = [f"d{self.chosen.randrange(4)}" for _ in range(depth)]
        return "/".join([*folders, f"f{self.chosen.randrange(10**9)}.txt"])

    def any_name(self):
        return self.chosen.choice(self.names) if self.names else None

    def make(self):
        self.write(self.new_name(), f"mines {self.chosen.random()}")

    def make_with_id(self):
        # few ids, so that several files want one
        self.write(self.new_name(), f"given {self.chosen.random()}",
                   f"id{self.chosen.randrange(max(3, FILES // 20))}")

    def edit(self, name):
        self.write(name, self.texts[name] + " edited", self.given.get(name))

    def change_id(self, name):
        self.write(name, self.texts[name], f"id{self.chosen.randrange(max(3, FILES // 20))}"
                   if name not in self.given else None)

    def edit_unseen(self, name):
        """Same size and time: by these a file is known to be unchanged."""
        path = self.root / name
        stat = path.stat()
        path.write_text(path.read_text().replace("mines", "peace"))
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    def touch(self, name):
        self.clock += 1
        os.utime(self.root / name, (self.clock, self.clock))

    def remove(self, name):
        (self.root / name).unlink()
        del self.texts[name]
        self.given.pop(name, None)

    def move(self, name, to=None):
        to = to or self.new_name()
        (self.root / to).parent.mkdir(parents=True, exist_ok=True)
        shutil.move(self.root / name, self.root / to)
        self.texts[to] = self.texts.pop(name)
        if name in self.given:
            self.given[to] = self.given.pop(name)

    def swap(self, name):
        other = self.any_name()
        if other is None or other == name or other not in self.texts:
            return
        self.move(name, "swapped.txt")
        self.move(other, name)
        self.move("swapped.txt", other)

    def turn_into_folder(self, name):
        self.remove(name)
        self.write(name + "/inside.txt", f"mines inside {self.chosen.random()}")

    def change(self, times):
        kinds = [self.make, self.make, self.make_with_id, self.edit, self.edit, self.change_id,
                 self.touch, self.remove, self.remove, self.move, self.move, self.swap,
                 self.turn_into_folder]
        self.names = sorted(self.texts)
        for _ in range(times):
            kind = self.chosen.choice(kinds)
            if kind in (self.make, self.make_with_id):
                kind()
                continue
            name = self.any_name()
            if name in self.texts:
                kind(name)


class Folders(CommandLineTest):
    def index(self, *arguments):
        result = self.run_pincite("index", "docs", "--report", "json", *arguments)
        self.assertEqual((result.code, result.err), (0, ""))
        return result.json

    def documents(self, index="pincite.index"):
        """All documents whole, by id."""
        answer = self.search("-i", index, "--limit", "0", "--passages", "0", "--facets", "none",
                             "NOT absentword")
        return {hit["document"]["id"]: (hit["document"], hit["passages"]) for hit in answer["hits"]}

    def check(self, folder, fresh=True):
        held = self.documents()
        texts = {id_: passages[0]["text"] for id_, (_, passages) in held.items()}
        plain = {name: text for name, text in folder.texts.items() if name not in folder.given}
        self.assertEqual({i: t for i, t in texts.items() if not i.startswith("id")}, plain)
        for id_ in set(folder.given.values()):
            wanted = {folder.texts[name] for name, given in folder.given.items() if given == id_}
            self.assertIn(texts.pop(id_), wanted)
        self.assertEqual(len(texts), len(plain))
        if fresh:
            shutil.rmtree(self.folder / "fresh", ignore_errors=True)
            self.index("-i", "fresh")
            self.assertEqual(held, self.documents("fresh"))
            self.assertEqual(self.totals("pincite.index"), self.totals("fresh"))

    def totals(self, index):
        status = self.ok("status", "-i", index, "--format", "json").json
        return {k: v for k, v in status.items() if k not in ("index", "revision")}

    def test_a_folder_that_is_worked_in(self):
        chosen = random.Random(FILES)
        folder = Folder(self.folder / "docs", chosen)
        for n in range(FILES):
            folder.write(f"d{n % 7}/e{n % 11}/{n}.txt", f"mines {n} {chosen.random()}",
                         f"id{chosen.randrange(max(3, FILES // 20))}" if n % 10 == 0 else None)
        self.index()
        self.check(folder)
        for _ in range(ROUNDS):
            folder.change(FILES // 4)
            self.index("--prune")
            self.check(folder)
            again = self.index("--prune")
            self.assertEqual((again["indexed"], again["replaced"], again["removed"]), (0, 0, 0))
        # what cannot be seen by size and time is as it was when it was read
        for name in chosen.sample(sorted(folder.texts), FILES // 10):
            folder.edit_unseen(name)
        self.index("--prune")
        self.check(folder, fresh=False)
        self.index("--rebuild")
        self.assertIn("peace", json.dumps(list(self.documents().values())))


class OneId(CommandLineTest):
    """Two documents that want one id."""

    def index(self, *arguments, code=0):
        result = self.run_pincite("index", "--report", "json", *arguments)
        self.assertEqual(result.code, code, result.err)
        report = result.json
        return (tuple(report[k] for k in ("indexed", "unchanged", "replaced", "removed")),
                [w["code"] for w in report["warnings"]])

    def text(self, id_):
        shown = self.ok("show", id_, "--format", "json").json
        return shown["passages"][0]["text"]

    def put(self, name, text, id_=None, age=3600):
        path = self.write(name, (f"---\nid: {id_}\n---\n" if id_ else "") + text)
        when = time.time() - age
        os.utime(path, (when, when))

    def test_the_later_of_two_given_ids_is_indexed_whichever_changed_last(self):
        twice = ["id_given_twice"]
        self.put("docs/a.md", "first", "same")
        self.put("docs/b.md", "second", "same")
        self.assertEqual(self.index("docs"), ((1, 0, 0, 0), twice))
        for _ in range(2):
            self.assertEqual(self.index("docs"), ((0, 1, 0, 0), twice))
        self.put("docs/a.md", "first edited", "same", 60)
        self.assertEqual(self.index("docs"), ((0, 1, 0, 0), twice))
        self.put("docs/a.md", "first edited just now", "same", 0)
        self.assertEqual(self.index("docs"), ((0, 1, 0, 0), twice))
        self.assertEqual(self.text("same"), "second")
        self.put("docs/b.md", "second edited", "same", 0)
        for expected in ((0, 0, 1, 0), (0, 1, 0, 0)):
            self.assertEqual(self.index("docs"), (expected, twice))
        self.assertEqual(self.text("same"), "second edited")

    def test_where_the_one_gives_the_id_up_the_other_gets_it_in_the_same_run(self):
        self.put("docs/a.md", "first", "same")
        self.put("docs/b.md", "second", "same")
        self.index("docs")
        self.put("docs/b.md", "second", "own", 60)
        self.assertEqual(self.index("docs")[1], [])
        self.assertEqual((self.text("same"), self.text("own")), ("first", "second"))
        self.put("docs/b.md", "second", "same", 50)
        self.index("docs")
        self.assertEqual(self.text("same"), "second")
        self.assertEqual(self.run_pincite("show", "own").code, 1)
        (self.folder / "docs/b.md").unlink()
        self.index("docs", "--prune")
        self.assertEqual(self.text("same"), "first")

    def test_a_given_id_comes_before_a_derived_one(self):
        self.put("docs/a.md", "given")
        self.put("docs/b.md", "derived")
        self.index("docs")
        self.put("docs/a.md", "given", "b.md", 60)
        for _ in range(2):
            self.assertEqual(self.index("docs", code=1)[0][3], 0)
            self.assertEqual(self.text("b.md"), "given")
        self.put("docs/a.md", "given", None, 50)
        self.index("docs")
        self.assertEqual((self.text("a.md"), self.text("b.md")), ("given", "derived"))

    def test_lines_of_one_file(self):
        line = '{"id":"%s","text":"%s"}\n'
        self.put("docs/r.jsonl", line % ("x", "one") + line % ("y", "two") + line % ("x", "three"))
        self.assertEqual(self.index("docs"), ((2, 0, 0, 0), ["id_given_twice"]))
        self.assertEqual(self.text("x"), "three")
        os.utime(self.folder / "docs/r.jsonl")
        self.assertEqual(self.index("docs"), ((0, 2, 0, 0), ["id_given_twice"]))
        # records that have moved up
        self.put("docs/r.jsonl", line % ("y", "two") + line % ("x", "three"), None, 60)
        self.assertEqual(self.index("docs", "--prune")[1], [])
        self.assertEqual((self.text("x"), self.text("y")), ("three", "two"))

    def test_a_file_out_of_the_run_gives_way(self):
        self.put("one/a.md", "first", "same")
        self.put("two/a.md", "second", "same")
        self.index("two")
        self.assertEqual(self.index("one"), ((0, 0, 1, 0), ["id_given_twice"]))
        self.assertEqual(self.text("same"), "first")
        for _ in range(2):
            self.assertEqual(self.index("one", "two")[1], ["id_given_twice"])
            self.assertEqual(self.text("same"), "second")


class FileForFolder(CommandLineTest):
    def test_a_document_whose_file_became_a_folder_is_pruned(self):
        self.write("docs/a.txt", "mines")
        self.ok("index", "docs")
        (self.folder / "docs/a.txt").unlink()
        self.write("docs/a.txt/b.txt", "peace")
        report = self.ok("index", "docs", "--prune", "--report", "json").json
        self.assertEqual((report["indexed"], report["removed"]), (1, 1))
        self.assertEqual([h["document"]["id"] for h in self.search("NOT absent")["hits"]],
                         ["a.txt/b.txt"])


if __name__ == "__main__":
    unittest.main()
