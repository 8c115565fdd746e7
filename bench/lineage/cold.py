"""usage: cold.py JOKBO DB [QUERIES]   How long a whole process takes that answers upstream and downstream of random models."""
import random
import sqlite3
import subprocess
import sys
import time

jokbo, database = sys.argv[1:3]
queries = int(sys.argv[3]) if len(sys.argv) > 3 else 100
keys = [row[0] for row in sqlite3.connect(f"file:{database}?mode=ro", uri=True).execute("SELECT key FROM entity ORDER BY key")]
random.seed(5)
chosen = [random.choice(keys) for _ in range(queries)]


def milliseconds(*arguments):
    start = time.perf_counter()
    subprocess.run([jokbo, *arguments], stdout=subprocess.DEVNULL, check=False)
    return (time.perf_counter() - start) * 1e3


def tell(name, times):
    times.sort()
    at = lambda share: times[int(share * (len(times) - 1) + 0.5)]
    print(f"{name:<34} ms: median {at(.5):7.1f} p99 {at(.99):7.1f} max {at(1):7.1f}", flush=True)


print(f"{len(keys)} entities, {queries} questions")
tell("version (a process and nothing)", [milliseconds("version") for _ in range(queries)])
for verb in ("upstream", "downstream"):
    for evidence in ("none", "first"):
        tell(f"{verb} --evidence {evidence}",
             [milliseconds(verb, key, "--db", database, "--evidence", evidence) for key in chosen])
