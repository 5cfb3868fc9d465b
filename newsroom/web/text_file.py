"""A text file that a form sends: read as UTF-8 and no larger than it may be, or what is wrong."""

from wtforms import FileField

from newsroom.web.forms import Form

MOST_BYTES = 20_000_000
"""Of a list of entries; more than 100,000 of them."""


class TextFileForm(Form):
    file = FileField("A file")


def sent_text(form: TextFileForm, choose: str) -> tuple[str, str, str]:
    """The file's name, its text, and what is wrong with it: `choose` where there is none."""
    sent = form.file.data
    if not form.validate() or not sent or not sent.filename:
        return "", "", choose
    data = sent.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        return "", "", f"The file is larger than {MOST_BYTES // 1_000_000} MB; send it in parts."
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "", "", "The file is not in UTF-8. Save it as “CSV UTF-8” and send it again."
    if "\0" in text:
        return "", "", "The file is no text: it holds signs that only programs write."
    return "".join(c for c in sent.filename if c.isprintable()), text, ""
