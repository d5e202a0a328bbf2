"""The acts of a sitting as a file that a validator takes, or no file at all."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from declic.open_data.council_acts import COLUMNS, IncompleteActsError, Lack, acts_csv, lacks
from declic.records.council import reads
from declic.records.council.filed import FiledActLine, FiledActSaid, FilingLine, FilingSaid
from declic.records.council.matters import MATTERS, matter_name
from declic.records.council.values import SittingPage
from declic.records.council.writes import file_acts, open_sitting
from declic.records.pact.writes import apply_draft
from declic.records.sources.writes import accept_all, keep_document, read_version
from tests.documents import needs_planoise, planoise_text
from tests.open_data.scdl import ACTS, faults
from tests.people import OPERATOR
from tests.records.council.invented import CLERK, keep, small_sitting
from tests.web.clerks.invented import SITTING


SIRET = "12345678200010"
ADDRESS = "https://pacte.example/documents/1/"


def filed(number: int, *, matter: str = "8.5") -> tuple[SittingPage, FilingLine]:
    """Everything that the schema demands is said of a sitting."""
    act = reads.filing(number, viewer=OPERATOR).acts[0].deliberation_id
    said = FilingSaid(None, "Grand Valmont", SIRET, (FiledActSaid(act, matter),))
    file_acts(number, said=said, by=OPERATOR)
    return reads.sitting_page(number, viewer=OPERATOR), reads.filing(number, viewer=OPERATOR)


@pytest.fixture
def sitting(db: None) -> tuple[SittingPage, FilingLine]:  # noqa: ARG001 — the database is opened for it
    paper, draft = small_sitting()
    return filed(open_sitting(keep(paper), draft=draft, by=CLERK))


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_columns_are_those_of_the_schema_in_its_order():
    assert [field["name"] for field in ACTS["fields"]] == list(COLUMNS)


def test_the_matters_are_those_of_the_nomenclature():
    counts = {theme: sum(code.startswith(f"{theme}.") for code in MATTERS) for theme in "123456789"}

    assert counts == {"1": 7, "2": 3, "3": 6, "4": 5, "5": 8, "6": 5, "7": 10, "8": 9, "9": 4}
    assert matter_name("8.4") == "domaines de compétences par thèmes/aménagement du territoire"


@pytest.mark.parametrize("code", MATTERS)
def test_a_matter_is_named_in_lower_case_without_comma_or_parenthesis(code):
    name = matter_name(code)

    assert name == name.lower()
    assert not set(name) & set(",()")
    assert name.count("/") == 1


def test_a_validator_takes_the_file_and_what_is_unsaid_stays_empty(sitting):
    page, filing = sitting

    text = acts_csv(page, filing=filing, address=ADDRESS)

    assert faults(text) == []
    [line] = lines(text)
    assert line["COLL_NOM"] == "Grand Valmont"
    assert (line["DELIB_ID"], line["DELIB_DATE"]) == ("2024-7", "2024-05-14")
    assert (line["DELIB_MATIERE_CODE"], line["DELIB_URL"]) == ("8.5", ADDRESS)
    assert [line[name] for name in COLUMNS[11:16]] == ["6", "", "3", "", ""]
    assert [line[name] for name in COLUMNS[7:11]] == ["", "", "", ""]


def test_the_validator_refuses_a_wrong_file(sitting):
    page, filing = sitting
    text = acts_csv(page, filing=filing, address=ADDRESS)

    wrong = text.replace(",8.5,", ",8x,").replace(SIRET, "123").replace("2024-05-14", "14/05/2024")

    assert {name for _row, name, _note in faults(wrong)} == {"COLL_SIRET", "DELIB_MATIERE_CODE", "DELIB_DATE"}


@pytest.mark.parametrize(
    ("change", "lack"),
    [
        ({"institution": "", "institution_id": None}, Lack.INSTITUTION),
        ({"siret": ""}, Lack.SIRET),
    ],
)
def test_without_whose_council_it_is_there_is_no_file(sitting, change, lack):
    page, filing = sitting
    partial = replace(filing, **change)

    assert lacks(page, filing=partial) == (lack,)
    with pytest.raises(IncompleteActsError, match=lack):
        acts_csv(page, filing=partial, address=ADDRESS)


def test_what_the_document_does_not_state_is_named(sitting):
    page, filing = sitting
    acts = tuple(replace(act, number=None, title=" ") for act in page.deliberations)
    bare = replace(page, header=replace(page.header, held_on=None), deliberations=acts)
    unsaid = replace(filing, acts=tuple(replace(act, matter="") for act in filing.acts))

    assert lacks(bare, filing=unsaid) == (Lack.DAY, Lack.NUMBER, Lack.TITLE, Lack.MATTER)
    assert Lack.ACT in lacks(replace(page, deliberations=()), filing=replace(filing, acts=()))


def test_abstentions_that_count_who_did_not_vote_do_not_say_how_many_voted(sitting):
    page, filing = sitting
    [act] = page.deliberations
    assert act.vote
    vote = replace(act.vote, votes_for=3, against=0, abstention=1, abstention_counts_non_voters=True)
    unsure = replace(page, deliberations=(replace(act, vote=vote),))
    sure = replace(page, deliberations=(replace(act, vote=replace(vote, abstention=0)),))

    [unsure_line] = lines(acts_csv(unsure, filing=filing, address=ADDRESS))
    [sure_line] = lines(acts_csv(sure, filing=filing, address=ADDRESS))

    assert (unsure_line["VOTE_REEL"], unsure_line["VOTE_ABSTENTION"]) == ("", "1")
    assert sure_line["VOTE_REEL"] == "3"


@pytest.mark.parametrize(
    "title", ["=1+1", "+33", "-2", "@SUM(A1)", "\u200b=1", 'Un "titre", long\nsur deux lignes']
)
def test_no_cell_runs_in_a_spreadsheet_and_the_file_stays_valid(sitting, title):
    page, filing = sitting
    acts = tuple(replace(act, title=title, number=title) for act in page.deliberations)

    text = acts_csv(
        replace(page, deliberations=acts), filing=replace(filing, institution=title), address=ADDRESS
    )

    assert faults(text) == []
    [line] = lines(text)
    for name in ("COLL_NOM", "DELIB_ID", "DELIB_OBJET"):
        assert not line[name].lstrip(" \u200b").startswith(("=", "+", "-", "@"))


@given(
    title=st.text(min_size=1).filter(lambda words: words.replace("\0", "").split()),
    counts=st.tuples(*[st.none() | st.integers(0, 500)] * 3),
)
def test_every_act_that_has_its_words_is_read_back(title, counts):
    page, [act] = SITTING, SITTING.deliberations
    filed_act = FiledActLine(act.deliberation_id, act.number, act.title, "8.5", None)
    filing = FilingLine(1, 1, 1, "Grand Valmont", SIRET, (filed_act,))
    assert act.vote
    vote = replace(act.vote, votes_for=counts[0], against=counts[1], abstention=counts[2])
    told = replace(page, deliberations=(replace(act, title=title, vote=vote),))

    [line] = lines(acts_csv(told, filing=filing, address=ADDRESS))

    assert [line[name] for name in COLUMNS[13:16]] == ["" if one is None else str(one) for one in counts]
    assert line["VOTE_REEL"] == ("" if None in counts else str(sum(one or 0 for one in counts)))
    assert line["DELIB_OBJET"].removeprefix("'") == " ".join(title.split()).replace("\0", "").removeprefix(
        "'"
    )


@needs_planoise
@pytest.mark.django_db
def test_the_real_act_counts_123_members_and_113_votes():
    version = keep_document(planoise_text().encode(), "deliberation.txt", by=OPERATOR)
    draft = read_version(version.id, by=OPERATOR)
    accept_all(draft, by=OPERATOR)
    apply_draft(draft, by=OPERATOR)
    number = reads.sitting_of_version(version.id, viewer=OPERATOR)
    assert number

    page, filing = filed(number)
    text = acts_csv(page, filing=filing, address=ADDRESS)

    assert faults(text) == []
    [line] = lines(text)
    assert [line[name] for name in COLUMNS[11:16]] == ["123", "113", "113", "0", "0"]
    assert (line["DELIB_ID"], line["PREF_DATE"]) == ("2023/006429", "")
