"""What is installed: the program, its manual, its completions, the Debian package."""
import os
import pathlib
import re
import shutil
import subprocess
import unittest

from pincite import PROGRAM, PROJECT, SAMPLES, CommandLineTest

BUILD = pathlib.Path(PROGRAM).parent
DOCUMENTATION = BUILD / "documentation"
CMAKE = os.environ["PINCITE_CMAKE"]
CPACK = os.environ["PINCITE_CPACK"]
COMPLETIONS = ("pincite.bash", "_pincite", "pincite.fish")


def run(*command, **options):
    """Standard output; fails the test where the command does."""
    process = subprocess.run([str(part) for part in command], capture_output=True, timeout=300,
                             text=True, check=False, **options)
    if process.returncode != 0:
        raise AssertionError(f"{command}: {process.returncode}\n{process.stdout}{process.stderr}")
    return process.stdout


def needs(program):
    return unittest.skipUnless(shutil.which(program), f"{program} is not installed")


def help_of(*command):
    return run(PROGRAM, *command, "--help")


def commands():
    """Of the program's own help: its commands, each with its options as [short, long, VALUE]."""
    names = re.findall(r"^  ([a-z]+)  ", help_of(), re.MULTILINE)
    option = re.compile(r"^  (-\w|  )[, ] --([a-z-]+)(?: ([A-Z]\S*))?", re.MULTILINE)
    return {name: option.findall(help_of(name)) for name in names}


class Documentation(CommandLineTest):
    def test_help_was_understood(self):
        self.assertIn(("-n", "limit", "N"), commands()["search"])
        self.assertIn(("  ", "all", ""), commands()["search"])

    def test_the_manual_has_every_command_and_option(self):
        pages = {path.name for path in DOCUMENTATION.glob("*.1")}
        self.assertEqual(pages, {"pincite.1"} | {f"pincite-{name}.1" for name in commands()})
        overview = (DOCUMENTATION / "pincite.1").read_text("utf-8")
        for name, options in commands().items():
            self.assertIn(f"\n\\fB{name}\\fR\n", overview)
            page = (DOCUMENTATION / f"pincite-{name}.1").read_text("utf-8")
            for section in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", '"EXIT STATUS"',
                            "ENVIRONMENT", "FILES", "EXAMPLES", '"SEE ALSO"'):
                self.assertRegex(page, f"(?m)^\\.SH {section}$".replace('"', '"?'), name)
            for short, option, value in options:
                roff = option.replace("-", "\\-")
                head = (f"\\fB\\{short}\\fR, " if short.strip() else "") + f"\\fB\\-\\-{roff}\\fR"
                with self.subTest(command=name, option=option):
                    self.assertIn(f"\n{head}" + (" \\fI" if value else "\n"), page)

    def test_the_completions_have_every_command_and_option(self):
        fish = (DOCUMENTATION / "pincite.fish").read_text("utf-8")
        for file in COMPLETIONS[:2]:
            text = (DOCUMENTATION / file).read_text("utf-8")
            for name, options in commands().items():
                function = re.search(rf"^_pincite_{name}\(\) {{$.*?^}}$", text, re.M | re.S).group()
                for short, option, value in options:
                    with self.subTest(file=file, command=name, option=option):
                        self.assertRegex(function, rf"--{option}\b")
                        if short.strip():
                            self.assertRegex(function, rf"{short}\b")
        for name, options in commands().items():
            for short, option, value in options:
                line = f"complete -c pincite -n '__fish_pincite_command {name}' -l {option} "
                line += f"-s {short[1]} " if short.strip() else ""
                self.assertIn(line + ("-r " if value else "-d "), fish)

    @needs("man")
    def test_man_has_nothing_to_say_against_the_pages(self):
        for page in DOCUMENTATION.glob("*.1"):
            done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", str(page)],
                                  capture_output=True, timeout=60, check=False,
                                  env={**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8"})
            self.assertEqual((done.returncode, done.stderr), (0, b""), page.name)

    @needs("zsh")
    def test_zsh_reads_its_completion(self):
        run("zsh", "-n", DOCUMENTATION / "_pincite")

    @needs("fish")
    def test_fish_completes(self):
        file = DOCUMENTATION / "pincite.fish"
        for line, expected in (("pincite se", ["search"]),
                               ("pincite search --format ", ["json", "text"]),
                               ("pincite vocabulary ty", ["types"])):
            out = run("fish", "-c", f"source {file}; complete -C '{line}'",
                      env={**os.environ, "HOME": str(self.folder)})
            self.assertEqual([row.split("\t")[0] for row in out.splitlines()], expected)


class BashCompletion(CommandLineTest):
    def complete(self, *words):
        """What the completion offers for the last of these words."""
        script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _pincite; '
                  'printf "%s\\n" "${COMPREPLY[@]}"')
        out = run("bash", "-u", "-c", script, "bash", DOCUMENTATION / "pincite.bash", *words,
                  cwd=self.folder)
        return sorted(line for line in out.split("\n") if line)

    def test_commands_options_and_values(self):
        for words, expected in (
                (("pincite", "sea"), ["search"]),
                (("pincite", ""), sorted([*commands(), "--help", "--version"])),
                (("pincite", "search", "--fo"), ["--format"]),
                (("pincite", "search", "--format", ""),
                 ["bibtex", "csl", "csv", "json", "ris", "text"]),
                (("pincite", "search", "--format", "=", "j"), ["json"]),
                (("pincite", "search", "--format", "="),
                 ["bibtex", "csl", "csv", "json", "ris", "text"]),
                (("pincite", "show", "--format", ""), ["json", "text"]),
                (("pincite", "search", "--color", "a"), ["always", "auto"]),
                (("pincite", "search", "mines", "--sort", "-"), ["-date"]),
                (("pincite", "index", "--report", ""), ["json", "text"]),
                (("pincite", "search", "--state", "AZ"), ["AZE"]),
                (("pincite", "search", "--facets", "st"), ["state"]),
                (("pincite", "search", "--limit", ""), []),
                (("pincite", "vocabulary", "t"), ["treaties", "types"]),
                (("pincite", "vocabulary", "--format", "json", "m"), ["meetings"]),
                (("pincite", "vocabulary", "--format", "=", "json", "m"), ["meetings"]),
                (("pincite", "vocabulary", "meetings", "t"), []),
                (("pincite", "nonsense", ""), []),
        ):
            with self.subTest(words=words):
                self.assertEqual(self.complete(*words), expected)

    def test_files_and_folders(self):
        self.write("a folder/inside.txt", "x")
        self.write("a file.txt", "x")
        for words, expected in (
                (("pincite", "index", "a"), ["a file.txt", "a folder"]),
                (("pincite", "index", "one", "a"), ["a file.txt", "a folder"]),
                (("pincite", "search", "--index", "a"), ["a folder"]),
                (("pincite", "search", "-i", "a"), ["a folder"]),
                (("pincite", "show", "a"), []),
        ):
            with self.subTest(words=words):
                self.assertEqual(self.complete(*words), expected)


class Install(CommandLineTest):
    FILES = ("bin/pincite", "share/man/man1/pincite.1", "share/man/man1/pincite-search.1",
             "share/bash-completion/completions/pincite", "share/zsh/vendor-completions/_pincite",
             "share/fish/vendor_completions.d/pincite.fish", "share/doc/pincite/README.md",
             "share/doc/pincite/CHANGELOG.md", "share/doc/pincite/copyright",
             "share/doc/pincite/samples/azerbaijan/mine-ban-policy-2011.txt")

    def test_the_installed_program_runs_and_nothing_tells_where_it_was_built(self):
        run(CMAKE, "--install", BUILD, "--prefix", "/usr", "--strip",
            env={**os.environ, "DESTDIR": str(self.folder / "tree")})
        tree = self.folder / "tree" / "usr"
        for name in self.FILES:
            self.assertTrue((tree / name).is_file(), name)
        installed = tree / "bin" / "pincite"
        for path in tree.rglob("*"):
            if path == installed and b"__asan_init" in path.read_bytes():
                print("not read for paths: the sanitizer's messages have the sources' in them")
            elif path.is_file():
                self.assertNotIn(os.fsencode(PROJECT), path.read_bytes(), path)
        index = self.folder / "samples.index"
        run(installed, "index", "-q", "-i", index, tree / "share/doc/pincite/samples")
        out = run(installed, "search", "-i", index, '"accidental technical error"')
        self.assertIn("Azerbaijan: Mine Ban Policy", out)
        samples = sum(1 for path in SAMPLES.rglob("*") if path.is_file())
        self.assertEqual(
            samples, sum(1 for path in (tree / "share/doc/pincite/samples").rglob("*")
                         if path.is_file()))


@needs("dpkg-deb")
@needs("dpkg-shlibdeps")
@needs("file")
class DebianPackage(CommandLineTest):
    def test_the_package_holds_what_is_installed_and_names_its_dependencies(self):
        run(CPACK, "-G", "DEB", "--config", BUILD / "CPackConfig.cmake", "-B", self.folder)
        (package,) = self.folder.glob("pincite_*.deb")
        listed = run("dpkg-deb", "-c", package)
        for name in Install.FILES:
            name += ".gz" if "/man1/" in name else ""
            self.assertRegex(listed, rf"(?m)^-rw[x-]r-[x-]r-[x-] root/root .* \./usr/{name}$")
        about = run("dpkg-deb", "-I", package)
        version = run(PROGRAM, "--version").split()[1]
        for line in ("Package: pincite", f"Version: {version}", "Section: text",
                     "Maintainer: Pincite developers <pincite@localhost>"):
            self.assertIn(f" {line}\n", about)
        self.assertRegex(about, r"(?m)^ Depends: .*libxapian")


if __name__ == "__main__":
    unittest.main()
