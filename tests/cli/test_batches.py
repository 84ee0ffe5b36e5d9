"""Folders that are indexed again and again: what was edited, renamed, deleted and moved in between,
against the truth."""
import json
import os
import random
import shutil
import signal
import subprocess
import time
import unittest

from pincite import PROGRAM, CommandLineTest

LONG_AGO = time.time() - 3600


class Batches(CommandLineTest):
    def put(self, name, text, when=LONG_AGO):
        """A file that was last changed an hour ago, so that its time can be trusted."""
        path = self.write(name, text)
        os.utime(path, (when, when))
        return path

    def index(self, *arguments, code=0):
        result = self.run_pincite("index", "--report", "json", *arguments)
        self.assertEqual(result.code, code, result.err)
        return result.json

    def texts(self):
        """What the index holds, by id."""
        answer = self.search("--limit", "0", "--passages", "0", "NOT absentword")
        return {hit["document"]["id"]: hit["passages"][0]["text"] for hit in answer["hits"]}

    def counts(self, report):
        return tuple(report[k] for k in ("indexed", "unchanged", "replaced", "removed"))

    def test_a_file_is_not_opened_where_its_size_and_time_are_the_same(self):
        path = self.put("docs/a.txt", "mines")
        self.put("docs/a.txt.json", '{"state":"AZE"}')
        self.index("docs")
        # same size and time, other text: only a program that opens it sees that
        stat = path.stat()
        path.write_text("peace")
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        report = self.index("docs")
        self.assertEqual((self.counts(report), report["bytes"]), ((0, 1, 0, 0), 0))
        os.utime(path)
        self.assertEqual(self.counts(self.index("docs")), (0, 0, 1, 0))
        self.put("docs/a.txt.json", '{"state":"ARM"}')
        self.assertEqual(self.counts(self.index("docs")), (0, 0, 1, 0))
        (self.folder / "docs/a.txt.json").unlink()
        self.assertEqual(self.counts(self.index("docs")), (0, 0, 1, 0))

    def test_a_file_touched_but_not_changed_is_unchanged(self):
        path = self.put("docs/a.txt", "mines")
        self.index("docs")
        os.utime(path)
        self.assertEqual(self.counts(self.index("docs")), (0, 1, 0, 0))

    def test_what_was_skipped_is_told_in_every_run(self):
        self.put("docs/r.jsonl", '{"id":"a","text":"mines"}\n{broken\n')
        self.put("docs/empty.txt", "")
        for _ in range(3):
            self.assertEqual(len(self.index("docs", code=1)["skipped"]), 2)
        self.assertEqual(self.texts(), {"a": "mines"})

    def test_a_renamed_file_takes_its_document_with_it(self):
        self.put("docs/a.txt", "mines")
        self.put("docs/r.jsonl", '{"text":"one"}\n{"text":"two"}\n{"id":"own","text":"three"}\n')
        self.index("docs")
        os.rename(self.folder / "docs/a.txt", self.folder / "docs/b.txt")
        os.rename(self.folder / "docs/r.jsonl", self.folder / "docs/s.jsonl")
        report = self.index("docs")
        self.assertEqual([os.path.basename(m["to"]) for m in report["renamed"]], ["b.txt", "s.jsonl"])
        self.assertEqual(report["documents"], 4)
        self.assertEqual(self.texts(), {"b.txt": "mines", "s.jsonl#1": "one", "s.jsonl#2": "two",
                                        "own": "three"})
        self.assertEqual(self.counts(self.index("docs", "--prune")), (0, 4, 0, 0))

    def test_prune_removes_what_is_gone_below_the_paths_given_only(self):
        for name in ("a/x.txt", "a/y.txt", "b/z.txt"):
            self.put("docs/" + name, "mines " + name)
        self.put("docs/r.jsonl", '{"id":"1","text":"one"}\n{"id":"2","text":"two"}\n')
        self.index("docs")
        for name in ("a/x.txt", "b/z.txt"):
            (self.folder / "docs" / name).unlink()
        self.put("docs/r.jsonl", '{"id":"2","text":"two"}\n', time.time() - 60)
        self.assertEqual(self.index("docs")["removed"], 0)
        self.assertEqual(self.index("docs/a", "--prune")["removed"], 1)
        self.assertEqual(set(self.texts()), {"a/y.txt", "b/z.txt", "1", "2"})
        # of a file that was read without --prune, what is no more in it goes too
        self.assertEqual(self.index("docs", "--prune")["removed"], 2)
        self.assertEqual(set(self.texts()), {"a/y.txt", "2"})
        self.assertEqual(self.index("docs", "--prune")["bytes"], 0)

    def test_a_file_that_was_just_made_is_recognised_when_it_is_renamed(self):
        self.write("docs/r.jsonl", '{"text":"one"}\n{"text":"two"}\n')
        self.index("docs")
        os.rename(self.folder / "docs/r.jsonl", self.folder / "docs/s.jsonl")
        self.index("docs")
        self.assertEqual(self.texts(), {"s.jsonl#1": "one", "s.jsonl#2": "two"})

    def test_files_of_one_content_are_renamed_one_by_one(self):
        for i in range(9):
            self.put(f"docs/a/{i}.txt", "mines")
        self.index("docs")
        for i in range(9):
            shutil.copy(self.folder / f"docs/a/{i}.txt", self.folder / f"docs/moved{i}.txt")
        shutil.rmtree(self.folder / "docs/a")
        self.assertEqual(len(self.index("docs")["renamed"]), 9)
        self.assertEqual(set(self.texts()), {f"moved{i}.txt" for i in range(9)})

    def test_a_copy_that_is_touched_is_not_what_a_gone_file_became(self):
        for make in (shutil.copy, os.link):
            with self.subTest(make=make.__name__):
                shutil.rmtree(self.folder, ignore_errors=True)
                self.put("docs/a.txt", "mines")
                make(self.folder / "docs/a.txt", self.folder / "docs/b.txt")
                self.index("docs")
                (self.folder / "docs/a.txt").unlink()
                os.utime(self.folder / "docs/b.txt")
                self.assertEqual(self.index("docs")["renamed"], [])
                self.assertEqual(set(self.texts()), {"a.txt", "b.txt"})
                self.index("docs", "--prune")
                self.assertEqual(set(self.texts()), {"b.txt"})

    def test_a_link_to_a_folder_doubles_nothing_whenever_it_is_made(self):
        self.put("docs/sub/a.txt", "mines")
        self.index("docs")
        os.symlink("sub", self.folder / "docs/before")
        for arguments in (["docs"], ["docs", "docs/sub"], ["--rebuild"]):
            self.index(*arguments, "--prune")
            self.assertEqual(self.texts(), {"sub/a.txt": "mines"})

    def test_a_rebuild_without_a_remembered_path_that_is_gone_must_be_asked_for(self):
        self.put("docs/a.txt", "mines")
        self.put("more/b.txt", "peace")
        self.index("docs", "more")
        os.rename(self.folder / "more", self.folder / "away")
        result = self.run_pincite("index", "--rebuild")
        self.assertEqual((result.code, result.out), (2, ""))
        self.assertIn(f"pincite: {self.folder}/more: ", result.err)
        self.assertIn("--prune", result.err)
        self.assertEqual(set(self.texts()), {"a.txt", "b.txt"})
        report = self.index("--rebuild", "--prune", code=1)
        self.assertEqual([one["path"] for one in report["skipped"]], [f"{self.folder}/more"])
        self.assertEqual(set(self.texts()), {"a.txt"})
        os.rename(self.folder / "away", self.folder / "more")
        self.index("--rebuild")
        self.assertEqual(set(self.texts()), {"a.txt", "b.txt"})

    @unittest.skipUnless(os.geteuid() == 0 and shutil.which("setpriv"), "only root can be another")
    def test_what_may_not_be_looked_into_is_told_and_not_pruned(self):
        self.put("docs/sub/a.txt", "mines")
        self.put("docs/b.txt", "peace")
        self.index("docs")
        self.run_shell("chmod -R a+rwX .; chmod a+x $(dirname $PWD)")
        truth = self.texts()
        for mode, told in ((0o744, "docs/sub"), (0o711, "docs/sub"), (0o700, "docs/sub")):
            with self.subTest(mode=oct(mode)):
                os.chmod(self.folder / "docs/sub", mode)
                done = subprocess.run(
                    ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", PROGRAM, "index",
                     "docs", "--prune", "--report", "json"],
                    cwd=self.folder, capture_output=True, check=False)
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertEqual([one["path"] for one in json.loads(done.stdout)["skipped"]],
                                 [str(self.folder / told)])
                self.assertEqual(self.texts(), truth)

    def test_a_dry_run_tells_and_writes_nothing(self):
        self.put("docs/a.txt", "mines")
        report = self.index("docs", "--dry-run")
        self.assertEqual((report["indexed"], report["dry_run"]), (1, True))
        self.assertFalse((self.folder / "pincite.index").exists())
        self.index("docs")
        before = self.ok("status", "--format", "json").out
        self.put("docs/b.txt", "peace")
        (self.folder / "docs/a.txt").unlink()
        report = self.index("docs", "--dry-run", "--prune")
        self.assertEqual(self.counts(report), (1, 0, 0, 1))
        self.assertEqual(self.ok("status", "--format", "json").out, before)

    def interrupt_at_work(self, process):
        """Ctrl-C, as soon as the process has the lock of the index."""
        lock = self.folder / "pincite.index/lock"
        for _ in range(3000):
            if lock.exists() and f"process {process.pid} " in lock.read_text():
                break
            time.sleep(0.005)
        time.sleep(0.02)
        process.send_signal(signal.SIGINT)

    def test_an_interrupted_run_commits_what_is_complete(self):
        for i in range(3000):
            self.put(f"docs/{i:04}.txt", f"mines {i} " + "and more words " * 2000)
        process = subprocess.Popen([PROGRAM, "index", "--report", "json", "docs"], cwd=self.folder,
                                   stdout=subprocess.PIPE)
        self.interrupt_at_work(process)
        out, _ = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 130)
        report = json.loads(out)
        self.assertTrue(report["interrupted"])
        self.assertEqual(self.ok("status", "--format", "json").json["documents"], report["documents"])
        self.assertLess(report["documents"], 3000)
        again = self.index("docs")
        self.assertEqual((again["unchanged"], again["indexed"]),
                         (report["documents"], 3000 - report["documents"]))

    def test_an_interrupted_rebuild_leaves_the_old_index(self):
        for i in range(1500):
            self.put(f"docs/{i:04}.txt", f"mines {i} " + "and more words " * 2000)
        self.index("docs")
        process = subprocess.Popen([PROGRAM, "index", "--rebuild", "--report", "json"],
                                   cwd=self.folder, stdout=subprocess.PIPE)
        self.interrupt_at_work(process)
        out, _ = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 130)
        self.assertEqual(json.loads(out)["documents"], 1500)
        self.assertEqual(self.ok("status", "--format", "json").json["documents"], 1500)

    def test_a_killed_run_leaves_the_index_as_it_was(self):
        self.put("docs/a.txt", "mines")
        self.index("docs")
        for i in range(400):
            self.put(f"docs/more/{i}.txt", "peace " * 5000 + str(i))
        for delay in (0.01, 0.05, 0.1, 0.2, 0.3):
            process = subprocess.Popen([PROGRAM, "index", "-q", "docs"], cwd=self.folder)
            time.sleep(delay)
            process.kill()
            process.wait()
            self.assertIn(len(self.texts()), (1, 401))
        self.index("docs")
        self.assertEqual(len(self.texts()), 401)

    def test_a_folder_that_lives_is_followed(self):
        chosen = random.Random(7)
        root = self.folder / "docs"
        truth = {}
        for round_ in range(12):
            for _ in range(40):
                self.change(chosen, truth, round_)
            self.index("docs", "--prune")
            self.assertEqual(self.texts(), truth, f"round {round_}")
            self.assertEqual(set(truth), {str(p.relative_to(root)) for p in root.rglob("*.txt")})

    def change(self, chosen, truth, round_):
        """One file is made, edited, removed or moved."""
        names = sorted(truth)
        what = chosen.choice(["make", "make", "edit", "remove", "move"]) if names else "make"
        if what == "make":
            name = f"d{chosen.randrange(5)}/f{chosen.randrange(10_000)}.txt"
            truth[name] = f"mines {chosen.random()} of round {round_}"
            self.put("docs/" + name, truth[name], LONG_AGO + chosen.randrange(1000))
            return
        name = chosen.choice(names)
        if what == "edit":
            truth[name] = truth[name] + " edited"
            self.put("docs/" + name, truth[name], LONG_AGO + 1000 + round_)
            return
        text = truth.pop(name)
        if what == "remove":
            (self.folder / "docs" / name).unlink()
            return
        other = f"moved{chosen.randrange(3)}/g{chosen.randrange(10_000)}.txt"
        (self.folder / "docs" / other).parent.mkdir(parents=True, exist_ok=True)
        shutil.move(self.folder / "docs" / name, self.folder / "docs" / other)
        truth[other] = text


if __name__ == "__main__":
    unittest.main()
