"""Answers whose words are drawn by lot: nothing tells one wave of them from another."""

import numpy as np

WORDS = (
    *("nurse", "doctor", "bed", "meal", "car", "park", "wait", "queue"),
    *("call", "phone", "ward", "room", "tea", "visit", "form", "letter"),
)


def said(count, seed, extra="", *, length=6):
    """Invent answers of so many words, and one `extra` in each."""
    dice = np.random.default_rng(seed)
    return [" ".join([*dice.choice(WORDS, length), extra]).strip() for _ in range(count)]
