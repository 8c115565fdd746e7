"""usage: peers.py BUILD_FOLDER CORPUS [--python PYTHON] [--modules DIR]   Reading beside what others do with the same articles.

Runs extraction_bench and then each of these that is there, one after the other, by processor time, one thread each:
  compromise/one   matching the English names of schema/lexicon in the English articles; DIR is a folder with node_modules
                   (npm install compromise)
  kiwi             tokenising the Korean articles (pip install kiwipiepy)
  mecab            the same (pip install python-mecab-ko)
PYTHON is one that can import the latter two. Peers read as many articles as make two megabytes."""
import argparse
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
ENOUGH = 2_000_000  # bytes

COMPROMISE = """
const fs = require('fs'), nlp = require('compromise/one')
const one = nlp.default || nlp
const [names, texts] = process.argv.slice(1).map((file) => JSON.parse(fs.readFileSync(file, 'utf8')))
const trie = one.buildTrie(names)
const before = process.cpuUsage()
let found = 0
for (const text of texts) found += one(text).lookup(trie).length
const spent = process.cpuUsage(before)
console.log((spent.user + spent.system) / 1e6)
"""

KIWI = """
import json, sys, time
from kiwipiepy import Kiwi
texts = json.load(open(sys.argv[1]))
kiwi = Kiwi(num_workers=1)
kiwi.tokenize("준비")
before = time.process_time()
for text in texts: kiwi.tokenize(text)
print(time.process_time() - before)
"""

MECAB = """
import json, sys, time
from mecab import MeCab
texts = json.load(open(sys.argv[1]))
mecab = MeCab()
before = time.process_time()
for text in texts: mecab.morphs(text)
print(time.process_time() - before)
"""


def is_korean(text):
    """As extraction_bench tells it: a third of the bytes are none of ASCII's."""
    data = text.encode()
    return sum(byte >= 0x80 for byte in data) * 3 > len(data)


def articles(corpus):
    """Korean and English articles, each up to ENOUGH bytes."""
    some, size = {True: [], False: []}, {True: 0, False: 0}
    for file in sorted(path for path in corpus.rglob("*") if path.is_file()):
        text = file.read_text(encoding="utf-8", errors="replace")
        korean = is_korean(text)
        if size[korean] < ENOUGH:
            some[korean].append(text)
            size[korean] += len(text.encode())
    return some[True], some[False]


def english_names():
    """The spellings of schema/lexicon that are all ASCII: the files' columns with names, parted by |."""
    names = set()
    for file in sorted((ROOT / "schema/lexicon").glob("*.tsv")):
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            for spelling in (row.get("names") or "").split("|"):
                name = spelling.strip().rstrip("?")
                if name and name.isascii():
                    names.add(name)
    return sorted(names)


def ours(build, corpus):
    """MB/s of extraction_bench by row, shown as they come."""
    process, rates = subprocess.Popen([str(build / "bench/extraction_bench"), str(corpus), "3"], stdout=subprocess.PIPE, text=True), {}
    for line in process.stdout:
        print(line, end="", flush=True)
        if found := re.match(r"(\S.*?) +([\d.]+) MB/s", line):
            rates.setdefault(found.group(1), float(found.group(2)))
        if line.startswith("by length"):
            process.kill()  # lengths, threads and traps have no peers
            break
    process.wait()
    return rates


def peer(name, texts, command, files, folder=None):
    """MB/s of a peer over `texts`; None, and said so, where it does not run."""
    with tempfile.TemporaryDirectory() as room:
        paths = []
        for number, data in enumerate([*files, texts]):
            paths.append(f"{room}/{number}.json")
            pathlib.Path(paths[-1]).write_text(json.dumps(data))
        try:
            run = subprocess.run([*command, *paths], capture_output=True, text=True, cwd=folder)
        except OSError as error:
            print(f"SKIPPED {name}: {error}")
            return None
    if run.returncode != 0:
        told = [line for line in run.stderr.splitlines() if "Error" in line] or ["it failed"]
        print(f"SKIPPED {name}: {told[0].strip()}")
        return None
    rate = sum(len(text.encode()) for text in texts) / 1e6 / float(run.stdout)
    print(f"{name:<24} {rate:8.3f} MB/s", flush=True)
    return rate


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--modules", type=pathlib.Path, default=ROOT)
    args = parser.parse_args()
    mine = ours(args.build, args.corpus)
    korean, english = articles(args.corpus)
    names = english_names()
    print(f"peers on {len(korean)} Korean and {len(english)} English articles, {len(names)} English names")
    theirs = {
        ("compromise/one", "English"): peer("compromise/one", english, ["node", "-e", COMPROMISE], [names], args.modules),
        ("kiwi", "Korean"): peer("kiwi", korean, [args.python, "-c", KIWI], []),
        ("mecab", "Korean"): peer("mecab", korean, [args.python, "-c", MECAB], []),
    }
    for (name, part), rate in theirs.items():
        if rate and part in mine:
            print(f"extraction of the {part} articles to {name}: {mine[part] / rate:.1f} times its rate; "
                  f"the bare scan: {mine['bare scan for names'] / rate:.0f}")


if __name__ == "__main__":
    main()
