"""The recogniser child: ``python -m engine.speech.worker``, started by `engine.speech.worker_client`.

CTranslate2 runs here alone, so that a damaged model, a full memory or a failing GPU ends this process and not the
dictation. It answers one request after the other until its parent closes the channel. It writes nothing of what
was said anywhere.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path

from engine.errors import AttuneError, ChildError, ModelError
from engine.ipc import ChannelClosedError, Message, parent_channel
from engine.speech.utterance import recognise
from engine.speech.whisper import Recogniser
from engine.speech.wire import (
    LOAD,
    RECOGNISE,
    SCORE,
    LoadedModel,
    pack_error,
    pack_recognised,
    pack_scores,
    unpack_load,
    unpack_recognition,
    unpack_scoring,
)

KILL_FIRST = 500  # of 1000: where memory is short, this process goes before the one that holds the audio
_PR_SET_PDEATHSIG = 1


class Worker:
    """Answers requests with the model it was last told to load."""

    def __init__(self) -> None:
        self._recogniser: Recogniser | None = None

    def answer(self, request: Message) -> Message:
        """The answer to one request; a fault of the world is an answer as well.

        Raises:
            ChildError: there is no such request.
        """
        try:
            if request.header.get("op") == LOAD:
                return self._load(request)
            if request.header.get("op") == RECOGNISE:
                return self._recognise(request)
            if request.header.get("op") == SCORE:
                return self._score(request)
        except AttuneError as error:
            return pack_error(error)
        except MemoryError:
            return pack_error(ModelError("There is not enough memory for the model.", "Choose a smaller model."))
        raise ChildError("The recogniser was asked for something it does not know.")

    def _load(self, request: Message) -> Message:
        choice = unpack_load(request.header)
        self._recogniser = None  # two models at once might not fit
        self._recogniser = recogniser = Recogniser.load(choice.folder, choice.options)
        recogniser.warm_up()
        loaded = LoadedModel(recogniser.name, recogniser.placement.device, recogniser.multilingual, recogniser.warning)
        return Message(asdict(loaded))

    def _recognise(self, request: Message) -> Message:
        work = unpack_recognition(request)
        return pack_recognised(recognise(self._loaded(), work.samples, work.options))

    def _score(self, request: Message) -> Message:
        work = unpack_scoring(request)
        recogniser = self._loaded()
        encoded = recogniser.encode(work.samples)
        return pack_scores([recogniser.score(encoded, text, work.language) for text in work.texts])

    def _loaded(self) -> Recogniser:
        if self._recogniser is None:
            raise ModelError("No model is loaded.", "Choose one with: attune models activate ID")
        return self._recogniser


def main() -> None:
    """Serve the parent until it is gone."""
    channel = parent_channel()
    _live_as_child()
    worker = Worker()
    with channel, contextlib.suppress(ChannelClosedError, KeyboardInterrupt):
        while True:
            channel.send(worker.answer(channel.receive()))


def _live_as_child() -> None:
    os.umask(0o077)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in the terminal is for the parent to handle
    if sys.platform == "linux":
        _die_with_parent()
        with contextlib.suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text(str(KILL_FIRST))


def _die_with_parent() -> None:
    """Not even a decode under way may outlive the parent; while it waits, the closed channel tells as well."""
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


if __name__ == "__main__":
    main()
