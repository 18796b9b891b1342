"""Texts against sounds, scored by a model that knows which sound is whose."""

from __future__ import annotations

import zlib

import numpy as np
import pytest
from library_samples import SENTENCES, dictate, opened, sound

from engine.learning.fit import COMPANY, find_unscored, score_all, store_scores

WEAK = -6.0  # what everything scores at least, a token: nothing here is likely in itself
SURE = 1.0  # by how much a text is likelier where it was said


@pytest.fixture
def library(tmp_path):
    with opened(tmp_path) as library:
        yield library


def read(library, number, text=None, heard=None):
    """A read sentence; the model below hears `heard` in its sound, which is what stands there by default."""
    text = text or f"{SENTENCES[number % 8]} number{number}"
    identifier = dictate(library, text, seed=number, status="read")
    said[sound(2.0, number)[:8].tobytes()] = heard or text
    return identifier


said: dict[bytes, str] = {}


def score(samples, texts):
    """One nat a token likelier where the text is what is said in these samples."""
    key = next(key for key in said if np.allclose(np.frombuffer(key, np.float32), samples[:8], atol=1e-3))
    return [WEAK + SURE * (text == said[key]) + 0.01 * (zlib.crc32(key + text.encode()) % 20) for text in texts]


def check(library, **options):
    scored = score_all(find_unscored(library, **options), score)
    store_scores(library, scored)
    return scored


def test_a_text_that_was_said_elsewhere_is_quarantined_and_low_scores_alone_are_no_fault(library):
    good = [read(library, number) for number in range(COMPANY)]
    wrong = read(library, 99, "nothing of this was ever spoken here", "the boat lies on the lake")

    scored = check(library)

    assert len(scored) == COMPANY + 1
    assert [one.id for one in scored if not one.fits] == [wrong]
    assert library.utterances.get(wrong).quarantine.startswith("the text does not fit the sound")
    assert {library.utterances.get(one).quarantine for one in good} == {None}
    assert check(library) == []


def test_a_new_pair_is_scored_in_company_and_a_corrected_text_anew(library):
    first = [read(library, number) for number in range(12)]
    assert {one.id for one in check(library)} == set(first)
    new = read(library, 50)

    assert [one.id for one in check(library)] == [new]
    library.corrections.correct(first[0], "please send the reports to Hannah", "misheard")
    assert [one.id for one in check(library)] == [first[0]]
    assert {one.id for one in check(library, every=True)} == {new, *first}


def test_a_few_pairs_wait_for_more(library):
    for number in range(4):
        read(library, number)

    assert check(library) == []


def test_a_model_that_cannot_tell_quarantines_nothing(library, monkeypatch):
    monkeypatch.setitem(globals(), "SURE", 0.05)
    for number in range(16):
        read(library, number)
    wrong = read(library, 99, "nothing of this was ever spoken here", "the boat lies on the lake")

    assert {one.id for one in check(library) if not one.fits} <= {wrong}


def test_sentences_that_are_nearly_the_same_are_not_held_against_each_other(library):
    for number in range(12):
        read(library, number, "we deploy on Friday before the meeting", "we deploy on Friday before the meeting")

    assert check(library) == []
