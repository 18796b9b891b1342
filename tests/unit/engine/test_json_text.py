from __future__ import annotations

import pytest

from engine.json_text import parse_json


def test_what_is_nested_too_deeply_is_refused_like_any_other_nonsense():
    assert parse_json(b'{"a": [1]}') == {"a": [1]}
    for text in ("[" * 100_000, '{"a":' * 100_000, "nonsense"):
        with pytest.raises(ValueError, match=r"."):
            parse_json(text)
