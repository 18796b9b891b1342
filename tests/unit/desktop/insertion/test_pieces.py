"""What is typed at once."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.insertion.pieces import MOST, even_pieces, word_pieces


def test_a_piece_is_a_word_with_the_space_after_it():
    assert list(word_pieces("One two,\n\tthree  four")) == ["One ", "two,\n", "\tthree ", " four"]


def test_a_long_word_goes_in_parts_and_an_emoji_is_whole():
    assert list(word_pieces("x" * 50)) == ["x" * 24, "x" * 24, "xx"]
    assert list(even_pieces("a👩‍👩‍👧b", 2)) == ["a👩‍👩‍👧", "b"]


@given(st.text())
def test_nothing_is_lost_and_no_piece_holds_two_words(text):
    pieces = list(word_pieces(text))
    assert "".join(pieces) == text
    assert all(len(piece.split()) <= 1 for piece in pieces)
    assert all(len(piece) <= MOST or any(joiner in piece for joiner in "\u200d\ufe0f") for piece in pieces)
