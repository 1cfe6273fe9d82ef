"""Codeframes that tests of tallies share."""

from __future__ import annotations

from freetext.survey.codeframe import Codeframe, Theme

NESTED = Codeframe(
    "why",
    (
        Theme("other", 8, "Other", reserved="other"),
        Theme("money", 1, "Money", net="means"),
        Theme("staff", 2, "Staff", net="people"),
        Theme("law", 3, "Law"),
        Theme("none", 9, "None", reserved="none"),
    ),
    (Theme("means", 20, "Means"), Theme("people", 21, "People", net="means")),
)
"""Nets within nets, a reserved theme at either end."""

LAWFUL = Codeframe(
    "why",
    (
        Theme("money", 1, "Money", net="means"),
        Theme("staff", 2, "Staff", net="means"),
        Theme("law", 3, "Law"),
        Theme("none", 9, "None", reserved="none"),
    ),
    (Theme("means", 20, "Means"),),
)
"""One net, and a theme outside of it."""
