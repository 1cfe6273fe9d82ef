"""A reader of Triple-S that knows nothing of ours: ElementTree, the csv module, and the standard's rules for each type."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET


def read_sss(path: Path) -> tuple[dict[str, dict[str, Any]], list[dict[str, Any]]]:
    """Read a survey: of each variable its type, label and codes, by name; and the rows, name -> value, None where missing."""
    record = ET.parse(path).getroot().find("survey/record")
    assert record is not None
    with path.with_suffix(".csv").open(encoding="utf-8", newline="") as handle:
        lines = list(csv.reader(handle))[int(record.get("skip", "0")) :]
    about: dict[str, dict[str, Any]] = {}
    for each in record.iter("variable"):
        position = each.find("position")
        assert position is not None
        about[each.findtext("name", "")] = {
            "type": each.get("type"),
            "label": each.findtext("label", ""),
            "codes": {code.get("code"): code.text or "" for code in each.iter("value")},
            "use": each.get("use", ""),
            "field": int(position.get("start", "0")) - 1,
        }
    rows = [{name: value(each["type"], line[each["field"]]) for name, each in about.items()} for line in lines]
    return about, rows


def value(kind: str, field: str) -> Any:
    """What a field of a CSV means."""
    if not field.strip():
        return None
    if kind == "multiple":
        return {str(code) for code, bit in enumerate(field, start=1) if bit == "1"}
    reads: dict[str, Callable[[str], object]] = {
        "quantity": float,
        "logical": {"0": False, "1": True}.get,
        "date": lambda text: dt.date(int(text[:4]), int(text[4:6]), int(text[6:])),
        "time": lambda text: dt.time(int(text[:2]), int(text[2:4]), int(text[4:])),
    }
    return reads.get(kind, str)(field)
