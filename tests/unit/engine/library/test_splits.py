import itertools
from collections import defaultdict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from library_samples import dictate, opened

from engine.library.entities import NewUtterance
from engine.library.splits import STRETCH, fingerprint, near_duplicates

word = st.sampled_from(["send", "report", "anna", "server", "down", "deploy", "friday", "window", "open", "cat"])
text = st.lists(word, min_size=2, max_size=7).map(" ".join)
spoken = st.tuples(text, st.sampled_from(["s1", "s2", "s3"]), st.sampled_from([5.0, 20.0, 40.0]))


class WithoutSound:
    """Pairs whose recordings are not looked at: splits depend on texts, sessions and durations alone."""

    def __init__(self, library, monkeypatch):
        monkeypatch.setattr("engine.library.pairs.fault_of", lambda row, pair, score: None)
        self.library = library

    def add(self, text, session, seconds, status="read", **fields):
        return self.library.utterances.add(NewUtterance(text, session, duration=seconds, status=status, **fields))

    def splits(self):
        return {u.id: u.split for u in self.library.utterances.page(None)}

    def leaks(self):
        found = self.library.utterances.page(None)
        return [
            (one.text, other.text)
            for one, other in itertools.combinations([u for u in found if u.quarantine is None], 2)
            if one.split != other.split
            and near_duplicates(fingerprint(one.pair_text or ""), fingerprint(other.pair_text or ""))
        ]


@pytest.fixture
def pairs(tmp_path, monkeypatch):
    with opened(tmp_path) as library:
        yield WithoutSound(library, monkeypatch)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(spoken, min_size=1, max_size=25), st.data())
def test_nothing_leaks_and_nothing_moves(tmp_path_factory, monkeypatch, said, data):
    with opened(tmp_path_factory.mktemp("splits")) as library:
        pairs = WithoutSound(library, monkeypatch)
        before = {}
        for spoken in said:
            identifier = pairs.add(*spoken)
            if data.draw(st.booleans()):
                corrected = data.draw(text)
                if corrected != library.utterances.get(identifier).text:
                    library.corrections.correct(identifier, corrected, "misheard")
            now = pairs.splits()
            assert {key: now[key] for key, split in before.items() if split} == {k: s for k, s in before.items() if s}
            before = now
        assert pairs.leaks() == []
        for utterance in library.utterances.page(None):
            assert utterance.split or utterance.quarantine


def test_the_same_utterances_are_split_the_same_way(tmp_path, monkeypatch):
    outcomes = []
    for name in ("one", "two"):
        with opened(tmp_path / name) as library:
            pairs = WithoutSound(library, monkeypatch)
            for n in range(40):
                pairs.add(f"sentence {'abcdefgh'[n % 8]}{n} about topic {n * 7}", f"s{n // 10}", 6.0)
            outcomes.append([u.split for u in library.utterances.page(None)])
    assert outcomes[0] == outcomes[1]


def test_shares_are_kept_and_stretches_stay_together(pairs):
    for n in range(200):
        pairs.add(f"number{n} word{n * 3} thing{n * 7} item{n * 11}", f"session {n // 50}", 6.0)

    found = pairs.library.utterances.page(None)[::-1]
    seconds = defaultdict(float)
    for utterance in found:
        seconds[utterance.split] += utterance.duration
    total = sum(seconds.values())
    assert {split: round(value / total, 1) for split, value in seconds.items()} == {
        "train": 0.7,
        "dev": 0.1,
        "test": 0.2,
    }
    for session in range(4):
        own = [u.split for u in found if u.session_id == f"session {session}"]
        runs = [len(list(group)) for _, group in itertools.groupby(own)]
        assert all(run * 6.0 >= STRETCH for run in runs)


def test_near_duplicates_follow_across_sessions(pairs):
    first = pairs.add("please send the big report to Anna before noon on Friday", "s1", 40.0)
    for n in range(30):
        pairs.add(f"filler{n} words{n} here{n}", f"other {n}", 40.0)
    same_words = pairs.add("on Friday before noon please send to Anna the big report", "s2", 4.0)
    one_changed = pairs.add("Please send the big report to Anna before noon on Monday", "s3", 4.0)
    written_otherwise = pairs.add("please send the big report to ANNA, before noon on Friday!", "s4", 4.0)

    splits = pairs.splits()
    assert splits[same_words] == splits[one_changed] == splits[written_otherwise] == splits[first] == "train"


def test_who_has_near_duplicates_in_two_splits_goes_nowhere(pairs):
    pairs.add(
        "one two three four five six seven eight nine alpha",
        "s1",
        40.0,
        status="imported",
        source="read",
        split="train",
    )
    pairs.add(
        "one two three four five six seven eight nine gamma", "s2", 40.0, status="imported", source="read", split="test"
    )
    between = pairs.add("one two three four five six seven eight nine", "s3", 4.0)

    found = pairs.library.utterances.get(between)
    assert found.split is None
    assert found.quarantine == "nearly repeats a sentence of test and train"


def test_a_correction_that_would_leak_is_quarantined_and_its_split_stays(pairs):
    pairs.add("the orange cat sleeps under the table", "s1", 40.0, status="imported", source="read", split="test")
    other = pairs.add("nobody answered the telephone", "s2", 40.0, status="imported", source="read", split="train")
    pairs.library.corrections.correct(other, "the orange cat sleeps under the table", "misheard")

    found = pairs.library.utterances.get(other)
    assert (found.split, found.quarantine) == ("train", "nearly repeats a sentence of test")
    pairs.library.corrections.undo(other)
    found = pairs.library.utterances.get(other)
    assert (found.split, found.quarantine) == ("train", None)


def test_the_gold_set_never_trains_not_even_nearly(pairs):
    gold = pairs.add("the quick brown fox jumps over the dog", "s1", 5.0, gold=True)
    repeated = pairs.add("the quick brown fox jumps over the dog", "s2", 5.0)

    assert pairs.splits()[gold] == pairs.splits()[repeated] == "test"


def test_what_was_deleted_no_longer_binds(tmp_path, monkeypatch):
    from datetime import timedelta

    with opened(tmp_path) as library:
        WithoutSound(library, monkeypatch)
        identifier = dictate(library, "the quick brown fox")
        library.utterances.accept(identifier)
        library.deletions.delete([identifier])
        library.deletions.purge(timedelta(0))
        with library.database.reading() as connection:
            for table in ("sentence", "shingle"):
                assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0
