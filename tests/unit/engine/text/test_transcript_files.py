from __future__ import annotations

import docx
import pytest

from engine.errors import InputError, StorageError
from engine.records import Segment, Transcript, Word
from engine.text.transcript_files import save_transcript

TRANSCRIPT = Transcript(
    "Good day. It rains.",
    "en",
    4.0,
    "starter",
    (
        Segment(0.0, 1.0, "Good day.", (Word("Good", 0.1, 0.4, 0.9), Word("day.", 0.5, 0.9, 0.9))),
        Segment(2.0, 4.0, "It \x1brains.", (Word("It", 2.1, 2.4, 0.9), Word("rains.", 2.5, 3.9, 0.9))),
    ),
)


def test_each_form_has_what_was_said(tmp_path):
    for suffix in (".txt", ".srt", ".vtt", ".DOCX"):
        save_transcript(tmp_path / f"talk{suffix}", "A talk", TRANSCRIPT)
    assert (tmp_path / "talk.txt").read_text().startswith("Good day.\n")
    assert "00:00:00,100 --> " in (tmp_path / "talk.srt").read_text()
    assert (tmp_path / "talk.vtt").read_text().startswith("WEBVTT")
    paragraphs = [paragraph.text for paragraph in docx.Document(str(tmp_path / "talk.DOCX")).paragraphs]
    assert paragraphs == ["A talk", "Good day.", "It rains."]


def test_another_form_is_refused_and_nothing_is_left_of_a_failure(tmp_path):
    with pytest.raises(InputError, match=r"\.docx"):
        save_transcript(tmp_path / "talk.pdf", "A talk", TRANSCRIPT)
    (tmp_path / "talk.txt").mkdir()
    with pytest.raises(StorageError, match="cannot be written"):
        save_transcript(tmp_path / "talk.txt", "A talk", TRANSCRIPT)
    assert [path.name for path in tmp_path.iterdir()] == ["talk.txt"]
