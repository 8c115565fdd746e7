"""Runs the notebooks top to bottom, each on a store made of the sample pages, and looks at what they show.

usage: run.py PROGRAM SOURCE   exit code 77 means skipped
"""

import os
import pathlib
import subprocess
import sys
import tempfile

try:
    import ipykernel  # noqa: F401
    import nbclient
    import nbformat
    import pandas  # noqa: F401
except ImportError as missing:
    print(f"SKIPPED: {missing.name} is not installed (Debian: python3-nbclient python3-ipykernel python3-pandas); no notebook was run")
    sys.exit(77)

program, source = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])


def kinds_of_output(notebook):
    shown = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    return [kind for output in shown for kind in output.get("data", {})], shown


def tables(shown):
    """The number of rows of each table."""
    return [output["data"]["text/html"].count("<tr") - 1 for output in shown if "text/html" in output.get("data", {})]


def run(path, folder):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    client = nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}})
    client.execute()
    kinds, shown = kinds_of_output(notebook)
    rows = tables(shown)
    print(f"{path.name}: tables of {rows} rows, {kinds.count('image/svg+xml')} picture(s)")
    assert len(rows) >= 4 and all(count > 0 for count in rows), "every table has rows"
    assert kinds.count("image/svg+xml") == 1, "the diagram is shown"


with tempfile.TemporaryDirectory() as folder:
    store = pathlib.Path(folder) / "jokbo.db"
    subprocess.run([str(program), "ingest", str(source / "samples"), "--db", str(store), "--quiet"], check=True)
    os.environ.update(JOKBO_DB=str(store), JOKBO_PROGRAM=str(program), IPYTHONDIR=str(pathlib.Path(folder) / "ipython"))
    notebooks = sorted((source / "notebooks").glob("*.ipynb"))
    assert notebooks, "there is a notebook"
    for notebook in notebooks:
        run(notebook, folder)
