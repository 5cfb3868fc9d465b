"""An upload is judged by what it holds, never by what it is called."""

import pytest

from newsroom.errors import Invalid
from newsroom.stories.intake import MAX_BYTES, decode, take_apart

TEXT = "Café owner’s boat\n\n“We are glad,” she said.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_a_text_is_read_in_the_encoding_it_is_in(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_utf_16_is_read_by_its_mark(mark):
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode(mark + TEXT.encode(encoding)) == TEXT


def test_a_guess_at_the_encoding_is_said():
    taken = take_apart(TEXT.encode("cp1252"))
    assert taken.notes[0] == (
        "The text was read as Windows-1252; check the accents and quotation marks."
    )


def test_bytes_that_no_encoding_names_are_taken_out_and_said():
    taken = take_apart(b"Ferry \x81strike ends\n\nCaf\xe9s are open again on the pier.\n")
    assert taken.headline == "Ferry strike ends"
    assert "Control characters were taken out of the text." in taken.notes


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_every_kind_of_line_end_is_one(end):
    assert decode(f"one{end}two".encode()) == "one\ntwo"


@pytest.mark.parametrize(
    ("character", "note"),
    [
        ("\x00", "Control characters were taken out of the text."),
        ("\x07", "Control characters were taken out of the text."),
        ("\x9f", "Control characters were taken out of the text."),
        ("\uffff", "Control characters were taken out of the text."),
        ("\ud83d", "Broken characters were taken out of the text; look for gaps in words."),
        ("\u200b", "Invisible characters were taken out of the text."),
        ("\u00ad", "Invisible characters were taken out of the text."),
    ],
)
def test_what_cannot_be_printed_is_taken_out_and_said(character, note):
    taken = take_apart(f"Ferry strike{character} ends\n\nThe crews went back to work on Tuesday.\n")
    assert taken.headline == "Ferry strike ends"
    assert taken.notes == (note,)


def test_joiners_and_marks_of_direction_stay():
    text = "می\u200cخواهم \u200fשלום"
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("said.\u00a0“Yes”", "said. “Yes”"),
        ("Tel\u00a0Aviv", "Tel Aviv"),
        ("10\u00a0000 boats", "10\u00a0000 boats"),
        ("5\u202f%", "5\u202f%"),
        ("«\u00a0Oui\u00a0» dit-il\u00a0: oui", "«\u00a0Oui\u00a0» dit-il\u00a0: oui"),
        ("two  blanks\tand a tab", "two blanks and a tab"),
        ("end \u00a0of", "end of"),
    ],
)
def test_a_no_break_blank_stays_where_it_binds(written, read):
    assert decode(written.encode()) == read


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7 something", "a PDF document"),
        (b"PK\x03\x04something", "a Word document or another archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document"),
        (b"{\\rtf1\\ansi}", "a rich text document"),
        (b"\xff\xd8\xff\xe0something", "a photo"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
    ],
)
def test_a_file_of_another_kind_is_refused_by_its_name(data, name):
    with pytest.raises(Invalid, match=f"This is {name}, not plain text"):
        decode(data)


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(Invalid, match="This file is not plain text"):
        decode(bytes(range(256)) * 4)


def test_half_a_character_of_utf_16_is_refused():
    with pytest.raises(Invalid, match="breaks off within a character"):
        decode(b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1])


@pytest.mark.parametrize("text", ["<!DOCTYPE html><p>Ferries", "  <html><body>Ferries"])
def test_the_source_of_a_web_page_is_refused(text):
    with pytest.raises(Invalid, match="source of a web page"):
        take_apart(text)


def test_more_than_a_megabyte_is_refused_in_either_form():
    with pytest.raises(Invalid, match="larger than 1 MB"):
        decode(b"a" * (MAX_BYTES + 1))
    with pytest.raises(Invalid, match="longer than 1 MB"):
        take_apart("é" * (MAX_BYTES // 2 + 1))


def test_a_book_is_refused():
    with pytest.raises(Invalid, match="more than 5,000 lines"):
        take_apart("A line of a book.\n\n" * 5_001)


@pytest.mark.parametrize("nothing", ["", " \n\t\n", "\u00a0", "\ufeff", b""])
def test_nothing_is_refused_with_what_to_do(nothing):
    with pytest.raises(Invalid) as refusal:
        take_apart(nothing)
    assert refusal.value.sentence == "There is no text here yet."
    assert refusal.value.fields == {"text": "Paste the story or choose a file."}
