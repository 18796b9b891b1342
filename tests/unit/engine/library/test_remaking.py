from datetime import timedelta

import numpy as np
import pytest
from corrected_samples import words_of
from library_samples import SENTENCES, dictate, opened, sound

from engine.errors import InputError
from engine.library.entities import NewUtterance
from engine.records import Word

TEXT = "open the window now and close the door"


@pytest.fixture
def library(tmp_path):
    with opened(tmp_path) as library:
        yield library


def said(library, text=TEXT, **fields):
    fields.setdefault("seconds", 4.0)
    return dictate(library, text, words=words_of(text), **fields)


def test_a_split_parts_text_words_and_sound_between_two_words(library):
    identifier = said(library, model="tiny", app="editor")
    before = library.recordings.read(library.utterances.get(identifier).audio)

    first, second = library.remaking.split(identifier, 4)

    one, other = library.utterances.details(first), library.utterances.details(second)
    assert (one.utterance.text, other.utterance.text) == ("open the window now", "and close the door")
    assert (one.utterance.raw_text, other.utterance.raw_text) == (one.utterance.text, other.utterance.text)
    assert other.words[0] == Word("and", 0.05, 0.45, 0.9)
    parts = [library.recordings.read(part.utterance.audio) for part in (one, other)]
    assert len(parts[0]) == round(1.95 * 16_000)
    assert np.array_equal(np.concatenate(parts), before)
    assert (other.utterance.app, other.utterance.model, other.utterance.session_id) == ("editor", "tiny", "session")
    assert [u.id for u in library.utterances.page()] == [second, first]
    assert library.utterances.get(second).created_at > library.utterances.get(first).created_at


def test_joining_what_was_split_gives_the_same_and_undoing_brings_the_parts_back(library):
    older = said(library, SENTENCES[1], seed=8)
    identifier = said(library)
    newer = said(library, SENTENCES[2], seed=9)
    whole = library.utterances.details(identifier)
    parts = library.remaking.split(identifier, 4)

    joined = library.remaking.join(list(parts)[::-1])

    again = library.utterances.details(joined)
    assert (again.utterance.text, again.words) == (TEXT, whole.words)
    assert again.utterance.duration == whole.utterance.duration
    assert [u.id for u in library.utterances.page()] == [newer, joined, older]
    assert library.remaking.undo(joined) == sorted(parts)
    assert library.remaking.undo(parts[0]) == [identifier]
    assert [u.id for u in library.utterances.page()] == [newer, identifier, older]


def test_a_corrected_part_stays_a_correction_and_the_other_was_right(library):
    identifier = said(library)
    library.corrections.correct(identifier, "open the widow now and close the door", "misheard")

    first, second = (library.utterances.get(one) for one in library.remaking.split(identifier, 4))

    assert (first.text, first.raw_text, first.status, first.kind) == (
        "open the widow now",
        "open the window now",
        "corrected",
        "misheard",
    )
    assert (first.source, second.source, second.status) == ("corrected", "accepted", "accepted")
    assert (first.split, second.split) == ("train", "train")


def test_the_place_is_found_where_a_correction_added_words(library):
    identifier = said(library)
    library.corrections.correct(identifier, "please open the old window now and close the door", "misheard")

    first, second = library.remaking.split(identifier, 6)

    assert library.utterances.get(first).text == "please open the old window now"
    assert library.utterances.get(first).raw_text == "open the window now"
    assert library.utterances.get(second).text == "and close the door"


def test_models_that_saw_the_whole_saw_the_parts(library):
    identifier = said(library)
    library.runs.begin("run-1", "tiny", [identifier])

    first, second = library.remaking.split(identifier, 2)

    assert library.runs.seen_by(first) == library.runs.seen_by(second) == ("run run-1",)


def test_what_was_made_from_goes_with_the_purge_and_then_nothing_is_undone(library):
    identifier = said(library)
    first, _ = library.remaking.split(identifier, 2)
    library.deletions.purge(timedelta(0))

    with pytest.raises(InputError, match="too long ago"):
        library.remaking.undo(first)
    assert len(list(library.recordings.paths())) == 2


def test_an_utterance_without_words_or_sound_is_split_by_its_letters(library):
    identifier = library.utterances.add(NewUtterance("aaaa bbbb", "session", duration=2.0))

    first, second = library.remaking.split(identifier, 1)

    assert [library.utterances.get(one).duration for one in (first, second)] == [1.0, 1.0]


def rewritten(library):
    identifier = said(library)
    library.corrections.correct(identifier, "leave it all as it is", "rewrite")
    return identifier


@pytest.mark.parametrize(
    ("prepare", "reason"),
    [
        (lambda library: [said(library)], "at least two"),
        (lambda library: [said(library), said(library, SENTENCES[1], language="de", seed=1)], "differ in language"),
        (lambda library: [said(library), said(library, SENTENCES[1], status="read", seed=1)], "reviewed"),
        (lambda library: [said(library), said(library, SENTENCES[1], seconds=27.0, seed=1)], "hears 30 s"),
        (lambda library: [rewritten(library), said(library, SENTENCES[1], seed=1)], "rewritten"),
    ],
)
def test_what_does_not_go_together_is_not_joined(library, prepare, reason):
    identifiers = prepare(library)

    with pytest.raises(InputError, match=reason):
        library.remaking.join(identifiers)
    assert len(library.utterances.page()) == len(identifiers)


def test_speech_to_test_on_is_not_joined_with_speech_to_learn_from(library):
    chosen = [
        library.utterances.add(NewUtterance(SENTENCES[n], "session", samples=sound(2.0, n), status="read", split=split))
        for n, split in enumerate(("train", "test"))
    ]

    with pytest.raises(InputError, match="different splits"):
        library.remaking.join(chosen)


@pytest.mark.parametrize("word", [0, 8, 99])
def test_a_split_needs_two_parts(library, word):
    with pytest.raises(InputError, match="2 to 8"):
        library.remaking.split(said(library), word)
