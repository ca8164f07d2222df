"""Holds the schemas of `tranche schema` against files: shipped ones fit, wrong ones do not."""

import glob
import json
import subprocess
import sys

import jsonschema

TRANCHE, YAML_AS_JSON, ROOT = sys.argv[1:4]

# Golden files whose mistakes no schema can see: names that exist nowhere, sums, what stands twice,
# other files, texts that must be read to be judged. (`rulebook/` and `layout/` of tests/golden.)
BEYOND_A_SCHEMA = set("""
""".split())


def schema(kind):
    text = subprocess.run([TRANCHE, "schema", kind], check=True, capture_output=True).stdout
    parsed = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(parsed)
    return jsonschema.Draft202012Validator(parsed)


def documents(paths):
    lines = subprocess.run([YAML_AS_JSON, *paths], check=True, capture_output=True).stdout
    return [json.loads(line) for line in lines.decode("utf-8").splitlines()]


def files(pattern):
    return sorted(glob.glob(f"{ROOT}/{pattern}", recursive=True))


def kind_of(path, document):
    if "/layouts/" in path or "/layout/" in path:
        return "layout"
    if "language" in document:
        return "vocabulary"
    if path.endswith("concepts.yaml"):
        return "concepts"
    if path.endswith("items.yaml") and "rulebook" not in document:
        return "items"
    return "rulebook" if "rulebook" in document else "rules"


def place(error):
    return "/".join(str(part) for part in error.absolute_path) or "the whole file"


def main():
    schemas = {
        kind: schema(kind)
        for kind in ["rulebook", "rules", "items", "vocabulary", "concepts", "layout"]
    }
    mistakes = []

    shipped = files("rules/**/*.yaml") + files("corpus/layouts/*.yaml")
    used = set()
    for path, document in zip(shipped, documents(shipped)):
        kind = kind_of(path, document)
        used.add(kind)
        error = jsonschema.exceptions.best_match(schemas[kind].iter_errors(document))
        if error is not None:
            mistakes.append(f"{path}: refused as {kind} at {place(error)}: {error.message}")
    if used != set(schemas):
        mistakes.append(f"no shipped file for {set(schemas) - used}")

    fitting = set()
    wrong = files("tests/golden/rulebook/*.yaml") + files("tests/golden/layout/*.yaml")
    for path, document in zip(wrong, documents(wrong)):
        kind = "layout" if "/layout/" in path else "rulebook"
        name = path.split("/golden/")[1]
        error = jsonschema.exceptions.best_match(schemas[kind].iter_errors(document))
        if error is None:
            fitting.add(name)
        else:
            print(f"{name}: {place(error)}: {error.message[:100]}")
    for name in sorted(fitting - BEYOND_A_SCHEMA):
        mistakes.append(f"{name}: a wrong file that its schema accepts")
    for name in sorted(BEYOND_A_SCHEMA - fitting):
        mistakes.append(f"{name}: refused (or gone); take it from the list")

    for mistake in mistakes:
        print("FAILED", mistake)
    print(f"{len(shipped)} shipped files, {len(wrong)} wrong ones, {len(mistakes)} failures")
    return 1 if mistakes or not shipped or not wrong else 0


sys.exit(main())
