#!/usr/bin/env python3
"""Checks evidence without a network and without any package.

  python3 verify.py                                  the pack that this file is part of
  python3 verify.py FOLDER                           another pack
  python3 verify.py certificate.json original.txt    a certificate, with the filing it speaks of; for several filings, all of them

Ends with 0 where everything holds, with 1 where anything does not, with 2 where there is nothing to check.
"""
import hashlib
import json
import math
import os
import re
import sys

MOST_LISTED = 20
faults = []
notes = []


def fault(text):
    faults.append(text)


def note(number, one, several=None):
    if number > 0:
        notes.append(f"{number} {one if number == 1 or several is None else several}")


def count(number, word):
    """> 1 check, 12 checks"""
    return f"{number} {word}{'' if number == 1 else 's'}"


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def show(value):
    return json.dumps(value, ensure_ascii=False)


def shown(number):
    """A number as JSON has it: whole ones without a point."""
    is_whole = isinstance(number, float) and number.is_integer() and abs(number) < 2**53
    return show(int(number) if is_whole else number)


# 0. Evidence is written as these say: a name for a value, a list of a shape, the parts of an object; `?` where it may be missing.

PLACE = {"line": "order", "start": "order", "end": "order", "lastLine?": "order"}
SOURCE = {
    "name": "text",
    "sha256": "text",
    "bytes": "count",
    "decoding": {"encoding": "encoding", "bytes": "count", "lines": "count"},
    "transcript": "transcript",
}
PRINTED = {
    "unit": "text or null",
    "value": "number or null",
    "scale": "number",
    **PLACE,
    "text": "text",
}
CELL = {"table": "text", "row": "row", "measure": "text", **PRINTED}
STATED = {"statistic": "text", **PRINTED}
CHECK = {
    "code": "text",
    "stratification": "text or null",
    "measure": "text or null",
    "bucket": "count or null",
    "statistic": "text or null",
    "reference?": "text",
    "outcome": "outcome",
    "expected": "number",
    "found": "number",
    "tolerance": "number",
    "bounds": "ends or null",
    "at": PLACE,
    "words": "text",
    "arithmetic": "arithmetic or null",
}
ARITHMETIC = {"expected": "step", "found?": "step", "bounds?": ["step"]}
END = {"value": "number", "arithmetic": "step or null"}
CLAIM = {"what": "text", "unit": "text or null", "low": END, "high": END}
ROW = {"table": "text", "label": "text", "part": "part", **PLACE, "text": "text"}
EVIDENCE = {"source": SOURCE, "original": "text", "files": "sums", "figures": ["figure"], "checks": [CHECK], "shared": ["step"]}
CERTIFICATE = {
    "sentence": "text",
    "address": "text",
    "source": SOURCE,
    "claims": [CLAIM],
    "rows?": [ROW],
    "figures": ["figure"],
    "checks": [CHECK],
    "shared": ["step"],
}
SET = {
    "sentence": "text",
    "address": "text",
    "certificates": [CERTIFICATE],
    "differences?": [{"of": "count", "from": "count", "low": "number", "high": "number"}],
}
STEPS = {
    "figure": "count",
    "number": "number",
    "shared": "count",
    "sum": ["step"],
    "difference": ["step"],
    "product": ["step"],
    "quotient": ["step"],
    "mean": [{"of": "step", "weight": "step"}],
    "least": ["step"],
    "most": ["step"],
    "roundedUp": "step",
    "roundedDown": "step",
}


def is_text(value):
    return isinstance(value, str)


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def is_count(value):
    return is_number(value) and isinstance(value, int) and 0 <= value < 2**53


VALUES = {
    "text": is_text,
    "number": is_number,
    "count": is_count,
    "order": lambda value: is_count(value) and value > 0,
    "row": lambda value: value == "total" or is_count(value),
    "outcome": lambda value: is_text(value) and value in ("pass", "fail"),
    "part": lambda value: is_text(value) and value in ("all", "some"),
    "encoding": lambda value: is_text(value) and value in ("ascii", "utf-8", "utf-16le", "utf-16be", "windows-1252"),
    "ends": lambda value: isinstance(value, list) and len(value) == 2 and all(map(is_number, value)),
    "sums": lambda value: isinstance(value, dict) and all(map(is_text, value.values())),
}


def misfit(value, shape, where):
    """Where a value is not of its shape; None where it is."""
    if shape == "step":
        return misfit_of_step(value, where)
    if shape == "figure":
        return misfit(value, STATED if isinstance(value, dict) and "statistic" in value else CELL, where)
    if shape == "arithmetic":
        return misfit(value, ARITHMETIC, where)
    if shape == "transcript":
        return None if value is None or is_text(value) else misfit(value, [{"line": "order", "text": "text"}], where)
    if is_text(shape) and shape.endswith(" or null"):
        return None if value is None else misfit(value, shape[:-8], where)
    if is_text(shape):
        return None if VALUES[shape](value) else where
    if isinstance(shape, list):
        if not isinstance(value, list):
            return where
        return first(misfit(one, shape[0], f"{where}[{order}]") for order, one in enumerate(value))
    if not isinstance(value, dict):
        return where
    return first(misfit_of_part(value, key, part, where) for key, part in shape.items())


def misfit_of_part(value, key, part, where):
    name = key.rstrip("?")
    if name in value:
        return misfit(value[name], part, f"{where}.{name}")
    return None if name != key else f"{where}.{name}"


def misfit_of_step(step, where):
    """A step is one of its kinds; a number may say where its label stands."""
    names = [name for name in step if name != "at"] if isinstance(step, dict) else []
    if len(names) != 1 or names[0] not in STEPS:
        return where
    found = misfit(step[names[0]], STEPS[names[0]], f"{where}.{names[0]}")
    return misfit(step["at"], PLACE, f"{where}.at") if found is None and "at" in step else found


def first(found):
    return next((one for one in found if one is not None), None)


def is_well_formed(value, shape, where):
    """True where evidence is written as it should be; else that it is not is told, and nothing more of it can be."""
    found = misfit(value, shape, where)
    if found is not None:
        fault(f"{found} is missing, or not what evidence has there.")
    return found is None


# 1. Decoding: the bytes of the original as lines. Columns count UTF-16 units.

WINDOWS_1252 = (
    "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f"
    "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178"
)
# What counts as a blank; str.strip() takes off more.
BLANKS = "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
BLANK = re.compile("[" + BLANKS + "]")


def decode(data, encoding):
    if encoding == "ascii":
        return data.decode("latin-1")
    if encoding == "windows-1252":
        text = data[3:] if data[:3] == b"\xef\xbb\xbf" else data
        return re.sub("[\x80-\x9f]", lambda found: WINDOWS_1252[ord(found[0]) - 0x80], text.decode("latin-1"))
    codec = {"utf-8": "utf-8", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be"}[encoding]
    text = data.decode(codec, "replace")
    return text[1:] if text[:1] == "\ufeff" else text


def split_lines(text):
    doubled = len(re.findall(r"\r\n\r(?!\n)", text))
    alone = len(re.findall(r"[^\r\n]\n(?!\r)", text)) if doubled > 0 else 0
    ends = "\r{1,3}\n|\n\r|[\r\v\u0085\u2028\u2029]"
    if alone <= doubled:
        ends = r"\r\n\r(?!\n)|" + ends
    lines = []
    for line in re.sub(ends, "\n", text).split("\n"):
        lines.extend(split_at_form_feeds(line))
    if len(lines) > 1 and lines[-1] == "":
        lines.pop()
    return lines


def split_at_form_feeds(line):
    """A form feed between printed characters ends a line; elsewhere it is white space."""
    if "\f" not in line:
        return [line]
    parts = line.split("\f")
    is_printed = [part.strip(BLANKS) != "" for part in parts]
    last = max((order for order, one in enumerate(is_printed) if one), default=-1)
    lines = [parts[0]]
    printed = is_printed[0]
    for order in range(1, len(parts)):
        inside = printed and order <= last
        if inside:
            lines.append("\f" + parts[order])
        else:
            lines[-1] += "\f" + parts[order]
        printed = is_printed[order] or (printed and not inside)
    return lines


def find_in(original, printed, start):
    """Where the characters of a printed line end in the original, in that order, blanks and hyphens aside; -1 where not."""
    at = start
    for one in BLANK.sub("", printed).replace("-", ""):
        found = original.find(one, at)
        if found < 0:
            return -1
        at = found + 1
    return at


def read_lines(source, data, transcript):
    """The lines that places count: those of the original, and where it was struck over or strewn with NULs, the transcript's."""
    if sha256(data) != source["sha256"] or len(data) != source["bytes"]:
        fault(f"The original is not the file that was read: its SHA-256 is {sha256(data)}, not {source['sha256']}.")
    decoding = source["decoding"]
    number = decoding["lines"]
    note(
        len(data) - decoding["bytes"],
        "byte at the end of the original is no whole character and is not read.",
        "bytes at the end of the original are no whole character and are not read.",
    )
    own = split_lines(decode(data[: decoding["bytes"]], decoding["encoding"]))
    if transcript is None:
        if len(own) != number:
            fault(f"The original has {len(own)} lines, not {number}.")
        return own
    if isinstance(transcript, list):
        lines = list(own)
        changed = [(one["line"], one["text"]) for one in transcript]
    else:
        lines = transcript.split("\n")
        if len(lines) != number:
            fault(f"The transcript has {len(lines)} lines, not {number}.")
        changed = [
            (order, text)
            for order, text in enumerate(lines, 1)
            if order > len(own) or own[order - 1] != text
        ]
    # Where the original has other line ends, its lines cannot be told apart: then each is looked for behind the one before.
    whole = None if len(own) == number else "\n".join(own)
    start = 0
    for line, text in changed:
        if line > number:
            fault(f"Line {line} as printed is beyond the {number} of the original.")
            continue
        lines.extend([""] * (line - len(lines)))
        lines[line - 1] = text
        original = whole if whole is not None else own[line - 1] if line <= len(own) else ""
        end = find_in(original, text, start)
        if end < 0:
            fault(f"Line {line} as printed does not come out of the original: {show(text[:80])}.")
        elif whole is not None:
            start = end
    note(
        len(changed),
        "line is printed otherwise than its bytes (NULs, controls or escapes left out, or struck over): "
        "there columns are those of the line as printed, and every character was found in the original.",
        "lines are printed otherwise than their bytes (NULs, controls or escapes left out, or struck over): "
        "there columns are those of the line as printed, and every character was found in the original.",
    )
    return lines


# 2. Figures: what stands at a place, and what number it is.


def columns_of(line, start, end):
    if line.isascii():
        return line[start:end]
    units = line.encode("utf-16-le", "surrogatepass")
    return units[2 * start : None if end is None else 2 * end].decode("utf-16-le", "replace")


def text_at(lines, place):
    first, last = place["line"], place.get("lastLine", place["line"])
    parts = []
    for order, line in enumerate(lines[first - 1 : last]):
        start = place["start"] - 1 if order == 0 else 0
        end = place["end"] - 1 if order == last - first else None
        parts.append(columns_of(line, start, end))
    return "\n".join(parts)


def say_place(place):
    last = place.get("lastLine", place["line"])
    if last == place["line"]:
        return f"line {place['line']}, columns {place['start']}-{place['end'] - 1}"
    return f"lines {place['line']}-{last}"


ENTITIES = {
    "nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "ndash": "-", "mdash": "-", "minus": "-", "dollar": "$",
    "percnt": "%", "comma": ",", "period": ".", "lpar": "(", "rpar": ")",
}  # fmt: skip


def character(code):
    return chr(code) if code <= 0x10FFFF else ""


# What browsers do not show, or show as struck out, between two tags of a figure.
HIDDEN = re.compile(
    r"<(s|strike|del)\b[^>]*>[^<]*</\1>"
    r"|<(\w+)\b[^>]*(?:font-size: ?0|display: ?none|visibility: ?hidden)[^>]*>[^<]*</\2>",
    re.I,
)


def plain(text):
    text = re.sub(r"<[^>]*>", "", HIDDEN.sub("", text))
    text = re.sub(r"&#([0-9]{1,7});?", lambda found: character(int(found[1])), text)
    text = re.sub(r"&#x([0-9a-fA-F]{1,6});?", lambda found: character(int(found[1], 16)), text, flags=re.I)
    text = re.sub(r"&([a-z]+);?", lambda found: ENTITIES.get(found[1], found[0]), text)
    text = re.sub("[$%,]", "", BLANK.sub("", text))
    return re.sub("[\u2013\u2014\u2212]", "-", text)


def number_in(text):
    """The number that a text is; None where a simple reading finds none."""
    digits = plain(text)
    if re.fullmatch(r"-{1,3}", digits):
        return 0
    found = re.fullmatch(r"(\(?)(-?)([0-9]+\.?[0-9]*|\.[0-9]+)x?(\)?)", digits, flags=re.I)
    if found is None or (found[1] == "(") != (found[4] == ")"):
        return None
    return float(found[3]) * (-1 if found[1] or found[2] else 1)


def is_near(a, b):
    return abs(a - b) <= 1e-12 * abs(b) + 1e-9


def name_figure(figure):
    if "statistic" in figure:
        return f"stated figure {figure['statistic']}"
    row = figure["row"] if figure["row"] == "total" else figure["row"] + 1
    return f"{figure['table']}, row {row}, {figure['measure']}"


def check_figures(figures, lines):
    unread = marks = worded = 0
    for figure in figures:
        text, value = figure["text"], figure["value"]
        name = f"{name_figure(figure)}, at {say_place(figure)}"
        stands = text_at(lines, figure)
        if stands == "" or stands != text:
            fault(f"{name}: the original prints {show(stands)}, the evidence says {show(text)}.")
            continue
        number = number_in(text)
        factor = figure["scale"] * (100 if figure["unit"] == "cents" else 1)
        if value is None:
            marks += 1
        elif number is None:
            unread += 1
        elif is_near(number * factor, value):
            continue
        elif "statistic" in figure and any(is_near(number * factor * by, value) for by in (12, 1e3, 1e6, 1e9)):
            worded += 1
        else:
            fault(f"{name}: prints {show(text)}, which is {shown(number * factor)} and not {shown(value)}.")
    note(
        unread,
        "figure stands where the evidence says, but this script cannot read its text as a number.",
        "figures stand where the evidence says, but this script cannot read their text as a number.",
    )
    note(
        marks,
        'cell prints a mark instead of a number (such as "*" or "less than 0.01"), and none is claimed for it.',
        'cells print a mark instead of a number (such as "*" or "less than 0.01"), and none is claimed for them.',
    )
    note(
        worded,
        "figure is stated with a word for thousands, millions, billions or years.",
        "figures are stated with a word for thousands, millions, billions or years.",
    )


def check_rows(rows, lines):
    """Rows that an answer rests on: does their text stand where it is said to?"""
    for row in rows:
        stands = text_at(lines, row)
        if stands == "" or stands != row["text"]:
            fault(
                f"Row {show(row['label'])} of {row['table']}, at {say_place(row)}: the original prints {show(stands)}, the evidence says {show(row['text'])}."
            )


# 3. Arithmetic: what the steps come to.


def evaluator(figures, shared):
    known = {}

    def every(parts):
        values = [evaluate(part) for part in parts]
        return None if None in values else values

    def pair(parts, compute):
        values = every(parts)
        return None if values is None or len(values) != 2 else compute(*values)

    def add(values):
        # Not sum(), which newer Pythons round otherwise.
        total = 0
        for value in values:
            total += value
        return total

    def evaluate(step):
        if "figure" in step:
            order = step["figure"]
            return figures[order]["value"] if 0 <= order < len(figures) else None
        if "number" in step:
            return step["number"]
        if "shared" in step:
            order = step["shared"]
            if order not in known:
                known[order] = evaluate(shared[order]) if 0 <= order < len(shared) else None
            return known[order]
        if "sum" in step:
            values = every(step["sum"])
            return None if values is None else add(values)
        if "product" in step:
            values = every(step["product"])
            return None if values is None else math.prod(values)
        if "difference" in step:
            return pair(step["difference"], lambda a, b: a - b)
        if "quotient" in step:
            return pair(step["quotient"], lambda a, b: None if b == 0 else a / b)
        if "least" in step:
            values = every(step["least"])
            return min(values) if values else None
        if "most" in step:
            values = every(step["most"])
            return max(values) if values else None
        if "roundedUp" in step:
            value = evaluate(step["roundedUp"])
            return None if value is None else math.ceil(value - 1e-6)
        if "roundedDown" in step:
            value = evaluate(step["roundedDown"])
            return None if value is None else math.floor(value + 1e-6)
        if "mean" not in step:
            return None
        values = every([row["of"] for row in step["mean"]])
        weights = every([row["weight"] for row in step["mean"]])
        if not values or not weights or not add(weights):
            return None
        return add(value * weight for value, weight in zip(values, weights)) / add(weights)

    return evaluate


def comes_to(value, wanted):
    """Equal, but for the noise of computing with fractions in binary."""
    return value is not None and abs(value - wanted) <= 1e-12 * max(1, abs(wanted))


def check_checks(checks, evaluate):
    compared = failing = 0
    for order, check in enumerate(checks, 1):
        expected, found, bounds = check["expected"], check["found"], check["bounds"]
        arithmetic = check["arithmetic"]
        about = check["stratification"] or check["statistic"]
        name = f"Check {order} ({check['words']}; {about}, {say_place(check['at'])})"
        sides = [] if arithmetic is None else [("What is printed", arithmetic["expected"], expected)]
        if arithmetic is not None and "found" in arithmetic:
            sides.append(("What is found", arithmetic["found"], found))
        if arithmetic is not None and "bounds" in arithmetic:
            if bounds is None:
                fault(f"{name}: has steps for an interval, and no interval.")
            else:
                sides.append(("The low end", arithmetic["bounds"][0], bounds[0]))
                sides.append(("The high end", arithmetic["bounds"][1], bounds[1]))
        elif arithmetic is not None and bounds is not None:
            fault(f"{name}: has an interval, and no steps for it.")
        for side, step, wanted in sides:
            value = evaluate(step)
            if not comes_to(value, wanted):
                fault(f"{name}: {side} comes to {shown(value)}, and not {shown(wanted)}.")
        if bounds is not None and found != min(max(expected, bounds[0]), bounds[1]):
            fault(f"{name}: {shown(found)} is not the nearest figure within the interval.")
        holds = abs(expected - found) <= check["tolerance"] + 1e-12 * max(1, abs(expected))
        if (check["outcome"] == "pass") != holds:
            fault(f"{name}: is given as {check['outcome']}, and comes out as {'pass' if holds else 'fail'}.")
        compared += arithmetic is None
        failing += check["outcome"] == "fail"
    note(
        compared,
        "check gives no steps: only its two figures were compared.",
        "checks give no steps: only their two figures were compared.",
    )
    note(
        failing,
        "check of the filing fails, as the ledger says: its own figures do not agree there.",
        "checks of the filing fail, as the ledger says: its own figures do not agree there.",
    )


def check_labels(tree, lines):
    """Numbers of steps that a label prints: are their digits there?"""
    seen = set()
    standing = others = 0
    waiting = [tree]
    while waiting:
        step = waiting.pop()
        if isinstance(step, list):
            waiting.extend(step)
        elif isinstance(step, dict) and "number" in step and "at" in step:
            key = show(step)
            if key in seen:
                continue
            seen.add(key)
            label = plain(BLANK.sub("|", text_at(lines, step["at"])))
            digits = [float(one) for one in re.findall(r"[0-9]+\.?[0-9]*|\.[0-9]+", label)]
            if any(is_near(one * by, step["number"]) for one in digits for by in (1, 12, 100, 1000, 100000)):
                standing += 1
            else:
                others += 1
        elif isinstance(step, dict):
            waiting.extend(step.values())
    note(
        standing,
        "number of the arithmetic is the end of a range, and stands in the label of its row.",
        "numbers of the arithmetic are ends of ranges, and stand in the labels of their rows.",
    )
    note(
        others,
        "number of the arithmetic is the end of a range that a label gives in words, or that the kind of figure has.",
        "numbers of the arithmetic are ends of ranges that labels give in words, or that the kind of figure has.",
    )


# 4. The report says the same as the evidence.


def placed(at):
    return [at["line"], at["start"], at["end"], at.get("lastLine")]


def cells_of(table):
    columns = {}
    for column in table["columns"]:
        columns.setdefault(column["measure"], column)
    rows = list(enumerate(table["buckets"]))
    if table["total"]:
        rows.append(("total", table["total"]))
    for number, row in rows:
        for measure, at in row["places"].items():
            column = columns.get(measure, {})
            value = row["values"].get(measure)
            yield [table["id"], number, measure, column.get("unit"), value, column.get("scale", 1), *placed(at)]


def plain_check(check):
    names = ["code", "stratification", "measure", "bucket", "statistic", "outcome", "expected", "found", "tolerance", "bounds"]
    return [check[name] for name in names] + placed(check["at"])


def check_report(report, evidence):
    if report["file"]["sha256"] != evidence["source"]["sha256"]:
        fault("report.json is of another file.")
    reported = [cell for table in report["stratifications"] for cell in cells_of(table)]
    for one in report["statistics"]:
        if one["at"] is not None:
            reported.append([one["key"], None, None, one["unit"], one["stated"], 1, *placed(one["at"])])
    figures = [
        [
            one.get("statistic", one.get("table")),
            one.get("row"),
            one.get("measure"),
            one["unit"],
            one["value"],
            one["scale"],
            *placed(one),
        ]
        for one in evidence["figures"]
    ]
    compare_lists("figure", reported, figures)
    compare_lists("check", [plain_check(one) for one in report["checks"]], [plain_check(one) for one in evidence["checks"]])


def compare_lists(what, reported, given):
    if len(reported) != len(given):
        fault(f"report.json has {count(len(reported), what)}, evidence.json {len(given)}.")
    for order, (one, other) in enumerate(zip(reported, given), 1):
        if not is_same(one, other):
            fault(f"{what} {order}: report.json has {show(one)}, evidence.json {show(other)}.")


def is_same(one, other):
    """Equal; to Python alone, true is 1."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return isinstance(one, bool) == isinstance(other, bool) and one == other


# 5. Files are those that were packed.


def read_bytes(*parts):
    with open(os.path.join(*parts), "rb") as file:
        return file.read()


def list_files(folder):
    for under, _, names in os.walk(folder):
        for name in names:
            yield os.path.relpath(os.path.join(under, name), folder).replace(os.sep, "/")


def check_files(folder):
    sums = {}
    for line in read_bytes(folder, "SHA256SUMS").decode("utf-8").split("\n"):
        found = re.fullmatch(r"([0-9a-f]{64})  (.+)", line)
        if found:
            sums[found[2]] = found[1]
        elif line:
            fault(f"SHA256SUMS has a line that is no sum: {show(line[:80])}.")
    for name, total in sums.items():
        if not os.path.exists(os.path.join(folder, name)):
            fault(f"{name} is missing.")
        elif sha256(read_bytes(folder, name)) != total:
            fault(f"{name} is not the file that was packed: its SHA-256 differs.")
    others = [name for name in list_files(folder) if name not in sums and name != "SHA256SUMS"]
    named = ", ".join(others[:3])
    note(
        len(others),
        f"file lies beside the pack and is no part of it: {named}.",
        f"files lie beside the pack and are no part of it: {named}.",
    )
    return sums


def read_json(*parts):
    try:
        text = read_bytes(*parts).decode("utf-8")
        value = json.loads(text, parse_int=read_number, parse_float=read_number, parse_constant=refuse_constant)
        if value is None:
            fault(f"{os.path.basename(parts[-1])} says nothing.")
        return value
    except (OSError, ValueError) as error:
        fault(f"{os.path.basename(parts[-1])} cannot be read: {error}")
        return None


def read_number(digits):
    """A double, as JSON's numbers are everywhere else; whole ones as such."""
    number = float(digits)
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def refuse_constant(name):
    raise ValueError(f"{name} is no JSON")


def verify_pack(folder):
    sums = check_files(folder)
    evidence, report = read_json(folder, "evidence.json"), read_json(folder, "report.json")
    if evidence is None or report is None or not is_well_formed(evidence, EVIDENCE, "evidence"):
        return count(len(sums), "file")
    for name, total in evidence["files"].items():
        if sums.get(name) != total:
            fault(f"{name}: SHA256SUMS and evidence.json give it different sums.")
    source, figures, checks = evidence["source"], evidence["figures"], evidence["checks"]
    transcript = source["transcript"]
    if transcript is not None:
        transcript = read_bytes(folder, transcript).decode("utf-8")
    lines = read_lines(source, read_bytes(folder, evidence["original"]), transcript)
    check_figures(figures, lines)
    check_checks(checks, evaluator(figures, evidence["shared"]))
    check_labels([checks, evidence["shared"]], lines)
    check_report(report, evidence)
    files = count(len(sums), "file")
    return f"{files}, {count(len(figures), 'printed figure')} and {count(len(checks), 'check')} of {source['name']}"


def verify_certificates(name, originals):
    given = read_json(name)
    if given is None:
        return "the certificate"
    files = [read_bytes(original) for original in originals]
    is_set = isinstance(given, dict) and "certificates" in given
    if not is_well_formed(given, SET if is_set else CERTIFICATE, "certificate"):
        return "the certificate"
    certificates = given["certificates"] if is_set else [given]
    checked = []
    for certificate in certificates:
        source = certificate["source"]
        own = next((one for one in files if sha256(one) == source["sha256"]), None)
        if own is None and len(certificates) > 1:
            fault(f"None of the files given is {source['name']}, whose SHA-256 is {source['sha256']}.")
        checked.append(verify_certificate(certificate, files[0] if own is None else own))
    check_differences(given.get("differences", []), certificates)
    if is_set:
        if not certificates:
            fault("No certificate is in it.")
        print_words(given)
    return "; ".join(checked)


def print_claims(claims):
    for claim in claims:
        low, high, unit = claim["low"]["value"], claim["high"]["value"], claim["unit"] or ""
        print(f"{claim['what']}: {shown(low) if low == high else f'{shown(low)} to {shown(high)}'} {unit}".rstrip())


def print_words(given):
    """Words cannot be worked out anew: whoever reads them compares them with the claims."""
    print(f"In words: {given['sentence']}")
    note(1, "sentence in words is not checked: compare it with the claims above it.")


def first_claim(certificates, order):
    return certificates[order]["claims"][0] if order < len(certificates) and certificates[order]["claims"] else None


def check_differences(differences, certificates):
    """How far claims lie apart, from least to most that both allow."""
    for one in differences:
        own, base = first_claim(certificates, one["of"]), first_claim(certificates, one["from"])
        low = high = None
        if own is not None and base is not None:
            low = own["low"]["value"] - base["high"]["value"]
            high = own["high"]["value"] - base["low"]["value"]
        if not comes_to(low, one["low"]) or not comes_to(high, one["high"]):
            fault(
                f"The difference of claim {one['of'] + 1} from claim {one['from'] + 1} comes to {shown(low)} to {shown(high)}, and not {shown(one['low'])} to {shown(one['high'])}."
            )


def verify_certificate(certificate, original):
    source, figures = certificate["source"], certificate["figures"]
    checks, claims, shared = certificate["checks"], certificate["claims"], certificate["shared"]
    lines = read_lines(source, original, source["transcript"])
    check_figures(figures, lines)
    check_rows(certificate.get("rows", []), lines)
    evaluate = evaluator(figures, shared)
    check_checks(checks, evaluate)
    for claim in claims:
        what = claim["what"]
        if claim["low"]["value"] > claim["high"]["value"]:
            fault(f"{what}: its low end is above its high end.")
        for end in ("low", "high"):
            value, arithmetic = claim[end]["value"], claim[end]["arithmetic"]
            if arithmetic is None:
                fault(f"{what}: its {end} end gives no steps, so nothing here proves {shown(value)}.")
            elif not comes_to(evaluate(arithmetic), value):
                fault(f"{what}: its {end} end comes to {shown(evaluate(arithmetic))}, and not {shown(value)}.")
    check_labels([checks, claims, shared], lines)
    if not claims and not figures:
        fault(f"The certificate of {source['name']} claims nothing.")
    print_claims(claims)
    print_words(certificate)
    named = count(len(claims), "claim")
    return f"{named}, {count(len(figures), 'printed figure')} and {count(len(checks), 'check')} of {source['name']}"


def main(arguments):
    folder = arguments[0] if arguments else os.path.dirname(os.path.abspath(__file__))
    if len(arguments) < 2 and not os.path.exists(os.path.join(folder, "evidence.json")):
        print(
            "There is no evidence.json here. Ask for a folder with a pack, or for a certificate and its original file.",
            file=sys.stderr,
        )
        return 2
    checked = "the evidence"
    try:
        checked = verify_pack(folder) if len(arguments) < 2 else verify_certificates(arguments[0], arguments[1:])
    except Exception as error:  # Whatever is wrong with the evidence is told, never thrown.
        fault(f"The evidence cannot be read to its end: {error!r}")
    print(f"Checked {checked}.")
    for text in notes:
        print(f"- {text}")
    for text in faults[:MOST_LISTED]:
        print(f"WRONG: {text}")
    if len(faults) > MOST_LISTED:
        print(f"... and {len(faults) - MOST_LISTED} more.")
    print("Everything holds." if not faults else f"{count(len(faults), 'thing')} {'is' if len(faults) == 1 else 'are'} wrong.")
    return 0 if not faults else 1


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main(sys.argv[1:]))
