"""Runs that are stopped, killed and watched, and readers at work meanwhile."""
import json
import os
import pty
import signal
import subprocess
import threading
import time
import unittest

from pincite import PROGRAM, CommandLineTest

KEEP_OFTEN = {"PINCITE_KEEP_EVERY": "500000"}  # bytes of text


class Runs(CommandLineTest):
    def put_many(self, count, words=2000, folder="docs"):
        for i in range(count):
            self.write(f"{folder}/{i:04}.txt", f"mines {i} " + f"and more words {i % 7} " * words)
            self.write(f"{folder}/{i:04}.txt.json", '{"state": "Nowhere"}')

    def start(self, *arguments):
        process = subprocess.Popen(
            [PROGRAM, "index", "--report", "json", *arguments], cwd=self.folder,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **KEEP_OFTEN})
        self.addCleanup(process.kill)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.stderr.close)
        return process

    def wait_for(self, condition):
        for _ in range(6000):
            if condition():
                return
            time.sleep(0.005)
        self.fail("it did not come")

    def at_work(self, process):
        """Waits until the process has the lock of the index."""
        lock = self.folder / "pincite.index/lock"
        self.wait_for(lambda: lock.exists() and f"process {process.pid} " in lock.read_text())

    def has_kept_work(self):
        """Whether a staged generation was committed with documents in it."""
        for staged in self.folder.glob("pincite.index/tmp.g*"):
            done = subprocess.run(["xapian-metadata", "get", staged, "pincite.kept"],
                                  capture_output=True, check=False)
            if done.returncode == 0 and done.stdout[:1].isdigit():
                return True
        return False

    def documents(self):
        return self.ok("status", "--format", "json").json["documents"]

    def held(self, index="pincite.index"):
        answer = self.search("-i", index, "--limit", "0", "--passages", "0", "NOT absentword")
        return sorted(json.dumps([hit["document"], hit["passages"]]) for hit in answer["hits"])

    def killed(self, *arguments):
        """A run that is killed when it has kept some of its work."""
        process = self.start(*arguments)
        self.wait_for(lambda: process.poll() is not None or self.has_kept_work())
        process.kill()
        process.communicate()
        return process.returncode == -signal.SIGKILL

    def goes_on(self, *arguments):
        report = self.ok("index", "--report", "json", *arguments, environment=KEEP_OFTEN).json
        self.assertGreater(report["taken_over"], 0)
        self.ok("index", "-i", "fresh", "--rebuild", "docs")
        self.assertEqual(self.held(), self.held("fresh"))
        return report

    def test_a_first_run_that_was_killed_is_gone_on_with(self):
        self.put_many(400)
        self.assertTrue(self.killed("docs"))
        self.assertEqual(self.run_pincite("search", "mines").code, 2)
        for name in ("0000.txt", "0000.txt.json"):
            (self.folder / "docs" / name).unlink()
        self.write("docs/0001.txt", "It was changed meanwhile.")
        report = self.goes_on("docs")
        self.assertEqual((report["indexed"], report["replaced"]), (399, 0))
        # what the killed run would have told is told
        self.assertEqual([(w["code"], w["count"]) for w in report["warnings"]],
                         [("unknown_value", 399)])

    def test_a_rebuild_that_was_killed_or_interrupted_is_gone_on_with(self):
        self.put_many(1200)  # more than is under way at once
        self.ok("index", "docs")
        self.assertTrue(self.killed("--rebuild"))
        self.assertEqual(self.documents(), 1200)
        self.goes_on("--rebuild")
        process = self.start("--rebuild")
        self.wait_for(lambda: process.poll() is not None or self.has_kept_work())
        process.send_signal(signal.SIGINT)
        process.communicate()
        self.assertEqual((process.returncode, self.documents()), (130, 1200))
        # an attempt is none, and takes nothing away
        self.ok("index", "--rebuild", "--dry-run")
        self.goes_on("--rebuild")

    def test_an_update_that_adds_much_is_gone_on_with(self):
        self.put_many(20)
        self.ok("index", "docs")
        self.put_many(400, 2500)
        self.assertTrue(self.killed("docs"))
        self.assertEqual(self.documents(), 20)
        (self.folder / "docs/0003.txt").unlink()
        self.put_many(2, 2000)  # as they were before
        report = self.goes_on("docs", "--prune")
        self.assertEqual((report["indexed"], report["removed"]), (380, 1))
        self.assertEqual([p.name for p in self.folder.glob("pincite.index/tmp.*")], [])

    def test_sigterm_is_as_ctrl_c_and_a_second_ctrl_c_ends_at_once(self):
        self.put_many(1500)
        process = self.start("docs")
        self.at_work(process)
        process.send_signal(signal.SIGTERM)
        out, _ = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 130)
        report = json.loads(out)
        self.assertTrue(report["interrupted"])
        self.assertEqual(self.documents(), report["documents"])
        process = self.start("docs")
        self.at_work(process)
        while process.poll() is None:
            process.send_signal(signal.SIGINT)
            time.sleep(0.001)
        process.communicate()
        self.assertEqual(process.returncode, -signal.SIGINT)
        self.assertEqual(self.documents(), report["documents"])
        self.ok("index", "docs")
        self.assertEqual(self.documents(), 1500)

    def test_a_terminal_that_is_closed_is_as_ctrl_c_but_not_under_nohup(self):
        self.put_many(1500)
        process = self.start("docs")
        self.at_work(process)
        process.send_signal(signal.SIGHUP)
        out, _ = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 130)
        self.assertEqual(self.documents(), json.loads(out)["documents"])
        process = subprocess.Popen(["nohup", PROGRAM, "index", "-q", "docs"], cwd=self.folder,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        self.at_work(process)
        process.send_signal(signal.SIGHUP)
        self.assertEqual(process.wait(timeout=120), 0)
        self.assertEqual(self.documents(), 1500)

    def test_readers_are_never_wrong_while_writers_work(self):
        """Each document holds one number, the same in all: whoever sees two sees half a run."""
        def number_all(number):
            for i in range(60):
                self.write(f"docs/{i}.txt", f"Marker number{number}. " * 200)
        number_all(0)
        self.ok("index", "docs")
        wrong, answers, done = [], [], threading.Event()

        def read():
            while not done.is_set():
                result = self.run_pincite("search", "marker", "--limit", "0", "--passages", "1",
                                          "--format", "json")
                if result.code != 0:
                    wrong.append(result.err)
                    continue
                answer = result.json
                seen = {hit["passages"][0]["text"][:20] for hit in answer["hits"]}
                answers.append(answer["revision"])
                if len(seen) != 1 or len(answer["hits"]) != 60 or answer["documents"]["total"] != 60:
                    wrong.append((answer["revision"], seen, len(answer["hits"])))

        readers = [threading.Thread(target=read) for _ in range(2)]
        for reader in readers:
            reader.start()
        for number in range(1, 9):
            number_all(number)
            self.ok("index", "docs", *(["--rebuild"] if number % 2 else []))
        done.set()
        for reader in readers:
            reader.join()
        self.assertEqual(wrong, [])
        self.assertGreater(len(set(answers)), 2)

    def test_progress_shows_on_a_terminal_only(self):
        self.put_many(1500)  # more than is under way at once
        terminal, theirs = pty.openpty()
        process = subprocess.Popen([PROGRAM, "index", "docs", "--report", "json"], cwd=self.folder,
                                   stdout=subprocess.PIPE, stderr=theirs)
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(terminal, 65536)
            except OSError:  # how a terminal tells that nobody writes to it any more
                break
            if not part:
                break
            shown += part
        out, _ = process.communicate()
        os.close(terminal)
        self.assertEqual(process.returncode, 0)
        self.assertRegex(shown.decode(), r"\d+ documents, \d+\.\d MB/s, \d+ %, \d+:\d\d left")
        self.assertTrue(shown.decode().rstrip("\r\n").endswith("\x1b[K") or b"\n" in shown)
        json.loads(out)
        self.assertEqual(self.ok("index", "--rebuild", "--report", "json").err.count("\r"), 0)

    def test_the_report_has_the_shape_of_the_contract(self):
        self.write("docs/a.txt", "Mines.")
        self.write("docs/a.txt.json", '{"state": "Nowhere"}')
        self.write("docs/r.jsonl", '{"id":"r","text":"one"}\n{broken\n')
        self.write("docs/empty.txt", "")
        result = self.run_pincite("index", "docs", "--report", "json")
        report = result.json
        self.assertEqual((result.code, report["schema"]), (1, 1))
        counts = {"indexed": 2, "unchanged": 0, "replaced": 0, "removed": 0, "documents": 2,
                  "passages": 2, "notes": 0, "bytes": len("Mines.") + len("one")}
        self.assertEqual({key: report[key] for key in counts}, counts)
        self.assertIsInstance(report["seconds"], float)
        root = str(self.folder / "docs")
        self.assertEqual([(one["path"], one["line"]) for one in report["skipped"]],
                         [(root + "/empty.txt", None), (root + "/r.jsonl", 2)])
        for one in report["skipped"]:
            self.assertEqual(set(one), {"path", "line", "reason"})
        self.assertEqual([(w["code"], w["count"], w["first"]) for w in report["warnings"]],
                         [("unknown_value", 1, root + "/a.txt")])
        self.assertEqual(set(report["warnings"][0]), {"code", "text", "count", "first"})


if __name__ == "__main__":
    unittest.main()
