"""usage: cold.py JOKBO DB [QUERIES]   How long a whole process takes that answers show, why and search of random things."""
import random
import sqlite3
import subprocess
import sys
import time

program, database = sys.argv[1:3]
queries = int(sys.argv[3]) if len(sys.argv) > 3 else 100
store = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
random.seed(5)
count = store.execute("SELECT max(id) FROM edge").fetchone()[0]
edges = [store.execute("SELECT s.key, p.text, o.key, s.name FROM edge g JOIN entity s ON s.id = g.subject JOIN entity o ON o.id = "
                       "g.object JOIN term p ON p.id = g.predicate WHERE g.id >= ? LIMIT 1", (random.randint(1, count),)).fetchone()
         for _ in range(queries)]
statements, entities = (store.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("statement", "entity"))
print(f"{statements} statements, {entities} entities, {count} edges, {queries} questions of each kind")


def tell(name, questions):
    times = []
    for words in questions:
        start = time.perf_counter()
        done = subprocess.run([program, *words, "--db", database], stdout=subprocess.DEVNULL, check=False)
        times.append((time.perf_counter() - start) * 1e3)
        assert done.returncode == 0, words
    times.sort()
    at = lambda share: times[int(share * (len(times) - 1) + 0.5)]
    print(f"{name:<34} ms: median {at(.5):6.1f} p99 {at(.99):6.1f} max {at(1):6.1f}", flush=True)


tell("version (a process and nothing)", [["version"]] * queries)
tell("show", [["show", subject] for subject, _, _, _ in edges])
tell("why", [["why", subject, relation, object_] for subject, relation, object_, _ in edges])
tell("search, a whole name", [["search", name] for _, _, _, name in edges])
tell("search, a part of a name", [["search", name[2:-1]] for _, _, _, name in edges])
