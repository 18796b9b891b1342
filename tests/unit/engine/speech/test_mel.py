from __future__ import annotations

import numpy as np
import pytest
from faster_whisper.feature_extractor import FeatureExtractor
from speech import noise, silence, speech

from engine.speech.mel import log_mel


@pytest.mark.parametrize("bins", [80, 128])
@pytest.mark.parametrize(
    "samples",
    [speech("The weather is fine."), noise(1.0), noise(0.001), silence(0.5), noise(0.33)[:5001]],
    ids=["speech", "noise", "one frame", "silence", "odd length"],
)
def test_features_are_those_of_faster_whisper(samples: np.ndarray, bins: int) -> None:
    extractor = FeatureExtractor(feature_size=bins)

    ours = log_mel(samples, extractor.mel_filters)

    theirs = extractor(samples)
    assert ours.dtype == np.float32
    assert ours.shape == (bins, max(1, samples.size // 160))
    np.testing.assert_allclose(ours, theirs[:, : ours.shape[1]], atol=2e-6)
