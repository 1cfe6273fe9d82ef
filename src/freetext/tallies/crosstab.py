"""One question by the columns of a banner."""

from __future__ import annotations

from collections.abc import Sequence

from freetext.survey.answers import FloatArray
from freetext.survey.responses import Banner, Responses
from freetext.tallies.arrange import arranged
from freetext.tallies.conventions import Conventions
from freetext.tallies.disclosure import protected
from freetext.tallies.letters import lettered
from freetext.tallies.multiple import held_up, with_mentions
from freetext.tallies.publication import published
from freetext.tallies.ranking import rank_table
from freetext.tallies.sums import Sums, sums_of
from freetext.tallies.table import BaseKind, TallyTable
from freetext.tallies.tabled import bare_table

PLAIN = Conventions()


def tally(
    responses: Responses,
    *,
    banner: Banner | None = None,
    weights: Sequence[float] | FloatArray | None = None,
    base: BaseKind = "answered",
    conventions: Conventions = PLAIN,
) -> TallyTable:
    """Tally one question: for each theme and column who gave it, the share of the base, and what is known of it.

    Rows stand in the codeframe's print order unless the conventions say otherwise; a respondent counts once in a net. `weights` is
    one number a respondent. Where people or the respondents themselves decided every code of a cell its interval is Wilson's on the
    effective base; where a machine did, a random audit corrects it (see `prevalence.estimate`), and without one it has none.
    Raises InputError for a weight that is none, and for a population that is smaller than the base.
    """
    return tally_sums(sums_of(responses, banner=banner, weights=weights, base=base), conventions)


def tally_sums(sums: Sums, conventions: Conventions = PLAIN) -> TallyTable:
    """Tally a question by its sums, as `tally` does."""
    table = lettered(table_of(sums, conventions), sums, conventions)
    if not conventions.disclosure:  # what a small base takes away is no secret, and rows go by what it was
        table = arranged(table, conventions)
        return published(table) if conventions.publication else table
    table = protected(published(table) if conventions.publication else table, conventions.disclosure)
    return arranged(table, conventions)  # last, so that no order tells anything of hidden cells


def table_of(sums: Sums, conventions: Conventions = PLAIN) -> TallyTable:
    """Lay sums out as a table, with estimates and intervals; raises InputError for a population that is smaller than the base."""
    if sums.ranked is not None:
        return rank_table(sums, conventions)
    return with_mentions(held_up(bare_table(sums, conventions)))
