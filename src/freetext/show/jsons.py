"""Tallies as JSON, a contract that others script against."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from freetext.tallies.table import CellCount, Row, TallyTable

FORMAT = 1


def as_json(tables: Sequence[TallyTable]) -> str:
    """Write tallies as JSON text (ASCII, so that any pipe carries it): `{"format": 1, "tables": [...]}`, null for no number."""
    return json.dumps({"format": FORMAT, "tables": [_table(each) for each in tables]}, indent=1, allow_nan=False) + "\n"


def _table(table: TallyTable) -> dict[str, Any]:
    return {
        "question": table.question,
        "title": table.title,
        "kind": table.kind,
        "banner": table.banner,
        "base": table.base,
        "columns": [
            {
                "name": each.name,
                "n": each.n,
                "weighted": each.weighted,
                "effective": each.effective,
                "letter": each.letter,
                "decided": None if each.n is None else each.decided,
            }
            for each in table.columns
        ],
        "rows": [_row(row, ranked=bool(table.score)) for row in table.rows],
        "mentions": list(table.mentions),
        "mean_mentions": list(table.mean_mentions),
        "score": table.score,
        "notes": list(table.notes),
        "profile": table.profile,
        "tested": table.tested,
        "hidden": table.hidden,
    }


def _row(row: Row, *, ranked: bool) -> dict[str, Any]:
    return {
        "theme": row.theme,
        "name": row.name,
        "number": row.number,
        "depth": row.depth,
        "net": row.net,
        "reserved": row.reserved,
        **({"place": row.place} if ranked else {}),
        "cells": [_cell(cell, ranked=ranked) for cell in row.cells],
    }


def _cell(cell: CellCount, *, ranked: bool) -> dict[str, Any]:
    return {
        "count": cell.count,
        "weighted": cell.weighted,
        "share": cell.share,
        "low": cell.low,
        "high": cell.high,
        "kind": cell.kind,
        "audited": cell.audited,
        "letters": cell.letters,
        "flag": cell.flag,
        "raw": cell.raw,
        "coding": _pair(cell.coding),
        "sampling": _pair(cell.sampling),
        "mentions": cell.mentions,
        **({"score": cell.score, "mean_rank": cell.mean_rank} if ranked else {}),
    }


def _pair(ends: tuple[float, float] | None) -> list[float] | None:
    return None if ends is None else list(ends)
