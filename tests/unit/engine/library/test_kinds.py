import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.library.kinds import propose_kind
from engine.library.spoken import same_when_spoken, spoken_words


@pytest.mark.parametrize(
    ("recognised", "corrected"),
    [
        ("hello world", "Hello, world!"),
        ("twenty five apples", "25 apples"),
        ("in nineteen eighty four", "in 1984"),
        ("in nineteen oh five", "in 1905"),
        ("in nineteen hundred", "in 1900"),
        ("two thousand and five people", "2005 people"),
        ("two thousand five", "2005"),
        ("one million two hundred thousand", "1,200,000"),
        ("three point one four", "3.14"),
        ("on the second of may", "on the 2nd of May"),
        ("the twentieth time", "the 20th time"),
        ("five percent", "5%"),
        ("rock and roll", "rock & roll"),
        ("call zero seven seven", "call 077"),
        ("don't", "don’t"),
    ],
)
def test_other_ways_to_write_the_same_words_are_formatting(recognised, corrected):
    assert propose_kind(recognised, corrected, 2.0) == "formatting"


@pytest.mark.parametrize(
    ("recognised", "corrected"),
    [
        ("install cute creator", "install Qt Creator"),
        ("wreck a nice beach", "recognize speech"),
        ("we run cooper netties", "we run Kubernetes"),
        ("import pie torch", "import PyTorch"),
        ("I have to dogs", "I have two dogs"),
        ("the cat sat", "cat sat"),
        ("send it to anna", "send it to Hannah"),
        ("привет мир", "привет пир"),
    ],
)
def test_what_sounds_alike_was_misheard(recognised, corrected):
    assert propose_kind(recognised, corrected, 2.0) == "misheard"


@pytest.mark.parametrize(
    ("recognised", "corrected"),
    [
        ("meet me at noon", "let us have a call tomorrow instead"),
        ("send it on Monday", "send it on Tuesday"),
        ("I like it", "I like it very much indeed my friend"),
        ("the big meeting", "the large gathering of people"),
    ],
)
def test_other_words_are_a_rewrite(recognised, corrected):
    assert propose_kind(recognised, corrected, 3.0) == "rewrite"


def test_what_cannot_have_been_said_in_the_time_was_not_misheard():
    recognised, corrected = "cooper netties", "Kubernetes " * 8

    assert propose_kind(recognised, corrected * 2, 1.0) == "rewrite"
    assert propose_kind("cooper netties", "Kubernetes", None) == "misheard"


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_get_a_kind(one, other):
    assert propose_kind(one, other, 1.0) in ("misheard", "rewrite", "formatting")
    assert propose_kind(one, one, 1.0) == "formatting"


@given(st.integers(0, 10**13))
def test_numbers_are_spelt_in_words_only(number):
    assert all(word.isalpha() for word in spoken_words(str(number)))
    assert same_when_spoken(str(number), " ".join(spoken_words(str(number))))


def test_dates_and_foreign_digits_do_not_break_it():
    assert spoken_words("1.2.2026")[:2] == ["one", "two"]
    assert spoken_words("٣ cats") == spoken_words("٣ CATS")
    assert spoken_words("first third twentieth moth") == ["one", "three", "twenty", "moth"]


def test_words_the_recogniser_did_not_believe_were_misheard_however_they_sound():
    recognised, corrected = "Daniel is sick and late", "the linter is silent today"

    assert propose_kind(recognised, corrected, 2.0, 0.4) == "misheard"
    assert propose_kind(recognised, corrected, 2.0, 0.95) == "rewrite"
    assert propose_kind(recognised, corrected * 5, 1.0, 0.4) == "rewrite"
