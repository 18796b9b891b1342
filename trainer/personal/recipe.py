"""How a personal model is trained: chosen from the minutes of speech, the size of the base, and the device.

The values are starting points from published recipes (see `choose_recipe`), not measured optima.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Literal, get_args

from engine.errors import InputError
from engine.jobs.estimate import LITTLE, small_model_epochs

Layers = Literal["all", "decoder"]
TARGETS = ("q_proj", "k_proj", "v_proj", "out_proj", "fc1", "fc2")
TINY = 30_000_000  # parameters: smaller models learn at higher rates, and in minutes on a processor
MEDIUM = 500_000_000  # from here on half the rate
OWN_UPDATES = 190  # steps on the user's own pairs that a small model gets
FEW_UPDATES = 160  # from little speech
LEAST_BATCH, MOST_BATCH = 16.0, 64.0  # seconds of padded audio: about 4 and 16 utterances


@dataclass(frozen=True)
class Recipe:
    """Everything that decides what is learnt. Times in seconds, shares 0 to 1."""

    rank: int = 16
    scale: float = 2.0  # LoRA's alpha over its rank
    dropout: float = 0.05
    layers: Layers = "all"
    targets: tuple[str, ...] = TARGETS
    rate: float = 1e-4
    epochs: int = 4
    warmup: float = 0.1  # of the steps
    weight_decay: float = 0.01
    clip_norm: float = 1.0
    label_smoothing: float = 0.1
    batch_seconds: float = 64.0  # of padded audio in one step: about 16 utterances
    packed_share: float = 0.15  # of the steps: neighbours packed into full windows, with timestamps
    rehearsal_share: float = 0.2  # of the steps
    rehearsal_batch: float = 1.0  # seconds of a step of rehearsal, by `batch_seconds`
    kl_weight: float = 1.0  # on rehearsal
    acft_weight: float = 1.0  # hidden states of the base at full context; only where the base needs that context
    augment: bool = True
    variants: int = 3  # of each recording when encoder states are cached
    patience: int = 3  # evaluations without a better development WER
    alphas: tuple[float, ...] = (0.0, 0.25, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 1.0)
    # Nats a token that kept-back rehearsal speech may cost more at a scale than where it costs least, the doubt about
    # it counted in: a third of a point of WER (LOG.md).
    most_forgotten: float = 0.0145
    note: str = field(default="", compare=False)

    @property
    def own_share(self) -> float:
        """How much of the audio that is learnt from is a pass over the pairs, one utterance at a time."""
        own = 1.0 - self.rehearsal_share - self.packed_share
        return own / (own + self.rehearsal_share * self.rehearsal_batch + self.packed_share)

    def as_json(self) -> dict[str, Any]:
        """Plain data."""
        return asdict(self)


def choose_recipe(minutes: float, parameters: int, device: str) -> Recipe:
    """The recipe for so many minutes of pairs, a base of so many parameters, and a device (cpu, cuda, mps).

    Ranks, rates and epochs: LoRA on Whisper for one speaker as xjn-La-La-land/whisper-finetune-plus and
    i4Ds/whisper-finetune publish them. Rehearsal: 10 % of old data cut forgetting by a factor of 6 in CL-MASR
    (Della Libera et al. 2023, arXiv 2310.16931).
    """
    recipe = _by_minutes(minutes)
    if parameters < TINY:
        return _for_small_models(recipe, minutes)
    if parameters >= MEDIUM:
        recipe = replace(recipe, rate=recipe.rate / 2)
    if device == "cpu":
        recipe = replace(recipe, layers="decoder", packed_share=0.0, augment=False)
    return recipe


def _by_minutes(minutes: float) -> Recipe:
    if minutes < 10:
        return Recipe(rank=8, layers="decoder", epochs=4, rehearsal_share=0.3, note="a trial: under ten minutes")
    if minutes < 30:
        return Recipe(rank=8, layers="decoder", epochs=4, rehearsal_share=0.3)
    if minutes < 180:
        return Recipe(rank=16, epochs=4)
    return Recipe(rank=32, rate=7e-5, epochs=4)


def _for_small_models(recipe: Recipe, minutes: float) -> Recipe:
    """All layers at a higher rate, in updates enough that the rate can fall, however little speech there is.

    The updates come from small batches and not from many passes: a pass costs the same time whatever the batches.
    Without dropout: drawing the masks took a fifth of a step's time, and early stopping guards against learning by
    heart. Half of the steps are rehearsal: so small a model has no room to keep what it does not hear. They may be
    short, and the text alone holds it as well as the base's own predictions, which take a pass of the base; but not
    where little speech is gone over ten times (LOG.md).
    """
    little = minutes < LITTLE
    epochs = small_model_epochs(minutes)
    batch = epochs * 60 * minutes / (FEW_UPDATES if little else OWN_UPDATES)
    return replace(
        recipe,
        rank=16,
        layers="all",
        rate=1e-3,
        dropout=0.0,
        epochs=epochs,
        batch_seconds=round(min(MOST_BATCH, max(LEAST_BATCH, batch)), 1),
        packed_share=0.1 if little else 0.05,
        rehearsal_share=0.5,
        rehearsal_batch=1.0 if little else 0.5,
        kl_weight=2.0 if little else 0.0,
    )


def override(recipe: Recipe, changes: Mapping[str, Any]) -> Recipe:
    """The recipe with some fields changed.

    Raises:
        InputError: there is no such field, or the value is of the wrong kind or impossible.
    """
    known = {entry.name for entry in fields(Recipe)}
    values: dict[str, Any] = {}
    for name, value in changes.items():
        if name not in known:
            raise InputError(f"The recipe has no {name}.", f"Use one of {', '.join(sorted(known))}.")
        values[name] = _fitting(name, value, getattr(recipe, name))
    changed = replace(recipe, **values)
    _check(changed)
    return changed


def _fitting(name: str, value: Any, present: Any) -> Any:
    if isinstance(present, tuple) and isinstance(value, list | tuple):
        return tuple(value)
    if isinstance(present, float) and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if type(value) is not type(present):
        raise InputError(f"The recipe's {name} should be like {present!r}.", "Correct job.json.")
    return value


def _check(recipe: Recipe) -> None:
    if recipe.layers not in get_args(Layers):
        raise InputError(f"The recipe's layers are {recipe.layers!r}.", "Use all or decoder.")
    if not recipe.targets or not set(recipe.targets) <= set(TARGETS):
        raise InputError("The recipe names a layer that Whisper has not.", f"Use some of {', '.join(TARGETS)}.")
    if recipe.packed_share + recipe.rehearsal_share >= 1:
        raise InputError("The recipe leaves no step for the user's own pairs.", "Lower packed or rehearsal_share.")
    for name in ("rank", "epochs", "batch_seconds", "rehearsal_batch", "rate", "patience"):
        if getattr(recipe, name) <= 0:
            raise InputError(f"The recipe's {name} must be above 0.", "Correct job.json.")
