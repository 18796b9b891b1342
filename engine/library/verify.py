"""Checking the whole library, and putting right what can be put right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import PurePosixPath

from engine.errors import AudioFileError
from engine.library import pairs, stats
from engine.library.database import Database
from engine.library.entities import NewUtterance, now, stamp
from engine.library.faults import DamagedDatabaseError, storage_faults
from engine.library.ids import is_id, time_of
from engine.library.library import Library
from engine.library.recordings import Recordings, describe, tighten
from engine.library.utterances import FUTURE, ReadyUtterance, insert
from engine.library.vocabulary import recount

Progress = Callable[[int, int], None]
CHECK_INDEX = "INSERT INTO utterance_text (utterance_text, rank) VALUES ('integrity-check', 1)"
REBUILD_INDEX = "INSERT INTO utterance_text (utterance_text) VALUES ('rebuild')"
RECOVERED = "recovered"  # the session of recordings that had lost their row


@dataclass
class Report:
    """What was looked at, what was found, and what was done about it. `damage` is what stays lost."""

    utterances: int = 0
    recordings: int = 0
    repairs: list[str] = field(default_factory=list)
    damage: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether nothing is lost."""
        return not self.damage


def verify(library: Library, progress: Progress = lambda done, total: None) -> Report:
    """Check the database and the hash of every recording, both ways; mark, re-adopt and tidy up.

    Raises:
        StorageError: the disk is full or failing.
    """
    report = Report()
    with storage_faults():
        _check_database(library.database, report)
        _check_rows(library.database, library.recordings, report, progress)
        repair_orphans(library, report)
        if unfinished := library.recordings.remove_partial():
            report.repairs.append(f"removed {unfinished} half-written recordings")
        tighten(library.home.library)
    return report


def repair_orphans(library: Library, report: Report) -> None:
    """Give every recording without a row its row back: what was said is in its title tag."""
    with library.database.reading() as connection:
        known = {row[0] for row in connection.execute("SELECT audio FROM utterance WHERE audio IS NOT NULL")}
    for path in library.recordings.paths():
        if path in known:
            continue
        try:
            identifier = _adopt(library, path)
        except AudioFileError:
            report.damage.append(f"{path}: belongs to no utterance and cannot be read; left where it is")
            continue
        if identifier:
            report.recordings += 1
            report.repairs.append(f"{path}: belonged to no utterance; taken in again as {identifier}")


def _check_database(database: Database, report: Report) -> None:
    with database.reading() as connection:
        answers = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
        strays = connection.execute("PRAGMA foreign_key_check").fetchall()
    if answers != ["ok"] or strays:
        what = "; ".join(map(str, answers)) if answers != ["ok"] else "rows without their utterance"
        raise DamagedDatabaseError(
            f"The library's database is damaged: {what}.", "Restore a backup: `attune library restore BACKUP`."
        )
    # The index is derived from the text, so it is made again where the two differ.
    try:
        database.write(lambda c: c.execute(CHECK_INDEX))
    except DamagedDatabaseError:
        database.write(lambda c: c.execute(REBUILD_INDEX))
        report.repairs.append("rebuilt the search index")
    if database.write(recount):
        report.repairs.append("counted the words again")
    if database.write(stats.recount):
        report.repairs.append("counted the utterances again")


def _check_rows(database: Database, recordings: Recordings, report: Report, progress: Progress) -> None:
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT seq, id, audio, audio_sha256, audio_fault FROM utterance ORDER BY id"
        ).fetchall()
    report.utterances = len(rows)
    for number, row in enumerate(rows, start=1):
        progress(number, len(rows))
        if row["audio"] is None:
            continue
        report.recordings += 1
        fault = recordings.fault(row["audio"], row["audio_sha256"])
        if fault is not None:
            report.damage.append(f"{row['id']}: the recording {row['audio']} is {fault}; it will not train")
        elif row["audio_fault"] is not None:
            report.repairs.append(f"{row['id']}: the recording is whole again")
        if fault != row["audio_fault"]:
            database.write(partial(pairs.mark_recording, seq=row["seq"], fault=fault))


def _adopt(library: Library, path: str) -> str | None:
    """Insert the row of a recording and return its id, which is the one in its name if nobody else has it.

    None means that the recording has got its row since: it was being added.
    """
    with library.utterances.storing:
        with library.database.reading() as connection:
            if connection.execute("SELECT 1 FROM utterance WHERE audio = ?", (path,)).fetchone():
                return None
            stem = PurePosixPath(path).stem
            taken = connection.execute("SELECT 1 FROM utterance WHERE id = ?", (stem,)).fetchone()
        samples = library.recordings.read(path)
        usable = is_id(stem) and time_of(stem) <= now().timestamp() + FUTURE
        ready = ReadyUtterance(
            stem if usable and not taken else library.ids.make(),
            stamp(datetime.fromtimestamp(time_of(stem), UTC) if usable else now()),
            NewUtterance(text=library.recordings.title(path), session_id=RECOVERED),
            describe(path, library.recordings.absolute(path).read_bytes(), samples),
        )
        library.database.write(partial(insert, ready=ready))
        return ready.identifier
