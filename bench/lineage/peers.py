"""usage: peers.py DB STARTS_FILE [QUERIES]   What other tools take for the same questions about the same store.

Runs each of igraph, NetworkX, Kuzu and DuckDB that this Python can import (a venv with `pip install igraph networkx kuzu duckdb`);
one thread each. Their load is from memory, ours from the file."""
import csv
import sqlite3
import sys
import tempfile
import time


def seconds():
    return time.process_time()


def quantile(values, share):
    values = sorted(values)
    return values[int(share * (len(values) - 1) + 0.5)]


def tell(name, direction, count, starts):
    times, reached = [], 0
    for start in starts:
        before = seconds()
        reached += count(start, direction == "upstream")
        times.append((seconds() - before) * 1e3)
    print(f"{name:<22} {direction:<10} ms: median {quantile(times, .5):8.4f} p99 {quantile(times, .99):8.3f} "
          f"sum {sum(times):10.2f}  reached {reached}  ({len(times)} questions)", flush=True)


def igraph_peer(edges, nodes, starts):
    import igraph

    before = seconds()
    graph = igraph.Graph(n=nodes, edges=edges, directed=True)
    print(f"igraph {igraph.__version__}: made in {seconds() - before:.2f} s")
    count = lambda start, up: len(graph.subcomponent(start, mode="out" if up else "in")) - 1
    for direction in ("upstream", "downstream"):
        tell("igraph", direction, count, starts)
    before = seconds()
    graph.pagerank(damping=0.85)
    print(f"igraph pagerank {seconds() - before:.2f} s")
    # Dominators from a root below all that depends on nothing, as ours.
    bottoms = [node for node, degree in enumerate(graph.outdegree()) if degree == 0]
    graph.add_vertex()
    graph.add_edges((bottom, nodes) for bottom in bottoms)
    before = seconds()
    graph.dominator(nodes, mode="in")
    print(f"igraph dominators {seconds() - before:.2f} s")
    graph.delete_vertices(nodes)
    before = seconds()
    graph.articulation_points()
    print(f"igraph articulation points {seconds() - before:.2f} s")


def networkx_peer(edges, nodes, starts):
    import networkx

    before = seconds()
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(edges)
    print(f"NetworkX {networkx.__version__}: made in {seconds() - before:.2f} s")
    count = lambda start, up: len(networkx.descendants(graph, start) if up else networkx.ancestors(graph, start))
    for direction in ("upstream", "downstream"):
        tell("NetworkX", direction, count, starts)


def as_csv(folder, edges, nodes):
    with open(f"{folder}/edges.csv", "w", newline="") as file:
        csv.writer(file).writerows(edges)
    with open(f"{folder}/nodes.csv", "w") as file:
        file.writelines(f"{node}\n" for node in range(nodes))


def kuzu_peer(edges, nodes, starts):
    import kuzu

    with tempfile.TemporaryDirectory() as folder:
        as_csv(folder, edges, nodes)
        database = kuzu.Database(f"{folder}/kuzu", max_num_threads=1)
        connection = kuzu.Connection(database, num_threads=1)
        before = seconds()
        connection.execute("CREATE NODE TABLE n(id INT64, PRIMARY KEY(id))")
        connection.execute("CREATE REL TABLE e(FROM n TO n)")
        connection.execute(f"COPY n FROM '{folder}/nodes.csv'")
        connection.execute(f"COPY e FROM '{folder}/edges.csv'")
        print(f"Kuzu {kuzu.__version__}: made in {seconds() - before:.2f} s")
        walk = "MATCH (a:n {{id: $start}}){} (b:n) WHERE b.id <> $start RETURN count(DISTINCT b.id)"
        ways = {True: "-[:e* SHORTEST 1..30]->", False: "<-[:e* SHORTEST 1..30]-"}
        count = lambda start, up: connection.execute(walk.format(ways[up]), {"start": start}).get_next()[0]
        for direction in ("upstream", "downstream"):
            tell("Kuzu", direction, count, starts)


def duckdb_peer(edges, nodes, starts):
    import duckdb

    with tempfile.TemporaryDirectory() as folder:
        as_csv(folder, edges, nodes)
        connection = duckdb.connect(config={"threads": 1})
        before = seconds()
        connection.execute(f"CREATE TABLE e AS SELECT column0 AS s, column1 AS o FROM read_csv('{folder}/edges.csv', header=false)")
        connection.execute("CREATE INDEX e_s ON e(s); CREATE INDEX e_o ON e(o)")
        print(f"DuckDB {duckdb.__version__}: made in {seconds() - before:.2f} s")
        walk = ("WITH RECURSIVE r(n) AS (SELECT CAST(? AS BIGINT) UNION SELECT {to} FROM r JOIN e ON {at} = n) "
                "SELECT count(*) - 1 FROM r")
        count = lambda start, up: connection.execute(
            walk.format(to="o" if up else "s", at="s" if up else "o"), [start]).fetchone()[0]
        for direction in ("upstream", "downstream"):
            tell("DuckDB", direction, count, starts)


def main():
    database, file = sys.argv[1:3]
    starts = [int(line) for line in open(file)][: int(sys.argv[3]) if len(sys.argv) > 3 else 100]
    rows = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    edges = rows.execute("SELECT subject, object FROM edge WHERE object IS NOT NULL").fetchall()
    nodes = rows.execute("SELECT max(id) + 1 FROM entity").fetchone()[0]
    for name, peer, most in (("igraph", igraph_peer, 1000), ("networkx", networkx_peer, 100), ("kuzu", kuzu_peer, 20),
                             ("duckdb", duckdb_peer, 20)):
        try:
            peer(edges, nodes, starts[:most])
        except ImportError:
            print(f"SKIPPED {name}: not installed for this Python")


if __name__ == "__main__":
    main()
