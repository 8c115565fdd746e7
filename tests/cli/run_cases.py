#!/usr/bin/env python3
"""Runs sessions with the program (cases/*.txt) and compares what it says; see cases/README.md."""
import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77  # what a command exits with where the case cannot be run here


class Step:
    """One command of a case and what it is expected to say."""

    def __init__(self, command):
        self.command = [command]
        self.out, self.err, self.status = [], [], 0


def parse(text):
    """A case as a list of plain lines and steps, in the order of the file."""
    parts, step = [], None
    for line in text.splitlines():
        if line.startswith("$ "):
            step = Step(line[2:])
            parts.append(step)
        elif step is None or line.startswith("#"):
            parts.append(line)
        elif line.startswith("> ") or line == ">":
            step.command.append(line[2:])
        elif line.startswith("! ") or line == "!":
            step.err.append(line[2:])
        elif line.startswith("? "):
            step.status = int(line[2:])
        elif line == "":
            step = None
            parts.append(line)
        else:
            step.out.append(line[1:] if line.startswith("\\") else line)
    return parts


def line_fits(expected, line):
    if expected.endswith(" (*)"):
        pattern = ".*".join(re.escape(piece) for piece in expected[:-4].split("*"))
        return re.fullmatch(pattern, line) is not None
    return expected == line


def fits(expected, lines):
    """Whether the lines are the expected ones, where `...` stands for any number of them."""
    if not expected:
        return not lines
    if expected[0] == "...":
        return any(fits(expected[1:], lines[i:]) for i in range(len(lines) + 1))
    return bool(lines) and line_fits(expected[0], lines[0]) and fits(expected[1:], lines[1:])


def run(step, folder, environment):
    done = subprocess.run(["bash", "-c", "\n".join(step.command)], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=240)
    return (done.stdout.decode("utf-8", "replace").splitlines(), done.stderr.decode("utf-8", "replace").splitlines(),
            done.returncode)


def shown(step, out, err, status):
    """A step as a case file says it."""
    lines = [("$ " if i == 0 else "> ") + line for i, line in enumerate(step.command)]
    special = ("$ ", "> ", "! ", "? ", "#", "\\")
    lines += ["\\" + line if line.startswith(special) or line == "" else line for line in out]
    lines += [("! " + line).rstrip() for line in err]
    return lines + ([f"? {status}"] if status else [])


def environment_for(args, folder):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("JOKBO_")}
    environment.update(
        PATH=f"{Path(args.program).resolve().parent}{os.pathsep}{os.environ['PATH']}", LC_ALL="C.UTF-8", TZ="UTC",
        NO_COLOR="1", HOME=str(folder), SAMPLES=str(Path(args.source).resolve() / "samples"),
        CASES=str(Path(__file__).resolve().parent / "cases"), BIG="20000000" if args.slow else "100000000")
    # Root may read and write everything; what others may not is shown as somebody else.
    environment["AS_USER"] = "setpriv --reuid=65534 --regid=65534 --clear-groups" if os.geteuid() == 0 else ""
    return environment


def run_case(path, args):
    """Whether it passed; None where it cannot be run here. With --update, the file says afterwards what happened."""
    parts, good, rewritten = parse(path.read_text(encoding="utf-8")), True, []
    with tempfile.TemporaryDirectory(prefix="jokbo-case-") as folder:
        Path(folder).chmod(0o755)
        environment = environment_for(args, folder)
        for part in parts:
            if isinstance(part, str):
                rewritten.append(part)
                continue
            out, err, status = run(part, folder, environment)
            if status == SKIPPED:
                print(f"{path.name}: cannot be run here: {' '.join(out)}")
                return None
            right = fits(part.out, out) and fits(part.err, err) and status == part.status
            rewritten += shown(part, part.out, part.err, part.status) if right else shown(part, out, err, status)
            if not right and not args.update:
                good = False
                expected = shown(part, part.out, part.err, part.status)
                print(f"{path}: not as expected")
                print("\n".join(difflib.unified_diff(expected, shown(part, out, err, status), "expected", "said",
                                                     lineterm="")))
    if args.update:
        path.write_text("\n".join(rewritten) + "\n", encoding="utf-8")
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--program", required=True)
    parser.add_argument("--source", default=Path(__file__).resolve().parents[2])
    parser.add_argument("--slow", action="store_true", help="the program is slow: be content with less")
    parser.add_argument("--update", action="store_true", help="write down what it says now")
    args = parser.parse_args()
    results = [run_case(path, args) for path in args.cases]
    if False in results:
        return 1
    return SKIPPED if all(result is None for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
