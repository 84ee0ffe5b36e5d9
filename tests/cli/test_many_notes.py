"""Documents of very many notes: every answer takes time linear in their number."""
import resource
import unittest

from pincite import CommandLineTest

FEW = 15_000
TIMES = 4
MOST = 2.5 * TIMES  # linear, with room for noise; quadratic were TIMES squared


def seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class ManyNotes(CommandLineTest):
    def write_notes(self, name, count, between):
        marks = between.join(f"Phrase {i} of zebras stands here.[{i}]" for i in range(1, count + 1))
        notes = "\n\n".join(f"[{i}] Letter from Ada Lund, 5 May 2001." for i in range(1, count + 1))
        self.write(name, f"A Title\n\n{marks}\n\n{notes}\n")

    def time_of(self, *arguments):
        before = seconds()
        self.ok(*arguments)
        return seconds() - before

    def assert_linear(self, between):
        for count in (FEW, TIMES * FEW):
            self.write_notes(f"{count}.txt", count, between)
            self.ok("index", "-i", f"x{count}", f"{count}.txt")
        for command in (["show", "{}.txt"], ["show", "{}.txt", "--format", "json"],
                        ["search", "zebras OR Ada", "--passages", "0"],
                        ["search", "zebras OR Ada", "--passages", "0", "--format", "json"],
                        ["search", "zebras OR Ada", "--passages", "0", "--format", "csv"],
                        ["search", "zebras OR Ada", "--passages", "0", "--format", "ris"]):
            few, many = (self.time_of(*(part.format(count) for part in command), "-i", f"x{count}")
                         for count in (FEW, TIMES * FEW))
            with self.subTest(command=command, few=few, many=many):
                self.assertLess(many, MOST * few + 0.5)

    def test_a_mark_a_paragraph(self):
        self.assert_linear("\n\n")

    def test_all_marks_in_one_paragraph(self):
        self.assert_linear(" ")


if __name__ == "__main__":
    unittest.main()
