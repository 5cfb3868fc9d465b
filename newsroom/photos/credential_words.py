"""The C2PA standard's codes in plain words: what is wrong with credentials, and what was done."""

FAULTS: dict[str, str] = {
    "assertion.dataHash.mismatch": "The pixels were changed after the picture was signed.",
    "assertion.bmffHash.mismatch": "The pixels were changed after the picture was signed.",
    "assertion.boxesHash.mismatch": "The file was changed after the picture was signed.",
    "assertion.hashedURI.mismatch": "A statement in the credentials was changed after the signing.",
    "assertion.missing": "A statement that was signed is missing from the credentials.",
    "claimSignature.mismatch": "The signature does not fit what it signs: the credentials were "
    "changed, or made up.",
    "claimSignature.missing": "The credentials carry no signature.",
    "claimSignature.outsideValidity": "The picture was signed outside the time that the signer’s "
    "certificate was valid.",
    "signingCredential.expired": "The signer’s certificate had expired.",
    "signingCredential.revoked": "The signer’s certificate was called back.",
    "signingCredential.invalid": "The signer’s certificate is not one for signing pictures.",
    "timeStamp.mismatch": "The time stamp does not fit the signature.",
    "ingredient.hashedURI.mismatch": "The record of a picture that this one was made of was changed.",
    "ingredient.manifest.mismatch": "The record of a picture that this one was made of was changed.",
}
"""What went wrong, by the standard's code; a code that is not here is told as it stands."""

NO_FAULTS = frozenset({"signingCredential.untrusted", "cawg.x509.credential.untrusted"})
"""Codes that say only that nobody here has put the signer on a list."""

ACTIONS: dict[str, str] = {
    "c2pa.created": "made",
    "c2pa.opened": "opened from an earlier picture",
    "c2pa.placed": "another picture placed in it",
    "c2pa.color_adjustments": "colours adjusted",
    "c2pa.cropped": "cropped",
    "c2pa.resized": "resized",
    "c2pa.edited": "edited",
    "c2pa.edited.metadata": "metadata edited",
    "c2pa.filtered": "filtered",
    "c2pa.drawing": "drawn upon",
    "c2pa.orientation": "turned",
    "c2pa.converted": "converted",
    "c2pa.transcoded": "saved in another format",
    "c2pa.published": "published",
    "c2pa.removed": "something removed",
    "c2pa.redacted": "a statement removed",
    "c2pa.repackaged": "packed anew",
    "c2pa.watermarked": "watermarked",
    "c2pa.managed": "taken into a system",
    "c2pa.enhanced": "enhanced",
    "c2pa.adjustedColor": "colours adjusted",
    "c2pa.unknown": "changed in a way that is not named",
}
