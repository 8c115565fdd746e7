"""usage: networkx_test.py JOKBO   Checks measures, closures and dominators on the sample pages against NetworkX."""
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

try:
    import networkx
    # The public pagerank asks for SciPy; the same in plain Python does not.
    from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python as pagerank
except ImportError:
    print("SKIPPED: no NetworkX here (Debian: python3-networkx)")
    sys.exit(77)

jokbo = sys.argv[1]
root = pathlib.Path(__file__).resolve().parents[2]
LINEAGE = ("based_on", "version_of", "trained_on", "trained_with", "licensed_under", "uses")


def ask(database, *words):
    done = subprocess.run([jokbo, *words, "--db", database, "--json"], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1) and not done.stderr, done.stderr
    return json.loads(done.stdout)


def graph_of(database, relations=None):
    graph = networkx.DiGraph()
    rows = sqlite3.connect(database).execute(
        "SELECT s.key, p.text, o.key, t.name FROM edge g JOIN entity s ON s.id = g.subject JOIN entity o ON o.id = g.object"
        " JOIN term p ON p.id = g.predicate JOIN status t ON t.id = g.status")
    for subject, relation, object_, status in rows:
        graph.add_nodes_from((subject, object_))
        if status == "asserted" and subject != object_ and (relations is None or relation in relations):
            graph.add_edge(subject, object_)
    return graph


with tempfile.TemporaryDirectory() as folder:
    database = f"{folder}/samples.db"
    subprocess.run([jokbo, "ingest", str(root / "samples"), "--db", database, "--quiet"], check=True)
    everything = graph_of(database)
    everything.add_nodes_from(key for (key,) in sqlite3.connect(database).execute("SELECT key FROM entity"))
    lineage = graph_of(database, LINEAGE)
    assert lineage.number_of_edges() > 20, "the samples say too little"

    for measure, expected in (("pagerank", pagerank(everything, tol=1e-12, max_iter=500)),
                              ("betweenness", networkx.betweenness_centrality(everything))):
        found = {row["entity"]["key"]: row["value"] for row in ask(database, "rank", "--by", measure, "--top", "100000")["ranked"]}
        for key, value in expected.items():
            assert abs(found.get(key, 0) - value) < 1e-6, (measure, key, found.get(key), value)

    for verb, closure in (("upstream", networkx.descendants), ("downstream", networkx.ancestors)):
        for key in sorted(lineage)[::3]:
            reached = ask(database, verb, key, "--status", "asserted", "--evidence", "none")["reached"]
            assert {row["entity"]["key"] for row in reached} == closure(lineage, key), (verb, key)

    flow = lineage.reverse()
    flow.add_edges_from(("", node) for node in lineage if lineage.out_degree(node) == 0)
    if networkx.is_directed_acyclic_graph(flow):
        dominators = networkx.immediate_dominators(flow, "")
        expected = {}
        for node in lineage:
            above = dominators[node]
            while above != "":
                expected.setdefault(above, set()).add(node)
                above = dominators[above]
        found = {row["entity"]["key"]: {one["key"] for one in row["dominates"]}
                 for row in ask(database, "chokepoints", "--top", "100000") if row["dominates"]}
        assert found == expected, (found, expected)
    cuts = set(networkx.articulation_points(lineage.to_undirected()))
    assert {row["entity"]["key"] for row in ask(database, "chokepoints", "--top", "100000") if row["cuts_off"] > 0} == cuts

print("agrees with NetworkX", networkx.__version__)
