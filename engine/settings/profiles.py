"""Profiles: what is different while one application has the focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

INSERTION_METHODS = ("auto", "paste", "type", "copy")
LONGEST_NAME = 200  # characters
MOST_PROFILES = 200


@dataclass(frozen=True)
class Profile:
    """What is different in `app`, a program's name as the history shows it, compared without regard to case.

    `language` "" means the general choice; `insertion` is one of `INSERTION_METHODS`; with `format` off the text is
    inserted as it was recognised; with `keep` off nothing that is dictated there is stored.
    """

    app: str
    language: str = ""
    insertion: str = "auto"
    format: bool = True
    keep: bool = True


def profile_for(app: str, profiles: Sequence[Any]) -> Profile:
    """The profile of `app`; one without differences where it has none. `profiles` is the setting's value."""
    for values in profiles:
        if values["app"].casefold() == app.casefold():
            return Profile(**values)
    return Profile(app)


def parse_profiles(value: Any) -> tuple[dict[str, Any], ...]:
    """The setting: the fields of each profile, as JSON has them.

    Raises:
        ValueError: something in it is not a profile.
    """
    if not isinstance(value, list | tuple) or len(value) > MOST_PROFILES:
        raise ValueError("a list of profiles")
    return tuple(_parse_profile(fields) for fields in value)


def _parse_profile(fields: Any) -> dict[str, Any]:
    allowed = {name: type(getattr(Profile(""), name)) for name in Profile.__dataclass_fields__}
    if not isinstance(fields, dict) or not isinstance(fields.get("app"), str) or not fields["app"].strip():
        raise ValueError("a list of profiles, each with an app")
    for name, given in fields.items():
        if name not in allowed or not isinstance(given, allowed[name]):
            raise ValueError(f"a list of profiles; {str(name)[:40]!r} of one is not usable")
        if isinstance(given, str) and len(given) > LONGEST_NAME:
            raise ValueError(f"a list of profiles with texts of at most {LONGEST_NAME} characters")
    if fields.get("insertion", "auto") not in INSERTION_METHODS:
        raise ValueError(f"a list of profiles, inserting by one of {', '.join(INSERTION_METHODS)}")
    return dict(fields)
