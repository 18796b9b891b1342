"""The trainings of a home, one after the other, and what became of the models that came out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.errors import InputError
from engine.jobs.report import REPORT_NAME, TestedSet, load_report
from engine.library.database import Database
from engine.models.registry import InstalledModel


@dataclass(frozen=True)
class Version:
    """One training that has ended. `model` is what came out, if it was accepted; times are ISO 8601 in UTC.

    `own` are the rates on the user's own speech, where the `report` is still there.
    """

    run: str
    ended_at: str
    base: str
    outcome: str
    model: str | None
    report: Path | None
    own: TestedSet | None = None
    installed: bool = False
    active: bool = False


def versions(database: Database, jobs: Path, installed: Sequence[InstalledModel]) -> list[Version]:
    """The trainings that came to a decision, newest first; `jobs` is the home's folder of them."""
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT id, ended_at, base, outcome, model, report FROM training_run"
            " WHERE outcome IN ('accepted', 'refused', 'not proven') AND ended_at IS NOT NULL ORDER BY ended_at DESC"
        ).fetchall()
    here = {model.id: model for model in installed}
    made = []
    for row in rows:
        report, own = _reported(Path(row["report"]) if row["report"] else None, jobs / row["id"] / REPORT_NAME)
        model = here.get(row["model"] or "")
        made.append(
            Version(
                run=row["id"],
                ended_at=row["ended_at"],
                base=row["base"],
                outcome=row["outcome"],
                model=row["model"],
                report=report,
                own=own,
                installed=model is not None,
                active=model is not None and model.active,
            )
        )
    return made


def _reported(*places: Path | None) -> tuple[Path | None, TestedSet | None]:
    """The report where it was written, or where it is since the home was moved."""
    path = next((place for place in places if place is not None and place.is_file()), None)
    if path is None:
        return None, None
    try:
        return path, load_report(path).own
    except InputError:
        return None, None
