"""The installed models: install, activate, roll back, verify, remove. Nothing is ever changed in place.

Every change is a rename of something complete: a model appears under its name, or in the trash, at once, and the
pointer names the old model or the new one. A crash leaves at most a hidden staging folder, swept up later.
"""

from __future__ import annotations

import contextlib
import errno
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import filelock

from engine.errors import AttuneError, InputError, ModelError, ModelFolderError, StorageError
from engine.models.card import CARD_NAME, Card
from engine.models.durable import move, sync_folder, sync_tree
from engine.models.golden import check_golden
from engine.models.manifest import CHECKPOINT_FOLDER, MANIFEST_NAME, verify_manifest, write_manifest
from engine.models.pointer import STARTER_ID, STARTS_UNTIL_ROLLBACK, Pointer, read_pointer, write_pointer
from engine.models.structure import check_structure
from engine.paths import STARTER_MODEL, Home, make_private_folder

STAGING = ".staging-"
STAGING_SECONDS = 24 * 3600  # an older staging folder belongs to nobody any more
TRASH = "trash"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_RESERVED = {STARTER_ID, TRASH, "active.json"}

DISK_FAULTS = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}

Check = Callable[[Path, Card], object]


@dataclass(frozen=True)
class InstalledModel:
    """A model that is on this machine."""

    id: str
    folder: Path
    card: Card
    active: bool

    @property
    def size_bytes(self) -> int:
        """What the model's own files take, without the checkpoint it was converted from."""
        return sum(file.stat().st_size for file in self.folder.iterdir() if file.is_file())


class Registry:
    """The models of one home. `check` is the golden check, which runs before a model becomes active."""

    def __init__(self, home: Home, *, starter: Path = STARTER_MODEL, check: Check = check_golden) -> None:
        self._root = home.models
        self._starter = starter
        self._check = check

    def installed(self) -> list[InstalledModel]:
        """The starter model, where it is there, then the installed ones by id."""
        return [self.get(model) for model in self._ids()]

    def active(self) -> InstalledModel:
        """The model to dictate with.

        Raises:
            ModelError: it is not there any more, or the pointer is damaged.
        """
        return self.get(self.pointer().active)

    def get(self, model: str) -> InstalledModel:
        """An installed model by id.

        Raises:
            ModelError: it is not installed.
        """
        folder = self.folder(model)
        if not folder.is_dir():
            raise ModelError(f"The model {model} is not installed.", "See: attune models list")
        return InstalledModel(model, folder, self._card(model), self._is_active(model))

    def folder(self, model: str) -> Path:
        """Where the model of this id is, or would be.

        Raises:
            InputError: this cannot be the id of a model.
        """
        if model == STARTER_ID:
            return self._starter / "ctranslate2"
        if not _ID.fullmatch(model) or model in _RESERVED:
            raise InputError(f"{model!r} cannot be the id of a model.", "Use letters, digits, dots and dashes.")
        return self._root / model

    def checkpoint(self, model: str) -> Path | None:
        """The Hugging Face checkpoint the model was converted from, which training starts from, if it was kept."""
        folder = (self._starter if model == STARTER_ID else self.folder(model)) / CHECKPOINT_FOLDER
        return folder if (folder / "config.json").is_file() else None

    def pointer(self) -> Pointer:
        """Which model is active, and which were before.

        Raises:
            ModelError: the pointer file is damaged.
        """
        return read_pointer(self._pointer_file)

    @contextlib.contextmanager
    def staging(self) -> Iterator[Path]:
        """An empty private folder beside the models, to build one in; it goes away unless it was installed."""
        make_private_folder(self._root)
        self._sweep()
        place = Path(tempfile.mkdtemp(dir=self._root, prefix=STAGING))
        try:
            with _disk_faults_said():
                yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)

    def install(self, staged: Path) -> InstalledModel:
        """Install the complete folder `staged` (from `staging`) under its card's id. It is not activated.

        Raises:
            ModelFolderError: its files do not fit together.
            ModelError: a model of this id is installed already, or its files do not match its manifest.
        """
        card = Card.load(staged)
        destination = self.folder(card.id)
        check_structure(staged)
        verify_manifest(staged)
        if (staged / CHECKPOINT_FOLDER).exists():
            verify_manifest(staged / CHECKPOINT_FOLDER)
        sync_tree(staged)
        with self._locked():
            self.refuse_installed(card.id)
            move(staged, destination)
        return self.get(card.id)

    def refuse_installed(self, model: str) -> None:
        """Raise if a model of this id is there already: installing never replaces one.

        Raises:
            ModelError: it is installed.
        """
        if self.folder(model).exists() or model == STARTER_ID:
            raise ModelError(f"The model {model} is installed already.", f"First: attune models remove {model}")

    def activate(self, model: str) -> InstalledModel:
        """Check the model (manifest, then golden recording in a child process), then make it the active one.

        Raises:
            ModelError: it is not installed, or damaged; the active model stays what it was.
        """
        installed = self.get(model)
        self.verify(model)
        self._check(installed.folder, installed.card)
        with self._locked():
            self._point(self._pointer_or_new().switched_to(model))
        return replace(installed, active=True)

    def rollback(self) -> InstalledModel:
        """Go back to the model that was active before; at the end of the line that is the starter.

        Raises:
            ModelError: there is no earlier model that is still installed and whole.
        """
        with self._locked():
            pointer = self.pointer()
            target = self._earlier(pointer)
            if target is None:
                raise ModelError("There is no earlier model to go back to.", "See: attune models list")
            self._point(pointer.rolled_back_to(target))
        return self.active()

    def verify(self, model: str) -> None:
        """Compare the model, and its checkpoint if it was kept, with their manifests.

        Raises:
            ModelError: the first difference.
        """
        verify_manifest(self.get(model).folder)
        checkpoint = self.checkpoint(model)
        if checkpoint is not None:
            verify_manifest(checkpoint)

    def remove(self, model: str) -> None:
        """Move the model to the trash; `restore` brings it back until the next good start.

        Raises:
            ModelError: it is not installed, or it is active, or the one to fall back on.
            InputError: it is the starter model.
        """
        if model == STARTER_ID:
            raise InputError("The starter model belongs to Attune and stays.")
        folder = self.folder(model)
        with self._locked():
            if not folder.is_dir():
                raise ModelError(f"The model {model} is not installed.", "See: attune models list")
            pointer = self._pointer_or_new()
            if model == pointer.active:
                raise ModelError(f"The model {model} is active.", "First activate another: attune models activate ID")
            if model in self._kept(pointer):
                raise ModelError(
                    f"The model {model} is the one Attune falls back on.",
                    "First use another model, so that there is a newer good one.",
                )
            trash = make_private_folder(self._root / TRASH)
            shutil.rmtree(trash / model, ignore_errors=True)
            move(folder, trash / model)

    def kept(self) -> frozenset[str]:
        """The models that cannot be removed: the active one, those Attune falls back on, and the starter."""
        return self._kept(self.pointer())

    def restore(self, model: str) -> InstalledModel:
        """Take a removed model out of the trash.

        Raises:
            ModelError: it is not in the trash, or a model of this id has been installed since.
        """
        destination = self.folder(model)
        with self._locked():
            removed = self._root / TRASH / model
            if not removed.is_dir():
                raise ModelError(f"The model {model} is not in the trash.", "See: attune models list")
            self.refuse_installed(model)
            move(removed, destination)
        return self.get(model)

    def note_start_succeeded(self, model: str) -> None:
        """The live session loaded the model: it is the last good one now, and the trash can go."""
        with self._locked():
            pointer = self._pointer_or_new()
            if model == pointer.active and (pointer.last_good != model or pointer.failed_starts):
                self._point(replace(pointer, last_good=model, failed_starts=0))
            shutil.rmtree(self._root / TRASH, ignore_errors=True)

    def note_start_failed(self, model: str) -> InstalledModel | None:
        """The live session could not load the model. After the second failure in a row Attune goes back.

        Returns the model that is active instead from now on, or None if it stays.
        """
        with self._locked():
            pointer = self._pointer_or_new()
            if model != pointer.active:
                return None
            failed = replace(pointer, failed_starts=pointer.failed_starts + 1)
            target = self._earlier(pointer) if failed.failed_starts >= STARTS_UNTIL_ROLLBACK else None
            self._point(failed if target is None else pointer.rolled_back_to(target))
        return None if target is None else self.active()

    def _is_active(self, model: str) -> bool:
        try:
            return model == self.pointer().active
        except ModelError:  # a damaged pointer: no model is active until one is chosen
            return False

    def _card(self, model: str) -> Card:
        """The model's card; a damaged one still has to be listed, and is refused when it is verified."""
        try:
            return Card.load(self.folder(model))
        except ModelFolderError:
            return Card(id=model, name=f"{model} (damaged)")

    def _ids(self) -> list[str]:
        ids = [STARTER_ID] if (self._starter / "ctranslate2" / CARD_NAME).is_file() else []
        if self._root.is_dir():
            ids += sorted(entry.parent.name for entry in self._root.glob(f"*/{MANIFEST_NAME}"))
        return [model for model in ids if not model.startswith(".")]

    def _earlier(self, pointer: Pointer) -> str | None:
        """The model to go back to: the newest earlier one that is whole, the last good one, or the starter."""
        for model in (*pointer.previous, pointer.last_good, STARTER_ID):
            if model != pointer.active:
                with contextlib.suppress(AttuneError):
                    self.verify(model)
                    return model
        return None

    def _kept(self, pointer: Pointer) -> frozenset[str]:
        earlier = self._earlier(pointer)
        return frozenset({STARTER_ID, pointer.active, pointer.last_good, *([earlier] if earlier else [])})

    @property
    def _pointer_file(self) -> Path:
        return self._root / "active.json"

    def _point(self, pointer: Pointer) -> None:
        write_pointer(self._pointer_file, pointer)

    def _pointer_or_new(self) -> Pointer:
        """The pointer; a damaged one is set aside, because choosing a model must always be possible."""
        try:
            return self.pointer()
        except ModelError:
            move(self._pointer_file, self._pointer_file.with_name("active.json.damaged"))
            return Pointer()

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        make_private_folder(self._root)
        try:
            with _disk_faults_said(), filelock.FileLock(self._root / ".lock", timeout=30, mode=0o600):
                yield
        except filelock.Timeout:
            raise ModelError("Another Attune is changing the models.", "Wait for it, then try again.") from None

    def _sweep(self) -> None:
        """Remove what a crash left behind long ago."""
        oldest = time.time() - STAGING_SECONDS
        for leftover in self._root.glob(f"{STAGING}*"):
            if leftover.stat().st_mtime < oldest:
                shutil.rmtree(leftover, ignore_errors=True)


@contextlib.contextmanager
def _disk_faults_said() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in DISK_FAULTS:
            raise
        raise StorageError(f"The model cannot be stored: {error.strerror}.", "Free some space.") from error


def finish_staged(staged: Path) -> None:
    """Describe a staged model, and its checkpoint, by manifests: the last step before `Registry.install`."""
    if (staged / CHECKPOINT_FOLDER).exists():
        write_manifest(staged / CHECKPOINT_FOLDER)
    write_manifest(staged)
    sync_folder(staged)
