"""Holds the schemas of `tranche schema` against files: shipped ones fit, wrong ones do not."""

import glob
import json
import os
import subprocess
import sys
import tempfile

import jsonschema

TRANCHE, YAML_AS_JSON, ROOT = sys.argv[1:4]

# Golden files whose mistakes no schema can see: names that exist nowhere, sums, what stands twice,
# other files. (Folders of tests/golden; the list is exact.)
BEYOND_A_SCHEMA = set("""
dossier/relations.yaml
rulebook/one_mistake_curved_quotes.yaml
rulebook/reform_circle.yaml
rulebook/reform_of_nothing.yaml
rulebook/vocabulary.yaml
rulebook/vocabulary_without_names.yaml
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
    if "dossier" in document:
        return "dossier"
    if "/layouts/" in path or "/layout/" in path:
        return "layout"
    if "language" in document:
        return "vocabulary"
    if path.endswith("concepts.yaml"):
        return "concepts"
    if path.endswith("items.yaml") and "rulebook" not in document:
        return "items"
    return "rulebook" if "rulebook" in document else "rules"


def broken_copies(document):
    """The document without each of its keys that every such file needs, and with one too many."""
    for key in ["rulebook", "format", "language", "concepts", "layout", "currency", "amount", "dossier", "files"]:
        optional = (key == "language" and "layout" in document) or (
            key == "format" and "dossier" in document
        )
        if key in document and not optional:
            yield f"without {key}", {k: v for k, v in document.items() if k != key}
    yield "with zzz", {**document, "zzz": "x"}
    for key in set(document) - {"title", "source", "version", "language", "control_total"}:
        yield f"nonsense in {key}", {**document, key: [[]]}


def written_by(arguments):
    """Exit status and standard output of `tranche schema`."""
    done = subprocess.run([TRANCHE, "schema", *arguments], check=False, capture_output=True)
    return done.returncode, done.stdout.decode("utf-8")


def command_mistakes():
    """What is wrong with the command itself."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "layout.schema.json")
        if written_by(["layout", "--out", path]) != (0, ""):
            yield "--out does not end well"
        with open(path, encoding="utf-8") as file:
            if written_by(["layout"]) != (0, file.read()):
                yield "--out writes something else than standard output"
        if os.listdir(folder) != ["layout.schema.json"]:
            yield "--out leaves other files behind"
        if written_by(["layout", "--out", os.path.join(folder, "none", "x.json")]) != (2, ""):
            yield "a folder that does not exist is no error"
    if written_by(["budget"]) != (2, ""):
        yield "an unknown kind is no error"


def place(error):
    return "/".join(str(part) for part in error.absolute_path) or "the whole file"


def main():
    schemas = {
        kind: schema(kind)
        for kind in ["rulebook", "rules", "items", "vocabulary", "concepts", "layout", "dossier"]
    }
    mistakes = list(command_mistakes())

    # The tutorial makes its mistakes in this step.
    mistaken = files("rules/tutorial/step2.yaml")
    shipped = files("rules/**/*.yaml") + files("corpus/layouts/*.yaml")
    shipped += files("corpus/dossiers/*.yaml")
    shipped = [path for path in shipped if path not in mistaken]
    used = set()
    for path, document in zip(shipped, documents(shipped)):
        kind = kind_of(path, document)
        used.add(kind)
        error = jsonschema.exceptions.best_match(schemas[kind].iter_errors(document))
        if error is not None:
            mistakes.append(f"{path}: refused as {kind} at {place(error)}: {error.message}")
        for what, broken in broken_copies(document):
            if schemas[kind].is_valid(broken):
                mistakes.append(f"{path}: accepted {what}")
    if used != set(schemas):
        mistakes.append(f"no shipped file for {set(schemas) - used}")

    fitting = set()
    wrong = mistaken + files("tests/golden/rulebook/*.yaml") + files("tests/golden/layout/*.yaml")
    wrong += files("tests/golden/dossier/*.yaml")
    for path, document in zip(wrong, documents(wrong)):
        folder = os.path.basename(os.path.dirname(path))
        kind = folder if folder in ["layout", "dossier"] else "rulebook"
        name = os.path.relpath(path, ROOT).removeprefix("tests/golden/")
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
