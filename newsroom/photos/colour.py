"""How a picture's colours become what every screen shows alike: sRGB or grey, with alpha if any."""

from io import BytesIO

from PIL import Image, ImageCms

PROFILE_LIMIT = 4 * 1024 * 1024
"""Bytes; the profiles of presses have two million, hostile ones may have any number."""

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))

PALETTES, BITMAP, DEEP = ("P", "PA"), "1", ("I;16", "I;16B", "I;16L", "I")
DEEP_TO_EIGHT_BITS = 1 / 256

GREY_WITH_ALPHA = "LA"
PLAIN = frozenset({"RGB", "RGBA", "L"})


def resizable(image: Image.Image) -> Image.Image:
    """The same picture in a mode that can be made smaller without losing its tones."""
    if image.mode in PALETTES:
        see = "transparency" in image.info or image.mode == "PA"
        return image.convert("RGBA" if see else "RGB")
    if image.mode == BITMAP:
        return image.convert("L")
    if image.mode in DEEP:
        return image.convert("I").point(lambda value: value * DEEP_TO_EIGHT_BITS).convert("L")
    if image.mode == GREY_WITH_ALPHA or "transparency" in image.info:
        return image.convert("RGBA")
    return image


def standard(image: Image.Image) -> Image.Image:
    """The same picture in sRGB or grey; by its profile where it has one that can be read."""
    profile = image.info.get("icc_profile")
    if isinstance(profile, bytes) and 0 < len(profile) <= PROFILE_LIMIT:
        try:
            return _by_profile(image, profile)
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that does not fit its picture: as if it had none
    return image if image.mode in PLAIN else image.convert("RGB")


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image:
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    opaque = image.convert("RGB") if alpha else image
    source = ImageCms.ImageCmsProfile(BytesIO(profile))
    converted = ImageCms.profileToProfile(opaque, source, SRGB, outputMode="RGB")
    if converted is None:
        raise ValueError("nothing was converted")
    if alpha:
        converted.putalpha(alpha)
    return converted


def see_through(image: Image.Image) -> bool:
    """Whether any of it is transparent; an alpha channel alone says nothing."""
    if "A" not in image.getbands():
        return False
    return image.getchannel("A").getextrema() != (255, 255)
