#!/usr/bin/env python3
"""usage: run_examples.py --program JOKBO [--update] FILE.md…   Runs the examples of documents on the sample pages.

An example is an indented block whose first line is `$ jokbo …`; what follows in the block is what it prints. A line `…` stands for
any lines, `…` at the end of a line for its rest; beliefs (0.80) and the counts that `ingest` tells may differ, for they move with
what is read."""
import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INDENT = "    "


def blocks(lines):
    """(first line, past the last) of each indented block that begins with a command."""
    at = 0
    while at < len(lines):
        if not lines[at].startswith(INDENT + "$ jokbo "):
            at += 1
            continue
        end = at + 1
        while end < len(lines) and (lines[end].startswith(INDENT) and not lines[end].startswith(INDENT + "$ ")
                                    or lines[end] == "" and end + 1 < len(lines) and lines[end + 1].startswith(INDENT)
                                    and not lines[end + 1].startswith(INDENT + "$ ")):
            end += 1
        yield at, end
        at = end


def without_measures(line):
    line = re.sub(r"\b[01]\.\d\d\b", "0.00", line)
    return re.sub(r"\d+", "0", line) if re.match(r"(statements|graph) +\d", line) else line


def word_for_word(line):
    return line


def line_fits(expected, line, seen):
    if expected.endswith("…"):
        return seen(line).startswith(seen(expected[:-1]))
    return seen(expected) == seen(line)


def fits(expected, lines, seen):
    if not expected:
        return not lines
    if expected[0] == "…":
        return any(fits(expected[1:], lines[at:], seen) for at in range(len(lines) + 1))
    return bool(lines) and line_fits(expected[0], lines[0], seen) and fits(expected[1:], lines[1:], seen)


def run(program, command, folder):
    environment = dict(os.environ, PATH=f"{Path(program).resolve().parent}{os.pathsep}{os.environ['PATH']}", JOKBO_DB="jokbo.db",
                       LC_ALL="C.UTF-8", NO_COLOR="1")
    done = subprocess.run(["bash", "-c", command], env=environment, cwd=folder, capture_output=True, text=True,
                          check=False)
    said = (done.stdout + done.stderr).rstrip("\n")
    return said.split("\n") if said else []


def check(path, program, folder, update):
    lines, good, shift = path.read_text(encoding="utf-8").split("\n"), True, 0
    for begin, end in list(blocks(lines)):
        begin, end = begin + shift, end + shift
        expected = [line[len(INDENT):] for line in lines[begin + 1:end]]
        said = run(program, lines[begin][len(INDENT) + 2:], folder)
        if fits(expected, said, word_for_word if update else without_measures):
            continue
        if update:
            lines[begin + 1:end] = [(INDENT + line).rstrip() for line in said]
            shift += len(said) - len(expected)
        else:
            good = False
            print(f"{path}, line {begin + 1}: prints something else now")
            print("\n".join(difflib.unified_diff(expected, said, "documented", "printed", lineterm="")))
    if update:
        path.write_text("\n".join(lines), encoding="utf-8")
    elif not good:
        print(f"\nif that is as it should be: python3 tests/cli/run_examples.py --program build/release/jokbo --update {path}")
    return good


def check_afresh(path, program, update):
    """Checks a document in a folder with the sample pages and a store of them; one that ingests them itself finds no store."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "samples").symlink_to(ROOT / "samples")
        if "$ jokbo ingest" not in path.read_text(encoding="utf-8"):
            pages = sorted(str(page) for page in (ROOT / "samples").glob("*.md") if page.name != "README.md")
            subprocess.run([program, "ingest", "--quiet", "--db", f"{folder}/jokbo.db", *pages], check=True)
        return check(path, program, folder, update)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="+", type=Path)
    parser.add_argument("--program", required=True)
    parser.add_argument("--update", action="store_true", help="write down what is printed now")
    args = parser.parse_args()
    return 0 if all([check_afresh(path, args.program, args.update) for path in args.documents]) else 1


if __name__ == "__main__":
    sys.exit(main())
