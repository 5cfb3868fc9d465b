"""What content credentials say in plain words, and which pictures they flag."""

import base64
from collections.abc import Iterator

import pytest

from newsroom.photos import credential_reading
from newsroom.photos.content_credentials import (
    Report,
    Standing,
    elsewhere,
    interpret,
    may_have_credentials,
)
from newsroom.photos.credential_reading import BrokenOffError, in_own_process
from newsroom.photos.facts import Details
from newsroom.photos.source_types import Flag
from tests.photos import pictures

SOURCE = " http://cv.iptc.org/newscodes/digitalsourcetype/"  # the blank is seen in the wild


def manifest(*actions: dict, ingredients: tuple = ()) -> dict:
    return {
        "signature_info": {
            "issuer": "Camera Works",
            "common_name": "Camera 7",
            "time": "2026-11-03",
        },
        "claim_generator_info": [{"name": "Lightroom", "version": "9"}],
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": list(actions)}}],
        "ingredients": list(ingredients),
    }


def created(kind: str) -> dict:
    return {"action": "c2pa.created", "digitalSourceType": SOURCE + kind}


def store(own: dict, *codes: tuple[str, str], **others: dict) -> dict:
    status = [{"code": code, "url": f"self#jumbf=/c2pa/{of}/c2pa.signature"} for code, of in codes]
    return {
        "active_manifest": "own",
        "manifests": {"own": own, **others},
        "validation_status": status,
    }


def test_a_camera_that_signed_is_named_with_what_was_done():
    own = manifest(created("digitalCapture"), {"action": "c2pa.cropped", "softwareAgent": "Crop 2"})
    report = interpret(store(own, ("signingCredential.untrusted", "own")), "Valid")
    assert report == Report(
        Standing.UNKNOWN_SIGNER,
        signer="Camera 7, Camera Works",
        signed_at="2026-11-03",
        generator="Lightroom 9",
        actions=("made, taken with a digital camera", "cropped, with Crop 2"),
        sources=("taken with a digital camera",),
        source_types=("digitalCapture",),
    )
    assert Report.from_json(report.as_json()) == report


def test_a_signer_on_the_list_is_trusted():
    assert interpret(store(manifest()), "Trusted").standing is Standing.TRUSTED


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("assertion.dataHash.mismatch", "The pixels were changed after the picture was signed."),
        ("claimSignature.mismatch", "The signature does not fit what it signs"),
        ("made.up", "The credentials have a fault: made.up."),
    ],
)
def test_what_is_broken_is_told_apart(code, words):
    report = interpret(store(manifest(), (code, "own")), "Invalid")
    assert report.standing is Standing.BROKEN
    assert report.faults[0].startswith(words)


def test_the_fault_of_a_picture_that_was_placed_is_not_the_pictures_own():
    codes = ("claimSignature.mismatch", "part")
    report = interpret(store(manifest(), codes, part=manifest()), "Invalid")
    assert report.standing is Standing.UNKNOWN_SIGNER
    assert (report.faults, len(report.earlier_faults)) == ((), 1)


PLACED = {"action": "c2pa.placed"}
PARENT = ({"relationship": "parentOf", "active_manifest": "part"},)
COMPONENT = ({"relationship": "componentOf", "active_manifest": "part"},)
MADE = manifest(created("trainedAlgorithmicMedia"))
TAKEN = manifest(created("digitalCapture"))


@pytest.mark.parametrize(
    ("own", "part", "flag"),
    [
        (TAKEN, TAKEN, None),
        (MADE, TAKEN, Flag.MACHINE),
        (manifest(created("compositeWithTrainedAlgorithmicMedia")), TAKEN, Flag.PARTLY_MACHINE),
        (manifest(created("compositeCapture")), TAKEN, Flag.COMPOSITE),
        (manifest(PLACED, ingredients=COMPONENT), TAKEN, Flag.COMPOSITE),
        (manifest(PLACED, ingredients=COMPONENT), MADE, Flag.PARTLY_MACHINE),
        (manifest({"action": "c2pa.cropped"}, ingredients=PARENT), MADE, Flag.MACHINE),
    ],
)
def test_made_and_composed_pictures_are_flagged(own, part, flag):
    assert interpret(store(own, part=part), "Valid").flag is flag


def test_only_files_that_could_have_credentials_are_looked_into():
    assert not may_have_credentials(pictures.jpeg(), Details())
    assert may_have_credentials(pictures.jpeg(), Details(provenance="https://else.example/m"))
    assert may_have_credentials(b"...jumb...c2pa...", Details())


def test_nonsense_in_a_store_is_no_error():
    for nonsense in ({}, {"manifests": None}, {"active_manifest": "x", "manifests": {}}):
        assert interpret(nonsense, "").standing is Standing.UNKNOWN_SIGNER


@pytest.mark.parametrize("fails", ["import os; os.abort()", "print('no report')"])
def test_a_reader_that_crashes_takes_nothing_with_it(monkeypatch, fails):
    monkeypatch.setattr(credential_reading, "COMMAND", ("-c", fails))
    with pytest.raises(BrokenOffError):
        in_own_process(pictures.jpeg(), "image/jpeg")


SHARED = {
    "c2pa-A.jpg": (Standing.ABSENT, "", None),
    "c2pa-C.jpg": (Standing.UNKNOWN_SIGNER, "", Flag.MACHINE),
    "c2pa-C_with_CAWG_data.jpg": (Standing.UNKNOWN_SIGNER, "", None),
    "c2pa-CACAE-uri-CA.jpg": (Standing.UNKNOWN_SIGNER, "", Flag.MACHINE),
    "c2pa-CIE-sig-CA.jpg": (Standing.UNKNOWN_SIGNER, "", Flag.MACHINE),
    "c2pa-E-sig-CA.jpg": (Standing.BROKEN, "The signature does not fit what it signs", None),
    "c2pa-XCA.jpg": (Standing.BROKEN, "The pixels were changed after", None),
    "c2pa-cloud.jpg": (Standing.ELSEWHERE, "", None),
}


def test_real_credentials_are_read_and_the_broken_ones_told_apart(shared):
    folder = shared / "develop" / "photos"
    if not folder.is_dir():
        pytest.skip("no photos in ../shared")
    for name, (standing, fault, flag) in SHARED.items():
        report = in_own_process((folder / name).read_bytes(), "image/jpeg")
        assert (report.standing, report.flag) == (standing, flag), name
        assert "".join(report.faults).startswith(fault), name
        if standing is not Standing.ABSENT and standing is not Standing.ELSEWHERE:
            assert report.signer == "C2PA Signer, C2PA Test Signing Cert", name
        if name == "c2pa-CIE-sig-CA.jpg":
            assert report.earlier_faults[0].startswith("The signature does not fit")


def test_what_is_kept_elsewhere_is_not_fetched():
    assert elsewhere("https://else.example/m").address == "https://else.example/m"


def test_a_signer_on_the_newsrooms_list_is_trusted(shared, tmp_path):
    path = shared / "develop" / "photos" / "c2pa-C.jpg"
    if not path.is_file():
        pytest.skip("no photos in ../shared")
    data, signers = path.read_bytes(), tmp_path / "signers.pem"
    signers.write_text("".join(certificates(data)))
    assert in_own_process(data, "image/jpeg", str(signers)).standing is Standing.TRUSTED


def certificates(data: bytes) -> Iterator[str]:
    """Those that stand in a signed file, as PEM."""
    at = data.find(b"\x30\x82")
    while at >= 0:
        length = 4 + int.from_bytes(data[at + 2 : at + 4], "big")
        whole = data[at + 4 : at + 6] == b"\x30\x82" and 300 < length < 3000
        if whole:
            body = base64.encodebytes(data[at : at + length]).decode()
            yield f"-----BEGIN CERTIFICATE-----\n{body}-----END CERTIFICATE-----\n"
        at = data.find(b"\x30\x82", at + (length if whole else 2))
