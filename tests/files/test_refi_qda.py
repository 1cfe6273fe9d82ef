"""REFI-QDA: codebooks and projects, as other programs read and write them; pyrefiqda is the oracle."""

import datetime as dt
import io
import re
import zipfile
from xml.sax.saxutils import escape

import lxml.etree
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyrefiqda import RefiCodebook, RefiProject
from tests.files.qdpx_passages import passages_of

from freetext.errors import FreetextError, InputError, OutputError
from freetext.files.exchange import qde
from freetext.files.exchange.dataset import Variable
from freetext.files.exchange.qda_project import MODEL, Coded, CodedQuestion, CodedText, QdaProject
from freetext.files.exchange.qdc import qdc_text, read_qdc, write_qdc
from freetext.files.exchange.qdpx import write_qdpx
from freetext.files.exchange.qdpx_reading import read_qdpx_codes
from freetext.files.exchange.refi_codes import attribute
from freetext.files.tabular.xml_trees import DEEPEST
from freetext.survey.answers import is_blank
from freetext.survey.codeframe import Codeframe, Theme

FRAME = Codeframe(
    "barriers",
    (
        Theme("money", 1, "Money & <time>", "What it costs", include=("grants",), net="means"),
        Theme("staff", 2, 'People "here"', net="means"),
        Theme("none", 99, "Nothing", reserved="none"),
    ),
    (Theme("means", 10, "Means", "What is needed"),),
    title="Barriers",
)
ANSWERS = (
    CodedText("1", "r1", "No money\r\nand 😀 no staff", (Coded("money", "ada"), Coded("staff", MODEL))),
    CodedText("2", "r2", "  ", ()),
    CodedText("3", "r3", "Nothing\x00 <at> all &c.", (Coded("none", MODEL),)),
    CodedText("4", "r2", "no code", ()),
)
PEOPLE = ("r1", "r2", "r3")
VARIABLES = (
    Variable("region", "single", [1, 2, None], "Which region?", ((1, "North & East"), (2, "South"))),
    Variable("weight", "number", [0.5, 1e-7, float("nan")]),
    Variable("age", "number", [30, None, 41]),
    Variable("ticked", "tick", [1, 0, None]),
    Variable("day", "moment", [dt.date(2021, 6, 1), None, None]),
    Variable("note", "text", ["a\x01b", "", None]),
)
ORDER = {
    "Project": (
        "Users",
        "CodeBook",
        "Variables",
        "Cases",
        "Sources",
        "Notes",
        "Links",
        "Sets",
        "Graphs",
        "Description",
    ),
    "Code": ("Description", "NoteRef", "Code"),
    "Case": ("Description", "CodeRef", "VariableValue", "SourceRef", "SelectionRef"),
    "TextSource": ("Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef", "VariableValue"),
    "PlainTextSelection": ("Description", "Coding", "NoteRef"),
    "Set": ("Description", "MemberCode", "MemberSource", "MemberNote"),
    "CodeBook": ("Codes", "Sets"),
}
"""The order of elements in the standard's schema."""


def survey(**changed):
    """A project of two questions that share a codeframe."""
    questions = (
        CodedQuestion("why", "Why not?", FRAME, ANSWERS),
        CodedQuestion("what", "", FRAME, (CodedText("1", "r1", "grants", (Coded("money", "ben"),)),)),
    )
    return QdaProject(**{"name": "Survey", "questions": questions, "people": PEOPLE, "variables": VARIABLES, **changed})


def check_order(root):
    """Hold that children stand in the schema's order, and that every GUID is one and stands once."""
    guids = [
        each.get("guid") for each in root.iter() if each.get("guid") and each.tag.rpartition("}")[2] != "MemberCode"
    ]
    assert len(set(guids)) == len(guids)
    assert all(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", guid) for guid in guids)
    for each in root.iter():
        order = ORDER.get(each.tag.rpartition("}")[2])
        if order:
            places = [order.index(child.tag.rpartition("}")[2]) for child in each]
            assert places == sorted(places)


def test_others_read_our_codebook(tmp_path):
    """Pyrefiqda reads a codebook of ours: names, nesting, what can be coded; elements stand in the schema's order."""
    write_qdc(FRAME, tmp_path / "c.qdc")
    book = RefiCodebook.load(tmp_path / "c.qdc")
    means, none = book.codes.code
    assert [code.name for code in means.code] == ["Money & <time>", 'People "here"']
    assert (means.is_codable, none.is_codable, none.name) == (False, True, "Nothing")
    assert "What it costs\n\nInclude:\n- grants" in means.code[0].description
    check_order(lxml.etree.parse(tmp_path / "c.qdc").getroot())


def test_a_codebook_that_others_wrote_again_is_still_ours(tmp_path):
    """A codebook that another program read and wrote again, sets and all, gives the same codeframe."""
    write_qdc(FRAME, tmp_path / "c.qdc")
    RefiCodebook.save(RefiCodebook.load(tmp_path / "c.qdc"), tmp_path / "again.qdc")
    assert read_qdc(tmp_path / "again.qdc")[0] == FRAME


NVIVO = """<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<CodeBook origin="NVivo 12 For Mac" xmlns="urn:QDA-XML:codebook:1:0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="urn:QDA-XML:codebook:1:0 Codebook.xsd"><Codes>{codes}</Codes></CodeBook>"""
ATLAS = """<?xml version="1.0" encoding="UTF-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" origin="ATLAS.ti 9"
 xsi:schemaLocation="urn:QDA-XML:codebook:1.0 http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd x">
<Codes>{codes}</Codes><Sets><Set guid="{{8C2B9C3E-0000-4000-8000-000000000000}}" name="g"><MemberCode guid="1"/></Set></Sets></CodeBook>"""
MAXQDA = '<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="MAXQDA 2022"><Codes>{codes}</Codes></CodeBook>'
QUALCODER = '\ufeff<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1:0" origin="QualCoder 3.5"><Codes>{codes}</Codes></CodeBook>'
CODES = """<Code guid="{A1}" name="Staff" isCodable="true" color="#FF0000"><Description>Who works</Description>
<Code guid="B2" name="Pay" isCodable="true" color="255,0,0,128"><NoteRef targetGUID="x"/></Code>
<Code guid="C3" name="Other" isCodable="TRUE"/></Code>
<Code guid="D4" name="Folder" isCodable="false"><Code guid="E5" name="Other"/></Code>
<Code guid="F6" name="Time" isCodable="1"><Description>Hours.
Include:
- shifts
- rotas</Description></Code>"""


@pytest.mark.parametrize("form", [NVIVO, ATLAS, MAXQDA, QUALCODER], ids=["nvivo", "atlas", "maxqda", "qualcoder"])
def test_codebooks_of_other_programs_are_read(tmp_path, form):
    """Codes that hold others become nets and that is said; names that repeat get the net's slug in front; lists are found in descriptions."""
    (tmp_path / "their frame.qdc").write_text(form.replace("{codes}", CODES), encoding="utf-8")
    frame, said = read_qdc(tmp_path / "their frame.qdc")
    assert frame.name == "their-frame"
    assert [(theme.slug, theme.number, theme.net) for theme in frame.themes] == [
        ("pay", 1, "staff"),
        ("staff-other", 2, "staff"),
        ("folder-other", 3, "folder"),
        ("time", 4, ""),
    ]
    assert [(net.slug, net.definition) for net in frame.nets] == [("staff", "Who works"), ("folder", "")]
    assert (frame.themes[3].definition, frame.themes[3].include) == ("Hours.", ("shifts", "rotas"))
    assert said == (
        "codes that hold others are nets, counted and never coded: Staff",
        "notes are not read: those of 1 code",
    )


def test_groups_of_codes_become_nets(tmp_path):
    """Sets of another program, as ATLAS.ti's groups are, are nets of the codes that stand in one alone; the others stay at the top, and it is told."""
    text = (
        '<CodeBook xmlns="urn:QDA-XML:codebook:0:4" origin="ATLAS.ti Win 26.1.1"><Codes><Code guid="1" name="Pay"/>'
        '<Code guid="2" name="Time"/><Code guid="3" name="Fear"/></Codes><Sets><Set guid="4" name="Means">'
        '<Description>What it takes</Description><MemberCode guid="1"/><MemberCode guid="2"/><MemberCode guid="9"/></Set>'
        '<Set guid="5" name="Mind"><MemberCode guid="3"/><MemberCode guid="2"/></Set></Sets></CodeBook>'
    )
    (tmp_path / "c.qdc").write_text(text, encoding="utf-8")
    frame, said = read_qdc(tmp_path / "c.qdc")
    assert [(theme.slug, theme.net) for theme in frame.themes] == [("pay", "means"), ("time", ""), ("fear", "mind")]
    assert [(net.slug, net.definition) for net in frame.nets] == [("means", "What it takes"), ("mind", "")]
    assert said == (
        "sets are nets of the codes that are in one set alone and in no net: Means, Mind",
        "sets with codes that are in several, or in a net, which stay there: Means, Mind",
    )


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><CodeBook><Codes><Code name="&b;"/></Codes></CodeBook>'
FAR = '<!DOCTYPE x SYSTEM "file:///etc/passwd"><CodeBook/>'
LEAK = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><CodeBook><Codes><Code name="x">&a;</Code></Codes></CodeBook>'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (BOMB, "holds a DTD or entities"),
        (FAR, "holds a DTD or entities"),
        (LEAK, "holds a DTD or entities"),
        ("<CodeBook><Codes><Code>", "is no XML"),
        ("<Project/>", "is no REFI-QDA codebook: its first element is <Project>."),
        ("<CodeBook/>", "holds no codes."),
        ("<CodeBook><Codes>" + "<Code name='a'>" * 70, f"elements are nested more than {DEEPEST} deep."),
        (
            "<CodeBook><Codes>" + "<Code name='a'>" * 30 + "</Code>" * 30 + "</Codes></CodeBook>",
            "nets are nested more than 20 deep.",
        ),
        ('<?xml version="1.0" encoding="x-odd"?><a/>', "is no XML"),
    ],
)
def test_hostile_codebooks_are_refused_in_one_line(tmp_path, text, said):
    """Entities, DTDs, deep nests and what is no codebook are refused in one line that names the file."""
    path = tmp_path / "c.qdc"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FreetextError) as caught:
        read_qdc(path)
    assert said in str(caught.value)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_a_theme_keeps_its_guid(tmp_path):
    """The GUID of a theme depends on the codeframe's name and its slug alone: other themes and words do not change it."""
    before = re.findall(r'<Code guid="([^"]+)" name="Nothing"', qdc_text(FRAME))
    other = Codeframe("barriers", (Theme("none", 3, "Nothing"),))
    assert re.findall(r'<Code guid="([^"]+)" name="Nothing"', qdc_text(other)) == before


@pytest.mark.parametrize("crlf", [False, True])
def test_others_read_our_project(tmp_path, crlf):
    """Pyrefiqda reads a project of ours: at the offsets of each passage stands the answer, codes and users are those that were given."""
    path = tmp_path / "s.qdpx"
    written = write_qdpx(survey(crlf=crlf), path)
    assert (written.answers, written.codings, written.cases, written.stripped) == (4, 4, 3, 1)
    project = RefiProject.load(path, tmp_path / "out")
    codes = {code.guid: code.name for top in project.code_book.codes.code for code in (top, *top.code)}
    users = {user.guid: user.name for user in project.users.user}
    found = []
    for source in project.sources.text_source:
        place = RefiProject.resolve_source_path(source.plain_text_path, tmp_path / "out")
        text = place.read_bytes().decode("utf-8")
        for each in source.plain_text_selection:
            given = [(codes[coding.code_ref.target_guid], users[coding.creating_user]) for coding in each.coding]
            found.append((each.name, text[each.start_position : each.end_position], given))
    line = "\r\n" if crlf else "\n"
    assert sorted(found) == [
        ("1", "No money" + line + "and 😀 no staff", [("Money & <time>", "ada"), ('People "here"', MODEL)]),
        ("1", "grants", [("Money & <time>", "ben")]),
        ("3", "Nothing <at> all &c.", [("Nothing", MODEL)]),
        ("4", "no code", []),
    ]
    check_order(lxml.etree.parse(tmp_path / "out" / "project.qde").getroot())


def test_cases_hold_what_is_known_of_respondents(tmp_path):
    """Each respondent is a case with the values they have, each of the schema's kind, and with their passages."""
    write_qdpx(survey(), tmp_path / "s.qdpx")
    project = RefiProject.load(tmp_path / "s.qdpx", tmp_path / "out")
    kinds = {each.name: (each.guid, each.type_of_variable.value) for each in project.variables.variable}
    assert {name: kind for name, (_, kind) in kinds.items()} == {
        "region": "Text",
        "weight": "Float",
        "age": "Integer",
        "ticked": "Boolean",
        "day": "Date",
        "note": "Text",
    }
    names = {guid: name for name, (guid, _) in kinds.items()}
    first, second, third = project.cases.case
    values = {names[each.variable_ref.target_guid]: each for each in first.variable_value}
    assert (values["region"].text_value, float(values["weight"].float_value)) == ("North & East", 0.5)
    assert (values["ticked"].boolean_value, str(values["day"].date_value), values["note"].text_value) == (
        True,
        "2021-06-01",
        "ab",
    )
    assert [float(each.float_value) for each in second.variable_value if each.float_value is not None] == [1e-7]
    assert [names[each.variable_ref.target_guid] for each in third.variable_value] == ["age"]
    assert [len(case.selection_ref) for case in (first, second, third)] == [2, 1, 1]


def test_a_project_holds_each_answer_and_its_codes(tmp_path):
    """A project reads as the same codeframe, answers and codes; the same project gives the same bytes."""
    for name in ("a.qdpx", "b.qdpx"):
        write_qdpx(survey(), tmp_path / name)
    assert (tmp_path / "a.qdpx").read_bytes() == (tmp_path / "b.qdpx").read_bytes()
    assert read_qdpx_codes(tmp_path / "a.qdpx") == (FRAME, ())
    assert [(each.name, each.text, each.codes) for each in passages_of(tmp_path / "a.qdpx")] == [
        ("1", "No money\nand 😀 no staff", (("Money & <time>", "ada"), ('People "here"', MODEL))),
        ("3", "Nothing <at> all &c.", (("Nothing", MODEL),)),
        ("4", "no code", ()),
        ("1", "grants", (("Money & <time>", "ben"),)),
    ]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(st.characters(codec="utf-8"), max_size=20), min_size=1, max_size=5), crlf=st.booleans())
def test_offsets_fit_any_texts(tmp_path, texts, crlf):
    """Each answer that is not blank is one passage, whatever it holds, apart from control characters and the kind of line breaks."""
    answers = tuple(CodedText(str(place), "r", text, (Coded("a", "x"),)) for place, text in enumerate(texts))
    frame = Codeframe("c", (Theme("a", 1, "A"),))
    write_qdpx(QdaProject("p", (CodedQuestion("q", "", frame, answers),), crlf=crlf), tmp_path / "p.qdpx", force=True)

    def bare(text):
        return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", re.sub("\r\n?", "\n", text))

    read = [(each.name, each.text.replace("\r\n", "\n")) for each in passages_of(tmp_path / "p.qdpx")]
    there = [(str(place), bare(text)) for place, text in enumerate(texts)]
    assert read == [(name, text) for name, text in there if not is_blank(text)]


def test_questions_with_codeframes_of_their_own(tmp_path):
    """The codes of several codeframes stand each under a code of their own, which nothing is coded with."""
    other = Codeframe("wishes", (Theme("money", 1, "Money"),))
    questions = (
        CodedQuestion("why", "", FRAME, ANSWERS),
        CodedQuestion("wish", "", other, (CodedText("1", "r1", "cash", (Coded("money", "ada"),)),)),
    )
    written = write_qdpx(QdaProject("s", questions), tmp_path / "s.qdpx")
    assert (written.cases, written.codings, written.said) == (0, 4, ())
    project = RefiProject.load(tmp_path / "s.qdpx", tmp_path / "out")
    assert [(code.name, code.is_codable) for code in project.code_book.codes.code] == [
        ("Barriers", False),
        ("wishes", False),
    ]
    frame, _ = read_qdpx_codes(tmp_path / "s.qdpx")
    assert [net.name for net in frame.nets] == ["Barriers", "Means", "wishes"]
    first, *_, last = passages_of(tmp_path / "s.qdpx")
    assert (first.codes[0], last.codes) == (("Money & <time>", "ada"), (("Money", "ada"),))


def test_codeframes_of_one_name_are_told_apart(tmp_path):
    """Questions whose codes made codeframes of one name keep their codes apart: no GUID stands twice."""
    frames = [Codeframe("themes", (Theme("a", 1, name), Theme("b", 2, "B"))) for name in ("A", "Other a")]
    answers = (CodedText("1", "r1", "text", (Coded("a", "ada"),)),)
    questions = tuple(CodedQuestion(f"q{place}", "", frame, answers) for place, frame in enumerate(frames))
    write_qdpx(QdaProject("s", questions), tmp_path / "s.qdpx")
    with zipfile.ZipFile(tmp_path / "s.qdpx") as archive:
        check_order(lxml.etree.fromstring(archive.read("project.qde")))
    assert [each.codes for each in passages_of(tmp_path / "s.qdpx")] == [(("A", "ada"),), (("Other a", "ada"),)]


codes = st.recursive(
    st.just(()),
    lambda inside: st.lists(st.tuples(st.text(max_size=4), st.booleans(), inside), max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=codes, text=st.text("Include:\n- []freetext slug,number1", max_size=30))
def test_any_tree_of_codes_keeps_its_shape(tmp_path, tree, text):
    """Every code of a codebook is a theme or a net with its name, in the net of the code that holds it; without a theme it is refused."""
    held: list[tuple[str, int | None, bool]] = []

    def written(inside, parent):
        found = ""
        for name, codable, below in inside:
            place = len(held)
            held.append((name, parent, bool(below) or not codable))
            attributes = f'name={attribute(name)} guid="{place}" isCodable="{str(codable).lower()}"'
            found += f"<Code {attributes}><Description>{escape(text)}</Description>{written(below, place)}</Code>"
        return found

    (tmp_path / "c.qdc").write_text(f"<CodeBook><Codes>{written(tree, None)}</Codes></CodeBook>", encoding="utf-8")
    if all(net for _, _, net in held):
        with pytest.raises(FreetextError):
            read_qdc(tmp_path / "c.qdc")
        return
    frame, _ = read_qdc(tmp_path / "c.qdc")
    names = {theme.slug: theme.name for theme in (*frame.themes, *frame.nets)}
    shape = [(theme.name, names.get(theme.net, "")) for theme in (*frame.themes, *frame.nets)]
    kept = [name if name.strip() else "unnamed" for name, _, _ in held]
    wanted = [(kept[place], "" if parent is None else kept[parent]) for place, (_, parent, _) in enumerate(held)]
    assert sorted(shape) == sorted(wanted)
    assert sorted(net.name for net in frame.nets) == sorted(kept[place] for place, each in enumerate(held) if each[2])


def test_too_many_respondents_have_no_cases(tmp_path):
    """Beyond the bound cases are left out and that is said; codes of blank answers are counted."""
    people = tuple(map(str, range(qde.MOST_CASES + 1)))
    blank = (CodedText("1", "1", " ", (Coded("money", "ada"),)),)
    project = QdaProject("s", (CodedQuestion("q", "", FRAME, blank),), people)
    written = write_qdpx(project, tmp_path / "s.qdpx")
    assert written.cases == 0
    assert written.said == (
        "20,001 respondents are too many for cases (20,000): cases are left out",
        "1 code of blank answers left out",
    )


def test_a_code_that_holds_others_and_is_used_becomes_a_theme_too(tmp_path):
    """A code that holds others, and that another program coded passages with, has a theme for them in its net."""
    book = CODES.replace("{A1}", "A1")
    xml = (
        f'<Project xmlns="urn:QDA-XML:project:1.0" name="p"><CodeBook><Codes>{book}</Codes></CodeBook><Sources>'
        '<TextSource guid="t" name="one"><PlainTextContent>We like it</PlainTextContent>'
        '<PlainTextSelection guid="s" startPosition="3" endPosition="7"><Coding guid="c"><CodeRef targetGUID="A1"/></Coding>'
        "</PlainTextSelection></TextSource></Sources></Project>"
    )
    frame, _ = read_qdpx_codes(packed(tmp_path, {"project.qde": xml}))
    general = frame.themes[-1]
    assert (general.slug, general.name, general.net) == ("staff-general", "Staff, general", "staff")


def packed(folder, members):
    """A zip of these members."""
    with zipfile.ZipFile(folder / "p.qdpx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return folder / "p.qdpx"


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({}, "holds 0 .qde files at its top, not one"),
        ({"a.qde": "<Project/>", "b.qde": ""}, "holds 2 .qde files"),
        ({"sub/a.qde": "<Project/>"}, "holds 0 .qde files"),
        ({"a.qde": BOMB}, "holds a DTD or entities"),
        ({"a.qde": "<CodeBook/>"}, "is no REFI-QDA project: its first element is <CodeBook>."),
        ({"a.qde": b"\0" * 60_000_000}, "unpacks to more than"),
    ],
)
def test_hostile_projects_are_refused_in_one_line(tmp_path, members, said):
    """Bombs and what is no project are refused in one line that names the file."""
    path = packed(tmp_path, members)
    with pytest.raises(InputError) as caught:
        read_qdpx_codes(path)
    assert said in str(caught.value)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


@pytest.fixture(scope="module", name="whole")
def _whole(tmp_path_factory):
    """The XML and the texts of a project."""
    path = tmp_path_factory.mktemp("whole") / "s.qdpx"
    write_qdpx(survey(), path)
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.floats(0, 1),
    st.integers(0, 60),
    st.sampled_from(
        ["", "9", "-1", "&a;", "<Code/>", '"', "Set", "\x00", "guid", 'targetGUID=""', "<!--", "]]>", "\ud83d"]
    ),
)
def test_a_damaged_project_is_read_or_refused_in_one_line(tmp_path, whole, place, length, new):
    """Whatever is cut out of a project's XML or put into it, it is read or refused with one line that names the file."""
    xml = whole["project.qde"]
    start = int(place * len(xml))
    damaged = (xml[:start] + new + xml[start + length :]).encode("utf-8", "surrogatepass")
    path = packed(tmp_path, {**whole, "project.qde": damaged})
    said = str(path)
    try:
        read_qdpx_codes(path)
    except FreetextError as error:
        said = str(error)
    assert said.startswith(str(path))
    assert "\n" not in said


def test_nothing_is_written_where_writing_fails(tmp_path):
    """A project that cannot be written leaves what stood there, and nothing beside it."""
    path = tmp_path / "s.qdpx"
    path.write_text("old")
    with pytest.raises(OutputError, match="--force"):
        write_qdpx(survey(), path)
    with pytest.raises(OutputError, match="cannot be written"):
        write_qdpx(survey(), tmp_path / "s.zip")
    assert [each.name for each in tmp_path.iterdir()] == ["s.qdpx"]
    assert path.read_text() == "old"


def test_a_project_refuses_what_does_not_fit():
    """Codes that are no theme, cells for other respondents and respondents who stand twice are refused."""
    with pytest.raises(ValueError, match="no theme of codeframe 'barriers'"):
        CodedQuestion("q", "", FRAME, (CodedText("1", "r", "x", (Coded("means", "ada"),)),))
    with pytest.raises(ValueError, match="variables of"):
        survey(people=("r1",))
    with pytest.raises(ValueError, match="2 people"):
        survey(people=("r1", "r1"), variables=())


def test_the_zip_says_no_time_and_no_place(tmp_path):
    """Members have one fixed time and plain names."""
    write_qdpx(survey(), tmp_path / "s.qdpx")
    with zipfile.ZipFile(io.BytesIO((tmp_path / "s.qdpx").read_bytes())) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert all(re.fullmatch(r"project\.qde|sources/[0-9a-f-]{36}\.txt", name) for name in archive.namelist())
