import pytest

from trainer.statistics import Counts
from trainer.testing.evaluation import TermCounts
from trainer.testing.scoring import count_letter_errors, count_terms, count_written_errors


def test_as_written_case_and_punctuation_count() -> None:
    assert count_written_errors("Yes, Ann.", "yes, Ann") == Counts(2, 2)
    assert count_written_errors("", "Thank you.") == Counts(2, 0)


@pytest.mark.parametrize(
    ("said", "read", "written", "expected"),
    [
        ("Ab c.", "ab c", False, Counts(0, 4)),
        ("Ab c.", "ab c", True, Counts(2, 5)),
        ("cat", "", False, Counts(3, 3)),
        ("", "ha", False, Counts(2, 0)),
    ],
)
def test_letters_are_counted_with_and_without_the_form(said: str, read: str, written: bool, expected: Counts) -> None:
    assert count_letter_errors(said, read, written=written) == expected


@pytest.mark.parametrize(
    ("said", "read", "expected"),
    [
        ("Ask Kaelen.", "ask kaelen", TermCounts(said=1, found=1)),
        ("Ask Kaelen.", "ask Kalen", TermCounts(said=1)),
        ("Ask Colin.", "ask Kaelen", TermCounts(false=1)),
        ("Kaelen's dog", "Kaelen’s dog", TermCounts(said=1, found=1)),
        ("Kaelen, Kaelen", "Kaelen Kaelen Kaelen", TermCounts(said=2, found=2, false=1)),
        ("the vyrma drive hums", "the vyrma drive hums", TermCounts(said=1, found=1)),
        ("the vyrma hums", "the vyrma hums", TermCounts()),
        ("kaelens", "kaelens", TermCounts()),
    ],
)
def test_terms_are_whole_words_in_order(said: str, read: str, expected: TermCounts) -> None:
    assert count_terms(said, read, ["Kaelen", "Vyrma Drive", "", "kaelen"]) == expected
