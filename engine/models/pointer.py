"""Which model is active: one small file, replaced atomically."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path

from engine.errors import ModelError
from engine.json_text import parse_json
from engine.models.durable import write_json

STARTER_ID = "starter"
KEPT_PREVIOUS = 5
STARTS_UNTIL_ROLLBACK = 2


@dataclass(frozen=True)
class Pointer:
    """The active model, the ones before it (newest first), the last that started well, failed starts in a row."""

    active: str = STARTER_ID
    previous: tuple[str, ...] = ()
    last_good: str = STARTER_ID
    failed_starts: int = 0

    def switched_to(self, model: str) -> Pointer:
        """The pointer after a switch; the model left behind becomes the first to go back to."""
        if model == self.active:
            return replace(self, failed_starts=0)
        before = (self.active, *(other for other in self.previous if other not in (model, self.active)))
        return Pointer(model, before[:KEPT_PREVIOUS], self.last_good)

    def rolled_back_to(self, model: str) -> Pointer:
        """The pointer after going back to `model`: the models that were newer are not gone back to again."""
        later = self.previous[self.previous.index(model) + 1 :] if model in self.previous else ()
        return Pointer(model, later, self.last_good)


def read_pointer(path: Path) -> Pointer:
    """Read the pointer; without the file, the starter model is active.

    Raises:
        ModelError: the file is damaged.
    """
    try:
        content = parse_json(path.read_text(encoding="utf-8"))
        pointer = Pointer(
            active=content["active"],
            previous=tuple(content["previous"]),
            last_good=content.get("last_good", STARTER_ID),
            failed_starts=content.get("failed_starts", 0),
        )
    except FileNotFoundError:
        return Pointer()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged(path) from error
    names = (pointer.active, pointer.last_good, *pointer.previous)
    if not all(isinstance(name, str) for name in names) or not isinstance(pointer.failed_starts, int):
        raise _damaged(path)
    return pointer


def write_pointer(path: Path, pointer: Pointer) -> None:
    """Replace the pointer; a crash leaves the old one or the new one."""
    write_json(path, asdict(pointer))


def _damaged(path: Path) -> ModelError:
    return ModelError(f"{path} is damaged.", "Choose the model again: attune models activate ID")
