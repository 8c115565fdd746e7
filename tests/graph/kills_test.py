"""usage: kills_test.py JOKBO FOLDER [KILLS [SEED]]

Promise 4, nothing lost: ingest, merge, decide and forget are killed (-9) at random instants. Each time the store opens, is whole
(SQLite's integrity check and our own), holds every document that was there before, and the same command once more leads to the
same bytes as undisturbed. KILLS says how often; the suite of every day is content with a few, a thousand take some minutes."""
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

program, folder = sys.argv[1:3]
kills = int(sys.argv[3]) if len(sys.argv) > 3 else 10
pages = sorted(str(page) for page in pathlib.Path(folder).glob("*.md") if page.name != "README.md")
half = len(pages) // 2
chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 9)
work = pathlib.Path(tempfile.mkdtemp())
store = work / "store.db"


def jokbo(*words):
    done = subprocess.run([program, *map(str, words)], capture_output=True, check=False)
    assert done.returncode == 0, (words, done.returncode, done.stdout.decode(), done.stderr.decode())
    return done.stdout


def place(source):
    for suffix in ("", "-wal", "-shm"):
        pathlib.Path(f"{store}{suffix}").unlink(missing_ok=True)
    if source is not None:
        shutil.copy(source, store)


def documents():
    if not store.exists():
        return set()
    try:
        return {name for (name,) in sqlite3.connect(store).execute("SELECT name FROM document WHERE name IS NOT NULL")}
    except sqlite3.OperationalError:
        return set()  # killed before there was a table


start, other = work / "start.db", work / "other.db"
jokbo("ingest", *pages[:half], "--db", start, "--quiet")
jokbo("ingest", *pages[half - 3:], "--db", other, "--quiet")
everyone = ("--who", "kim", "--when", "2026-01-04T09:00:00Z")
forgotten = {pathlib.Path(page).stem for page in pages[:3]}
commands = {  # what runs, the store that it starts from, and what it may take away
    "first ingest": (("ingest", *pages), None, set()),
    "ingest": (("ingest", *pages), start, set()),
    "merge": (("merge", other), start, set()),
    "decide": (("decide", "merge", "Organization:SK텔레콤", "Organization:KT", *everyone), start, set()),
    "forget": (("forget", *forgotten), start, forgotten),
}

expected, seconds = {}, {}
for name, (words, source, _) in commands.items():
    place(source)
    begin = time.monotonic()
    jokbo(*words, "--db", store, "--quiet")
    seconds[name] = time.monotonic() - begin
    expected[name] = jokbo("export", "--db", store, "--format", "jsonld")

hit = dict.fromkeys(commands, 0)
for number in range(kills):
    name = list(commands)[number % len(commands)]
    words, source, may_go = commands[name]
    place(source)
    before = documents()
    process = subprocess.Popen([program, *map(str, words), "--db", str(store), "--quiet"], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    after = chance.uniform(0, seconds[name])
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    if process.wait() == -signal.SIGKILL:
        hit[name] += 1
    else:
        seconds[name] = min(seconds[name], after)  # a machine that was busy at first is not for ever
    what = f"{name}, killed after {after * 1e3:.1f} ms"
    assert before - may_go <= documents(), f"{what}: a document is gone"
    if store.exists() and os.path.getsize(store) > 0:  # an empty file is none yet
        checked = subprocess.run([program, "check", "--db", str(store)], capture_output=True, check=False)
        assert checked.returncode == 0 and b"whole" in checked.stdout, f"{what}: {checked.stdout.decode()} {checked.stderr.decode()}"
    again = subprocess.run([program, *map(str, words), "--db", str(store), "--quiet"], capture_output=True, check=False)
    # What is forgotten or decided already may be told so.
    assert again.returncode in (0, 1), (what, again.stderr.decode())
    assert jokbo("export", "--db", store, "--format", "jsonld") == expected[name], f"{what}: not the same bytes"
for name, count in hit.items():
    print(f"{name}: {count} killed while at work")
assert sum(hit.values()) > 0
shutil.rmtree(work)
