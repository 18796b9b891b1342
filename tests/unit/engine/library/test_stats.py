import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from library_samples import SENTENCES, dictate, opened

from engine.errors import InputError
from engine.library.stats import recount
from engine.library.verify import verify

ACTIONS = ("add", "correct", "accept", "reject", "undo", "delete", "bring back", "purge", "read")


def act(library, action, known, number):
    utterances, corrections, deletions = library.utterances, library.corrections, library.deletions
    if action in ("add", "read") or not known:
        text = f"{SENTENCES[number % 8]} number{number}"
        known.append(dictate(library, text, seed=number, status="read" if action == "read" else "dictated"))
        return
    chosen = known[number % len(known)]
    {
        "correct": lambda: corrections.correct(chosen, f"so much text {number} " * (1 + number % 9), "misheard"),
        "accept": lambda: utterances.accept(chosen),
        "reject": lambda: utterances.reject(chosen),
        "undo": lambda: corrections.undo(chosen),
        "delete": lambda: deletions.delete([chosen]),
        "bring back": lambda: deletions.undo(chosen),
        "purge": lambda: deletions.purge(window=-__import__("datetime").timedelta(seconds=1)),
    }[action]()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(ACTIONS), min_size=4, max_size=14))
def test_the_figures_are_those_that_counting_gives(tmp_path_factory, actions):
    with opened(tmp_path_factory.mktemp("home")) as library:
        known: list[str] = []
        for number, action in enumerate(actions):
            try:
                act(library, action, known, number)
            except InputError:
                continue  # nothing to undo, or deleted already
        before = library.stats()

        assert library.database.write(recount) is False
        assert library.stats() == before


def test_verify_counts_again_what_was_damaged(tmp_path):
    with opened(tmp_path) as library:
        dictate(library)
        library.database.write(lambda c: c.execute("UPDATE figure SET utterances = 99"))

        assert "counted the utterances again" in verify(library).repairs
        assert library.stats().total.utterances == 1
        assert library.stats().total.minutes == pytest.approx(2 / 60)
