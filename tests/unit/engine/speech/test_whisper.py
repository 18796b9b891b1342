from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from faster_whisper import WhisperModel
from speech import noise, speech
from tiny_whisper import make_model

from engine.errors import InputError, ModelError, ModelFolderError
from engine.models.card import Context
from engine.speech import whisper
from engine.speech.cuda import Placement
from engine.speech.options import DecodeOptions, RecogniserOptions
from engine.speech.whisper import Recogniser

SHORT = RecogniserOptions(threads=1, context=Context(min_seconds=1.0, pad_seconds=0.5))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture(scope="module")
def recogniser(folder: Path) -> Recogniser:
    return Recogniser.load(folder, SHORT)


def positions(recogniser: Recogniser, seconds: float) -> int:
    return int(np.array(recogniser.encode(noise(seconds)).states).shape[1])


def test_the_context_is_as_short_as_the_model_bears(recogniser: Recogniser) -> None:
    assert positions(recogniser, 0.3) == 50  # its least, 1 s
    assert positions(recogniser, 4.0) == 225  # the audio and the padding
    assert positions(recogniser, 29.9) == 1500  # Whisper's most


def test_a_model_that_nobody_measured_gets_thirty_seconds(folder: Path) -> None:
    assert positions(Recogniser.load(folder), 2.0) == 1500


def test_the_card_says_what_was_measured_and_options_overrule_it(folder: Path, tmp_path: Path) -> None:
    measured = Path(shutil.copytree(folder, tmp_path / "measured"))
    card = {
        "id": "mine",
        "name": "Mine",
        "context": {"min_seconds": 2.0, "pad_seconds": 1.0},
        "adaptive": {"beam_threshold": -0.4},
    }
    (measured / "card.json").write_text(json.dumps(card))

    loaded = Recogniser.load(measured)
    overruled = Recogniser.load(measured, RecogniserOptions(beam_threshold=-2.0, context=Context()))

    assert (loaded.name, loaded.context, loaded.beam_threshold) == ("mine", Context(2.0, 1.0), -0.4)
    assert (overruled.context, overruled.beam_threshold) == (Context(), -2.0)


def test_thirty_seconds_and_beam_five_give_the_text_of_faster_whisper(folder: Path) -> None:
    samples = speech("Please send the letter to my sister.")
    theirs = WhisperModel(str(folder), device="cpu", compute_type="int8")
    segments, _ = theirs.transcribe(samples, language="en", temperature=0.0, without_timestamps=True)
    expected = list(segments)

    ours = Recogniser.load(folder)
    decoded = ours.decode(ours.encode(samples), DecodeOptions(beam=5))

    assert decoded.best.text.split() == expected[0].text.split()
    assert decoded.best.score == pytest.approx(expected[0].avg_logprob, abs=1e-4)


def test_hypotheses_come_best_first_and_differ(recogniser: Recogniser) -> None:
    found = recogniser.decode(recogniser.encode(noise(2.0)), DecodeOptions(hypotheses=4)).hypotheses

    assert len({hypothesis.tokens for hypothesis in found}) == 4
    assert [h.score for h in found] == sorted((h.score for h in found), reverse=True)


@pytest.mark.parametrize("previous", ["", "the"])
@pytest.mark.parametrize("beam", [1, 5])
def test_a_decode_never_gives_more_tokens_than_allowed(recogniser: Recogniser, beam: int, previous: str) -> None:
    options = DecodeOptions(beam=beam, max_tokens=3, previous_text=previous)

    assert len(recogniser.decode(recogniser.encode(noise(2.0)), options).best.tokens) == 3


def test_words_are_in_order_and_within_the_audio(recogniser: Recogniser) -> None:
    for seconds in (0.1, 1.0, 7.3):
        encoded = recogniser.encode(noise(seconds))
        best = recogniser.decode(encoded).best

        words = recogniser.align(encoded, best)

        assert " ".join(word.text for word in words) == best.text
        times = [time for word in words for time in (word.start, word.end)]
        assert times == sorted(times)
        assert 0 <= times[0] <= times[-1] <= seconds
        assert all(0 <= word.probability <= 1 for word in words)


def test_sampling_gives_the_same_text_again(recogniser: Recogniser) -> None:
    encoded = recogniser.encode(noise(1.0))
    drawn = DecodeOptions(beam=1, temperature=1.0)

    assert recogniser.decode(encoded, drawn) == recogniser.decode(encoded, drawn)


def test_warming_up_leaves_a_working_model(recogniser: Recogniser) -> None:
    before = recogniser.decode(recogniser.encode(noise(1.0)))
    recogniser.warm_up()
    assert recogniser.decode(recogniser.encode(noise(1.0))) == before


@pytest.mark.parametrize("seconds", [0.0, 30.1])
def test_audio_that_no_window_holds_is_a_defect_of_the_caller(recogniser: Recogniser, seconds: float) -> None:
    with pytest.raises(ValueError, match="needed"):
        recogniser.encode(noise(seconds))


def test_an_english_model_says_so_when_asked_for_more(folder: Path, recogniser: Recogniser) -> None:
    assert recogniser.detect_language(recogniser.encode(noise(1.0))) == "en"
    with pytest.raises(InputError, match="does not know the language 'de'"):
        Recogniser.load(folder, RecogniserOptions(language="de"))
    with pytest.raises(InputError, match="English only"):
        recogniser.check_language(None, "translate")


@pytest.mark.parametrize("name", ["model.bin", "config.json", "tokenizer.json"])
def test_an_incomplete_folder_is_named_with_what_it_lacks(folder: Path, tmp_path: Path, name: str) -> None:
    broken = Path(shutil.copytree(folder, tmp_path / "broken"))
    (broken / name).unlink()
    with pytest.raises(ModelFolderError, match=f"holds no {name}"):
        Recogniser.load(broken)


def test_damaged_files_give_one_line(folder: Path, tmp_path: Path) -> None:
    broken = Path(shutil.copytree(folder, tmp_path / "broken"))
    (broken / "model.bin").write_bytes((folder / "model.bin").read_bytes()[:5000])
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        Recogniser.load(broken)
    assert "\n" not in str(caught.value)
    shutil.copy(folder / "model.bin", broken)
    (broken / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelFolderError, match=r"tokenizer.json of broken is damaged"):
        Recogniser.load(broken)
    with pytest.raises(ModelFolderError, match="not a folder"):
        Recogniser.load(tmp_path / "nowhere")


def test_a_gpu_that_fails_gives_way_to_the_processor(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Here there is no GPU, so asking CTranslate2 for one fails as a broken driver does.
    monkeypatch.setattr(whisper, "choose_placement", lambda *_: Placement("cuda", "int8_float16"))

    loaded = Recogniser.load(folder, RecogniserOptions(device="auto"))

    assert loaded.placement.device == "cpu"
    assert "GPU is not used" in loaded.warning
    assert "\n" not in loaded.warning


def test_a_text_the_decoder_writes_itself_scores_higher_than_another(recogniser: Recogniser) -> None:
    encoded = recogniser.encode(speech("The boat is on the lake."))
    own = recogniser.decode(encoded, DecodeOptions(beam=5)).best

    score, other = recogniser.score(encoded, own.text, "en"), recogniser.score(encoded, "zebra quilt fjord", "en")

    assert score.tokens > 0
    assert score.mean > other.mean
    assert recogniser.score(encoded, " ", "en").tokens == 0
    with pytest.raises(InputError, match="too long"):
        recogniser.score(encoded, "word " * 300, "en")
