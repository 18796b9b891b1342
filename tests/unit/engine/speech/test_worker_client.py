"""The recogniser child, killed, stopped, starved and given bad models."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import psutil
import pytest
from readable_speech import wait_for
from speech import speech
from tiny_whisper import make_model

from engine.errors import ChildError, ModelError, ModelFolderError
from engine.records import SAMPLE_RATE
from engine.speech.options import DecodeOptions, RecogniserOptions
from engine.speech.utterance import recognise
from engine.speech.whisper import Recogniser
from engine.speech.wire import ModelChoice, Recognition, Scoring
from engine.speech.worker_client import ClientOptions, RecogniserClient

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="uses signals")

OPTIONS = RecogniserOptions(threads=1)
WORK = Recognition(speech("The boat is on the lake."), DecodeOptions(beam=2, hypotheses=2, previous_text="Look."))


@pytest.fixture(scope="module")
def model(tmp_path_factory) -> Path:
    return make_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture(scope="module")
def expected(model):
    return recognise(Recogniser.load(model, OPTIONS), WORK.samples, WORK.options)


@pytest.fixture
def client(model):
    with RecogniserClient(ModelChoice(model, OPTIONS)) as client:
        yield client


def alive(pid: int) -> bool:
    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE


def test_the_child_answers_what_the_model_says(client, expected):
    loaded = client.preload().result()
    assert (loaded.name, loaded.device, loaded.multilingual) == ("tiny", "cpu", False)
    assert client.recognise(WORK).result() == expected
    assert expected.words
    assert len(expected.hypotheses) == 2


def test_the_child_scores_texts_as_the_model_does(client, model, expected):
    work = Scoring(WORK.samples, (expected.text, "zebra quilt"))

    found = client.score(work).result(60)

    recogniser = Recogniser.load(model, OPTIONS)
    encoded = recogniser.encode(WORK.samples)
    assert found == tuple(recogniser.score(encoded, text) for text in work.texts)


def test_the_child_is_killed_before_its_parent_where_memory_is_short(client):
    client.preload().result()
    assert Path(f"/proc/{client.pid}/oom_score_adj").read_text().strip() == "500"


def test_a_killed_child_is_replaced_and_the_same_request_answered(client, expected):
    client.preload().result()
    first = client.pid
    os.kill(first, signal.SIGSTOP)  # so that the request is certainly under way
    answer = client.recognise(WORK)
    time.sleep(0.1)
    assert not answer.done()
    os.kill(first, signal.SIGKILL)
    assert answer.result(timeout=30) == expected
    assert client.pid not in (None, first)


def test_a_child_that_died_while_idle_is_replaced(client, expected):
    client.preload().result()
    os.kill(client.pid, signal.SIGKILL)
    assert client.recognise(WORK).result(timeout=30) == expected


def test_a_child_that_hangs_is_replaced_after_its_time(model, expected):
    patience = ClientOptions(call_seconds=1.0, call_factor=0.0)
    with RecogniserClient(ModelChoice(model, OPTIONS), patience) as client:
        client.preload().result()
        first = client.pid
        os.kill(first, signal.SIGSTOP)
        assert client.recognise(WORK).result(timeout=30) == expected
        assert not alive(first)


def test_an_idle_child_gives_its_memory_back_and_comes_again(model, expected):
    with RecogniserClient(ModelChoice(model, OPTIONS), ClientOptions(idle_seconds=0.3)) as client:
        client.preload().result()
        first = client.pid
        wait_for(lambda: client.pid is None)
        assert not alive(first)
        assert client.recognise(WORK).result(timeout=30) == expected


def test_models_are_swapped_between_utterances_and_a_bad_one_harms_nobody(client, model, expected, tmp_path):
    client.preload().result()
    other = make_model(tmp_path / "other", seed=1)
    client.use(ModelChoice(other, OPTIONS))
    assert client.recognise(WORK).result() != expected
    damaged = shutil.copytree(model, tmp_path / "damaged")
    (damaged / "model.bin").write_bytes(b"nothing of the kind")
    client.use(ModelChoice(damaged, OPTIONS))
    with pytest.raises(ModelError, match="cannot be loaded"):
        client.recognise(WORK).result()
    client.use(ModelChoice(tmp_path / "gone", OPTIONS))
    with pytest.raises(ModelFolderError, match="is not a folder"):
        client.preload().result()
    client.use(ModelChoice(model, OPTIONS))
    assert client.recognise(WORK).result() == expected


def test_a_child_that_never_comes_up_is_given_up(model):
    options = ClientOptions(command=[sys.executable, "-c", "raise SystemExit"])
    with RecogniserClient(ModelChoice(model, OPTIONS), options) as client:
        with pytest.raises(ChildError, match="stopped 3 times in a row"):
            client.recognise(WORK).result(timeout=60)
        assert client.pid is None


def test_the_child_ends_with_its_parent(model):
    program = f"""
import pathlib, time
from engine.speech.wire import ModelChoice
from engine.speech.worker_client import RecogniserClient
client = RecogniserClient(ModelChoice(pathlib.Path({str(model)!r})))
client.preload().result()
print(client.pid, flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        child = int(parent.stdout.readline())
        assert alive(child)
        parent.kill()
    wait_for(lambda: not alive(child))


def test_closing_waits_for_the_work_in_hand(model, expected):
    with RecogniserClient(ModelChoice(model, OPTIONS)) as client:
        answer = client.recognise(WORK)
    assert answer.result(timeout=0) == expected
    with pytest.raises(ValueError, match="closed"):
        client.recognise(WORK)


def test_the_child_does_not_grow_with_every_new_length_of_audio(client):
    """A dictation never asks for the same length twice; oneDNN would keep something for each."""
    sound = np.random.default_rng(1).normal(0, 0.1, 6 * SAMPLE_RATE).astype(np.float32)

    def ask(lengths: range) -> int:
        for length in lengths:
            client.recognise(Recognition(sound[:length], DecodeOptions(beam=1, retries=False))).result()
        return psutil.Process(client.pid).memory_full_info().uss

    settled = ask(range(5 * SAMPLE_RATE, 6 * SAMPLE_RATE, SAMPLE_RATE // 20))
    assert ask(range(SAMPLE_RATE, 5 * SAMPLE_RATE, SAMPLE_RATE // 10)) < settled + 8e6
