import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.text.diff import Span, align, apply, regions, similarity

words = st.lists(st.sampled_from(["a", "the", "cat", "cats", "Cat", "mat", "dog,", "dog", "kubernetes"]), max_size=12)


@given(words, words)
def test_spans_cover_both_texts_in_order_and_reproduce_the_target(source, target):
    spans = align(source, target)

    assert apply(source, target, spans) == target
    position = (0, 0)
    for span in spans:
        assert (span.source_start, span.target_start) == position
        position = (span.source_end, span.target_end)
        if span.operation == "equal":
            assert source[span.source_start : span.source_end] == target[span.target_start : span.target_end]
        if span.operation == "replace":
            assert span.source_end - span.source_start == span.target_end - span.target_start
    assert position == (len(source), len(target))


@given(words)
def test_equal_texts_are_one_equal_span(source):
    assert align(source, source) == ((Span("equal", 0, len(source), 0, len(source)),) if source else ())


@given(words, words)
def test_regions_are_the_changes_and_never_touch(source, target):
    changed = regions(align(source, target))

    assert all(before.source_end < after.source_start for before, after in itertools.pairwise(changed))
    kept = [word for n, word in enumerate(source) if not any(r.source_start <= n < r.source_end for r in changed)]
    assert kept == [
        word for n, word in enumerate(target) if not any(r.target_start <= n < r.target_end for r in changed)
    ]


def test_a_misheard_word_meets_its_correction_not_its_neighbour():
    spans = align(["the", "cooper", "netties", "cluster"], ["the", "big", "kubernetes", "cluster"])

    assert spans[1].operation == "replace"
    assert align(["we", "use", "pie", "charm"], ["we", "use", "PyCharm"])[-1].operation in ("replace", "delete")
    inserted = align(["deploy", "kubernets", "now"], ["deploy", "the", "kubernetes", "now"])
    assert inserted[1:3] == (Span("insert", 1, 1, 1, 2), Span("replace", 1, 2, 2, 3))


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("Dog,", "dog", 1.0), ("...", "!", 1.0), ("abc", "xyz", 0.0), ("cat", "cats", 0.75)]
)
def test_similarity_counts_letters_only(one, other, expected):
    assert similarity(one, other) == pytest.approx(expected)
