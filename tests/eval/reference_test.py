#!/usr/bin/env python3
"""`jokbo eval` and the reference scorer agree to the last digit: on statements made out of the gold, and on extracted ones."""
import argparse
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77


def gold_files(root):
    return [file for pattern in ("*.json", "real/gold/*.json", "silver/gold/*.json") for file in sorted(root.glob(pattern))]


def mention(entity, dice):
    """The entity as a system might speak of it."""
    name = dice.choice(entity["names"])
    spelled = dice.choice([name, name.upper(), name.replace(" ", ""), name.replace("-", " ")])
    made = {"type": entity["type"], "name": spelled, "names": [spelled], "named": entity.get("named", True)}
    if dice.random() < 0.2:
        made["names"].append(dice.choice(entity["names"]))
    if dice.random() < 0.1:
        made["named"] = not made["named"]
    if dice.random() < 0.1:
        made["name"], made["names"] = f"Nobody {dice.randrange(3)}", []
    return made


def statements_like(page, dice):
    """Some facts of a page, some twice, some turned round, wrong or in another state."""
    entities = page["entities"]
    for fact in page.get("facts", []) + page.get("attributes", []):
        for _ in range(dice.choice([0, 1, 1, 2])):
            form = dice.choice([fact] + fact.get("or", []))
            made = {"document": page["document"], "subject": mention(entities[form["s"]], dice),
                    "status": dice.choice(["asserted", "planned", fact.get("status", "asserted")]),
                    "evidence": {"start": 0, "end": 1, "quote": "x"}}
            if "a" in form:
                value = form["v"]
                if isinstance(value, int) and not isinstance(value, bool):
                    value += dice.choice([0, value // 200, value // 50])
                made.update(attribute=form["a"], value=value)
            else:
                made.update(relation=form["r"], object=mention(entities[form["o"]], dice))
                if dice.random() < 0.1:
                    made["subject"], made["object"] = made["object"], made["subject"]
            yield made


def table(text):
    """The table and the closing line, without remarks about strangers and quotes."""
    return [line for line in text.splitlines()
            if not line.startswith("statements of documents") and "quote what the text does not hold" not in line]


def output(command, **more):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **more).stdout


def compare(what, reference, ours):
    if table(reference) != table(ours):
        print(f"{what}: the reference says\n{reference}\nand jokbo eval\n{ours}")
        return False
    print(f"{what}: {table(ours)[-1]}")
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--beside", type=Path, required=True, help="the folder that holds score/score.py")
    parser.add_argument("--gold", type=Path, help="the folder of gold, where it is not the one beside")
    args = parser.parse_args()
    scorer, root = args.beside / "score" / "score.py", args.gold or args.beside / "gold"
    files = gold_files(root) if root.is_dir() else []
    if not scorer.exists() or not files:
        print(f"SKIPPED: no reference scorer with gold at {args.beside}")
        return SKIPPED

    pages = {file: json.loads(file.read_text(encoding="utf-8")) for file in files}
    good = True
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "statements.ndjson"

        def both(what, chosen):
            reference = output([sys.executable, scorer, *chosen, "--statements", lines])
            return compare(what, reference, output([args.program, "eval", *chosen, "--statements", lines, "--brief"]))

        for seed in range(3):
            dice = random.Random(seed)
            made = [json.dumps(one, ensure_ascii=False) for page in pages.values() for one in statements_like(page, dice)]
            lines.write_text("\n".join(made) + "\n", encoding="utf-8")
            good &= both(f"made statements {seed}, all gold", files)

        readable = [file for file, page in pages.items() if (file.parent.parent / page["text"]).exists()]
        texts = [file.parent.parent / pages[file]["text"] for file in readable]
        lines.write_text(output([args.program, "extract", *texts]), encoding="utf-8")
        good &= both("extracted statements", readable)
        direct = output([args.program, "eval", *readable, "--brief"])
        reference = output([sys.executable, scorer, *readable, "--statements", lines])
        good &= compare(f"its own extraction of {len(readable)} documents", reference, direct)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
