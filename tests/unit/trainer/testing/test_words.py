from hypothesis import given
from hypothesis import strategies as st

from trainer.statistics import count_word_errors, plain
from trainer.testing.words import segment_differences, word_fates

TEXT = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=9).map(" ".join)


def test_each_word_has_its_fate() -> None:
    fates = word_fates("Ask Kaelen to come now.", "ask Kalen to comb now", "Ask Kaelen to comb no")
    assert [(one.word, one.fate) for one in fates] == [
        ("ask", "right"),
        ("kaelen", "fixed"),
        ("to", "right"),
        ("come", "still wrong"),
        ("now", "newly wrong"),
    ]


def test_two_words_that_both_have_right_end_a_segment() -> None:
    said = "a b c d e f g"
    assert segment_differences(said, "x b c d x f g", said) == [1, 1]
    assert segment_differences(said, "x b x d e f g", said) == [2]
    assert segment_differences(said, "x b c d e f g", "a b c d e f x") == [1, -1]
    assert segment_differences(said, said, said) == []


def test_words_put_in_belong_to_a_segment_too() -> None:
    assert segment_differences("a b c d", "a b c d e f", "a b c d") == [2]
    assert segment_differences("a b c d", "e a b c d", "a b c d") == [1]


@given(TEXT, TEXT, TEXT)
def test_segments_hold_all_the_difference_in_errors(said: str, base: str, candidate: str) -> None:
    difference = count_word_errors(said, base).errors - count_word_errors(said, candidate).errors
    assert sum(segment_differences(said, base, candidate)) == (difference if said else 0)
    assert [one.word for one in word_fates(said, base, candidate)] == plain(said).split()
