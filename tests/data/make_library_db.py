"""Makes tests/data/library-vN.db with the schema of the present version N:  python tests/data/make_library_db.py

A file that shipped is kept as it is: it shows that old libraries still open. Run this once for each new version.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent), str(HERE.parent / "support")]


def main() -> None:
    from library_samples import SENTENCES, dictate, opened

    from engine.library.migrations import MIGRATIONS
    from engine.records import Hypothesis, Word

    target = HERE / f"library-v{len(MIGRATIONS)}.db"
    assert not target.exists(), f"{target} has shipped"
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as library:
        words = tuple(Word(text, n * 0.3, n * 0.3 + 0.2, 0.9) for n, text in enumerate(SENTENCES[0].split()))
        first = dictate(
            library, words=words, hypotheses=(Hypothesis(SENTENCES[0], -0.2, (1, 2)),), app="editor", model="tiny"
        )
        library.corrections.correct(first, "please send the report to Hannah")
        library.utterances.accept(dictate(library, SENTENCES[1], seed=1))
        dictate(library, SENTENCES[2], seed=2, status="read")
        dictate(library, SENTENCES[3], seed=3)
        library.runs.begin("run-1", "tiny", [first])
        library.runs.finish("run-1", "accepted", "personal-1")
        with library.database.reading() as reader, closing(sqlite3.connect(target)) as writer:
            reader.backup(writer)
            writer.execute("PRAGMA journal_mode = DELETE").fetchall()


if __name__ == "__main__":
    main()
