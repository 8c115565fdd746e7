"""usage: run.py BUILD_FOLDER [--work DIR] [--peers PYTHON] [--queries N]   Everything in bench/lineage/README.md, in one run.

Makes stores of 10 k, 100 k and 1 M entities in DIR where they are not there yet. PYTHON is one that has peers to compare with."""
import argparse
import pathlib
import platform
import re
import subprocess
import sys

import cold

HERE = pathlib.Path(__file__).resolve().parent
SIZES = {"10k": 10_000, "100k": 100_000, "1m": 1_000_000}


def machine():
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    print(f"{model.group(1) if model else platform.processor()}, {platform.system()} {platform.release()}, "
          f"load {pathlib.Path('/proc/loadavg').read_text().split()[0]}")


def printed(*command):
    """What it prints, shown as it comes."""
    process, lines = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, text=True), []
    for line in process.stdout:
        print(line, end="", flush=True)
        lines.append(line)
    if process.wait() != 0:
        sys.exit(f"{command[0]} failed")
    return "".join(lines)


def sums(text):
    """Milliseconds a question and entities reached a question, by name and direction."""
    found = {}
    for name, direction, median, total, reached in re.findall(
            r"^(.+?) +(upstream|downstream) +ms: median +([\d.]+) p99 +[\d.]+ sum +([\d.]+)  reached (\d+)", text, re.MULTILINE):
        found[name, direction] = (float(median), float(total) * 1e6 / max(1, int(reached)))
    return found


def ratios(found):
    print("\nratios, upstream medians and (nanoseconds for each entity reached)")
    for ours, other in (("sql, LinkWalk", "sql, bare"), ("memory, reachability", "memory, bare"), ("memory, reachability", "igraph"),
                        ("memory, reachability", "NetworkX"), ("memory, reachability", "Kuzu"), ("memory, reachability", "DuckDB")):
        if (ours, "upstream") in found and (other, "upstream") in found:
            mine, peer = found[ours, "upstream"], found[other, "upstream"]
            print(f"  {ours:<20} to {other:<14} {mine[0] / peer[0]:8.4f}  ({mine[1]:.1f} to {peer[1]:.1f})")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("/tmp/jokbo-lineage"))
    parser.add_argument("--peers", default=sys.executable)
    parser.add_argument("--queries", type=int, default=200)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    bench, stores = args.build / "bench/lineage_bench", []
    machine()
    for name, entities in SIZES.items():
        stores.append(args.work / f"m{name}.db")
        if not stores[-1].exists():
            printed(bench, "gen", stores[-1], entities)
    found = sums(printed(bench, "run", stores[-1], args.queries))
    starts = args.work / "starts"
    starts.write_text(subprocess.run([bench, "starts", stores[-1], str(args.queries)], capture_output=True, text=True, check=True).stdout)
    print()
    found |= sums(printed(args.peers, HERE / "peers.py", stores[-1], starts))
    ratios(found)
    print()
    for store in stores:
        cold.tell(str(args.build / "jokbo"), str(store), args.queries)


if __name__ == "__main__":
    main()
