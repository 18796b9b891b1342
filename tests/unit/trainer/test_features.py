import numpy as np
import torch
from faster_whisper.feature_extractor import FeatureExtractor

from trainer.features import log_mel


def test_features_are_those_the_recogniser_computes() -> None:
    samples = (np.random.default_rng(0).standard_normal(16_000 * 3) * 0.1).astype(np.float32)

    theirs = FeatureExtractor()(samples, padding=0)
    ours = log_mel(torch.from_numpy(samples)[None])[0].numpy()

    assert ours.shape == (80, 300)
    np.testing.assert_allclose(ours, theirs[:, :300], atol=2e-4)


def test_each_recording_of_a_batch_is_scaled_by_its_own_maximum() -> None:
    loud = torch.randn(1, 16_000, generator=torch.Generator().manual_seed(0))
    batch = log_mel(torch.cat([loud, 0.01 * loud]))

    torch.testing.assert_close(batch[1:], log_mel(0.01 * loud))
