import pytest

from engine.text.correcting import ChooseCommand, WordsCommand, find_words, parse_correction


@pytest.mark.parametrize(
    ("said", "language", "meant"),
    [
        ("choose three", "en", ChooseCommand(3)),
        (" Choose 3.", "en", ChooseCommand(3)),
        ("Choose number nine.", "en", ChooseCommand(9)),
        ("Nimm zwei.", "de", ChooseCommand(2)),
        ("Correct cooper netties.", "en", WordsCommand(("cooper", "netties"))),
        ("Korrigiere Müller", "de", WordsCommand(("müller",))),
        ("choose wisely", "en", None),
        ("choose 12", "en", None),
        ("choose ²", "en", None),
        ("Correct", "en", None),
        ("correct a b c d e f", "en", None),
        ("we choose three", "en", None),
        ("choose three", "pl", None),
    ],
)
def test_a_whole_utterance_may_be_a_command(said, language, meant):
    assert parse_correction(said, language) == meant


def test_words_are_found_whatever_their_case_and_marks_the_last_ones_first():
    text = "The boat, the Boat! and a boat-house."
    assert find_words(text, ("the", "boat")) == (text.index("the"), text.index("!") + 1)
    assert find_words(text, ("house",)) is None
    assert find_words(text, ()) is None
