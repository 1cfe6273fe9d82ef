"""What a walk through groups says when a key cannot do what it should, or has taken something back."""

from __future__ import annotations

UNREAD = "Look at its answers first: y, a or n."
NONE_HELD = "No answer of it belongs (y or a): r drops the group."
WRITTEN = "This group is in the codeframe; `freetext codeframe` changes themes."
PARTED = "This group is a part of another one now; g goes to another."
GONE_ANSWER = "This answer is not in the file any more, or says something else: nothing can be decided on it."
NOTHING = "Nothing is left to undo. What was written stays: `freetext codeframe retire` takes a theme out."

DONE = {
    "mark": "the mark",
    "name": "the name",
    "define": "the definition",
    "split": "the split",
    "merge": "the merge",
    "theme": "the theme",
    "synonym": "the synonym",
    "drop": "the drop",
}
"""What is taken back, in words."""
