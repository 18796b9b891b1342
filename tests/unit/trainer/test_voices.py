import pytest

from trainer.voices import (
    Voice,
    basic_voices,
    development_voices,
    espeak,
    training_voices,
)


@pytest.mark.parametrize("name", ["en-us+m8", "en-gb+f5", "en-us+whisper", "en-029+whisperf"])
def test_reserved_variants_cannot_even_be_made(name: str) -> None:
    with pytest.raises(ValueError, match="reserved"):
        Voice("espeak", name)


@pytest.mark.parametrize("name", ["awb", "awb_time"])
def test_reserved_flite_voices_cannot_even_be_made(name: str) -> None:
    with pytest.raises(ValueError, match="reserved"):
        Voice("flite", name)


def test_the_development_users_never_train() -> None:
    kept_apart = {voice.variant for voice in development_voices()}

    assert len(kept_apart) == 9
    assert not kept_apart & {voice.variant for voice in (*training_voices(), *basic_voices())}


def test_an_accent_without_variant_is_a_voice() -> None:
    assert espeak("en-gb").name == "en-gb"
    assert espeak("en-gb").variant == ""
