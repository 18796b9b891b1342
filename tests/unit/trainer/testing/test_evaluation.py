import stat
from pathlib import Path

import pytest
from evaluations import evaluation, readings

from engine.errors import InputError
from trainer.testing.evaluation import Evaluation


def test_an_evaluation_can_be_kept(tmp_path: Path) -> None:
    kept = evaluation(
        readings("personal", "personal", [("Grüße an Kaelen", "grüße an Colin")], ("Kaelen",)),
        readings("no speech", "silence", [("", "")]),
    )
    path = tmp_path / "baseline.json"
    kept.save(path)

    assert Evaluation.load(path) == kept
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert kept.tested == ("personal/0",)


@pytest.mark.parametrize("content", ["", "[]", '{"version": 1}', '{"version": 99, "model": "m", "sets": []}', "{"])
def test_a_damaged_one_is_refused_with_a_remedy(tmp_path: Path, content: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(content)
    with pytest.raises(InputError, match="made again"):
        Evaluation.load(path)
