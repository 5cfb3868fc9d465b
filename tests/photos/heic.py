"""HEIC without an encoder of HEVC: one whose blocks hold their pixels as they are (I_PCM), and the
small picture out of a real file. What Pillow writes of this family is AVIF alone."""

import struct

BLOCK = 16
"""Pixels of a side of a coding block, which is a whole coding tree here."""

CHANCES = (240, 227, 216, 205, 195, 185, 175, 166, 158, 150, 142, 135, 128, 122, 116, 110)
"""Of the less probable value in the states 0 to 15, at a range of 448 and more (table 9-52)."""

VPS, SPS, PPS, PICTURE = 32, 33, 34, 20


class Bits:
    """A bit stream from its first bit on."""

    def __init__(self) -> None:
        self.written = ""

    def u(self, number: int, width: int = 1) -> "Bits":
        self.written += f"{number:0{width}b}" if width else ""
        return self

    def ue(self, *numbers: int) -> "Bits":
        """Exponential Golomb."""
        for number in numbers:
            coded = f"{number + 1:b}"
            self.written += "0" * (len(coded) - 1) + coded
        return self

    def flags(self, values: str) -> "Bits":
        self.written += values.replace(" ", "")
        return self

    def aligned(self, first: str = "") -> "Bits":
        self.written += first
        self.written += "0" * (-len(self.written) % 8)
        return self

    def bytes(self) -> bytes:
        return int(self.written, 2).to_bytes(len(self.written) // 8, "big")


class Coder:
    """The arithmetic coder (9.3.4), as far as blocks of pixels need it."""

    def __init__(self, bits: Bits) -> None:
        self.bits, self.state = bits, 0
        self.begin()

    def begin(self) -> None:
        self.low, self.range, self.waiting, self.first = 0, 510, 0, True

    def likely(self) -> None:
        """The more probable value of the one context that is used."""
        self.range -= CHANCES[self.state]
        self.state = min(self.state + 1, len(CHANCES) - 1)
        self.renorm()

    def go_on(self) -> None:
        """More coded bits follow."""
        self.range -= 2
        self.renorm()

    def end(self) -> None:
        """Something else than coded bits follows."""
        self.range -= 2
        self.low += self.range
        self.range = 2
        self.renorm()
        self.put(self.low >> 9 & 1)
        self.bits.u(self.low >> 7 & 3 | 1, 2)
        self.bits.aligned()

    def renorm(self) -> None:
        while self.range < 256:
            if self.low < 256:
                self.put(0)
            elif self.low >= 512:
                self.low -= 512
                self.put(1)
            else:
                self.low -= 256
                self.waiting += 1
            self.range <<= 1
            self.low <<= 1

    def put(self, bit: int) -> None:
        if self.first:
            self.first = False
        else:
            self.bits.u(bit)
        self.bits.written += str(1 - bit) * self.waiting
        self.waiting = 0


def unit(kind: int, body: bytes) -> bytes:
    """A NAL unit; three bytes that look like the start of another are told apart."""
    guarded = bytearray()
    for byte in body:
        if guarded[-2:] == b"\0\0" and byte < 4:
            guarded.append(3)
        guarded.append(byte)
    return bytes((kind << 1, 1)) + bytes(guarded)


PROFILE = "00 0 00011" + f"{0x70000000:032b}" + "1011" + "0" * 44 + f"{30:08b}"
"""Main Still Picture, level 1."""


def _parameters(width: int, height: int) -> tuple[bytes, bytes, bytes]:
    vps = Bits().u(0, 4).flags("11").u(0, 6).u(0, 3).u(1).u(0xFFFF, 16).flags(PROFILE)
    vps.u(1).ue(0, 0, 0).u(0, 6).ue(0).flags("00").aligned("1")
    sps = Bits().u(0, 4).u(0, 3).u(1).flags(PROFILE).ue(0, 1, width, height).u(0)
    sps.ue(0, 0, 0).u(1).ue(0, 0, 0)
    sps.ue(1, 0, 0, 2, 0, 0).flags("000")  # blocks of 16; no scaling, no asymmetry, no offsets
    sps.u(1).u(7, 4).u(7, 4).ue(1, 0).u(1)  # pixels of eight bits as they are
    sps.ue(0).flags("00000").aligned("1")
    pps = Bits().ue(0, 0).flags("00 000 00").ue(0, 0, 0).flags("000").ue(0, 0)
    pps.flags("0000 0 00").flags("1 0 1").flags("00").ue(0).flags("00").aligned("1")
    return unit(VPS, vps.bytes()), unit(SPS, sps.bytes()), unit(PPS, pps.bytes())


def _picture(width: int, height: int) -> bytes:
    bits = Bits().flags("10").ue(0, 2, 0).aligned("1")
    coder = Coder(bits)
    count = (width // BLOCK) * (height // BLOCK)
    for number in range(count):
        coder.likely()  # not split in parts
        coder.end()  # pixels follow as they are
        for side, shade in ((BLOCK, 16 + 12 * number), (BLOCK // 2, 90), (BLOCK // 2, 170)):
            for pixel in range(side * side):
                bits.u((shade + pixel % side) % 256, 8)
        coder.begin()
        if number < count - 1:
            coder.go_on()
    coder.end()
    return unit(PICTURE, bits.bytes())


def written(width: int = 64, height: int = 48) -> bytes:
    """A HEIC of that many pixels: at most 16 blocks of 16 each way."""
    units = _parameters(width, height)
    profile = int(PROFILE.replace(" ", ""), 2).to_bytes(12, "big")
    record = b"\1" + profile + bytes.fromhex("f000 fc fd f8 f8 0000 0f 03")
    for kind, one in zip((VPS, SPS, PPS), units, strict=True):
        record += struct.pack(">BHH", 0x80 | kind, 1, len(one)) + one
    picture = _picture(width, height)
    return wrapped(record, (width, height), struct.pack(">I", len(picture)) + picture)


def box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I4s", len(body) + 8, kind) + body


def wrapped(record: bytes, size: tuple[int, int], data: bytes) -> bytes:
    """One coded picture with its decoder's record, as a file."""
    start = box(b"ftyp", b"heic", bytes(4), b"mif1heic")
    item = struct.pack(">HH", 1, 0) + b"hvc1\0"

    def meta(offset: int) -> bytes:
        place = struct.pack(">HHHHII", 1, 1, 0, 1, offset, len(data))
        properties = box(b"ipco", box(b"hvcC", record), box(b"ispe", struct.pack(">III", 0, *size)))
        return box(
            b"meta",
            bytes(4),
            box(b"hdlr", bytes(8), b"pict", bytes(13)),
            box(b"pitm", bytes(4), struct.pack(">H", 1)),
            box(b"iloc", bytes(4), b"\x44\0", place),
            box(b"iinf", bytes(4), struct.pack(">H", 1), box(b"infe", b"\2\0\0\0", item)),
            box(
                b"iprp", properties, box(b"ipma", bytes(4), bytes.fromhex("00000001 0001 02 81 82"))
            ),
        )

    return start + meta(len(start) + len(meta(0)) + 8) + box(b"mdat", data)


def small_of(data: bytes) -> bytes:
    """The second of the two coded pictures in a phone's file, which is its thumbnail, alone."""

    def nth(kind: bytes, number: int) -> bytes:
        at = -1
        for _ in range(number):
            at = data.index(kind, at + 1)
        length = int.from_bytes(data[at - 4 : at], "big")
        return data[at + 4 : at - 4 + length]

    places = nth(b"iloc", 1)
    base, _, first, length = struct.unpack(">IHII", places[-14:])
    _, width, height = struct.unpack(">III", nth(b"ispe", 2))
    return wrapped(nth(b"hvcC", 2), (width, height), data[base + first :][:length])
