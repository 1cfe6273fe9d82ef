"""Columns that ask who somebody is: known by the question as it was asked, and by cells that may be an answer to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from freetext.files.project.profiles import Profile
from freetext.survey.codeframe import fold

PERSON = (
    r"(?:child(?:ren)?|son|daughter|baby|parent|mother|father|mum|dad|carer|guardian|partner|husband|wife|spouse|patient|pupil|student"
    r"|respondent|participant|person|applicant|customer|client|tenant|resident|member|employee|colleague|manager|supervisor"
    r"|teacher|doctor|gp|nurse|midwife|social worker|key worker|next of kin|emergency contact|contact)"
)
WHOSE = rf"(?:your|the|my|his|her|their|this|a|{PERSON}s?)"
PART = r"(?:full|first|last|own|legal|preferred|given|family|middle|maiden|real|complete|user)"
ASKS = r"(?:enter|give|state|provide|write|type|tell us|tell me|confirm|insert|add|leave|print) (?:us |in |here )?"
START = rf"(?:{ASKS}|please |kindly |can you |could you |whats |what is |what are |what was )*"
REST = (
    r"(?: (?:optional|required|here|below|please|if you wish|if any|in full|and .*|or .*|so .*|if .*|for .*|to .*|as .*|of (?:your|the|a|my) "
    + PERSON
    + r"s?))*"
)

NAME = re.compile(
    rf"{START}(?:{WHOSE} )*(?:{PART} )*(?:names?|surname|forenames?|initials)(?: and (?:{PART} )*(?:names?|surname))?{REST}"
    rf"|{START}(?:{WHOSE} )*(?:{PART} )*names?(?: s)? of (?:{WHOSE} )*{PERSON}s?(?: .*)?"
    rf"|{START}(?:{WHOSE} )*(?:{PART} )*names? first and last"
    r"|(?:twitter|instagram|social media|x|your|tiktok|facebook)(?: \w+)? handle|user ?name"
)
POSTCODE = re.compile(
    rf"{START}(?:{WHOSE} )*(?:full |home |current )*(?:post ?code|postal code|zip ?code|zip(?: |/)?(?:postal code)?){REST}"
)
CONTACT = re.compile(
    rf"{START}(?:{WHOSE} )*(?:best |preferred |own |personal |work |home |main |current )*(?:e ?mail(?: address)?|contact (?:number|details|information)"
    r"|(?:tele)?phone(?: number| no)?|(?:mobile|landline|cell|contact)(?: (?:tele)?phone)?(?: number| no)|mobile|whatsapp number)"
    rf"{REST}"
)
ADDRESS = re.compile(
    rf"{START}(?:{WHOSE} )*(?:full |home |postal |street |current )*address(?: line)?(?: [1-3])?{REST}"
)
NUMBER = re.compile(rf"{START}(?:{WHOSE} )*(?:nhs|national insurance|ni|passport|payroll) (?:number|no){REST}")
BORN = re.compile(rf"{START}(?:{WHOSE} )*(?:date of birth|birth ?date|birthday|dob){REST}")

ASKED: tuple[tuple[re.Pattern[str], str, int], ...] = (
    (NAME, "a name", 6),
    (POSTCODE, "a postcode", 4),
    (CONTACT, "how to reach somebody", 5),
    (ADDRESS, "an address", 20),
    (NUMBER, "somebody's number", 4),
    (BORN, "somebody's date of birth", 4),
)
"""What is asked for, in words, and how many words an answer has on average at most."""

LONGEST = 200
"""Characters of a question that asks for a name, at most."""

FEW = 6
"""Different answers beyond which these are no options."""


def asked_who(column: Profile) -> str:
    """Say what a column asks for that tells who somebody is, or nothing."""
    if not column.filled or not (column.different > FEW or column.different > column.filled / 2):
        return ""
    for question in _questions(column):
        for pattern, what, words in ASKED:
            if pattern.fullmatch(question) and column.words <= words:
                return f"it asks for {what}."
    return ""


def _questions(column: Profile) -> Iterator[str]:
    """The name and the title as plain words; of a form's field the field alone too."""
    for text in dict.fromkeys((column.name, column.about.title)):
        yield _plain(text)
        if " - " in text:
            yield _plain(text.rpartition(" - ")[2])


def _plain(text: str) -> str:
    bare = fold(re.sub(r"['\u2019]s\b|['\u2019]", lambda found: "s" if len(found.group()) > 1 else "", text))
    bare = re.sub(r"^\s*(?:q(?:uestion)?\s*)?\d+[a-z]?[.):]\s*", "", bare)
    return " ".join(re.findall(r"[^\W_]+", bare)) if len(bare) <= LONGEST else ""
