from __future__ import annotations

import pytest
from corrected_samples import words_of
from library_samples import dictate, opened

from desktop.windows.correction.state import Choice, Correction
from engine.learning.fast_layer import FastLayer
from engine.learning.subject import heard_words, last_said, load_subject
from engine.learning.vocabulary import Vocabulary
from engine.records import Hypothesis, Word

HEARD = "We deploy on cooper netties, and restart the bored tomorrow."


@pytest.fixture
def library(tmp_path):
    with opened(tmp_path) as library:
        yield library


def heard(text: str, **probabilities: float) -> tuple[Word, ...]:
    """Half a second each; a word's probability by its letters."""
    return tuple(
        Word(word.text, word.start, word.end, probabilities.get(word.text.strip(",."), 0.9)) for word in words_of(text)
    )


def begin(library, text=HEARD, readings=(), **probabilities: float) -> Correction:
    hypotheses = tuple(Hypothesis(reading, -0.1 * rank) for rank, reading in enumerate(readings))
    identifier = dictate(library, text, seconds=6.0, words=heard(text, **probabilities), hypotheses=hypotheses)
    return Correction(load_subject(library, identifier, FastLayer.load(library)))


@pytest.fixture
def correction(library):
    Vocabulary(library.database, library.ids).add("Kubernetes")
    readings = (HEARD, HEARD.replace("bored", "board"), HEARD.replace("restart the bored", "we start the boat"))
    return begin(library, readings=readings, cooper=0.2, netties=0.1, bored=0.4)


def test_it_begins_at_the_least_certain_words_and_two_keys_put_them_right(correction):
    assert correction.current == "cooper netties"
    assert correction.choices[0] == Choice(1, "Kubernetes", whole=False)
    assert correction.kind is None
    assert correction.choose(1)
    assert correction.text == HEARD.replace("cooper netties", "Kubernetes")
    assert correction.current == "Kubernetes"
    assert correction.kind == "misheard"
    assert not correction.choose(9)


def test_tab_goes_round_the_doubtful_words_and_what_was_chosen_is_doubtful_no_more(correction):
    assert correction.next_doubtful()
    assert correction.current == "bored"
    assert correction.next_doubtful()
    assert correction.current == "cooper netties"
    assert correction.next_doubtful(-1)
    assert correction.current == "bored"
    correction.choose(next(choice.number for choice in correction.choices if choice.text == "board"))
    assert correction.next_doubtful()
    assert correction.current == "cooper netties"
    correction.choose(1)
    assert not correction.next_doubtful()
    assert correction.doubtful == []


def test_a_whole_reading_replaces_everything(correction):
    whole = [choice for choice in correction.choices if choice.whole]
    assert [choice.text for choice in whole] == list(correction.subject.readings[1:])
    correction.choose(whole[0].number)
    assert correction.text == whole[0].text


def test_every_step_can_be_undone_and_made_again(correction):
    correction.choose(1)
    correction.next_doubtful()
    correction.replace("board")
    chosen = correction.text
    assert correction.undo()
    assert correction.current == "bored"
    assert correction.undo()
    assert (correction.text, correction.changed) == (HEARD, False)
    assert not correction.undo()
    assert correction.redo()
    assert correction.redo()
    assert correction.text == chosen
    assert not correction.redo()


def test_what_is_typed_is_one_step_and_its_words_keep_their_time(correction):
    before, after = HEARD.split("cooper netties")
    times = correction.times
    for typed in ("", "K", "Ku", "Kubernetes", "Kubernetes two"):
        correction.edit(before + typed + after)
    assert correction.typing
    correction.end_typing(len(before))
    assert correction.current == "Kubernetes"
    assert correction.times == times
    assert [correction.text[first:end] for first, end in correction.doubtful] == ["bored"]
    correction.undo()
    assert correction.text == HEARD


@pytest.mark.parametrize("text", ["", "P", "Please"])
def test_the_whole_text_can_be_typed_anew(correction, text):
    correction.edit(text)
    assert correction.current == text
    assert correction.choices
    correction.end_typing(len(text))
    assert correction.text == text


def test_words_are_replaced_and_taken_out_without_a_space_too_many(correction):
    correction.replace("  the   cluster ")
    assert correction.text == HEARD.replace("cooper netties", "the cluster")
    correction.replace("")
    assert correction.text == HEARD.replace(" cooper netties", "")
    correction.go_to_word(0)
    correction.replace("")
    assert correction.text.startswith("deploy on, and")


def test_any_word_can_be_made_the_current_one(correction):
    correction.go_to_word(99)
    assert correction.current == "tomorrow"
    correction.move(-1)
    assert correction.current == "bored"
    correction.extend(1)
    assert correction.current == "bored tomorrow"
    correction.extend(5)
    correction.extend(-1)
    assert correction.current == "bored"
    correction.go_to(HEARD.index("restart") + 2)
    assert correction.current == "restart"
    correction.go_to(HEARD.index("restart"), HEARD.index("bored"))
    assert correction.current == "restart the"


def test_a_long_row_of_doubtful_words_is_gone_through_one_by_one(library):
    correction = begin(library, "one two three four. five six", one=0.3, two=0.3, three=0.3, four=0.1, five=0.3)
    assert correction.current == "four"
    correction.next_doubtful()
    assert correction.current == "five", "a full stop parts what belongs together"
    correction.next_doubtful()
    assert correction.current == "one"


def test_where_nothing_is_doubtful_it_begins_at_the_least_certain_word_all_the_same(library):
    correction = begin(library, "all is well", well=0.7)
    assert correction.current == "well"
    assert not correction.next_doubtful()


def test_an_offer_that_begins_a_sentence_has_its_capital(library):
    correction = begin(
        library, "Bored meeting today.", readings=("Bored meeting today.", "A board meeting today."), Bored=0.1
    )
    correction.go_to_word(0)
    [offer] = [choice for choice in correction.choices if not choice.whole]
    correction.choose(offer.number)
    assert correction.text == "A board meeting today."


def test_the_kind_is_proposed_and_can_be_another(correction):
    correction.go_to(HEARD.index("deploy"))
    correction.replace("insist")
    assert correction.kind == "rewrite"
    correction.cycle_kind()
    assert correction.kind == "formatting"
    correction.choose_kind("misheard")
    assert correction.kind == "misheard"


def test_more_readings_come_after_those_that_are_shown(library):
    Vocabulary(library.database, library.ids).add("Kubernetes")
    correction = begin(library, cooper=0.1, netties=0.1)
    assert [choice.text for choice in correction.choices] == ["Kubernetes"]
    more = load_subject(library, correction.subject.utterance.id, correction.subject.layer)
    from dataclasses import replace

    reading = HEARD.replace("cooper netties", "copper net ease")
    correction.add_readings(replace(more, readings=(HEARD, reading)))
    assert [choice.text for choice in correction.choices] == ["Kubernetes", "copper net ease", reading]


def test_a_text_without_words_has_nothing_current(library):
    correction = begin(library, "…")
    assert (correction.current, correction.stretch, correction.times) == ("", (0, 0), None)
    correction.move(1)
    correction.edit("well")
    correction.end_typing(0)
    assert correction.current == "well"


def test_what_was_heard_follows_the_words_whatever_became_of_them():
    words = (Word("twenty", 0.0, 0.4, 0.5), Word("five", 0.5, 0.8, 0.7), Word("men", 0.9, 1.2, 1.0))
    number, men, nothing = heard_words("25 men came", words)
    assert (number.start, number.end, number.probability) == (0.0, 0.8, pytest.approx(0.6))
    assert (men, nothing) == (words[2], None)
    assert heard_words("25 men", ()) == [None, None]


def test_a_command_is_not_what_was_said_last(library):
    assert last_said(library) is None
    said = dictate(library, "We deploy on Friday.", raw_text="we deploy on friday")
    dictate(library, "scratch that", seed=1, raw_text="scratch that")
    dictate(library, "correct that", seed=2, raw_text="correct that")
    assert last_said(library) == said
    dictate(library, "Correct on Friday.", seed=3, raw_text="correct on friday")
    dictate(library, "Choose 3.", seed=4, raw_text="choose three")
    assert last_said(library) == said
    other = dictate(library, "Correct the report.", seed=5, raw_text="correct the report")
    assert last_said(library) == other, "there is no report to be corrected: it is text"
