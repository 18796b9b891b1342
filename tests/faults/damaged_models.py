"""Damaged and hostile model folders: none is activated, none kills the program, none runs code.

    python tests/faults/damaged_models.py [--count 10000] [--seed 1]

Each trial damages a copy of an installed model and asks the registry to activate it. In one trial of fifty the manifest
is written anew over the damage, as an attacker would, so that the structure check and the child that decodes the check
recording have to find it. Weights that were changed in a way that decodes to the same text are told apart: without the
maker's signature nobody can find those.
"""

from __future__ import annotations

import json
import os
import pickle
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from fault_figures import bound_line, parse  # noqa: E402
from model_shelf import make_finished_model, make_recording, make_starter  # noqa: E402

from engine.errors import AttuneError  # noqa: E402
from engine.models.card import Card, Golden  # noqa: E402
from engine.models.golden import run_golden  # noqa: E402
from engine.models.manifest import write_manifest  # noqa: E402
from engine.models.registry import Registry, finish_staged  # noqa: E402
from engine.paths import Home, open_home  # noqa: E402

REWRITTEN = 50  # one trial of so many has a manifest that fits the damage
GOLDEN = "golden.flac"


class Canary:
    """Unpickled, it leaves a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return os.system, (f"touch '{self.path}'",)


def truncate(folder: Path, chance: random.Random, canary: Path) -> None:
    file = _file(folder, chance)
    data = file.read_bytes()
    file.write_bytes(data[: chance.randrange(len(data))])


def flip_bits(folder: Path, chance: random.Random, canary: Path) -> None:
    file = _file(folder, chance)
    data = bytearray(file.read_bytes())
    for _ in range(chance.choice((1, 1, 8, 64))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    file.write_bytes(data)


def zero_a_stretch(folder: Path, chance: random.Random, canary: Path) -> None:
    file = _file(folder, chance)
    data = bytearray(file.read_bytes())
    start = chance.randrange(len(data))
    length = min(len(data) - start, chance.randrange(1, 4096))
    data[start : start + length] = bytes(length)
    file.write_bytes(data)


def huge_header(folder: Path, chance: random.Random, canary: Path) -> None:
    """Lengths at the start of the weights become enormous."""
    file = folder / "model.bin"
    data = bytearray(file.read_bytes())
    at = chance.randrange(0, 64)
    data[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\x00\x00\x00\x80"))
    file.write_bytes(data)


def swap_files(folder: Path, chance: random.Random, canary: Path) -> None:
    one, other = chance.sample(sorted(file for file in folder.iterdir() if file.is_file()), 2)
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def pickle_in_place(folder: Path, chance: random.Random, canary: Path) -> None:
    data = pickle.dumps(Canary(canary))
    (folder / chance.choice(("model.bin", "pytorch_model.bin", "vocabulary.json", "state.pt"))).write_bytes(data)


def link_outside(folder: Path, chance: random.Random, canary: Path) -> None:
    file = _file(folder, chance)
    file.unlink()
    file.symlink_to(chance.choice(("/etc/passwd", "/dev/zero", "../../../../etc/shadow", str(canary.parent))))


def remote_code(folder: Path, chance: random.Random, canary: Path) -> None:
    (folder / "modeling_whisper.py").write_text(f"open({str(canary)!r}, 'w').close()\n")
    config = folder / "config.json"
    known = json.loads(config.read_text()) if config.is_file() else {}
    known["auto_map"] = {"AutoModel": "modeling_whisper.WhisperModel"}
    config.write_text(json.dumps(known))


def odd_card(folder: Path, chance: random.Random, canary: Path) -> None:
    (folder / "card.json").write_text(
        chance.choice(('{"id": "../../evil"}', "[]", "{" * 5_000, '{"id": 7}', "\x00", '{"id": "x", "context": 3}'))
    )


DAMAGES: tuple[Callable[[Path, random.Random, Path], None], ...] = (
    truncate, flip_bits, zero_a_stretch, huge_header, swap_files, pickle_in_place, link_outside, remote_code, odd_card,
)  # fmt: skip


def _file(folder: Path, chance: random.Random) -> Path:
    """The weights half of the time, else any file."""
    weights = folder / "model.bin"
    files = sorted(file for file in folder.iterdir() if file.is_file() and file.stat().st_size)
    return weights if chance.random() < 0.5 and weights in files else chance.choice(files)


def make_shelf(base: Path) -> Path:
    """A home with an installed model that checks itself by decoding; returns the model's folder."""
    make_starter(base / "starter")
    registry = Registry(open_home(Home(base / "home")), starter=base / "starter")
    with registry.staging() as place:
        model = make_finished_model(place / "model", "target", seed=5)
        make_recording(model / GOLDEN)
        Card(id="target", name="Target", golden=Golden(audio=GOLDEN)).save(model)
        said = run_golden(model)
        Card(id="target", name="Target", golden=Golden(said.text, GOLDEN)).save(model)
        finish_staged(model)
        registry.install(model)
    return registry.folder("target")


def run(count: int, seed: int, base: Path) -> tuple[Counter[str], list[str]]:
    """How the trials ended, and what must not have happened."""
    chance = random.Random(seed)
    folder = make_shelf(base)
    sound = base / "sound"
    shutil.copytree(folder, sound)
    canary = base / "canary"
    ends: Counter[str] = Counter()
    faults = []
    for trial in range(count):
        shutil.rmtree(folder)
        shutil.copytree(sound, folder)
        damage = DAMAGES[trial % len(DAMAGES)]
        damage(folder, chance, canary)
        rewritten = trial % REWRITTEN == 0
        if rewritten:
            _rewrite_manifest(folder)
        registry = Registry(open_home(Home(base / "home")), starter=base / "starter")
        try:
            registry.activate("target")
        except AttuneError:
            ends["refused"] += 1
        else:
            ends["same text, maker's manifest forged" if rewritten else "activated"] += 1
            if not rewritten and not _is_whole(folder, sound):
                faults.append(f"trial {trial}: {damage.__name__} was activated")
            registry.activate("starter")
        if registry.active().id != "starter":
            faults.append(f"trial {trial}: {damage.__name__} left {registry.active().id} active")
        if canary.exists():
            faults.append(f"trial {trial}: {damage.__name__} ran code")
            canary.unlink()
    return ends, faults


def _rewrite_manifest(folder: Path) -> None:
    try:
        write_manifest(folder)
    except (AttuneError, OSError):  # a link to nowhere cannot be listed
        return


def _is_whole(folder: Path, sound: Path) -> bool:
    """Whether the damage changed nothing (a stretch of zeros may hit zeros), or only added what is never read."""
    return all((folder / file.name).read_bytes() == file.read_bytes() for file in sound.iterdir() if file.is_file())


def main() -> None:
    given = parse(__doc__ or "", 10_000)
    with tempfile.TemporaryDirectory(prefix="attune-models-") as base:
        ends, faults = run(given.count, given.seed, Path(base))
    for fault in faults[:20]:
        print(fault)
    print(f"{given.count} damaged folders: " + ", ".join(f"{number} {end}" for end, number in ends.most_common()))
    print(bound_line(given.count, len(faults)))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
