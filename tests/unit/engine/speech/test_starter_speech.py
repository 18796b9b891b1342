"""The starter model on real speech: the bundled recordings, and sentences that espeak-ng speaks here and now."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from faster_whisper import WhisperModel
from speech import noise, silence, speech, speech_wav

from engine.audio.decode import read_recording
from engine.cli.main import main
from engine.models.card import Context
from engine.paths import STARTER_MODEL
from engine.records import SAMPLE_RATE
from engine.speech.guards import words_of
from engine.speech.longform import transcribe
from engine.speech.options import DecodeOptions, RecogniserOptions
from engine.speech.whisper import Recogniser
from trainer.statistics import count_word_errors

MODEL = STARTER_MODEL / "ctranslate2"
RECORDINGS = STARTER_MODEL / "recordings"
ALLOWED_ERRORS = 0.05  # of the words, in short sentences of common words
ALLOWED_IN_RECORDINGS = 0.35  # a dozen sentences by as many voices: few words, so that chance weighs much
SENTENCES = [
    "Susan has a new box and a bottle.",
    "Today is the fifth of June.",
    "There is a red bag behind the door.",
    "We are going to turn off the computer.",
    "It was warm in Madrid yesterday.",
    "I must send a report to Daniel.",
    "Do not forget to buy some bread and butter.",
    "Could you ask the nurse about the story?",
]
VOICES = ["en-us+m1", "en-gb+f1", "en-us+f4", "en-gb+m7"]


@pytest.fixture(scope="module")
def starter() -> Recogniser:
    return Recogniser.load(MODEL)


def bundled() -> dict[str, str]:
    rows = map(json.loads, (RECORDINGS / "metadata.jsonl").read_text().splitlines())
    return {row["file_name"]: row["text"] for row in rows}


def error_rate(said: list[str], heard: list[str]) -> float:
    errors = sum(count_word_errors(a, b).errors for a, b in zip(said, heard, strict=True))
    return errors / sum(len(words_of(text)) for text in said)


def test_the_bundled_recordings_are_printed_with_the_right_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = bundled()

    status = main(["--home", str(tmp_path), "transcribe", "--json", *(str(RECORDINGS / name) for name in texts)])

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert status == 0
    assert error_rate(list(texts.values()), [line["text"] for line in lines]) <= ALLOWED_IN_RECORDINGS
    assert all([word["text"] for word in line["words"]] == line["text"].split() for line in lines)


def test_fresh_sentences_are_printed_with_the_right_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [
        shutil.copy(speech_wav(text, VOICES[number % len(VOICES)]), tmp_path / f"{number}.wav")
        for number, text in enumerate(SENTENCES)
    ]

    assert main(["--home", str(tmp_path), "transcribe", "--json", *map(str, files)]) == 0

    heard = [json.loads(line)["text"] for line in capsys.readouterr().out.splitlines()]
    assert error_rate(SENTENCES, heard) <= ALLOWED_ERRORS


def test_at_thirty_seconds_and_beam_five_each_word_is_that_of_faster_whisper() -> None:
    ours = Recogniser.load(MODEL, RecogniserOptions(context=Context()))
    theirs = WhisperModel(str(MODEL), device="cpu", compute_type="int8")
    # Only the decoding is compared: Attune's guards would not let pass all that the other prints.
    unbounded = DecodeOptions(beam=5, max_tokens=224)
    for name in bundled():
        samples = read_recording(RECORDINGS / name)
        segments, _ = theirs.transcribe(samples, language="en", temperature=0.0, without_timestamps=True)

        said = ours.decode(ours.encode(samples), unbounded).best

        assert said.text.split() == " ".join(segment.text for segment in segments).split()


def test_a_recording_of_many_sentences_is_read_whole_and_each_word_stands_where_it_was_said(
    starter: Recogniser,
) -> None:
    pause = silence(0.7)
    voiced = [(text, voice) for voice in VOICES[:2] for text in SENTENCES]
    parts = [part for text, voice in voiced for part in (speech(text, voice), pause)]
    recording = np.concatenate(parts)
    starts = np.cumsum([0, *(part.size for part in parts)])[:-2:2] / SAMPLE_RATE

    transcript = transcribe(starter, [recording])

    assert error_rate([" ".join(SENTENCES * 2)], [transcript.text]) <= 2 * ALLOWED_ERRORS
    begins = np.array([word.start for word in transcript.words])
    assert all(np.abs(begins - start).min() < 0.5 for start in starts)


def test_nothing_is_read_out_of_silence_and_noise(starter: Recogniser) -> None:
    assert transcribe(starter, [silence(20.0), noise(20.0, 0.02)]).text == ""
