"""The same speech faster or slower at the same pitch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import av
import numpy as np
from av.filter import Graph

from engine.records import SAMPLE_RATE
from trainer.testsets import TestSet

LAYOUT, FORMAT = "mono", "flt"


def tempo_copy(original: TestSet, tempo: float) -> TestSet:
    """The same speech `tempo` times as fast (0.5 to 2)."""
    changed = tuple(replace(one, samples=stretch(one.samples, tempo)) for one in original.utterances)
    return replace(original, name=f"{original.name}, tempo {tempo:g}", utterances=changed, role="robustness")


def stretch(samples: np.ndarray, tempo: float) -> np.ndarray:
    """Change the tempo and keep the pitch, by FFmpeg's `atempo` (WSOLA, Verhelst & Roelands 1993). float32 (n,)."""
    graph = Graph()
    source = graph.add_abuffer(sample_rate=SAMPLE_RATE, format=FORMAT, layout=LAYOUT)
    change, sink = graph.add("atempo", str(tempo)), graph.add("abuffersink")
    source.link_to(change)
    change.link_to(sink)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples, np.float32)[np.newaxis], FORMAT, LAYOUT)
    frame.sample_rate = SAMPLE_RATE
    source.push(frame)
    source.push(None)
    return np.concatenate(list(_drained(sink)))


def _drained(sink: av.filter.context.FilterContext) -> Iterator[np.ndarray]:
    while True:
        try:
            frame = sink.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
        assert isinstance(frame, av.AudioFrame)
        yield frame.to_ndarray()[0].astype(np.float32)
