import docx
import pypdf
import pytest

from engine.errors import InputError
from engine.learning.documents import find_terms, read_document

TEXT = "The gollywobbler tore near Skerrivore. A gollywobbler costs two thousand. Ask Captain Grimsby Toll."


def pdf_with(text, file):
    """A PDF of one page, made by hand: pypdf reads and does not write text."""
    content = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 200] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    file.write_bytes(body + end % (table, len(body)))


def document_in(folder, kind):
    file = folder / f"notes.{kind}"
    if kind == "docx":
        document = docx.Document()
        document.add_paragraph(TEXT)
        document.save(str(file))
    elif kind == "pdf":
        pdf_with(TEXT, file)
    else:
        file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.mark.parametrize("kind", ["txt", "md", "docx", "pdf"])
def test_every_kind_of_document_gives_its_terms_with_counts(tmp_path, kind):
    found = find_terms(document_in(tmp_path, kind))

    assert {term.text: term.count for term in found} == {"gollywobbler": 2, "Skerrivore": 1, "Captain Grimsby Toll": 1}
    assert found[0].example == "The gollywobbler tore near Skerrivore."


def test_code_and_addresses_are_no_terms(tmp_path):
    file = tmp_path / "notes.md"
    file.write_text("See https://example.org/xyzzy or [the Drogmar page](http://a.b/qwfp).\n\n```\nfrobnicate()\n```\n")

    assert [term.text for term in find_terms(file)] == ["Drogmar"]


def test_a_document_that_cannot_be_read_says_why(tmp_path):
    locked = tmp_path / "locked.pdf"
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(locked)
    empty = tmp_path / "empty.pdf"
    plain = pypdf.PdfWriter()
    plain.add_blank_page(100, 100)
    plain.write(empty)

    for file, why in ((locked, "password"), (empty, "no text"), (tmp_path / "notes.xlsx", "not a document")):
        with pytest.raises(InputError, match=why):
            read_document(file)
