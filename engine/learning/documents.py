"""Terms out of the user's own documents: shown with their counts, added only when the user says so."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.errors import InputError
from engine.learning.spans import terms_in
from engine.learning.textwords import key_of, words_in

KINDS = ".txt, .md, .docx or .pdf"
LARGEST = 50_000_000  # bytes
MARKUP = re.compile(r"```.*?```|`[^`\n]*`|https?://\S+|!?\[[^\]]*\]\([^)]*\)|<[^>\n]+>", re.DOTALL)
LINK_TEXT = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
TERM = re.compile(r"[^\W\d_].*")  # begins with a letter


@dataclass(frozen=True)
class FoundTerm:
    """A possible term, how often it occurs, and the first sentence it stands in."""

    text: str
    count: int
    example: str


def find_terms(path: Path, known: frozenset[str] = frozenset()) -> list[FoundTerm]:
    """The words of a document that are not ordinary, and its names, the most frequent first.

    Args:
        known: terms that need no finding (as they are written).

    Raises:
        InputError: the document cannot be read, or is of another kind.
    """
    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    spellings: dict[str, Counter[str]] = {}
    for sentence in _sentences(read_document(path)):
        for term in terms_in(sentence):
            if len(term) > 2 and TERM.fullmatch(term):
                key = " ".join(key_of(word.text) for word in words_in(term))
                counts[key] += 1
                spellings.setdefault(key, Counter())[term] += 1
                examples.setdefault(key, sentence.strip())
    found = [FoundTerm(spellings[key].most_common(1)[0][0], n, examples[key]) for key, n in counts.most_common()]
    return [term for term in found if term.text not in known]


def read_document(path: Path) -> str:
    """The text of a txt, md, docx or pdf file.

    Raises:
        InputError: it is not there, too large, damaged, locked by a password, or of another kind.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise InputError(f"{path} is not a document that can be read.", f"Give a {KINDS} file.")
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"{path} is too large.", f"Give documents of up to {LARGEST // 1_000_000} MB.")
        return reader(path)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", f"Give a {KINDS} file.") from error


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return path.read_text(encoding="cp1252", errors="replace")


def _read_markdown(path: Path) -> str:
    return MARKUP.sub(" ", LINK_TEXT.sub(r"\1", _read_text(path)))


def _read_docx(path: Path) -> str:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, zipfile.BadZipFile, SyntaxError, KeyError, ValueError) as error:
        raise InputError(f"{path} is no Word document, or damaged.", "Save it again as .docx.") from error
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def _read_pdf(path: Path) -> str:
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted:
            raise InputError(f"{path} is locked by a password.", "Save it without one.")
        text = "\n".join(page.extract_text() for page in reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise InputError(f"{path} is no PDF that can be read, or damaged.", "Save it again.") from error
    if not text.strip():
        raise InputError(f"{path} holds no text, only pictures.", "Give the document the PDF was made from.")
    return re.sub(r"-\n(?=[a-z])", "", text)


READERS: dict[str, Callable[[Path], str]] = {
    ".txt": _read_text,
    ".md": _read_markdown,
    ".docx": _read_docx,
    ".pdf": _read_pdf,
}


def _sentences(text: str) -> Iterator[str]:
    """Sentences; a single line break does not end one, an empty line or a heading's does."""
    for paragraph in re.split(r"\n\s*\n|\n(?=[#*\-•])", text):
        yield from re.split(r"(?<=[.!?])\s+", " ".join(paragraph.split()).lstrip("#*-• "))
