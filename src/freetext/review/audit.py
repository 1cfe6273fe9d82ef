"""The random audit: who is in it, in what order it is worked through, and how far it has come.

Every respondent has a permanent random number u. Answers are audited in the order of u, each column of the table as far as it wants,
so that what is audited is a random sample whatever a model says, and grows without asking anybody anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import Answers, BoolArray, FloatArray, IntArray
from freetext.survey.labels import Key, Label, Settled, certain, settle
from freetext.survey.responses import Banner

Digests = NDArray[np.uint64]

WHOLE = ""
"""The column of all answers."""

FINEST = 53
"""Bits that a float in 0..1 can hold evenly: u is cut off there, lest the largest digest be 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Population:
    """The `n` answers of a file, in its order, as a review sees them.

    digests    uint64 (n,): of the respondent, the same for all their answers
    questions  the questions' names; `question` int64 (n,): each answer's place among them
    blank      bool (n,): nothing to code
    columns    the table's columns, all answers (WHOLE) first; `member` bool (n, columns): an answer may be in several
    place      from key to the answer's place
    """

    keys: tuple[Key, ...]
    digests: Digests
    questions: tuple[str, ...]
    question: IntArray
    blank: BoolArray
    columns: tuple[str, ...]
    member: BoolArray
    place: Mapping[Key, int]

    def __len__(self) -> int:
        """How many answers."""
        return len(self.keys)

    @property
    def draws(self) -> FloatArray:
        """The permanent random numbers u (n,), in [0, 1)."""
        return draws_of(self.digests)

    def asked(self, questions: Collection[str]) -> BoolArray:
        """Which answers can be asked, bool (n,): not blank, and to one of the questions."""
        wanted = np.array([name in questions for name in self.questions], dtype=np.bool_)
        return ~self.blank & wanted[self.question] if len(self) else self.blank

    def drawn(self, questions: Collection[str]) -> BoolArray:
        """Which answers to the questions the random audit can take, bool (n,): all, but where these are a part of a survey (`Sampled`)."""
        return self.asked(questions)

    def queued(self, questions: Collection[str]) -> BoolArray:
        """Which answers to the questions the queue can take, bool (n,): all, but where these are a part of a survey."""
        return self.asked(questions)

    def beyond(self, questions: Collection[str]) -> Mapping[str, int]:
        """How many more answers each question has than are here: none, but where these are a part of a survey."""
        return dict.fromkeys(questions, 0)

    def among(self, keys: Iterable[Key]) -> BoolArray:
        """Which answers are among these, bool (n,); keys that are not here are left aside."""
        found = np.zeros(len(self), dtype=np.bool_)
        found[[self.place[key] for key in keys if key in self.place]] = True
        return found


def population(answers: Answers, salt: str, banners: Sequence[Banner] = ()) -> Population:
    """Describe the answers of a file; each banner's `member` has one row an answer.

    The salt belongs to the survey: with another one, other respondents are audited.
    """
    keys = tuple(zip(answers.ids, answers.questions, strict=True))
    questions = tuple(dict.fromkeys(answers.questions))
    number = {name: place for place, name in enumerate(questions)}
    return Population(
        keys,
        respondent_digests(salt, answers.respondents),
        questions,
        np.fromiter((number[name] for name in answers.questions), dtype=np.int64, count=len(keys)),
        answers.blank,
        (WHOLE, *(f"{banner.name}: {name}" for banner in banners for name in banner.names)),
        np.hstack([np.ones((len(keys), 1), dtype=np.bool_), *(banner.member for banner in banners)]),
        {key: place for place, key in enumerate(keys)},
    )


def respondent_digests(salt: str, respondents: Sequence[str]) -> Digests:
    """Return blake2b(salt|respondent) of 8 bytes as uint64 (n,)."""
    found = {each: digest_of(salt, each) for each in dict.fromkeys(respondents)}
    return np.fromiter((found[each] for each in respondents), dtype=np.uint64, count=len(respondents))


def digests_of(salt: str, respondents: Iterable[bytes]) -> Digests:
    """Return what `respondent_digests` returns, of names in UTF-8: each is looked at, and none remembered."""
    begun = blake2b(f"{salt}|".encode(errors="surrogatepass"), digest_size=8).copy
    found = bytearray()
    for each in respondents:
        hashed = begun()
        hashed.update(each)
        found += hashed.digest()
    return np.frombuffer(found, dtype=">u8").astype(np.uint64)


def digest_of(*parts: str) -> int:
    """Return blake2b of 8 bytes of the parts, joined with |, as a number."""
    return int.from_bytes(blake2b("|".join(parts).encode(errors="surrogatepass"), digest_size=8).digest())


def mixed(digests: Digests, salt: int | Digests) -> Digests:
    """Return other digests (n,) that tell nothing of the first ones. Source: the last steps of splitmix64 (Steele and others 2014)."""
    bits = digests ^ np.asarray(salt, dtype=np.uint64)
    bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return bits ^ (bits >> np.uint64(31))


def draw(salt: str, respondents: Sequence[str]) -> FloatArray:
    """Return each respondent's permanent random number u, float64 (n,) in [0, 1): in an audit of share pi are those with u < pi."""
    return draws_of(respondent_digests(salt, respondents))


def draws_of(digests: Digests) -> FloatArray:
    """Return the permanent random numbers u of respondents by their digests, (n,) in [0, 1)."""
    return (digests >> np.uint64(64 - FINEST)) * np.float64(2.0**-FINEST)


def audit_order(draws: FloatArray) -> IntArray:
    """Return the places in the order of u; answers of one respondent in the file's order."""
    return np.argsort(draws, kind="stable")


def realised(draws: FloatArray, coded: BoolArray, stratum: BoolArray) -> float:
    """Return the share pi of a stratum that has been audited: the last u that was reached without a gap, 1 where none is left.

    All three are (n,); a gap is an answer of the stratum that nobody has coded. Blank answers belong to no stratum.
    """
    order = audit_order(draws)
    order = order[stratum[order]]
    reached = gapless(coded[order])
    if reached == len(order):
        return 1.0
    return float(draws[order[reached - 1]]) if reached else 0.0


def gapless(flags: BoolArray) -> int:
    """Count the flags that are set before the first that is not."""
    return int(flags.argmin()) if not flags.all() else len(flags)


@dataclass(frozen=True, slots=True, eq=False)
class Decided:
    """What people have decided so far.

    coded    bool (n,): somebody has coded the answer
    certain  bool (n,): and for a reason that is not random: it is known, and stands for no others
    picked   bool (n,): the queue has asked for the answer, or it was coded for another reason that is not random, coded still or not
    settled  the decisions, of people only
    """

    coded: BoolArray
    certain: BoolArray
    picked: BoolArray
    settled: Mapping[Key, Settled]


def decided(answers: Population, events: Iterable[Label]) -> Decided:
    """Read the events of all coders; what a rule decided is not decided."""
    logged = list(events)
    settled = {key: each for key, each in settle(logged).items() if not each.by_rule}
    coded, picked = answers.among(settled), answers.among(certain(logged))
    return Decided(coded, coded & picked, picked, settled)


@dataclass(frozen=True, slots=True, eq=False)
class Stratum:
    """The answers to one question in one column that are not blank, and how far the audit has come.

    places   of those that the audit can take, in the order of u
    known    places of those coded for a reason that is not random
    audited  places of those coded at random: the others that were reached without a gap
    size     how many answers they are in all
    """

    question: str
    column: str
    places: IntArray
    known: IntArray
    audited: IntArray
    size: int


def strata(answers: Population, state: Decided, questions: Collection[str]) -> Iterator[Stratum]:
    """Yield the strata of these questions, in the order of the file and of the columns; those without an answer are left out."""
    order = audit_order(answers.draws)
    order = order[answers.asked(questions)[order]]
    drawn, beyond = answers.drawn(questions), answers.beyond(questions)
    for number, question in enumerate(answers.questions):
        inside = order[answers.question[order] == number]
        for column, name in enumerate(answers.columns):
            places = inside[answers.member[inside, column]]
            if len(places):
                known, ours = places[state.certain[places]], places[drawn[places]]
                size = len(places) + beyond[question]
                yield Stratum(question, name, ours, known, _audited(ours, state), size)


def _audited(places: IntArray, state: Decided) -> IntArray:
    reached = places[: gapless(state.coded[places])]
    return reached[~state.certain[reached]]


def planned_part(stratum: Stratum, state: Decided, wanted: int) -> IntArray:
    """Return the places of a stratum, in the order of u, up to where `wanted` answers are audited: coded ones, too."""
    counting = np.cumsum(~state.certain[stratum.places])
    return stratum.places[: int(np.searchsorted(counting, wanted)) + 1] if wanted else stratum.places[:0]


def next_audit(answers: Population, planned: BoolArray, open_: BoolArray) -> IntArray:
    """Return the open places in the order in which the audit asks them: those that a column still wants, then the rest.

    Both are (n,). Each part goes in the order of u, so that every column is worked through in its own order.
    """
    order = audit_order(answers.draws)
    order = order[open_[order]]
    wanted = planned[order]
    return np.concatenate((order[wanted], order[~wanted]))
