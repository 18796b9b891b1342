"""One training from the user's side: what it would learn from, the job, the child, and the model that comes out.

The library is open only for moments, so that dictation goes on while a model is trained.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import filelock

from engine.audio.ring import Samples
from engine.errors import ChildError
from engine.jobs import estimate
from engine.jobs.child import Event, Outcome, TrainerChild, require_trainer
from engine.jobs.history import last_training
from engine.jobs.make import Material, collect, count_looks, make_job, new_model_id
from engine.jobs.readiness import Readiness, assess
from engine.jobs.result import close_job, discard, install_candidate, unfinished_job
from engine.jobs.schedule import LastTraining
from engine.jobs.spec import JobSpec
from engine.learning.fit import find_unscored, score_all, store_scores
from engine.library.library import Library
from engine.library.manifests import read_manifests
from engine.models.registry import Registry
from engine.paths import GENERAL_SPEECH, Home
from engine.settings import Settings
from engine.settings.declarations import OTHER_SPEECH, SETTINGS
from engine.speech.wire import ModelChoice, Scoring
from engine.speech.worker_client import RecogniserClient

LEARNT = 0.7  # of what is corrected; the rest is kept to choose by and to test

Listener = Callable[[Event], None]


@dataclass(frozen=True)
class Offer:
    """What could be trained now, on which base, and about how long it takes on the processor (seconds)."""

    base: str
    readiness: Readiness
    material: Material
    seconds: float


class Personalization:
    """Trainings of one home. `library` is its library where that is open already: only one can write."""

    def __init__(self, home: Home, registry: Registry, library: Library | None = None) -> None:
        self._home = home
        self._registry = registry
        self._library = library

    def offer(self, base: str | None = None) -> Offer:
        """Look at the library; the base is the active model if none is named.

        Raises:
            StorageError: the library is empty or damaged.
            ModelError: the base is not installed.
        """
        installed = self._registry.get(base) if base else self._registry.active()
        with self._opened(writable=False) as library:
            with library.database.reading() as connection:
                rows = connection.execute("SELECT text FROM term WHERE enabled = 1 ORDER BY id").fetchall()
            material = collect(library, [row["text"] for row in rows])
        readiness = assess(material.pairs)
        return Offer(installed.id, readiness, material, self._seconds(installed.id, readiness))

    def check_texts(self, base: str | None = None, progress: Callable[[int, int], None] = lambda n, of: None) -> int:
        """Have the base listen to the pairs that nobody has checked yet; returns how many texts do not fit.

        Raises:
            StorageError: the library is empty or damaged.
            ModelError: the base is not installed or does not work.
        """
        with self._opened(writable=False) as library:
            unscored = find_unscored(library)
        if not unscored:
            return 0
        installed = self._registry.get(base) if base else self._registry.active()
        with RecogniserClient(ModelChoice(installed.folder)) as client:

            def score(samples: Samples, texts: Sequence[str]) -> list[float]:
                return [one.mean for one in client.score(Scoring(samples, tuple(texts))).result()]

            scored = score_all(unscored, score, progress)
        with self._opened() as library:
            store_scores(library, scored)
        return sum(not one.fits for one in scored)

    def unfinished(self) -> Path | None:
        """A job that was interrupted."""
        return unfinished_job(self._home)

    def last(self) -> LastTraining | None:
        """How the newest training ended.

        Raises:
            StorageError: the library is missing or damaged.
        """
        with self._opened(writable=False) as library:
            return last_training(self._home, library)

    def prepare(self, offer: Offer, folder: Path | None = None, others: Path | None = None) -> Path:
        """Make the job: in `folder`, whole, to be run elsewhere; else among this home's own.

        `others` are recordings of other people to test on too; those of the settings where none are named.

        Raises:
            AttuneError: see `make_job`.
        """
        if folder is None:
            require_trainer()
        used = [record.id for record in (*offer.material.pairs, *offer.material.unedited)]
        tested = [record.id for record in offer.material.pairs if record.split == "test"]
        with self._opened() as library:
            with library.database.reading() as connection:
                runs = {row["id"] for row in connection.execute("SELECT id FROM training_run")}
            model = new_model_id(offer.base, lambda one: one in runs or self._is_taken(one))
            looks = count_looks(library, [*tested, *(record.id for record in offer.material.gold)])
            library.runs.begin(model, offer.base, used)
        spec = JobSpec(model_id=model, base="", base_model="", manifests={}, looks=looks)
        place = folder or self._home.jobs / model
        try:
            make_job(
                place,
                offer.material,
                self._registry,
                offer.base,
                spec,
                whole=folder is not None,
                others=others or self.other_speech(),
            )
        except BaseException:
            self._note(model, Outcome("failed", "the job could not be made"))
            if folder is None:
                discard(place)
            raise
        return place

    def other_speech(self) -> Path | None:
        """The user's own recordings of other people, as the settings name them."""
        chosen = Settings(self._home.settings, SETTINGS).get(OTHER_SPEECH)
        return Path(chosen).expanduser() if chosen else None

    def run(self, job: Path, listen: Listener, started: Callable[[TrainerChild], None]) -> Outcome:
        """Train to the end, install and activate what is proven better. An interrupted job stays as it is.

        `started` gets the child, so that it can be cancelled.

        Raises:
            AttuneError: the trainer is not installed, another process runs this job, or the accepted model cannot be
                installed.
        """
        require_trainer()
        spec = JobSpec.load(job)
        with _alone(job), TrainerChild(job) as child:
            started(child)
            for event in child.events():
                listen(event)
            outcome = child.outcome()
        if outcome.accepted:
            outcome = replace(outcome, model=install_candidate(self._registry, job).id)
        if not outcome.can_go_on:
            close_job(job, outcome)
            self._note(spec.model_id, outcome)
        return outcome

    def give_up(self, job: Path) -> None:
        """Remove an interrupted job."""
        self._note(JobSpec.load(job).model_id, Outcome("failed", "given up"))
        discard(job)

    def _opened(self, *, writable: bool = True) -> AbstractContextManager[Library]:
        return nullcontext(self._library) if self._library else Library(self._home, writable=writable)

    def _note(self, run: str, outcome: Outcome) -> None:
        said = outcome.verdict if outcome.kind == "refused" else outcome.kind
        with self._opened() as library:
            library.runs.finish(run, said or outcome.kind, outcome.model, outcome.report)

    def _is_taken(self, model: str) -> bool:
        return self._registry.folder(model).exists() or (self._home.jobs / model).exists()

    def _seconds(self, base: str, readiness: Readiness) -> float:
        checkpoint = self._registry.checkpoint(base)
        if checkpoint is None:
            return 0.0
        size = estimate.model_size(checkpoint)
        pairs = LEARNT * readiness.minutes
        learnt = pairs * 60 * estimate.small_model_epochs(pairs) / estimate.small_model_own_share(pairs)
        read = 60 * readiness.minutes * 4 + 2 * _general_seconds()
        work = estimate.Work(learnt, read, decoder_only=size.parameters > 30_000_000)
        return estimate.estimate_seconds(size, work, estimate.processor_speed())


@cache
def _general_seconds() -> float:
    """Of bundled speech that the gate reads."""
    found = read_manifests(GENERAL_SPEECH) if GENERAL_SPEECH.is_dir() else []
    return sum(pair.record.duration for pair in found)


@contextmanager
def _alone(job: Path) -> Iterator[None]:
    """Two trainers in one job would spoil each other's checkpoints."""
    try:
        with filelock.FileLock(job / "lock", timeout=0, mode=0o600):
            yield
    except filelock.Timeout:
        raise ChildError("This training runs already, in another Attune.", "Wait for it, or stop it there.") from None
