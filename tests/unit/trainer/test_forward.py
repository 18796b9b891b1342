import torch
from transformers import WhisperConfig
from transformers.models.whisper.modeling_whisper import WhisperEncoder

from trainer.forward import encode


def small_encoder() -> WhisperEncoder:
    torch.manual_seed(0)
    config = WhisperConfig(d_model=32, encoder_layers=2, encoder_attention_heads=2, encoder_ffn_dim=64)
    return WhisperEncoder(config).eval()


def test_at_full_length_it_is_the_librarys_own_forward() -> None:
    encoder = small_encoder()
    mel = torch.randn(2, 80, 3000)

    with torch.no_grad():
        torch.testing.assert_close(encode(encoder, mel), encoder(mel).last_hidden_state)


def test_short_audio_gives_one_state_for_two_frames() -> None:
    with torch.no_grad():
        assert encode(small_encoder(), torch.randn(1, 80, 401)).shape == (1, 201, 32)
