"""What the fast layer of learning gives before any training. See README.md.

A development user dictates sixty sentences with forty rare terms: each term once in the first twenty, which are then
corrected, and once more in another sentence. Counted are the terms that come out wrong in the remaining forty, and
terms that come out in a hundred ordinary sentences where nobody said them.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jiwer
import numpy as np
from simulated_hearing import Heard, SimulatedHearing

from engine.learning.confidence import calibrate
from engine.learning.fast_layer import FastLayer
from engine.learning.learn import learn
from engine.learning.second_look import Ear
from engine.learning.textwords import contains, keys_in
from engine.library.entities import NewUtterance
from engine.library.library import Library
from engine.paths import STARTER_MODEL, Home
from engine.records import SAMPLE_RATE, Hypothesis
from engine.speech.results import Score
from trainer.synthesise import synthesise
from trainer.text.basic import sentences
from trainer.text.grammar import generate
from trainer.text.inflection import choose_articles
from trainer.text.users import Term, user_ids, user_terms
from trainer.voices import development_voices

if TYPE_CHECKING:
    from engine.speech.whisper import Recogniser

ORDINARY = 100
NAMES = r"\b(Anna|Clara|Daniel|Emma|Frank|Grace|Henry|Julia|Kevin|Laura|Nora|Oscar|Rachel|Susan|Thomas|Victor)\b(?!')"
MARGIN = int(0.2 * SAMPLE_RATE)  # of silence around a sentence
Hear = Callable[["Sentence", Sequence[str]], Heard]


@dataclass(frozen=True)
class Sentence:
    """As it is written, as a synthesiser reads it, and the terms in it."""

    text: str
    spoken: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """What a user dictates."""

    first: list[Sentence]
    later: list[Sentence]
    ordinary: list[Sentence]
    terms: list[Term]


@dataclass
class Outcome:
    """What one way to use the fast layer gives for one user."""

    user: str
    way: str
    terms_wrong: int = 0
    terms: int = 0
    false_insertions: int = 0
    ordinary_changed: int = 0
    later_wer: float = 0.0
    ordinary_wer: float = 0.0


def make_plan(user: str, seed: int, *, basic: bool = False) -> Plan:
    """Twenty sentences of two terms each, forty of one, in contexts that do not come twice; ordinary ones.

    With `basic` the contexts, and the ordinary sentences, are held-out ones of the starter's own small grammar.
    """
    source = random.Random(f"{user} {seed}")
    terms = list(user_terms(user))
    source.shuffle(terms)
    frames = _basic_frames(2 * len(terms), seed) if basic else []
    contexts = {term.text: [frames.pop(), frames.pop()] if basic else source.sample(term.contexts, 2) for term in terms}

    def put(term: Term, which: int) -> Sentence:
        context = contexts[term.text][which]
        text, spoken = (choose_articles(context.replace("{term}", word)) for word in (term.text, term.spoken))
        return Sentence(text[0].upper() + text[1:], spoken[0].upper() + spoken[1:], (term.text,))

    first = [_joined(put(one, 0), put(other, 0)) for one, other in zip(terms[::2], terms[1::2], strict=True)]
    texts = sentences(ORDINARY, seed + 1, held_out=True) if basic else generate(ORDINARY, seed, split="dev")
    ordinary = [Sentence(text, text) for text in texts]
    return Plan(first, [put(term, 1) for term in terms], ordinary, terms)


def _basic_frames(count: int, seed: int) -> list[str]:
    """Sentences with a name in them, in whose place a term can stand."""
    name = re.compile(NAMES)
    found = [name.sub("{term}", text, count=1) for text in sentences(40 * count, seed, held_out=True)]
    return list(dict.fromkeys(text for text in found if "{term}" in text))[:count]


def measure(
    user: str, plan: Plan, hear: Hear, home: Home, evidence: list[dict[str, Any]] | None = None
) -> tuple[list[Outcome], dict[str, Any]]:
    """Dictate, correct, learn, and dictate on, in every way to use the layer; `evidence` takes what was weighed."""
    with Library(home) as library:
        session = library.utterances.start_session()
        first_wrong = 0
        for sentence in plan.first:
            heard = hear(sentence, ())
            said = " ".join(word.text for word in heard.words)
            first_wrong += sum(not contains(keys_in(said), keys_in(term)) for term in sentence.terms)
            kept = library.utterances.add(
                NewUtterance(said or "nothing", session, duration=5.0, words=heard.words, hypotheses=heard.hypotheses)
            )
            assert kept is not None
            if said != sentence.text:
                library.corrections.correct(kept, sentence.text, "misheard")
            else:
                library.utterances.accept(kept)
        learnt = learn(library)
        layer = FastLayer.load(library)
        reliability = calibrate(library)
    plain = {id(one): hear(one, ()) for one in (*plan.later, *plan.ordinary)}
    prompts = {id(one): layer.prompt_terms() for one in (*plan.later, *plan.ordinary)}
    prompted = {key: plain[key] for key in plain}
    if getattr(hear, "prompts", True):
        prompted = {id(one): hear(one, prompts[id(one)]) for one in (*plan.later, *plan.ordinary)}
    ways: dict[str, tuple[dict[int, Heard], Callable[[Heard], str]]] = {
        "no fast layer": (plain, _as_heard),
        "rules": (plain, lambda heard: layer.apply_rules(_as_heard(heard))[0]),
        "rules, sound, N-best": (plain, lambda heard: layer.rewrite(heard.words, heard.hypotheses).text),
    }
    if ears := getattr(hear, "ear", None):
        ways["with a second look"] = plain, lambda heard: layer.rewrite(heard.words, heard.hypotheses, ears(heard)).text
        ways["prompt alone"] = prompted, _as_heard
        ways["prompt, second look"] = (
            prompted,
            lambda heard: layer.rewrite(heard.words, heard.hypotheses, ears(heard)).text,
        )
        if evidence is not None:
            evidence += _evidence(user, layer, plan, plain, ears)
    outcomes = [_count(user, way, plan, said, write) for way, (said, write) in ways.items()]
    about = {
        "user": user,
        "first_terms_wrong": first_wrong,
        "new_terms": len(learnt.terms),
        "active_rules": len(learnt.rules),
        "judged_words": reliability.words,
        "calibration_error": [reliability.error_before, reliability.error_after],
    }
    return outcomes, about


def _evidence(
    user: str, layer: FastLayer, plan: Plan, said: dict[int, Heard], ears: Callable[[Heard], Ear]
) -> list[dict[str, Any]]:
    """Each proposal of a second look with what speaks for it, and whether it is right."""
    rows = []
    for sentence in (*plan.later, *plan.ordinary):
        heard = said[id(sentence)]
        text = _as_heard(heard)
        for one in layer.proposals(text, heard.words, layer.apply_rules(text)[1], ears(heard)):
            right = contains(keys_in(sentence.text), keys_in(one.applied.written))
            features = {name: value for name, value in vars(one).items() if name != "applied"}
            rows.append({"user": user, "text": text, **vars(one.applied), **features, "right": right})
    return rows


def _count(user: str, way: str, plan: Plan, said: dict[int, Heard], write: Callable[[Heard], str]) -> Outcome:
    outcome = Outcome(user, way)
    wanted = {keys_in(term.text) for term in plan.terms}
    written = {id(one): write(said[id(one)]) for one in (*plan.later, *plan.ordinary)}
    for sentence in plan.later:
        keys = keys_in(written[id(sentence)])
        outcome.terms += len(sentence.terms)
        outcome.terms_wrong += sum(not contains(keys, keys_in(term)) for term in sentence.terms)
        own = {keys_in(term) for term in sentence.terms}
        outcome.false_insertions += sum(contains(keys, term) for term in wanted - own if not _part_of(term, own))
    for sentence in plan.ordinary:
        keys = keys_in(written[id(sentence)])
        outcome.false_insertions += sum(contains(keys, term) for term in wanted)
        outcome.ordinary_changed += written[id(sentence)] != _as_heard(said[id(sentence)])
    outcome.later_wer = _wer(plan.later, written)
    outcome.ordinary_wer = _wer(plan.ordinary, written)
    return outcome


def _part_of(term: Sequence[str], others: set[tuple[str, ...]]) -> bool:
    return any(contains(other, term) for other in others)


def _wer(sentences: Sequence[Sentence], written: dict[int, str]) -> float:
    truth = [" ".join(keys_in(one.text)) for one in sentences]
    return float(jiwer.wer(truth, [" ".join(keys_in(written[id(one)])) for one in sentences]))


def _as_heard(heard: Heard) -> str:
    return " ".join(word.text for word in heard.words)


def _joined(one: Sentence, other: Sentence) -> Sentence:
    return Sentence(f"{one.text} {other.text}", f"{one.spoken} {other.spoken}", one.terms + other.terms)


class ModelHearing:
    """A model, and a development voice that reads to it."""

    prompts = True

    def __init__(self, folder: Path, user: str, threads: int | None) -> None:
        from engine.speech.options import RecogniserOptions
        from engine.speech.whisper import Recogniser

        self._recogniser = Recogniser.load(folder, RecogniserOptions(threads=threads, language="en"))
        self._voice = development_voices()[user_ids().index(user)]
        self._spoken: dict[str, np.ndarray] = {}
        self._samples: dict[int, np.ndarray] = {}
        self._kept: list[Heard] = []

    def __call__(self, sentence: Sentence, vocabulary: Sequence[str]) -> Heard:
        from engine.speech.options import DecodeOptions
        from engine.speech.utterance import recognise

        if sentence.spoken not in self._spoken:
            sound = synthesise(sentence.spoken, self._voice)
            self._spoken[sentence.spoken] = np.pad(sound, MARGIN).astype(np.float32)
        options = DecodeOptions(hypotheses=5, vocabulary=tuple(vocabulary))
        said = recognise(self._recogniser, self._spoken[sentence.spoken], options, adaptive=False)
        heard = Heard(said.hypotheses, said.words)
        self._samples[id(heard)] = self._spoken[sentence.spoken]
        self._kept.append(heard)  # so that its id stays its own
        return heard

    def ear(self, heard: Heard) -> Ear:
        """What was heard, to be heard again."""
        return BenchEar(self._recogniser, self._samples[id(heard)])


class BenchEar:
    """As `engine.session.second_ear.SecondEar`, without a child."""

    def __init__(self, recogniser: Recogniser, samples: np.ndarray) -> None:
        self._recogniser = recogniser
        self._encoded = recogniser.encode(samples)

    def hear(self, vocabulary: Sequence[str]) -> Sequence[Hypothesis]:
        from engine.speech.options import DecodeOptions
        from engine.speech.utterance import recognise_encoded

        options = DecodeOptions(hypotheses=5, vocabulary=tuple(vocabulary))
        return recognise_encoded(self._recogniser, self._encoded, options, words=False).hypotheses

    def score(self, texts: Sequence[str]) -> Sequence[Score]:
        return [self._recogniser.score(self._encoded, text, "en") for text in texts]


class Simulated:
    """`SimulatedHearing`, which no prompt leads."""

    prompts = False

    def __init__(self, seed: int) -> None:
        self._hearing = SimulatedHearing(seed)

    def __call__(self, sentence: Sentence, vocabulary: Sequence[str]) -> Heard:
        return self._hearing.hear(sentence.text)


def main() -> None:
    parser = argparse.ArgumentParser(description="Terms right and wrong with the fast layer of learning.")
    parser.add_argument("--model", type=Path, default=STARTER_MODEL / "ctranslate2")
    parser.add_argument("--users", default="designer", help="comma-separated development users, or all")
    parser.add_argument("--simulated", action="store_true", help="no model and no sound: see simulated_hearing.py")
    parser.add_argument("--basic", action="store_true", help="terms in sentences of the starter's own small grammar")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--evidence", type=Path, help="write what a second look weighed, to fit its evidence to")
    given = parser.parse_args()
    users = user_ids() if given.users == "all" else given.users.split(",")
    outcomes: list[Outcome] = []
    notes = []
    evidence: list[dict[str, Any]] | None = [] if given.evidence else None
    simulated = Simulated(given.seed) if given.simulated else None
    for user in users:
        plan = make_plan(user, given.seed, basic=given.basic)
        hear = simulated or ModelHearing(given.model, user, given.threads)
        with tempfile.TemporaryDirectory() as folder:
            found, about = measure(user, plan, hear, Home(Path(folder) / "home"), evidence)
        outcomes += found
        notes.append(about)
        print(json.dumps(about))
    what = "simulated hearing: no recogniser and no sound" if given.simulated else f"model: {given.model}"
    print(f"\n{what}; seed {given.seed}\n")
    print_table(outcomes)
    if evidence is not None:
        given.evidence.write_text("".join(json.dumps(row) + "\n" for row in evidence))
    if given.json:
        data = {"what": what, "outcomes": [asdict(one) for one in outcomes], "users": notes}
        given.json.write_text(json.dumps(data, indent=1))


def print_table(outcomes: Sequence[Outcome]) -> None:
    header = ("user", "way", "terms wrong", "of", "false terms", "ordinary changed", "WER later", "WER ordinary")
    print("{:12} {:22} {:>11} {:>4} {:>11} {:>16} {:>9} {:>12}".format(*header))
    for one in outcomes:
        print(
            f"{one.user:12} {one.way:22} {one.terms_wrong:11} {one.terms:4} {one.false_insertions:11} "
            f"{one.ordinary_changed:16} {one.later_wer:9.1%} {one.ordinary_wer:12.1%}"
        )


if __name__ == "__main__":
    main()
