"""usage: real_inputs_test.py JOKBO FOLDER [ROUNDS]

Promises 2, 3 and 5 on real inputs: whatever the order, the batches, the shards and the repetitions in which the pages of FOLDER are
taken in, the exports are the same, byte for byte, and so are those after pages that were added, changed or doubled are gone again."""
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

program, folder = sys.argv[1:3]
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 1
pages = sorted(str(page) for page in pathlib.Path(folder).glob("*.md") if page.name != "README.md")
answers = {form: ("export", "--format", form) for form in ("jsonld", "graphml", "dot")} | {
    verb: (verb, "--json") for verb in ("review", "conflicts", "duplicates")}
chance = random.Random(4)
work = pathlib.Path(tempfile.mkdtemp())


def jokbo(*words):
    done = subprocess.run([program, *map(str, words)], capture_output=True, check=False)
    assert done.returncode in (0, 1), (words, done.returncode, done.stderr.decode())
    return done.stdout


def ingest(store, some):
    jokbo("ingest", *some, "--db", store, "--quiet")


def exports(store):
    return {name: jokbo(*words, "--db", store) for name, words in answers.items()}


def parts(things, count):
    cuts = sorted(chance.sample(range(1, len(things)), count - 1))
    return [things[i:j] for i, j in zip([0, *cuts], [*cuts, len(things)])]


def same(name, store):
    for answer, bytes_ in exports(store).items():
        assert bytes_ == expected[answer], f"{name}: {answer} differs, see {store}"
    assert b"whole" in jokbo("check", "--db", store), f"{name}: {store} is not whole"
    print(f"ok  {name}")


whole = work / "whole.db"
ingest(whole, pages)
expected = exports(whole)
assert len(expected["jsonld"]) > 100_000

for number in range(rounds):
    shuffled = pages[:]
    chance.shuffle(shuffled)

    store = work / f"shuffled{number}.db"
    for batch in parts(shuffled, 1 + chance.randrange(1, 8)):
        ingest(store, batch)
    same("shuffled, in batches", store)

    ingest(store, chance.sample(pages, len(pages) // 2))
    same("half of it once more", store)

    shards = []
    for i, shard in enumerate(parts(shuffled, 3)):
        shards.append(work / f"shard{number}.{i}.db")
        # Shards may hold the same pages.
        ingest(shards[-1], [*shard, *chance.sample(pages, 2)])
    chance.shuffle(shards)
    store = work / f"merged{number}.db"
    jokbo("merge", *shards, "--db", store)
    same("merged from shards", store)
    jokbo("merge", *chance.sample(shards, 2), "--db", store)
    same("merged again", store)

    # Another text under a known name, then the old one again; one more page, then forgotten.
    changed = work / f"changed{number}"
    changed.mkdir()
    victim, other = chance.sample(pages, 2)
    shutil.copy(other, changed / pathlib.Path(victim).name)
    shutil.copy(chance.choice(pages), changed / "one-more.md")
    ingest(store, [changed])
    assert exports(store) != expected, "a changed page changes nothing"
    assert b"whole" in jokbo("check", "--db", store)
    ingest(store, [victim])
    jokbo("forget", "one-more", "--db", store)
    same("changed and changed back, added and forgotten", store)

shutil.rmtree(work)
