"""A reader of Triple-S that knows nothing of ours: ElementTree, the csv module, and the standard's rules for each type."""

import csv
import datetime as dt
from pathlib import Path
from xml.etree import ElementTree as ET


def read_sss(path: Path) -> tuple[dict[str, dict], list[dict[str, object]]]:
    """Read a survey: of each variable its type, label and codes, by name; and the rows, name -> value, None where missing."""
    record = ET.parse(path).getroot().find("survey/record")
    variables = {each.findtext("name"): each for each in record.iter("variable")}
    with path.with_suffix(".csv").open(encoding="utf-8", newline="") as handle:
        lines = list(csv.reader(handle))[int(record.get("skip", "0")) :]
    about = {
        name: {
            "type": each.get("type"),
            "label": each.findtext("label") or "",
            "codes": {code.get("code"): code.text or "" for code in each.iter("value")},
            "use": each.get("use", ""),
        }
        for name, each in variables.items()
    }
    rows = [
        {
            name: value(each.get("type"), line[int(each.find("position").get("start")) - 1])
            for name, each in variables.items()
        }
        for line in lines
    ]
    return about, rows


def value(kind: str, field: str) -> object:
    """What a field of a CSV means."""
    if not field.strip():
        return None
    if kind == "multiple":
        return {str(code) for code, bit in enumerate(field, start=1) if bit == "1"}
    reads = {
        "quantity": float,
        "logical": {"0": False, "1": True}.get,
        "date": lambda text: dt.date(int(text[:4]), int(text[4:6]), int(text[6:])),
        "time": lambda text: dt.time(int(text[:2]), int(text[2:4]), int(text[4:])),
    }
    return reads.get(kind, str)(field)
