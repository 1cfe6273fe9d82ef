"""A review sheet's row seals: what shows that a row was changed, and keeps from the coder why its answer is asked."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from freetext.review.items import Stream

STREAMS: tuple[Stream, ...] = get_args(Stream)
MARK, KEPT = 12, 3
"""Bytes of a seal that hash the row, and bytes that are masked behind them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a seal keeps from the coder's eyes: the stream, whether a suggestion was shown, and the place of its model."""

    stream: Stream
    shown: bool
    model: int


def seal_of(key: str, row: Sequence[str], asked: Asked) -> str:
    """Seal a row (codeframe's name, id, question, keyed hash of the text): 24 letters and digits, the same for the same row."""
    kept = struct.pack(">BH", 2 * STREAMS.index(asked.stream) + asked.shown, asked.model)
    mark = _digest(key, "seal", *row, kept.hex())[:MARK]
    return base64.b32encode(mark + _masked(key, mark, kept)).decode("ascii")


def opened(key: str, row: Sequence[str], seal: str) -> Asked | None:
    """Return what a seal keeps; None where it is not the seal of this row under this key."""
    try:
        raw = base64.b32decode(seal)
    except (binascii.Error, ValueError):
        return None
    mark, kept = raw[:MARK], _masked(key, raw[:MARK], raw[MARK:])
    if len(raw) != MARK + KEPT or not hmac.compare_digest(mark, _digest(key, "seal", *row, kept.hex())[:MARK]):
        return None
    number, model = struct.unpack(">BH", kept)
    return Asked(STREAMS[number // 2], bool(number % 2), model)


def _digest(key: str, *parts: str) -> bytes:
    return hmac.new(key.encode("utf-8"), json.dumps(["review sheet", *parts]).encode("ascii"), hashlib.sha256).digest()


def _masked(key: str, mark: bytes, kept: bytes) -> bytes:
    """Mask bytes, or unmask them, so that rows of one stream have nothing in common."""
    mask = _digest(key, "mask", mark.hex())
    return bytes(each ^ hider for each, hider in zip(kept, mask, strict=False))
