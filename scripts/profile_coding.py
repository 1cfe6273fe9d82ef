"""Print where the time of coding goes: milliseconds of each step for 100,000 answers of 20 words, beside spaCy's bare tokenizer.

    python scripts/profile_coding.py [--data DIR] [--answers N] [--themes K]

The answers are recombined from invented words, or from those of the coded survey in DIR (nhs_feedback/train.csv); no two are
alike. The model is as large as one that is learnt of such answers, with lines drawn at random: speed does not hang on what they say.
Each figure is the best of three runs, in turn with the bare tokenizer, so that two runs of this script can be compared by ratios.
"""

from __future__ import annotations

import argparse
import random
import string
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import spacy

from bench_data import read
from freetext.model.bundle import Model
from freetext.model.coder import BATCH, Coder
from freetext.model.compiled import fold
from freetext.model.cutoffs import Cutoff, probabilities
from freetext.model.deciding import decided, heard_by
from freetext.model.features import learn_features
from freetext.model.reasons import doubts_named
from freetext.model.scoring import Scorer
from freetext.model.trust import UNSURE, doubtful
from freetext.survey.codeframe import codeframe_of
from freetext.text.pieces import arrow_texts, pieces_of
from freetext.text.tokens import Tokenizer

WORDS = 20
QUESTION = "what was good?"

CODED = 0.05
"""The share of answers that each theme is given to."""

STEEP = 10
"""How fast probabilities rise over a theme's margins, in their deviations: so fast that two answers of five want a person."""


def invented(draw: random.Random, count: int) -> list[str]:
    """Invent words, the frequent ones short, each as often as natural words are; some with a capital or a mark."""
    known = ["".join(draw.choices(string.ascii_lowercase, k=2 + rank % 7)) for rank in range(count)]
    said = draw.choices(known, weights=[1 / (rank + 3) for rank in range(count)], k=60_000)
    return [draw.choice((word, word, word, word.capitalize(), word + ",", word + ".")) for word in said]


def modelled(texts: Sequence[str], themes: int) -> Model:
    """Make a model of the size that these answers would teach, with lines drawn at random."""
    draw = np.random.default_rng(0)
    people = [str(place) for place in range(len(texts))]
    features = learn_features(Tokenizer()(texts), [QUESTION] * len(texts), people)
    folded = fold(features, draw.normal(size=(features.size, themes)), np.zeros(themes))
    margins = Scorer(folded).margins(Tokenizer().pieces(texts), QUESTION)
    edges, slopes = np.quantile(margins, 1 - CODED, axis=0).tolist(), (STEEP / margins.std(axis=0)).tolist()
    cutoffs = tuple(Cutoff(edge, slope, -slope * edge) for edge, slope in zip(edges, slopes, strict=True))
    frame = codeframe_of([f"theme {number}" for number in range(themes)])
    return Model(frame, folded, cutoffs, (9,) * themes, {})


def best(work: Callable[[], object], times: int = 3) -> float:
    """Return the milliseconds of the quickest of some runs."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        found.append(1000 * (time.perf_counter() - begun))
    return min(found)


def steps(model: Model, arrays: Sequence[Any]) -> dict[str, float]:
    """Time each step alone, with everything that goes into it made before; the memory has met all words."""
    tokenizer, scorer, frame = Tokenizer(), Scorer(model.folded), model.codeframe
    batches = [tokenizer.pieces(array) for array in arrays]
    scored = [scorer.score(batch, QUESTION) for batch in batches]
    scores = [probabilities(each.margins, model.cutoffs) for each in scored]

    def choose() -> list[Any]:
        heard = [heard_by(frame, each, has_vectors=False) for each in scored]
        pairs = zip(scored, heard, strict=True)
        return [decided(frame, each.margins, model.cutoffs, heard=some) for each, some in pairs]

    chosen = choose()
    both = list(zip(scores, chosen, strict=True))
    parting = best(lambda: [pieces_of(array) for array in arrays])
    return {
        "part at white space, find distinct pieces": parting,
        "look pieces up": best(lambda: [tokenizer.pieces(array) for array in arrays]) - parting,
        "score": best(lambda: [scorer.score(batch, QUESTION) for batch in batches]),
        "probabilities": best(lambda: [probabilities(each.margins, model.cutoffs) for each in scored]),
        "decide": best(choose),
        "reasons": best(lambda: [doubts_named(frame.codes, each, doubtful(each, some, UNSURE)) for each, some in both]),
    }


def new_words(draw: random.Random, count: int) -> list[str]:
    """Return answers of words that nobody has written before."""
    words = ["".join(draw.choices(string.ascii_lowercase, k=draw.randint(4, 10))) for _ in range(count)]
    marked = [word + draw.choice(("", "", "", ".", ",", "'s")) for word in words]
    return [" ".join(marked[start : start + WORDS]) for start in range(0, count, WORDS)]


def tell(model: Model, texts: Sequence[str], draw: random.Random) -> None:
    """Print the whole."""
    bare_tokenizer: Any = spacy.blank("en").tokenizer
    list(bare_tokenizer.pipe(texts[:2000]))
    whole, count = arrow_texts(texts), len(texts)
    arrays = [whole[start : start + BATCH] for start in range(0, count, BATCH)]
    coder = Coder(model)
    coder.code_texts(whole, QUESTION)
    bare = best(lambda: sum(map(len, bare_tokenizer.pipe(texts))))
    full = best(lambda: coder.code_texts(whole, QUESTION))
    margins = best(lambda: coder.margins(whole, QUESTION))
    for name, milliseconds in (*steps(model, arrays).items(), ("margins", margins), ("codings", full), ("bare", bare)):
        print(f"{name:<44}{milliseconds:8.1f} ms {1000 * count / milliseconds:12,.0f} answers/s")
    print(f"margins are {bare / margins:.2f} times the bare tokenizer, codings {bare / full:.2f}")
    unseen = 20_000
    print(
        f"a piece never seen: {best(lambda: coder.margins(new_words(draw, unseen)), 2) / unseen * 1000:.1f} microseconds"
    )
    few = texts[:41]
    print(f"a new coder and 41 answers: {best(lambda: Coder(model).code_texts(few)):.0f} ms")


def main() -> None:
    """Make texts and a model, and time them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=None, help="folder of coded surveys")
    parser.add_argument("--answers", type=int, default=100_000)
    parser.add_argument("--themes", type=int, default=29)
    asked = parser.parse_args()
    draw = random.Random(0)
    if asked.data:
        taught = [row["text"] for row in read(asked.data / "nhs_feedback" / "train.csv")]
        words = [word for text in taught for word in text.split()]
    else:
        words = invented(draw, 4000)
        taught = [" ".join(draw.choices(words, k=WORDS)) for _ in range(4000)]
    texts = [" ".join(draw.choices(words, k=WORDS)) for _ in range(asked.answers)]
    model = modelled(taught, asked.themes)
    vocabulary = model.folded.vocabulary
    print(f"pyarrow {pa.__version__}, spaCy {version('spacy')}, numpy {np.__version__}; {asked.answers:,} answers")
    print(
        f"{len(vocabulary.words):,} words, {len(vocabulary.pairs):,} pairs, {len(vocabulary.chars):,} n-grams, {asked.themes} themes"
    )
    tell(model, texts, draw)


if __name__ == "__main__":
    main()
