"""E-mail and web addresses spoken word by word: "john dot smith at example dot com".

This runs before the punctuation commands, because "slash", "dash" and "underscore" mean something else
inside an address. "at" is an everyday word, so an e-mail address needs evidence: a separator or digit in
its first part, the explicit "at sign", or a word such as "email" or "contact" shortly before it; otherwise
"look at example dot com" holds a web address. A spoken "dot" counts only before a known domain ending.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from engine.text.numbers import Span
from engine.text.rules import FormattingRules
from engine.text.tables import LanguageTable, top_level_domains
from engine.text.tokens import Token, keys_of

_LABEL = re.compile(r"[a-z0-9]+(?:[.\-_][a-z0-9]+)*", re.ASCII)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_SCHEMES = frozenset({"http", "https"})
_EVIDENCE_REACH = 5  # words before the address that are searched for "email", "contact", ...


@dataclass(frozen=True)
class _Utterance:
    keys: list[str]
    spans: Mapping[int, Span]
    table: LanguageTable

    def label(self, at: int) -> tuple[str, int]:
        """One part of an address at `at` and where it ends; empty when there is none."""
        span = self.spans.get(at)
        if span is not None:
            return (span.text, at + span.length) if span.text.isdigit() else ("", at)
        label = _without_accents(self.keys[at]) if at < len(self.keys) else ""
        return (label, at + 1) if _LABEL.fullmatch(label) else ("", at)


def join_addresses(
    tokens: Sequence[Token], spans: Mapping[int, Span], table: LanguageTable, rules: FormattingRules
) -> tuple[list[Token], list[str]]:
    """Put spoken addresses together; also the names of the rules that fired."""
    keys = keys_of(tokens)
    if not (rules.emails or rules.urls) or not _may_hold_address(keys, table):
        return list(tokens), []
    utterance = _Utterance(keys, spans, table)
    joined: list[Token] = []
    applied: list[str] = []
    at = 0
    told_until = 0  # so far another address counts as evidence
    while at < len(tokens):
        email = _email(utterance, at, told=at < told_until) if rules.emails else None
        found = email or (_url(utterance, at) if rules.urls else None)
        if found is None:
            joined.append(tokens[at])
            at += 1
            continue
        joined.append(replace(tokens[at], text=found[0], cased=True, literal=True))
        applied.append("emails" if email else "urls")
        at = found[1]
        told_until = at + _EVIDENCE_REACH if email else told_until
    return joined, applied


def _without_accents(word: str) -> str:
    """How names are written in addresses: "müller" as mueller, "garcía" as garcia."""
    if word.isascii():
        return word
    folded = unicodedata.normalize("NFKD", word.translate(_UMLAUTS))
    return "".join(char for char in folded if not unicodedata.combining(char))


def _may_hold_address(keys: Sequence[str], table: LanguageTable) -> bool:
    """Whether a dot was spoken or written inside a word, without which there is no domain."""
    dot = table.address.dot
    return any(dot.match(keys, at) is not None or "." in key for at, key in enumerate(keys))


def _email(utterance: _Utterance, at: int, *, told: bool) -> tuple[str, int] | None:
    words = utterance.table.address
    local, end = _chain(utterance, at)
    if not local or utterance.keys[at] in words.not_local:
        return None
    explicit = words.explicit_at.match(utterance.keys, end)
    sign = explicit or words.at.match(utterance.keys, end)
    if sign is None:
        return None
    domain, domain_end, _ = _domain(utterance, end + sign[1])
    if not domain:
        return None
    before = utterance.keys[max(0, at - _EVIDENCE_REACH) : at]
    told = told or explicit is not None or not local.isalpha() or bool(words.evidence.intersection(before))
    whole = not any(utterance.keys[:at]) and not any(utterance.keys[domain_end:])
    return (f"{local}@{domain}", domain_end) if told or whole else None


def _chain(utterance: _Utterance, at: int) -> tuple[str, int]:
    """The part before the "@": labels joined by spoken dots, dashes and underscores."""
    words = utterance.table.address
    text, at = utterance.label(at)
    while text:
        dot = words.dot.match(utterance.keys, at)
        separator = (".", dot[1]) if dot else words.separators.match(utterance.keys, at)
        if separator is not None:
            part, end = utterance.label(at + separator[1])
            if not part:
                break
            text, at = text + separator[0] + part, end
        elif at in utterance.spans and utterance.spans[at].text.isdigit():
            text, at = text + utterance.spans[at].text, at + utterance.spans[at].length
        else:
            break
    return text, at


def _domain(utterance: _Utterance, at: int) -> tuple[str, int, str]:
    """A host name with a known ending: its text, where it ends, and the ending."""
    words = utterance.table.address
    text, at = utterance.label(at)
    best = (text, at) if text and _ending(text) in top_level_domains() and "." in text else ("", at)
    while text:
        dot = words.dot.match(utterance.keys, at)
        hyphen = words.separators.match(utterance.keys, at) if dot is None else None
        joint = (".", dot[1]) if dot else hyphen if hyphen and hyphen[0] == "-" else None
        if joint is None:
            break
        part, end = utterance.label(at + joint[1])
        if not part:
            break
        text, at = text + joint[0] + part, end
        if "." in text and _ending(text) in top_level_domains():
            best = (text, at)
    return best[0], best[1], _ending(best[0])


def _ending(domain: str) -> str:
    return domain.rpartition(".")[2]


def _url(utterance: _Utterance, at: int) -> tuple[str, int] | None:
    words = utterance.table.address
    scheme, host_at = _scheme(utterance, at)
    world_wide, host_at = _world_wide(utterance, host_at)
    domain, end, ending = _domain(utterance, host_at)
    if not domain or (end == host_at + 1 and not scheme and not world_wide):
        return None  # one word: the recogniser wrote it, and it stays as it is unless a path follows
    certain = bool(scheme or world_wide)
    if not certain and (utterance.keys[host_at] in words.not_domain or ending in words.doubtful_endings):
        return None
    path, end = _path(utterance, end)
    return scheme + world_wide + domain + path, end


def _scheme(utterance: _Utterance, at: int) -> tuple[str, int]:
    words = utterance.table.address
    key = utterance.keys[at] if at < len(utterance.keys) else ""
    if key not in _SCHEMES:
        return "", at
    end = at + 1
    for phrase in (words.colon, words.slash, words.slash):
        found = phrase.match(utterance.keys, end)
        if found is None:
            return "", at
        end += found[1]
    return f"{key}://", end


def _world_wide(utterance: _Utterance, at: int) -> tuple[str, int]:
    keys = utterance.keys
    length = 1 if keys[at : at + 1] == ["www"] else 3 if keys[at : at + 3] == ["w", "w", "w"] else 0
    dot = utterance.table.address.dot.match(keys, at + length) if length else None
    return ("www.", at + length + dot[1]) if dot else ("", at)


def _path(utterance: _Utterance, at: int) -> tuple[str, int]:
    words = utterance.table.address
    text = ""
    while (slash := words.slash.match(utterance.keys, at)) is not None:
        part, end = _chain(utterance, at + slash[1])
        text, at = f"{text}/{part}", end if part else at + slash[1]
    return text, at
