"""The bundled recordings of a synthetic speaker whom the starter model does not know."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.audio.decode import read_recording
from engine.audio.ring import Samples
from engine.errors import InputError
from engine.library.entities import Split
from engine.library.importing import with_development
from engine.library.manifests import read_manifests
from engine.paths import RESOURCES

DEMO_SPEECH = RESOURCES / "demo"


@dataclass(frozen=True)
class DemoRecording:
    """One recording, what is said in it, and what it is for; `test` ones are held out."""

    file: Path
    text: str
    session: str
    split: Split

    def samples(self) -> Samples:
        """The sound."""
        return read_recording(self.file)


def demo_recordings(folder: Path = DEMO_SPEECH, most: int | None = None) -> list[DemoRecording]:
    """The recordings to learn from, then the held-out ones; of each at most `most`.

    Raises:
        InputError: the folder is missing or damaged.
    """
    found = [
        DemoRecording(pair.file, pair.record.text, pair.record.session_id, pair.record.split or "train")
        for pair in with_development(read_manifests(folder))
    ]
    learn = [one for one in found if one.split != "test"][:most]
    test = [one for one in found if one.split == "test"][:most]
    if not learn or not test:
        raise InputError(f"{folder} holds nothing to learn from, or nothing held out.", "Install Attune again.")
    return learn + test
