import pytest

from engine.learning.spans import misheard_spans, terms_in


@pytest.mark.parametrize(
    ("before", "after", "heard", "said", "term"),
    [
        ("the glass wine costs ninety", "the Glasswyne costs ninety", "glass wine", "Glasswyne", "Glasswyne"),
        ("ask captain grims be toll", "ask Captain Grimsby Toll", "grims be", "Grimsby", "Captain Grimsby Toll"),
        ("turn the lute down", "turn the loot down", "lute", "loot", None),
        ("Fan rook is far.", "Fenrook is far.", "fan rook", "Fenrook", "Fenrook"),
        ("use it's mana", "use Manna", "it's mana", "Manna", "Manna"),
        ("la reunión de mugnoz", "la reunión de Muñoz", "mugnoz", "Muñoz", "Muñoz"),
    ],
)
def test_what_was_heard_and_what_was_said(before, after, heard, said, term):
    [span] = misheard_spans(before, after)

    assert (span.heard, span.said, span.term) == (heard, said, term)


def test_words_misheard_one_by_one_are_learnt_one_by_one():
    spans = misheard_spans("please call kevin in lunch", "please call Kelvyn before lunch")

    assert [(span.heard, span.said) for span in spans] == [("kevin", "Kelvyn"), ("in", "before")]


def test_the_neighbours_are_those_of_the_corrected_sentence():
    spans = misheard_spans("Stop. cute is here, tell ana bell", "Stop. Qt is here, tell Anabel")

    assert [(span.left, span.right) for span in spans] == [("", "is"), ("tell", "")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("send it", "send it"),
        ("send it", "Send it."),
        ("send it to anna", "send it to Anna"),
        ("send it", "send it today"),
        ("please send it", "send it"),
        ("a b c d e f g", "one two three four five six seven"),
        ("", "something"),
        ("sell cakes it is time", "sell a coat. Who will send"),
    ],
)
def test_no_replacement_is_learnt_from_this(before, after):
    assert misheard_spans(before, after) == []


def test_terms_of_a_text():
    text = "Sea Wraith left. We saw Halcyon Maid, Thalassa and the gollywobbler on I think Monday."

    assert terms_in(text) == ["Wraith", "Halcyon Maid", "Thalassa", "gollywobbler"]
