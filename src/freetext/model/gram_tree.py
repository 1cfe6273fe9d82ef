"""All character n-grams of many words at once: they are walked down a tree of the known ones, each step one look into a table."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from freetext.model.displaced import displaced
from freetext.survey.answers import IntArray

Ints = NDArray[np.int32]


class GramTree:
    """The known n-grams, of `shortest` to `longest` characters, as a tree: a node for each of their beginnings, the root is 0."""

    def __init__(self, grams: Sequence[str], shortest: int, longest: int) -> None:
        """Grow the tree, depth by depth; a node is 1 more than the place of the edge that leads to it."""
        self._shortest, self._longest = shortest, longest
        lengths = np.fromiter(map(len, grams), dtype=np.int64, count=len(grams))
        points = _code_points("".join(grams))
        self._alphabet = np.unique(points)
        letters, starts = self._letters(points).astype(np.int64), np.cumsum(lengths) - lengths
        node, edges, size = np.zeros(len(grams), dtype=np.int64), [np.zeros((0, 2), dtype=np.int64)], 0
        width = len(self._alphabet) + 1
        for depth in range(int(lengths.max(initial=0))):
            goes = np.flatnonzero(lengths > depth)
            keys, place = np.unique(node[goes] * width + letters[starts[goes] + depth], return_inverse=True)
            edges.append(np.stack((keys // width, keys % width), axis=1))
            node[goes] = size + 1 + place
            size += len(keys)
        whole = np.concatenate(edges)
        self._steps = displaced(whole[:, 0], whole[:, 1], size + 1, len(self._alphabet))
        self._gram_of = np.full(size + 1, -1, dtype=np.int64)
        self._gram_of[node] = np.arange(len(grams))

    def _letters(self, points: NDArray[np.uint32]) -> Ints:
        """Number the letters; one that stands in no known n-gram comes behind them all."""
        if not len(self._alphabet):
            return np.zeros(len(points), dtype=np.int32)
        place = np.minimum(np.searchsorted(self._alphabet, points), len(self._alphabet) - 1)
        return np.where(self._alphabet[place] == points, place, len(self._alphabet)).astype(np.int32)

    def find(self, forms: Sequence[str]) -> tuple[IntArray, IntArray]:
        """Return each known n-gram of the forms with their edges: the form's place and the n-gram's, by form, length and place in it."""
        letters = self._letters(_code_points("".join([f" {form} " for form in forms])))
        lengths = np.fromiter(map(len, forms), dtype=np.int64, count=len(forms)) + 2
        form, ends = np.repeat(np.arange(len(forms)), lengths), np.repeat(np.cumsum(lengths), lengths)
        begins: IntArray = np.arange(len(letters))
        node = np.zeros(len(letters), dtype=np.int32)
        met, grams = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
        for depth in range(self._longest):
            inside = begins + depth < ends[begins]
            begins, node = begins[inside], node[inside]
            hits, edge = self._steps.find(node, self._steps.shift[node], letters[begins + depth])
            begins, node = begins[hits], edge + 1
            if depth + 1 >= self._shortest:
                gram = self._gram_of[node]
                met.append(form[begins[gram >= 0]])
                grams.append(gram[gram >= 0])
        whole = np.concatenate(met)
        order = np.argsort(whole, kind="stable")
        return whole[order], np.concatenate(grams)[order]


def _code_points(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
