"""usage: cold.py JOKBO DB… [--queries N]   What a whole process costs that answers upstream and downstream of a random entity.

Prints processor time, which a busy machine disturbs less, and the clock; by the size of the answer, so that stores of different
sizes can be compared: what an answer costs should grow with the answer and not with the store."""
import argparse
import os
import random
import re
import sqlite3
import subprocess
import time

SIZES = ((0, 10), (10, 100), (100, 1000), (1000, 10**9))


def spent(*command):
    """Milliseconds of the processor and of the clock, and what the command printed."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return (usage.ru_utime + usage.ru_stime) * 1e3, (time.perf_counter() - start) * 1e3, output.decode()


def quantile(values, share):
    values = sorted(values)
    return values[int(share * (len(values) - 1) + 0.5)] if values else float("nan")


def starts(database, queries):
    keys = [row[0] for row in sqlite3.connect(f"file:{database}?mode=ro", uri=True).execute("SELECT key FROM entity ORDER BY key")]
    random.seed(5)
    return len(keys), [random.choice(keys) for _ in range(queries)]


def answers(jokbo, database, verb, keys, evidence):
    """(size, processor, clock) of each answer."""
    measured = []
    for key in keys:
        processor, clock, output = spent(jokbo, verb, key, "--db", database, "--evidence", evidence)
        size = re.search(rf"^(\d+) {verb}:", output, re.MULTILINE)
        measured.append((int(size.group(1)) if size else 0, processor, clock))
    return measured


def tell(jokbo, database, queries):
    entities, keys = starts(database, queries)
    print(f"\n{entities} entities, {queries} random ones; milliseconds of processor (clock), whole process")
    for verb in ("upstream", "downstream"):
        for evidence in ("none", "first"):
            measured = answers(jokbo, database, verb, keys, evidence)
            below = [one for one in measured if one[0] < 1000]
            processor, clock = [one[1] for one in below], [one[2] for one in below]
            print(f"{verb:<10} --evidence {evidence:<5} answers below 1000: median {quantile(processor, .5):6.1f} "
                  f"({quantile(clock, .5):6.1f})  p99 {quantile(processor, .99):6.1f} ({quantile(clock, .99):6.1f})", flush=True)
            for least, past in SIZES:
                part = [one for one in measured if least <= one[0] < past]
                if part:
                    size = quantile([one[0] for one in part], .5)
                    print(f"    {len(part):>4} answers of about {size:>7}: median {quantile([one[1] for one in part], .5):8.1f} "
                          f"({quantile([one[2] for one in part], .5):.1f})", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("jokbo")
    parser.add_argument("databases", nargs="+", metavar="DB")
    parser.add_argument("--queries", type=int, default=100)
    args = parser.parse_args()
    nothing = [spent(args.jokbo, "version") for _ in range(args.queries)]
    print(f"a process that answers nothing (version): median {quantile([one[0] for one in nothing], .5):.1f} "
          f"({quantile([one[1] for one in nothing], .5):.1f})")
    for database in args.databases:
        tell(args.jokbo, database, args.queries)


if __name__ == "__main__":
    main()
