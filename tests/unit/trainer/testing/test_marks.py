import pytest

from trainer.testing.marks import Formatting, Marks, Turned, compare_formatting

SAID = "Well, Ann said: is it NATO?"


def test_the_written_form_itself_is_perfect() -> None:
    same = compare_formatting(SAID, SAID, SAID).before
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
    found = compare_formatting(SAID, SAID, read)
    assert found.after == Formatting(punctuation, case)


def test_only_words_that_both_recognised_count() -> None:
    found = compare_formatting("Send it, Ann.", "Send it, and.", "send it, Ann.")

    assert found.before == Formatting(Marks(right=1), Marks(right=1))
    assert found.after == Formatting(Marks(right=1), Marks(missed=1))


def test_without_words_there_is_nothing_to_judge() -> None:
    found = compare_formatting("...", "", "Yes.")
    assert found.before.punctuation.f1 is None
    assert found.after.case.f1 is None


def test_a_word_turns_once_however_many_marks_it_has() -> None:
    found = compare_formatting("Is it (NATO)?", "is it NATO?", "Is it nato")

    assert found.punctuation == Turned()  # neither has all of them right
    assert found.case == Turned(better=1, worse=1)
    assert compare_formatting("Is it (NATO)?", "Is it (NATO)?", "is it NATO").punctuation == Turned(worse=1)
