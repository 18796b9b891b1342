import pytest
from library_samples import dictate, opened

from engine.errors import InputError
from engine.library.corrections import heard_of_change, replace_words
from engine.library.utterances import find_row
from engine.records import Word

HEARD = "install cute creator on every machine"


@pytest.fixture
def library(tmp_path):
    with opened(tmp_path) as library:
        yield library


def test_a_correction_changes_text_status_and_makes_a_pair(library):
    identifier = dictate(library, HEARD)
    correction = library.corrections.correct(identifier, "install Qt Creator on every machine")

    found = library.utterances.get(identifier)
    assert (correction.kind, correction.proposed_kind, correction.words) == ("misheard", "misheard", None)
    assert (found.text, found.delivered_text) == ("install Qt Creator on every machine", HEARD)
    assert (found.status, found.kind, found.source, found.split) == ("corrected", "misheard", "corrected", "train")


def test_a_span_is_corrected_and_the_rest_stays(library):
    identifier = dictate(library, HEARD)
    correction = library.corrections.correct(identifier, "Qt", words=(1, 1))

    assert library.utterances.get(identifier).text == "install Qt creator on every machine"
    assert correction.words == (1, 1)


@pytest.mark.parametrize(
    ("text", "replacement", "words", "expected"),
    [
        ("a  b\nc", "X", (1, 1), "a  X\nc"),
        ("a b c", "", (1, 1), "a c"),
        ("a b c", " ", (0, 2), "c"),
        ("a b c", "x y", (2, 1), "a b x y"),
    ],
)
def test_words_are_replaced_in_place(text, replacement, words, expected):
    assert replace_words(text, replacement, words) == expected


@pytest.mark.parametrize("words", [(-1, 1), (0, 0), (2, 2), (9, 1)])
def test_words_that_do_not_exist_are_refused(words):
    with pytest.raises(InputError, match="The text has 3 words"):
        replace_words("a b c", "x", words)


def test_undo_goes_back_step_by_step(library):
    identifier = dictate(library, HEARD)
    library.utterances.accept(identifier)
    library.corrections.correct(identifier, "Qt", words=(1, 1))
    library.corrections.correct(identifier, "install Qt creator on no machine", "rewrite")

    assert library.corrections.undo(identifier).kind == "rewrite"
    found = library.utterances.get(identifier)
    assert (found.text, found.kind, found.status) == ("install Qt creator on every machine", "misheard", "corrected")
    library.corrections.undo(identifier)
    found = library.utterances.get(identifier)
    assert (found.text, found.kind, found.status, found.source) == (HEARD, None, "accepted", "accepted")
    with pytest.raises(InputError, match="no correction"):
        library.corrections.undo(identifier)
    history = library.utterances.details(identifier).corrections
    assert [correction.undone for correction in history] == [True, True]


def test_correcting_again_after_undo_starts_from_the_present_text(library):
    identifier = dictate(library, HEARD)
    library.corrections.correct(identifier, "wrong")
    library.corrections.undo(identifier)
    again = library.corrections.correct(identifier, "install Qt creator on every machine")

    assert again.before_text == HEARD
    assert library.utterances.get(identifier).text == again.after_text


def test_only_what_was_misheard_trains(library):
    identifier = dictate(library, HEARD)
    library.corrections.correct(identifier, "please do something else altogether", "rewrite")
    assert library.utterances.get(identifier).source is None

    library.corrections.change_kind(identifier, "misheard")
    assert library.utterances.get(identifier).source == "corrected"
    library.corrections.change_kind(identifier, "formatting")
    found = library.utterances.get(identifier)
    assert (found.kind, found.source) == ("formatting", None)


def test_a_rewrite_leaves_what_was_said_as_the_training_text(library):
    identifier = dictate(library, HEARD)
    library.corrections.correct(identifier, "Qt", words=(1, 1))
    library.corrections.correct(identifier, "Install Qt creator on every machine.", "formatting")
    library.corrections.correct(identifier, "Buy a new machine.", "rewrite")

    found = library.utterances.get(identifier)
    assert (found.text, found.pair_text) == ("Buy a new machine.", "Install Qt creator on every machine.")
    assert found.source == "corrected"


def test_text_that_a_spoken_command_changed_is_quarantined_when_corrected_and_as_said_when_accepted(library):
    said = {"raw_text": "dear anna new line thank you for the cake", "text": "Dear Anna\nthank you for the cake"}
    accepted, corrected = dictate(library, **said), dictate(library, **said, seed=1)
    library.utterances.accept(accepted)
    library.corrections.correct(corrected, "Dear Hannah\nthank you for the cake", "misheard")

    assert library.utterances.get(accepted).pair_text == said["raw_text"]
    assert library.utterances.get(corrected).quarantine == "a spoken command changed the text"


def test_formatted_text_trains_in_written_form(library):
    identifier = dictate(library, "I bought 25 apples.", raw_text="i bought twenty five apples")
    library.utterances.accept(identifier)

    assert library.utterances.get(identifier).pair_text == "I bought 25 apples."


def test_corrections_that_do_nothing_are_refused(library):
    identifier = dictate(library, HEARD)

    with pytest.raises(InputError, match="changes nothing"):
        library.corrections.correct(identifier, f" {HEARD} ")
    with pytest.raises(InputError, match="leaves no text"):
        library.corrections.correct(identifier, "  ")
    with pytest.raises(InputError, match="no correction"):
        library.corrections.change_kind(identifier, "rewrite")
    assert library.utterances.details(identifier).corrections == ()


def test_the_length_of_the_changed_sound_comes_from_its_words(library):
    words = tuple(Word(text, n * 1.0, n * 1.0 + 0.5, 0.9) for n, text in enumerate(HEARD.split()))
    timed, untimed = dictate(library, HEARD, words=words), dictate(library, HEARD, seed=1, seconds=3.0)

    with library.database.reading() as connection:
        changed = "install Qt maker on every machine"
        assert heard_of_change(connection, find_row(connection, timed), changed)[0] == 1.5
        assert heard_of_change(connection, find_row(connection, timed), HEARD)[0] == 2.0
        assert heard_of_change(connection, find_row(connection, timed), f"now {HEARD}")[0] == 0.5
        assert heard_of_change(connection, find_row(connection, untimed), changed)[0] == 3.0
