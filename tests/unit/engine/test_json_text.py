from __future__ import annotations

import pytest

from engine import json_text
from engine.json_text import load_json, parse_json


def test_what_is_nested_too_deeply_is_refused_like_any_other_nonsense():
    assert parse_json(b'{"a": [1]}') == {"a": [1]}
    for text in ("[" * 100_000, '{"a":' * 100_000, "nonsense"):
        with pytest.raises(ValueError, match=r"."):
            parse_json(text)


def test_only_a_regular_file_of_a_sane_size_is_read(tmp_path, monkeypatch):
    path = tmp_path / "card.json"
    path.write_text('{"a": 1}')
    assert load_json(path) == {"a": 1}
    link = tmp_path / "link.json"
    for target in ("/dev/zero", str(path)):
        link.symlink_to(target)
        with pytest.raises((OSError, ValueError)):
            load_json(link)
        link.unlink()
    with pytest.raises(FileNotFoundError):
        load_json(tmp_path / "none.json")
    monkeypatch.setattr(json_text, "MOST_BYTES", 4)
    with pytest.raises(ValueError, match="too large"):
        load_json(path)
