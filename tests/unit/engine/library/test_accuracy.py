from __future__ import annotations

from datetime import UTC, datetime

from library_samples import dictate, opened

from engine.library.accuracy import accuracy_by_week


def test_wrong_words_are_counted_by_week_and_model(tmp_path):
    monday, later = datetime(2026, 11, 2, 12, tzinfo=UTC), datetime(2026, 11, 12, 12, tzinfo=UTC)
    with opened(tmp_path) as library:
        first = dictate(library, "send it to collin now", model="starter", created_at=monday, seed=1)
        second = dictate(library, "the rain falls", model="starter", created_at=monday, seed=2)
        third = dictate(library, "open the window please", model="starter-personal-1", created_at=later, seed=3)
        unchecked = dictate(library, "nobody looked at this", model="starter", created_at=monday, seed=4)
        library.corrections.correct(first, "send it to Kaelen now", "misheard")
        library.utterances.accept(second)
        library.utterances.accept(third)
        assert unchecked
        weeks = accuracy_by_week(library.database)
    assert [(one.week.isoformat(), one.model, one.errors, one.words, one.utterances) for one in weeks] == [
        ("2026-11-02", "starter", 1, 8, 2),
        ("2026-11-09", "starter-personal-1", 0, 4, 1),
    ]
    assert weeks[0].per_hundred == 12.5
