import pytest

from trainer.testing.marks import Formatting, Marks, compare_formatting

SAID = "Well, Ann said: is it NATO?"


def test_the_written_form_itself_is_perfect() -> None:
    same, _ = compare_formatting(SAID, SAID, SAID)
    assert same.punctuation == Marks(right=3)
    assert same.case == Marks(right=6)
    assert same.punctuation.f1 == 1.0


@pytest.mark.parametrize(
    ("read", "punctuation", "case"),
    [
        ("well ann said is it nato", Marks(missed=3), Marks(missed=6)),
        ("Well. Ann said: is it NATO?", Marks(right=2, false=1, missed=1), Marks(right=6)),
        ("Well, Ann Said: is it Nato?", Marks(right=3), Marks(right=3, false=1, missed=3)),
    ],
)
def test_each_mark_is_right_missed_or_false(read: str, punctuation: Marks, case: Marks) -> None:
    _, found = compare_formatting(SAID, SAID, read)
    assert found == Formatting(punctuation, case)


def test_only_words_that_both_recognised_count() -> None:
    base, candidate = compare_formatting("Send it, Ann.", "Send it, and.", "send it, Ann.")

    assert base == Formatting(Marks(right=1), Marks(right=1))
    assert candidate == Formatting(Marks(right=1), Marks(missed=1))


def test_without_words_there_is_nothing_to_judge() -> None:
    base, candidate = compare_formatting("...", "", "Yes.")
    assert base.punctuation.f1 is None
    assert candidate.case.f1 is None
