"""What a dictation is put together from, the same in the terminal and in the window."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from logging.handlers import RotatingFileHandler

from engine.errors import StorageError
from engine.learning.fast_layer import FastLayer
from engine.library.ballast import Ballast
from engine.library.library import Library
from engine.paths import Home, make_private_folder
from engine.session.options import Keeping, SessionOptions
from engine.settings.declarations import FORMATTING, SNIPPETS
from engine.settings.snippets import as_snippets
from engine.settings.store import Settings
from engine.speech.policy import StreamingPolicy
from engine.text.formatter import Snippet
from engine.text.rules import FormattingRules


@contextmanager
def figures_logged(home: Home) -> Iterator[None]:
    """Calls and commits go to a log: their figures, and not a word of what was said."""
    folder = make_private_folder(home.logs)
    handler = RotatingFileHandler(folder / "dictation.log", maxBytes=1 << 20, backupCount=2, delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
    handler.handleError = lambda record: None  # type: ignore[method-assign] # a full disk stops no dictation
    loggers = [logging.getLogger(name) for name in ("engine.session", "engine.speech")]
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
        logger.addHandler(handler)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
            logger.setLevel(logging.NOTSET)
        handler.close()


def policy_with(endpoint_ms: int) -> StreamingPolicy:
    """The live policy with another silence that ends an utterance."""
    endpoint = endpoint_ms / 1000
    policy = StreamingPolicy()
    return replace(policy, endpoint_silence=endpoint, speculative_silence=min(endpoint, policy.speculative_silence))


def with_learnt(options: SessionOptions, layer: FastLayer, *, prompt: bool) -> SessionOptions:
    """Dictate with what corrections have taught so far; `prompt` also tells the model which terms to expect."""
    return replace(
        options,
        vocabulary=layer.prompt_terms if prompt else options.vocabulary,
        rewrite=lambda words, hypotheses: layer.rewrite(words, hypotheses).words,
        second_look=lambda words, hypotheses, ear: layer.rewrite(words, hypotheses, ear).words,
    )


def formatting_from(settings: Settings) -> tuple[FormattingRules, tuple[Snippet, ...]]:
    """The rules that the user left on, and the user's own texts."""
    rules = FormattingRules(**{name: settings.get(rule) for name, rule in FORMATTING.items()})
    return rules, as_snippets(settings.get(SNIPPETS))


def keeping_in(library: Library, device: str | None) -> Keeping:
    """Keep utterances in `library`, as a session of their own."""
    try:
        session_id = library.utterances.start_session(device or "")
    except StorageError:  # a full disk; the utterances' own rows are tried all the same
        session_id = library.ids.make()
    ballast = Ballast(library.home.base)
    ballast.make()
    return Keeping(
        library.utterances.add, library.ids.make, library.home.spool, session_id, free_reserve=ballast.give_up
    )
