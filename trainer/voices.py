"""The synthetic voices: which of them train, and which stand for users the starter has never heard.

espeak-ng combines an accent with a variant ("en-us+f2"); flite has a handful of voices of another kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# Kept for measurement by others: in no training, development or test of the project.
RESERVED_VARIANTS = frozenset({"m8", "f5", "whisper", "whisperf"})
RESERVED_FLITE = frozenset({"awb", "awb_time"})

# The project's own development users: never in the starter's training.
DEVELOPMENT_VARIANTS = ("m3", "f2", "Andy", "linda", "klatt2", "Gene", "steph", "rob")
DEVELOPMENT_FLITE = ("slt",)

ACCENTS = (
    "en-us",
    "en-gb",
    "en-gb-x-rp",
    "en-gb-scotland",
    "en-gb-x-gbclan",
    "en-gb-x-gbcwmd",
    "en-029",
    "en-us-nyc",
)

# Variants that sound like a person; effects such as Demonic, croak or UniRobot would only waste capacity.
TRAINING_VARIANTS = (
    "",
    "m1",
    "m2",
    "m4",
    "m5",
    "m6",
    "m7",
    "f1",
    "f3",
    "f4",
    "Alex",
    "Alicia",
    "Andrea",
    "Annie",
    "Denis",
    "Diogo",
    "Henrique",
    "Hugo",
    "Jacky",
    "Lee",
    "Marco",
    "Mario",
    "Michael",
    "Mike",
    "Nguyen",
    "RicishayMax",
    "adam",
    "anika",
    "antonio",
    "belinda",
    "benjamin",
    "boris",
    "caleb",
    "david",
    "ed",
    "edward",
    "grandma",
    "grandpa",
    "iven",
    "iven2",
    "john",
    "kaukovalta",
    "klatt",
    "klatt3",
    "klatt4",
    "marcelo",
    "max",
    "michel",
    "miguel",
    "norbert",
    "pablo",
    "paul",
    "pedro",
    "quincy",
    "robert",
    "sandro",
    "shelby",
    "travis",
    "victor",
    "zac",
)
TRAINING_FLITE = ("kal16", "rms")


@dataclass(frozen=True)
class Voice:
    """A synthetic voice. Making a reserved one is a ValueError, so that none slips into any set."""

    engine: Literal["espeak", "flite"]
    name: str  # espeak-ng: "accent" or "accent+variant"; flite: the voice's name
    weight: float = 1.0  # how often it is drawn, relative to the others

    def __post_init__(self) -> None:
        reserved = RESERVED_FLITE if self.engine == "flite" else RESERVED_VARIANTS
        if self.variant in reserved:
            raise ValueError(f"the voice {self.name} is reserved for outside measurement")

    @property
    def accent(self) -> str:
        """The accent of an espeak-ng voice, or "flite"."""
        return accent_of(self.name)

    @property
    def variant(self) -> str:
        """The variant of an espeak-ng voice, or the name of a flite voice."""
        return self.name.partition("+")[2] if self.engine == "espeak" else self.name


def accent_of(name: str) -> str:
    """The accent of the espeak-ng voice of that name, or "flite"."""
    accent = name.split("+")[0]
    return accent if accent in ACCENTS else "flite"


def espeak(accent: str, variant: str = "") -> Voice:
    """The espeak-ng voice of an accent and a variant."""
    return Voice("espeak", f"{accent}+{variant}" if variant else accent)


def basic_voices() -> tuple[Voice, ...]:
    """Eight espeak-ng voices: enough for a small recogniser that is trained within the hour."""
    return tuple(espeak(accent, variant) for accent in ("en-us", "en-gb") for variant in ("m1", "m7", "f1", "f4"))


def first_voices() -> tuple[Voice, ...]:
    """Sixteen of the training voices, spread over the accents, for the beginning of a training."""
    variants = ("m1", "m7", "f1", "f4", "", "Annie", "michel", "klatt4")
    return tuple(
        espeak(accent, variant)
        for shift in (0, 3)
        for accent, variant in zip(ACCENTS, _rotated(variants, shift), strict=True)
    )


def _rotated(items: tuple[str, ...], shift: int) -> tuple[str, ...]:
    return items[shift:] + items[:shift]


def training_voices() -> tuple[Voice, ...]:
    """Every accent with every training variant, and flite's two, drawn about one time in ten."""
    formant = [espeak(accent, variant) for accent in ACCENTS for variant in TRAINING_VARIANTS]
    share = 0.1 / 0.9 * len(formant) / len(TRAINING_FLITE)
    return tuple(formant) + tuple(Voice("flite", name, share) for name in TRAINING_FLITE)


def development_voices() -> tuple[Voice, ...]:
    """The voices of the development users, unknown to the starter."""
    formant = [espeak(accent, variant) for accent, variant in zip(ACCENTS, DEVELOPMENT_VARIANTS, strict=True)]
    return tuple(formant) + tuple(Voice("flite", name) for name in DEVELOPMENT_FLITE)
