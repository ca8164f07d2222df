"""Holds workbooks against text files: the sample budgets, written as XLSX by openpyxl and as ODS by
hand, give the same tables as their CSV files, byte for byte."""

import csv
import decimal
import glob
import gzip
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.sax.saxutils
import zipfile

import openpyxl

TRANCHE, ROOT = sys.argv[1:3]
SAMPLES = f"{ROOT}/corpus/budgets"
TABLES = ["totals.csv", "items.csv", "rules.csv", "targets.csv", "dropped.csv"]

# Sample, encoding, delimiter, decimal mark, columns of amounts.
FILES = [
    ("deu-bundeshaushalt-2024.csv", "utf-8-sig", ",", ".", "amount"),
    ("esp-presupuestos-2024/2024-gastos.csv", None, ";", ",", "IMPORTE"),
    ("ita-bilancio-2024-lbp.csv", "cp1252", ";", ".", "lb_c[ps]_a.*"),
    ("pol-budzet-2024.csv", "utf-8-sig", ";", ",", "amount"),
    ("nor-statsbudsjett-2024.csv.gz", None, None, None, "amount"),
    ("usa-outlays-2026.csv", "utf-8-sig", ",", ".", r"\d{4}|TQ"),
    ("gbr-departments-2024.csv", "utf-8-sig", ",", ".", ".*[Aa]mount.*|.*value.*"),
    ("baltic-states-2024.csv", "utf-8-sig", ",", ".", "amount"),
]

failures = []


def rows_of(path, encoding, delimiter):
    raw = open(path, "rb").read()
    if path.endswith(".gz"):
        raw = gzip.decompress(raw)
    if encoding is None:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1252")
    else:
        text = raw.decode(encoding)
    if delimiter is None:
        delimiter = max(",;\t|", key=text.splitlines()[0].count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def number_of(text, mark):
    """The number that a person would see in this cell, or None."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", text)
    negative = plain.startswith("(") and plain.endswith(")")
    plain = plain.strip("()")
    plain = plain.replace("." if mark == "," else ",", "").replace(mark, ".")
    if not re.fullmatch(r"-?\d+(\.\d+)?", plain):
        return None
    number = decimal.Decimal(plain)
    return -number if negative else number


def cells_of(rows, mark, amounts):
    """Numbers where a spreadsheet would have them, texts elsewhere, None for empty cells."""
    wanted = [re.fullmatch(amounts, name.strip()) is not None for name in rows[0]]
    table = [[name or None for name in rows[0]]]
    for row in rows[1:]:
        cells = []
        for at, text in enumerate(row):
            number = None
            if at < len(wanted) and wanted[at]:
                number = number_of(text, mark)
            elif re.fullmatch(r"[1-9]\d{0,8}", text):
                number = decimal.Decimal(text)
            cells.append(number if number is not None else text or None)
        table.append(cells)
    return table


def write_xlsx(table, path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Data"
    for at, row in enumerate(table, 1):
        for column, cell in enumerate(row, 1):
            if cell is None:
                continue
            if isinstance(cell, decimal.Decimal):
                cell = int(cell) if cell == cell.to_integral() else float(cell)
            target = sheet.cell(at, column)
            target.value = cell
            if isinstance(cell, str):
                target.data_type = "s"
    notes = book.create_sheet("Notes")
    notes["A1"] = "Where these figures come from"
    notes["A2"] = "Our own words"
    book.save(path)


def ods_cell(cell):
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, decimal.Decimal):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    paragraphs = "".join(
        "<text:p>%s</text:p>" % re.sub(
            "  +", lambda s: f' <text:s text:c="{len(s[0]) - 1}"/>', xml.sax.saxutils.escape(line))
        for line in cell.split("\n"))
    return f'<table:table-cell office:value-type="string">{paragraphs}</table:table-cell>'


def write_ods(table, path):
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ["office", "table", "text"])
    rows = "".join(
        "<table:table-row>" + "".join(map(ods_cell, row)) + "</table:table-row>" for row in table)
    rows += ('<table:table-row table:number-rows-repeated="1040000">'
             '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet",
                         zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="Data">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>")


def classify(path, out):
    run = subprocess.run([TRANCHE, "classify", path, "--out", out, "--lines", "--part-of-budget"],
                         capture_output=True, text=True)
    return run.returncode, run.stdout + run.stderr


def without_file(path):
    """The rows of lines.csv without the name of the input file."""
    return [row[1:] for row in csv.reader(open(path, encoding="utf-8", newline=""))]


def expect(claim, holds, shown=""):
    if not holds:
        failures.append(f"{claim}{': ' if shown else ''}{shown}")


def compare(name, folder, expected, book):
    out = f"{folder}/{os.path.basename(book)}.run"
    status, shown = classify(book, out)
    expect(f"{name} as {book[-4:]} ends as the text file does", status == expected[0], shown)
    if not os.path.isdir(out):
        return
    for table in TABLES:
        same = open(f"{out}/{table}", "rb").read() == open(f"{expected[1]}/{table}", "rb").read()
        if table == "dropped.csv":
            same = without_file(f"{out}/{table}") == without_file(f"{expected[1]}/{table}")
        expect(f"{name} as {book[-4:]} has the same {table}", same)
    expect(f"{name} as {book[-4:]} has the same lines",
           without_file(f"{out}/lines.csv") == without_file(f"{expected[1]}/lines.csv"))


def check_samples(folder):
    for name, encoding, delimiter, mark, amounts in FILES:
        stem = os.path.basename(name).split(".")[0]
        home = f"{folder}/{stem}"
        os.mkdir(home)
        for companion in glob.glob(f"{SAMPLES}/{os.path.dirname(name)}/*estructura*"):
            shutil.copy(companion, home)
        expected_run = f"{home}/text.run"
        status, shown = classify(f"{SAMPLES}/{name}", expected_run)
        expect(f"{name} is read", os.path.isdir(expected_run), shown)
        rows = rows_of(f"{SAMPLES}/{name}", encoding, delimiter)
        if mark is None:
            mark = "," if any(re.search(r",\d\d$", cell) for row in rows for cell in row) else "."
        table = cells_of(rows, mark, amounts)
        count = sum(isinstance(cell, decimal.Decimal) for row in table for cell in row)
        expect(f"{name} has numbers", count > len(rows) - 30, f"{count}")
        write_xlsx(table, f"{home}/{stem}.xlsx")
        write_ods(table, f"{home}/{stem}.ods")
        compare(name, home, (status, expected_run), f"{home}/{stem}.xlsx")
        compare(name, home, (status, expected_run), f"{home}/{stem}.ods")


def check_formula_without_result(folder):
    book = openpyxl.Workbook()
    book.active.append(["country", "year", "phase", "currency", "amount", "key", "description",
                        "parents", "nature", "cofog"])
    book.active.append(["POL", 2024, "adopted", "PLN", 12.5, "1", "Tanks", "Army", "capital", "02.1"])
    book.active.append(["POL", 2024, "adopted", "PLN", "=E2", "2", "Ships", "Navy", "capital", "02.1"])
    book.save(f"{folder}/formula.xlsx")
    status, shown = classify(f"{folder}/formula.xlsx", f"{folder}/formula.run")
    expect("a formula without a result is a finding", status == 1, shown)
    rejected = list(csv.reader(open(f"{folder}/formula.run/rejected.csv", encoding="utf-8")))
    expect("a formula without a result is a rejected row without a place in bytes",
           [row[1:5] for row in rejected[1:]] == [["3", "", "amount", "amount '=E2' is no number"]],
           str(rejected))


LAYOUT = """layout: two-years
format: 1
recognise: {header: [Title, Sum]}
country: POL
currency: PLN
phase: adopted
year: {value: 2024}
amount: Sum
text: {description: Title}
"""


def check_choice_of_sheet(folder):
    book = openpyxl.Workbook()
    book.active.title = "2023"
    for title in ["2023", "2024"]:
        sheet = book["2023"] if title == "2023" else book.create_sheet(title)
        sheet.append(["Title", "Sum"])
        sheet.append(["Tanks", int(title)])
    book.create_sheet("Empty")
    book.create_sheet("Old").append(["Title", "Sum"])
    book["Old"].sheet_state = "hidden"
    book.save(f"{folder}/years.xlsx")
    open(f"{folder}/open.yaml", "w").write(LAYOUT)
    open(f"{folder}/stated.yaml", "w").write(LAYOUT + 'file: {sheet: "2024"}\n')

    def run(command, layout):
        run = subprocess.run([TRANCHE, *command, "--layout", f"{folder}/{layout}"],
                             capture_output=True, text=True)
        return run.returncode, " ".join((run.stdout + run.stderr).split())

    status, shown = run(["classify", "--part-of-budget", f"{folder}/years.xlsx"], "open.yaml")
    expect("two sheets that fit are a question", status == 2 and
           "the sheets '2023' and '2024' both fit" in shown, shown)
    status, shown = run(["classify", "--part-of-budget", f"{folder}/years.xlsx"], "stated.yaml")
    expect("a stated sheet is read", status == 0 and "PLN 2,024" in shown and
           "sheet '2024'" in shown, shown)
    status, shown = run(["explain", f"{folder}/years.xlsx:2"], "stated.yaml")
    expect("a row of a sheet is explained", status == 0 and "PLN 2,024" in shown, shown)
    del book["2023"]
    book.create_sheet("Notes").append(["Read this first"])
    book.save(f"{folder}/notes.xlsx")
    status, shown = run(["classify", "--part-of-budget", f"{folder}/notes.xlsx"], "open.yaml")
    expect("the only sheet that fits is taken, and that is said", status == 0 and
           "sheet '2024' (the only one whose header fits)" in shown, shown)


def main():
    with tempfile.TemporaryDirectory() as folder:
        check_samples(folder)
        check_formula_without_result(folder)
        check_choice_of_sheet(folder)
    for failure in failures:
        print("FAILED", failure)
    print(f"{len(FILES)} samples, {len(failures)} failures")
    return 1 if failures else 0


sys.exit(main())
