from __future__ import annotations

import pytest
from misheard_samples import HEARD, add_doubtful

from engine.learning.fast_layer import FastLayer
from engine.learning.vocabulary import Vocabulary


@pytest.fixture
def doubtful(stage):
    """The id of an utterance that was misheard, in a library that knows the term."""
    library = stage.library
    Vocabulary(library.database, library.ids).add("Kubernetes")
    stage.bridge._set_layer(FastLayer.load(library))
    return add_doubtful(library, HEARD, "cooper", "netties")


@pytest.fixture
def played(stage, monkeypatch):
    """What is played: the seconds of each piece."""
    pieces = []
    monkeypatch.setattr(stage.bridge.playback, "play", lambda name, samples: pieces.append(len(samples) / 16_000))
    return pieces
