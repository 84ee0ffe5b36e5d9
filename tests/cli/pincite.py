"""Running the program as its users do."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["PINCITE_PROGRAM"]
PROJECT = pathlib.Path(os.environ["PINCITE_SOURCE_DIR"])
SHARED = PROJECT.parent / "shared"
SAMPLES = PROJECT / "corpus" / "samples"


def needs_shared(test):
    """Skips, with the reason printed, where the real documents are not there."""
    return unittest.skipUnless(SHARED.is_dir(), f"no real documents: {SHARED} is absent")(test)


class Result:
    def __init__(self, process):
        self.code = process.returncode
        self.out = process.stdout.decode("utf-8")
        self.err = process.stderr.decode("utf-8")

    @property
    def json(self):
        return json.loads(self.out)


class CommandLineTest(unittest.TestCase):
    """Each test has an empty folder of its own as the current one."""

    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pincite-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def run_pincite(self, *arguments, environment=None, stdin=None):
        """The program's exit code, standard output and standard error."""
        everything = {k: v for k, v in os.environ.items() if k not in ("PINCITE_INDEX", "NO_COLOR")}
        everything.update(environment or {})
        process = subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.folder, input=stdin,
                                 capture_output=True, env=everything, timeout=600, check=False)
        return Result(process)

    program = PROGRAM

    def run_shell(self, command):
        """A line as a shell reads it."""
        return Result(subprocess.run(["sh", "-c", command], cwd=self.folder, capture_output=True,
                                     timeout=600, check=False))

    def ok(self, *arguments, **options):
        result = self.run_pincite(*arguments, **options)
        self.assertEqual(result.code, 0, (arguments, result.err))
        return result

    def search(self, *arguments):
        """The JSON answer, whether something was found or not."""
        result = self.run_pincite("search", "--format", "json", *arguments)
        self.assertIn(result.code, (0, 1), result.err)
        answer = result.json
        self.assertEqual(result.code, 0 if answer["documents"]["total"] else 1)
        return answer

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path
