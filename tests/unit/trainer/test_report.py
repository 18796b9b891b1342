import json
import re
import stat
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from evaluations import evaluation, readings

from engine.audio.flac import write_flac
from trainer.gate import judge
from trainer.report import AlphaPoint, ContextPoint, Curves, LearningPoint, Training, write
from trainer.report_page import page
from trainer.testing.evaluation import Evaluation

HOSTILE = "<script>alert(1)</script> & \"quotes\" 'n' </style>"
CURVES = Curves(
    learning=tuple(LearningPoint(step, 2.0 / (1 + step), 0.2 if step % 5 == 0 else None) for step in range(30)),
    alpha=(AlphaPoint(0.0, 0.2, 0.0), AlphaPoint(0.5, 0.1, -0.003, chosen=True), AlphaPoint(1.0, 0.1)),
    context=(ContextPoint(1.0, 0.06, 0.9), ContextPoint(30.0, 0.05, 0.05)),
)
TRAINING = Training(
    400_000,
    8_000_000,
    2.0,
    200.0,
    432.0,
    None,
    {"torch": "2.13.0"},
    {"model.bin": "ab" * 32},
    wer_by_type={"float32": 0.081, "int8": 0.0834},
)


def _model(read: str) -> Evaluation:
    own = [("Ask Kaelen to come now.", read)] * 25
    return evaluation(
        readings("personal", "personal", [*own, (HOSTILE, HOSTILE)], ("Kaelen",)),
        readings("general", "general", [("The rain falls.", "The rain falls.")] * 30),
        readings("personal, noise 5 dB", "robustness", own),
        readings("no speech", "silence", [("", "")]),
        model=HOSTILE,
    )


def _write(folder: Path, recordings: dict[str, Path] | None = None, curves: Curves = CURVES) -> Path:
    base, candidate = _model("Ask Colin to come now."), _model("Ask Kaelen to comb now.")
    return write(folder, base, candidate, judge(base, candidate), curves, training=TRAINING, recordings=recordings)


class _Page(HTMLParser):
    """The tags of a page; fails on one that is not closed in order."""

    VOID = frozenset({"meta", "br", "link"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def having(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_the_figures_say_what_became_of_each_word(tmp_path: Path) -> None:
    path = _write(tmp_path / "job")
    report = json.loads(path.read_text(encoding="utf-8"))

    assert path.name == "report.json"
    assert report["words"] == {"fixed": [["kaelen", 25]], "still_wrong": [], "newly_wrong": [["come", 25]]}
    assert len(report["tested"]) == 26
    assert len(report["utterances"]) == 26 + 30 + 25 + 1
    first = report["utterances"][0]
    assert (first["said"], first["base"]) == ("Ask Kaelen to come now.", "Ask Colin to come now.")
    assert first["errors"] == [1, 1]
    assert first["fates"][1] == ["kaelen", "fixed"]
    assert report["outcome"] == "not proven"
    assert report["figures"]["own"]["gain"]["value"] == 0.0
    assert report["curves"]["alpha"][1]["chosen"] is True
    assert report["training"]["trained"] == 400_000


def test_only_the_user_may_read_it(tmp_path: Path) -> None:
    folder = _write(tmp_path / "job").parent
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes == {"report.json": 0o600, "report.html": 0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_page_is_whole_needs_nothing_else_and_runs_nothing(tmp_path: Path) -> None:
    text = (_write(tmp_path).parent / "report.html").read_text(encoding="utf-8")
    found = _Page(text)

    assert not found.having("script")
    assert not found.having("link")
    assert "default-src 'none'" in text
    assert not re.search(r"(?:src|href)\s*=\s*[\"']?(?!data:)", text)
    assert not re.search(r"url\(|@import|https?:", text)


def test_texts_are_shown_and_never_interpreted(tmp_path: Path) -> None:
    base, candidate = _model("Ask Colin"), _model(HOSTILE)
    write(tmp_path, base, candidate, judge(base, candidate), Curves())
    text = (tmp_path / "report.html").read_text(encoding="utf-8")

    assert "<script>" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;quotes&#34;" in text
    _Page(text)


def test_each_curve_and_each_set_is_drawn(tmp_path: Path) -> None:
    found = _Page((_write(tmp_path).parent / "report.html").read_text(encoding="utf-8"))
    labels = [one["aria-label"] for one in found.having("svg")]
    assert len(labels) == 6
    assert len(found.having("polyline")) == 1 + 1 + 2 + 2

    bare = _Page((_write(tmp_path / "bare", curves=Curves()).parent / "report.html").read_text(encoding="utf-8"))
    assert len(bare.having("svg")) == 1


def test_the_page_says_what_rounding_costs(tmp_path: Path) -> None:
    text = (_write(tmp_path).parent / "report.html").read_text(encoding="utf-8")
    assert "float32 8.1 %, int8 8.3 % (development set)" in text


def test_changed_utterances_can_be_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recording = tmp_path / "one.flac"
    write_flac(recording, np.zeros(16_000, np.float32))
    size = recording.stat().st_size
    recordings = {f"personal/{index}": recording for index in range(26)}
    recordings["personal/3"] = tmp_path / "gone.flac"

    heard = _Page((_write(tmp_path / "a", recordings).parent / "report.html").read_text(encoding="utf-8"))
    players = heard.having("audio")
    assert len(players) == 24  # not the one that is gone, nor the one that did not change
    assert all(str(one["src"]).startswith("data:audio/flac;base64,") for one in players)

    monkeypatch.setattr(page, "AUDIO_LIMIT", 2 * size)
    few = _Page((_write(tmp_path / "b", recordings).parent / "report.html").read_text(encoding="utf-8"))
    assert len(few.having("audio")) == 2


def test_what_became_worse_comes_first(tmp_path: Path) -> None:
    base = evaluation(readings("personal", "personal", [("a b c", "x y z")] * 20 + [("a b c", "a b c")]))
    candidate = evaluation(readings("personal", "personal", [("a b c", "a b c")] * 20 + [("a b c", "a b x")]))
    write(tmp_path, base, candidate, judge(base, candidate), Curves())
    found = _Page((tmp_path / "report.html").read_text(encoding="utf-8"))

    shown = [one["id"] for one in found.having("div") if one.get("class") == "utterance"]
    assert shown[0] == "u-personal/20"
    assert len(shown) == 21
