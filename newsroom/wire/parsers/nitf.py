"""NITF: one story in a file, its state and rights in the attributes of its head."""

from newsroom.wire.items import Subject
from newsroom.wire.moments import moment
from newsroom.wire.parsers.drafts import Draft, Reading
from newsroom.wire.parsers.nitf_body import NitfBody, body_of
from newsroom.wire.parsers.xml_tree import Element, attribute, language_of, text_at, texts_at


def drafted(nitf: Element, reading: Reading) -> Draft:
    body = body_of(nitf)
    draft = Draft(
        headline=body.headline or text_at(nitf, "head/title"),
        markup=body.markup,
        standfirst=body.standfirst,
        byline=body.byline,
        dateline=body.dateline,
        pictures=body.pictures,
        usage_terms=body.usage_terms,
        editors_note=body.notes,
        language=language_of(nitf) or _meta(nitf, "language", "lang"),
    )
    docdata = nitf.find(".//docdata")
    if docdata is not None:
        _docdata(draft, docdata, reading)
    draft.provider = _provider(nitf, body)
    draft.keywords = _attributes(nitf, ".//keyword", "key") or texts_at(nitf, ".//keyword")
    draft.subjects = [*_subjects(nitf)]
    draft.slugline = _meta(nitf, "slug", "slugline") or draft.slugline
    return draft


def _docdata(draft: Draft, docdata: Element, reading: Reading) -> None:
    key = docdata.find("du-key")
    identifier = docdata.find("doc-id")
    draft.guid = attribute(identifier, "id-string", "id")
    draft.family = attribute(key, "key")
    draft.version = ".".join(
        filter(None, (attribute(key, name) for name in ("generation", "version")))
    )
    draft.priority = attribute(docdata.find("urgency"), "ed-urg")
    draft.published = draft.updated = attribute(docdata.find("date.issue"), "norm")
    draft.expires = attribute(docdata.find("date.expire"), "norm")
    draft.slugline = attribute(docdata.find("fixture"), "fix-id")
    draft.status_words = [attribute(docdata, "management-status")]
    draft.embargoes = _embargoes(docdata, reading)
    draft.editors_note.extend(_attributes(docdata, "ed-msg", "info"))
    for correction in docdata.iterfind("correction"):
        draft.signal_words.append("correction")
        draft.editors_note.extend(filter(None, [attribute(correction, "info")]))
    held = docdata.find("doc.copyright")
    draft.copyright = " ".join(
        filter(None, ("©", attribute(held, "year"), attribute(held, "holder")))
    )
    if draft.copyright == "©":
        draft.copyright = ""
    for rights in docdata.iterfind("doc.rights"):
        words = (attribute(rights, name) for name in ("limitations", "geography", "type"))
        draft.usage_terms.extend(filter(None, words))


def _embargoes(docdata: Element, reading: Reading) -> list[str]:
    """A release that is not later than the issue holds nothing back; an empty one holds all."""
    issued = moment(attribute(docdata.find("date.issue"), "norm"), reading.zone)
    releases = [attribute(release, "norm") for release in docdata.iterfind("date.release")]
    held = []
    for release in releases:
        at = moment(release, reading.zone)
        if at is None or issued is None or at > issued:
            held.append(release)
    if attribute(docdata, "management-status").casefold() == "embargoed" and not releases:
        held.append("")
    return held


def _provider(nitf: Element, body: NitfBody) -> str:
    return (
        body.provider
        or attribute(nitf.find(".//doc.copyright"), "holder")
        or attribute(nitf.find(".//pubdata"), "name")
        or attribute(nitf.find(".//doc-id"), "regsrc")
    )


def _subjects(nitf: Element) -> list[Subject]:
    found = []
    for subject in nitf.iterfind(".//tobject.subject"):
        number = attribute(subject, "tobject.subject.refnum")
        names = [f"tobject.subject.{part}" for part in ("detail", "matter", "type")]
        found.append(Subject(f"subj:{number}" if number else "", attribute(subject, *names)))
    for classifier in nitf.iterfind(".//classifier"):
        kind, value = attribute(classifier, "type"), attribute(classifier, "idsrc-id", "value")
        found.append(Subject(":".join(filter(None, (kind, value)))))
    return found


def _meta(nitf: Element, *names: str) -> str:
    said = {
        attribute(one, "name").casefold(): attribute(one, "content")
        for one in nitf.iterfind("head/meta")
    }
    return next(filter(None, (said.get(name, "") for name in names)), "")


def _attributes(above: Element, path: str, name: str) -> list[str]:
    return [value for each in above.iterfind(path) if (value := attribute(each, name))]
