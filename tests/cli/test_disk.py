"""A disk that is full or read-only, processes that are stopped, an index that is damaged."""
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import time
import unittest

from pincite import PROGRAM, SAMPLES, CommandLineTest


class Disk(CommandLineTest):
    def mounted(self, options):
        """A small file system of its own; skips where none may be mounted."""
        folder = self.folder / "disk"
        folder.mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder],
                              capture_output=True, check=False)
        if done.returncode != 0:
            self.skipTest(f"no file system can be mounted: {done.stderr.decode().strip()}")
        self.addCleanup(subprocess.run, ["umount", "-l", folder], check=False)
        return folder

    def test_a_full_disk_fails_the_run_and_leaves_the_index(self):
        index = self.mounted("size=4m") / "index"
        self.ok("index", "-i", index, SAMPLES)
        before = self.ok("status", "-i", index, "--format", "json").json
        chosen = random.Random(1)
        self.write("docs/big.jsonl", "".join(
            json.dumps({"text": " ".join(f"{chosen.randrange(10**9):x}" for _ in range(300))}) + "\n"
            for _ in range(3000)))
        for arguments in (["docs"], ["docs", "--rebuild"]):
            result = self.run_pincite("index", "-i", index, *arguments)
            self.assertEqual(result.code, 2, result.err)
            self.assertIn("No space left on device", result.err)
            after = self.ok("status", "-i", index, "--format", "json").json
            self.assertEqual(after, before)
            self.ok("search", "-i", index, "mines")
        # what the failed runs left takes no room from the next
        self.ok("index", "-i", index, SAMPLES)

    def test_where_there_is_no_room_to_pack_an_index_it_is_left_as_it_is(self):
        chosen = random.Random(2)
        self.write("docs/big.jsonl", "".join(
            json.dumps({"text": " ".join(f"{chosen.randrange(10**9):x}" for _ in range(300))}) + "\n"
            for _ in range(400)))
        self.ok("index", "-i", "elsewhere", "docs")
        size = sum(f.stat().st_size for f in (self.folder / "elsewhere/g000001").iterdir())
        index = self.mounted(f"size={size * 8 // 5}") / "index"
        self.ok("index", "-i", index, "docs")
        self.assertEqual(self.ok("status", "-i", index, "--format", "json").json["documents"], 400)
        self.assertEqual(sorted(f.name for f in index.iterdir()), ["XAPIANDB", "g000001", "lock"])
        live = index / "g000001"
        self.assertGreater(sum(f.stat().st_size for f in live.iterdir()), size)
        self.assertEqual(subprocess.run(["xapian-metadata", "get", live, "pincite.kept"], check=True,
                                        capture_output=True).stdout.strip(), b"")

    def test_a_read_only_index_answers_and_refuses_to_be_changed(self):
        folder = self.mounted("size=8m")
        self.ok("index", "-i", folder / "index", SAMPLES)
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        self.ok("search", "-i", folder / "index", "mines")
        self.write("docs/a.txt", "mines")
        result = self.run_pincite("index", "-i", folder / "index", "docs")
        self.assertEqual((result.code, result.out), (2, ""))
        self.assertIn("Read-only file system", result.err)
        self.assertIn("index", result.err)

    def test_an_index_cannot_be_made_in_a_folder_that_may_not_be_written(self):
        folder = self.mounted("size=1m,ro")
        self.write("docs/a.txt", "mines")
        result = self.run_pincite("index", "-i", folder / "index", "docs")
        self.assertEqual((result.code, result.out), (2, ""))
        self.assertIn("disk/index", result.err)


class Processes(CommandLineTest):
    def test_a_stopped_run_goes_on_where_it_was(self):
        self.write("docs/many.jsonl", "".join('{"text":"' + f"word{i} " * 50 + '"}\n'
                                              for i in range(20_000)))
        process = subprocess.Popen([PROGRAM, "index", "-q", "docs"], cwd=self.folder)
        for _ in range(5):
            time.sleep(0.05)
            process.send_signal(signal.SIGSTOP)
            time.sleep(0.05)
            process.send_signal(signal.SIGCONT)
        self.assertEqual(process.wait(timeout=300), 0)
        self.assertEqual(self.ok("status", "--format", "json").json["documents"], 20_000)


class Damage(CommandLineTest):
    def test_a_damaged_index_is_said_to_be_damaged_and_can_be_made_anew(self):
        for name in ("postlist.glass", "docdata.glass", "termlist.glass", "iamglass"):
            for how in ("cut", "zeros", "gone"):
                with self.subTest(file=name, how=how):
                    self.ok("index", "--rebuild", SAMPLES)
                    stub = (self.folder / "pincite.index/XAPIANDB").read_text()
                    path = pathlib.Path(self.folder, "pincite.index", stub.split()[1], name)
                    self.damage(path, how)
                    result = self.run_pincite("search", "stockpile")
                    if how == "gone" and name in ("docdata.glass", "termlist.glass"):
                        continue  # absent, a lazy table is taken for empty; not all is asked for
                    self.assertEqual((result.code, result.out), (2, ""), result.err)
                    self.assertIn("damaged", result.err)
                    self.assertIn("--rebuild", result.err)
        self.ok("index", "--rebuild", SAMPLES)
        self.ok("search", "stockpile")

    def test_random_bytes_in_the_tables_are_told_as_damage_or_do_no_harm(self):
        """Some of them break Xapian itself, which no program can catch as an error."""
        chosen = random.Random(3)
        self.ok("index", SAMPLES)
        index, kept = self.folder / "pincite.index", self.folder / "kept"
        shutil.copytree(index, kept)
        for round_ in range(int(os.environ.get("PINCITE_TEST_DAMAGE", "8"))):
            shutil.rmtree(index)
            shutil.copytree(kept, index)
            live = index / (index / "XAPIANDB").read_text().split()[1]
            tables = sorted(path for path in live.iterdir() if path.stat().st_size > 100)
            path = chosen.choice(tables)
            content = bytearray(path.read_bytes())
            for _ in range(chosen.choice((1, 3, 20))):
                at, count = chosen.randrange(len(content)), chosen.choice((1, 8, 200, 2000))
                part = chosen.randbytes(count)[:len(content) - at]
                content[at:at + count] = part
            path.write_bytes(content)
            for command in (["search", "stockpile"], ["search", "--year", "2010", "--limit", "0"],
                            ["show", "azerbaijan/mine-ban-policy-2011.txt"], ["status"],
                            ["index", SAMPLES]):
                with self.subTest(round=round_, file=path.name, command=command):
                    result = self.run_pincite(*command)
                    self.assertIn(result.code, (0, 1, 2), result.err)
                    if result.code == 2:
                        self.assertEqual(result.out, "")
                        self.assertIn("damaged", result.err)
                        self.assertIn("--rebuild", result.err)
            self.ok("index", "--rebuild", SAMPLES)
            self.ok("search", "stockpile")

    @unittest.skipIf(os.environ.get("PINCITE_SANITIZED") == "ON", "the sanitizers tell it their way")
    def test_a_fault_while_the_index_is_open_is_told_as_damage(self):
        self.ok("index", SAMPLES)
        for n in range(800):
            self.write(f"docs/{n}.txt", "mines " * 5000)
        process = subprocess.Popen([PROGRAM, "index", "-q", "docs"], cwd=self.folder,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        lock = self.folder / "pincite.index/lock"
        for _ in range(6000):
            if f"process {process.pid} " in lock.read_text():
                break
            time.sleep(0.005)
        process.send_signal(signal.SIGSEGV)
        out, err = process.communicate(timeout=60)
        self.assertEqual((process.returncode, out), (2, b""))
        self.assertIn(b"pincite.index: the run broke off", err)
        self.assertIn(b"damaged", err)
        self.assertIn(b"--rebuild", err)
        self.ok("search", "stockpile")

    def damage(self, path, how):
        size = path.stat().st_size
        if how == "gone":
            path.unlink()
        elif how == "cut":
            os.truncate(path, 20)
        else:
            path.write_bytes(bytes(size))


if __name__ == "__main__":
    unittest.main()
