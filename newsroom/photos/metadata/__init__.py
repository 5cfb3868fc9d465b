"""What a photo's own metadata says: XMP first, then IIM, then EXIF."""

from newsroom.photos.metadata.reading import read

__all__ = ["read"]
