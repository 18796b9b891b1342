"""Both roads to a personal recogniser, with what they need and cost."""

from __future__ import annotations

from dataclasses import dataclass

from engine.library.splits import SHARES
from trainer.personal.fitting import WATCHED_CLIPS
from trainer.personal.recipe import choose_recipe
from trainer.personal.train import EVALUATIONS
from trainer.planning.machines import Machine
from trainer.planning.pace import pace_on
from trainer.planning.shapes import DICTATED_SECONDS, WINDOW_SECONDS, Shape

WHISPER_HOURS, LEAST_HOURS = 680_000, 100_000  # Whisper's training data; the least the source document asks for
SCRATCH_PASSES = 3  # over the data: the order of Whisper's own
DICTATION_LEAST_HOURS = 10 / 60  # from here on a personal model can be proven
# Of the speed of bare steps: on a processor the audio is read, disturbed and turned into features by the same cores
# (tests/bench/plan.py: 0.54 to 0.9). With a GPU other cores do that.
SPEED_WITH_AUDIO = 0.75
TRANSCRIBING = (0.10, 1.00)  # dollars a minute, as the source document has it


@dataclass(frozen=True)
class Road:
    """One way. Hours of audio, FLOP, hours of computing, dollars."""

    name: str
    needed_hours: tuple[float, float]
    have_hours: float
    heard_hours: float
    flop: float
    compute_hours: float
    dollars: float

    @property
    def share(self) -> tuple[float, float]:
        """What is at hand, of the least and of the most that is needed."""
        return self.have_hours / self.needed_hours[0], self.have_hours / self.needed_hours[1]


def scratch(hours: float, shape: Shape, machine: Machine) -> Road:
    """A recogniser of speech in general, from random weights: on Whisper's own data, in 30 s windows."""
    heard = WHISPER_HOURS * SCRATCH_PASSES
    flop = heard * 3600 / WINDOW_SECONDS * shape.training(WINDOW_SECONDS)
    compute = scratch_hours(flop, machine)
    needed = (float(LEAST_HOURS), float(WHISPER_HOURS))
    return Road("from scratch", needed, hours, heard, flop, compute, machine.dollars(compute))


def scratch_hours(flop: float, machine: Machine) -> float:
    """How long so much training from scratch takes."""
    return machine.hours(flop) / (SPEED_WITH_AUDIO if machine.device == "cpu" else 1.0)


def fine_tune(hours: float, shape: Shape, machine: Machine) -> Road:
    """A personal model from a trained one: LoRA, over the real length of each utterance, with rehearsal.

    Its time is that of the training, with what is read to measure it on the way; it may end before.
    """
    recipe = choose_recipe(60 * hours, shape.parameters, machine.device or "cuda")
    heard = hours * recipe.epochs / recipe.own_share
    flop = heard * 3600 / DICTATED_SECONDS * shape.training(DICTATED_SECONDS, adapter=True)
    pace = pace_on(machine, shape, recipe)
    spoken = 3600 * hours
    watched = min(WATCHED_CLIPS, SHARES["dev"] / SHARES["train"] * spoken / DICTATED_SECONDS) + WATCHED_CLIPS
    learning = spoken * (pace.first + (recipe.epochs - 1) * pace.again)
    compute = (learning + (1 + EVALUATIONS) * watched * pace.reading) / 3600
    return Road("fine-tuning", (DICTATION_LEAST_HOURS, 10.0), hours, heard, flop, compute, machine.dollars(compute))


def recommend(hours: float) -> str:
    """Which road, and why."""
    if hours >= LEAST_HOURS:
        return f"From scratch is possible: {hours:,.0f} h is what a recogniser of speech in general takes."
    if hours < DICTATION_LEAST_HOURS:
        return (
            f"Neither yet: {60 * hours:.0f} minutes are too few to prove a personal model on. Correct what you dictate;"
            " your words are used at once, and training is worth it from 10 minutes on."
        )
    share = hours / LEAST_HOURS
    return (
        f"Fine-tuning: {hours:g} h is enough for it, and {100 * share:.2g} % of the least that training from scratch"
        " takes. From scratch a model of your hours would know your hours and nothing else."
    )
