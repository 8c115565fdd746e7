"""Reads the JSON-LD golden with rdflib, and compares vocabulary, shapes and context with the tables of the ontology.

usage: jsonld_check.py SOURCE [EXPORT.jsonld]   SOURCE is the project's folder; exit code 77 means skipped
"""

import csv
import json
import pathlib
import sys

try:
    import rdflib
    from rdflib.compare import to_isomorphic
except ImportError:
    print("SKIPPED: rdflib is not installed (Debian: python3-rdflib); nothing was checked")
    sys.exit(77)

SOURCE = pathlib.Path(sys.argv[1])
GOLDEN = SOURCE / "tests/export/golden"
JOKBO = rdflib.Namespace("https://w3id.org/jokbo/ns#")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
RDF, RDFS, XSD = rdflib.RDF, rdflib.RDFS, rdflib.XSD
failures = 0

LEAKS = """
PREFIX jokbo: <https://w3id.org/jokbo/ns#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT DISTINCT ?st WHERE {
  { ?st a jokbo:Edge ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; jokbo:status jokbo:asserted .
    FILTER NOT EXISTS { ?s ?p ?o } }
  UNION
  { ?st a jokbo:Edge ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . ?s ?p ?o .
    FILTER NOT EXISTS { ?other a jokbo:Edge ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; jokbo:status jokbo:asserted } }
}"""


def check(name, holds, shown=""):
    global failures
    failures += not holds
    print("ok  " if holds else "FAIL", name, shown)


def table(name):
    lines = [line for line in open(SOURCE / "schema" / name, encoding="utf-8") if line.strip() and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def parsed(text):
    return rdflib.Graph().parse(data=text, format="json-ld")


def leaks(graph):
    return len(list(graph.query(LEAKS)))


def check_document(text):
    document = json.loads(text)
    nodes = document["@graph"]
    graph = parsed(text)
    check("@context comes first, and in a node @type, then @id", list(document) == ["@context", "@graph"]
          and all(list(node)[:2] == ["@type", "@id"] for node in nodes), f"{len(nodes)} nodes")
    subjects = {term for triple in graph for term in triple if isinstance(term, rdflib.URIRef)}
    check("no blank nodes, ASCII addresses", not any(isinstance(term, rdflib.BNode) for triple in graph for term in triple)
          and all(term.isascii() and " " not in term for term in subjects), f"{len(graph)} triples")
    for kind, key in ((JOKBO.Edge, "Edge"), (JOKBO.AttributeStatement, "AttributeStatement")):
        written = sum(key in node["@type"] for node in nodes)
        check(f"every {key} is there", len(set(graph.subjects(RDF.type, kind))) == written, written)
    check("no planned, alleged, denied or ended edge reads as a fact", leaks(graph) == 0)
    spoilt = json.loads(text)
    for node in spoilt["@graph"]:
        if "Edge" in node["@type"] and node["status"] == "jokbo:asserted":
            node["status"] = "jokbo:planned"
            break
    check("and such a leak would be found", leaks(parsed(json.dumps(spoilt))) == 1)
    decimals = {node["@id"]: node["confidence"] for node in nodes if "confidence" in node}
    read = [str(value) for value in graph.objects(None, JOKBO.confidence)]
    check("decimals keep their form", sorted(read) == sorted(decimals.values()))
    # From 6.2 on rdflib tells ill-typed literals from those whose values it does not keep.
    well_formed = all(not getattr(literal, "ill_typed", literal.value is None) for literal in graph.objects() if isinstance(literal, rdflib.Literal)
                      and literal.datatype in (XSD.date, XSD.gYear, XSD.gYearMonth, XSD.integer, XSD.decimal, XSD.boolean))
    check("every typed literal is one", well_formed)
    for form in ("nt", "json-ld"):
        again = rdflib.Graph().parse(data=graph.serialize(format=form), format=form)
        check(f"round trip through {form}", to_isomorphic(again) == to_isomorphic(graph))
    return graph


def check_places(graph, page):
    characters, data = page, page.encode()
    places = 0
    for evidence, selector in graph.subject_objects(OA.hasSelector):
        if (selector, RDF.type, OA.TextPositionSelector) not in graph:
            continue
        quote = next(str(graph.value(other, OA.exact)) for other in graph.objects(evidence, OA.hasSelector) if graph.value(other, OA.exact))
        place = [int(graph.value(selector, term)) for term in (OA.start, OA.end, JOKBO.byteStart, JOKBO.byteEnd)]
        right = characters[place[0]:place[1]] == quote and data[place[2]:place[3]].decode() == quote
        places += right
        if not right:
            check(f"{evidence} points at its quote", False, quote)
    check("code points and bytes select the quotes", places > 0, places)


def check_vocabulary():
    vocabulary = rdflib.Graph().parse(SOURCE / "schema/vocab.ttl", format="turtle")
    shapes = rdflib.Graph().parse(SOURCE / "schema/shapes.ttl", format="turtle")
    context = json.load(open(SOURCE / "schema/context.jsonld", encoding="utf-8"))["@context"]
    types, relations, attributes = table("types.tsv"), table("relations.tsv"), table("attributes.tsv")
    full = lambda term: rdflib.URIRef(context[term.split(":")[0]] + term.split(":")[1])
    for row in types + relations + attributes:
        term, name = JOKBO[row["name"]], row["name"]
        defined = context.get(name)
        labels = {(str(label), label.language) for label in vocabulary.objects(term, RDFS.label)}
        published = [word for word in row.get("published", "").split("|") if word] if row.get("published") else []
        above = set(vocabulary.objects(term, RDFS.subClassOf)) | set(vocabulary.objects(term, RDFS.subPropertyOf))
        inverse = {vocabulary.value(node, rdflib.OWL.inverseOf) for node in above if isinstance(node, rdflib.BNode)}
        close = set(vocabulary.objects(term, rdflib.SKOS.closeMatch))
        check(f"{name}: context, labels and alignment agree", (defined if isinstance(defined, str) else (defined or {}).get("@id")) == f"jokbo:{name}"
              and labels == {(row["label_en"], "en"), (row["label_ko"], "ko")}
              and all(full(word.lstrip("^")) in above | inverse | close for word in published)
              and all(word.startswith("^") or row in types or context.get(word) == {"@type": "@id"} for word in published))
    listed = lambda shape: next({str(item) for item in rdflib.collection.Collection(shapes, head)} for node in shapes.objects(JOKBO[shape], rdflib.SH.property)
                                if (node, rdflib.SH.path, RDF.predicate) in shapes for head in shapes.objects(node, rdflib.SH["in"]))
    check("the shapes list all relations", listed("EdgeShape") == {str(JOKBO[row["name"]]) for row in relations})
    check("the shapes list all attributes", listed("AttributeShape") == {str(JOKBO[row["name"]]) for row in attributes})
    return shapes


def check_shapes(graph, shapes):
    try:
        import pyshacl
    except ImportError:
        print("SKIPPED: pyshacl is not installed; the shapes were read but not run")
        return
    conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes)
    check("the export conforms to the shapes", conforms, "" if conforms else report)
    evidence = next(graph.triples((None, JOKBO.evidence, None)))
    graph.remove(evidence)
    check("an edge without evidence does not", not pyshacl.validate(graph, shacl_graph=shapes)[0])
    graph.add(evidence)


golden = check_document((GOLDEN / "world.jsonld").read_text(encoding="utf-8"))
check_places(golden, (GOLDEN / "page.txt").read_text(encoding="utf-8"))
rules = check_vocabulary()
check_shapes(golden, rules)
for extra in sys.argv[2:]:
    check_shapes(check_document(pathlib.Path(extra).read_text(encoding="utf-8")), rules)
print(f"{failures} failed")
sys.exit(1 if failures else 0)
