"""Files, lines and paragraphs larger than any document, in bounded memory.

PINCITE_TEST_MEGABYTES sets the size of the largest."""
import json
import os
import subprocess
import unittest

from pincite import PROGRAM, CommandLineTest

MEGABYTES = int(os.environ.get("PINCITE_TEST_MEGABYTES", "24"))
SANITIZED = os.environ.get("PINCITE_SANITIZED") == "ON"


class Large(CommandLineTest):
    def write_times(self, name, part, megabytes):
        path = self.write(name, "")
        with open(path, "wb") as file:
            while file.tell() < megabytes << 20:
                file.write(part.encode() * (1 + (1 << 20) // len(part)))
        return path

    def index(self, *paths):
        """The report, and the most memory that was held, in bytes."""
        with open(self.folder / "report", "wb") as out:
            process = subprocess.Popen([PROGRAM, "index", "--report", "json", *paths],
                                       cwd=self.folder, stdout=out)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(process.returncode, 0)
        report = json.loads((self.folder / "report").read_text())
        return report, usage.ru_maxrss << 10

    def bounded(self, memory):
        if not SANITIZED:
            self.assertLess(memory, (300 << 20) + 5 * (MEGABYTES << 20))

    def test_a_line_and_a_file(self):
        prose = "Mines were found, marked and cleared in the valley by the river. "
        self.write_times("docs/line.txt", prose, MEGABYTES)
        with open(self.folder / "docs/line.txt", "ab") as file:
            file.write(b"The end of the line is found.")
        self.write_times("docs/paragraphs.txt", prose * 4 + "\n\n", MEGABYTES * 3 // 2)
        report, memory = self.index("docs")
        self.assertEqual((report["documents"], report["skipped"]), (2, []))
        self.assertEqual([w["code"] for w in report["warnings"]], ["long_paragraph"])
        self.bounded(memory)
        answer = self.search('"the end of the line"', "--passages", "1")
        self.assertEqual([hit["document"]["id"] for hit in answer["hits"]], ["line.txt"])
        self.assertLess(len(answer["hits"][0]["passages"][0]["text"]), 5 << 20)

    def test_the_shortest_words(self):
        self.write_times("docs/words.txt", "a b c d e f g h i j k l m n o p q r s t u v w x y z ",
                         MEGABYTES)
        report, memory = self.index("docs")
        self.assertEqual(report["documents"], 1)
        self.bounded(memory)

    def test_no_space_at_all(self):
        self.write_times("docs/word.txt", "地雷", MEGABYTES // 3)
        report, memory = self.index("docs")
        self.assertEqual(report["documents"], 1)
        self.bounded(memory)


if __name__ == "__main__":
    unittest.main()
