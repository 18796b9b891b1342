import numpy as np

from trainer.evaluate import families
from trainer.testsets import TestSet, Utterance


def said_by(*voices: str) -> TestSet:
    return TestSet("clean", tuple(Utterance(np.zeros(10, np.float32), "hello", voice) for voice in voices))


def test_each_family_of_voices_is_measured_apart() -> None:
    sets = list(families(said_by("en-us+f1", "rms", "en-us", "en-029+m1", "kal16")))

    assert [(one.name, len(one.utterances)) for one in sets] == [
        ("clean, en-029", 1),
        ("clean, en-us", 2),
        ("clean, flite", 2),
    ]


def test_one_family_alone_is_not_measured_twice() -> None:
    assert not list(families(said_by("en-us+f1", "en-us")))
