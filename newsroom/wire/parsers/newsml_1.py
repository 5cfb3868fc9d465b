"""NewsML 1.0 to 1.2: items of nested components, each with its own lines and files."""

from newsroom.wire.items import Subject
from newsroom.wire.parsers import newsml_1_content
from newsroom.wire.parsers.drafts import Draft
from newsroom.wire.parsers.xml_tree import (
    Element,
    attribute,
    language_of,
    text_at,
    text_of,
    texts_at,
)

_SUBJECTS = ("SubjectDetail", "SubjectMatter", "Subject")
_NO_CODE = {"", "00000000"}


def drafted(item: Element) -> Draft:
    identifier = item.find("Identification/NewsIdentifier")
    management = item.find("NewsManagement")
    draft = Draft(
        headline=text_at(item, ".//NewsLines/HeadLine", "Identification/NameLabel"),
        standfirst=text_at(item, ".//NewsLines/SubHeadLine"),
        slugline=text_at(item, ".//NewsLines/SlugLine", "Identification/NameLabel"),
        byline=text_at(item, ".//NewsLines/ByLine"),
        dateline=text_at(item, ".//NewsLines/DateLine"),
        credit=text_at(item, ".//NewsLines/CreditLine"),
        copyright=text_at(item, ".//NewsLines/CopyrightLine") or _copyright(item),
        keywords=texts_at(item, ".//NewsLines/KeywordLine"),
        language=attribute(item.find(".//DescriptiveMetadata/Language"), "FormalName")
        or language_of(item),
        provider=_provider(item),
        via=_formal_names(item, ".//AdministrativeMetadata/Source/Party"),
        subjects=_subjects(item),
        usage_terms=_terms(item),
    )
    if identifier is not None:
        _identify(draft, identifier)
    if management is not None:
        _manage(draft, management)
    newsml_1_content.fill(draft, item)
    return draft


def _identify(draft: Draft, identifier: Element) -> None:
    """The public identifier names its revision too; a family is all revisions."""
    parts = [text_at(identifier, name) for name in ("ProviderId", "DateId", "NewsItemId")]
    public = text_at(identifier, "PublicIdentifier")
    draft.version = text_at(identifier, "RevisionId")
    revision = f":{draft.version}"
    unmarked = public.rstrip("NUA") if public[-1:] in "NUA" else public
    draft.guid = f"urn:newsml:{':'.join(parts)}" if all(parts) else unmarked.removesuffix(revision)
    kind = attribute(identifier.find("RevisionId"), "Update")
    if draft.version not in {"", "0", "1"} or kind in {"U", "A"}:
        draft.signal_words.append("update")


def _manage(draft: Draft, management: Element) -> None:
    draft.published = text_at(management, "FirstCreated", "ThisRevisionCreated")
    draft.updated = text_at(management, "ThisRevisionCreated")
    draft.priority = attribute(management.find("Urgency"), "FormalName")
    draft.status_words = _formal_names(management, "Status")
    draft.signal_words += _formal_names(management, "Instruction")
    draft.signal_words += _formal_names(management, "NewsItemType")
    draft.editors_note = texts_at(management, "UsageInstruction") + texts_at(
        management, "Instruction"
    )
    if any(word.casefold() == "embargoed" for word in draft.status_words):
        changes = [text_at(each, "DateAndTime") for each in management.iterfind("StatusWillChange")]
        draft.embargoes = changes or [""]


def _provider(item: Element) -> str:
    named = _formal_names(item, ".//AdministrativeMetadata/Provider/Party")
    return next(iter(named), "") or text_at(item, "Identification/NewsIdentifier/ProviderId")


def _copyright(item: Element) -> str:
    found = item.find(".//RightsMetadata/Copyright")
    if found is None:
        return ""
    words = (text_at(found, name) for name in ("CopyrightDate", "CopyrightHolder"))
    return " ".join(filter(None, ("©", *words)))


def _terms(item: Element) -> list[str]:
    """Rights lines, and each usage right's parts as one sentence."""
    rights = [
        ". ".join(filter(None, (text_of(part).strip() for part in right)))
        for right in item.iterfind(".//RightsMetadata/UsageRights")
    ]
    return texts_at(item, ".//NewsLines/RightsLine") + rights


def _subjects(item: Element) -> list[Subject]:
    found = []
    for code in item.iterfind(".//SubjectCode"):
        numbers = (
            attribute(each, "FormalName") for name in _SUBJECTS for each in code.iterfind(name)
        )
        number = next((each for each in numbers if each not in _NO_CODE), "")
        if number:
            found.append(Subject(f"subj:{number}" if number.isdigit() else number))
    return found


def _formal_names(above: Element, path: str) -> list[str]:
    return [name for each in above.iterfind(path) if (name := attribute(each, "FormalName"))]
