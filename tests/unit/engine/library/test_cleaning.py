import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.library.cleaning import Candidate, find_fault, normalise

GOOD = "please send the report to Anna"


@pytest.mark.parametrize(
    ("pair", "reason"),
    [
        (Candidate("", 2.0), "no text"),
        (Candidate("...!", 2.0), "no word"),
        (Candidate("a\u202eb", 2.0), "forbidden character U+202E"),
        (Candidate("a\x07b", 2.0), "forbidden character U+0007"),
        (Candidate("a\ufffdb", 2.0), "forbidden character U+FFFD"),
        (Candidate("hm", 0.1), "too short"),
        (Candidate(GOOD, 31.0), "too long"),
        (Candidate(GOOD * 5, 2.0), "too much text"),
        (Candidate("yes", 20.0), "too little text"),
        (Candidate(GOOD, 2.0, level_db=-90.0), "nearly silent"),
        (Candidate(GOOD, 2.0, clipped=0.2), "clipped"),
        (Candidate(GOOD, 2.0, alignment_score=-0.4), "does not fit the sound"),
    ],
)
def test_each_fault_is_named(pair, reason):
    assert reason in find_fault(pair)


@pytest.mark.parametrize(
    "pair",
    [
        Candidate(GOOD, 2.0),
        Candidate(GOOD, 2.0, level_db=-25.0, clipped=0.001, alignment_score=0.1),
        Candidate("می\u200cخواهم", 1.0),
        Candidate("3 × 4 = 12 €", 2.0),
    ],
)
def test_sound_pairs_pass(pair):
    assert find_fault(pair) is None


@given(st.text())
def test_normalising_twice_changes_nothing_more(text):
    once = normalise(text)
    assert normalise(once) == once
    assert "  " not in once
    assert "\n" not in once


def test_composed_and_decomposed_letters_are_the_same():
    assert normalise("Gru\u0308n ") == "Gr\u00fcn"
