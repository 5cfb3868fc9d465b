"""Ten thousand damaged samples: no fault, no silence. Counted, not timed; the seed is fixed."""

from random import Random

import pytest

from tests.wire.parsers.samples import SAMPLES, SHARED_SAMPLES, parsed

COUNT = 10_000
LONGEST = 6_000
"""Bytes of a sample; longer ones add time and no new paths."""

SPLICES = [
    *(b"\x00", b"<", b">", b"&", b'"', b"{", b"}", b"[", b"]", b"\\", b"\xff", b"\r\n", b"\x03"),
    *(b"<![CDATA[", b"]]>", b"<!--", b"&#0;", b"&nbsp;", b"\\ud800", b"null", b"-1", b"9" * 400),
    *(
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"\xef\xbb\xbf",
        b"KILL",
        b"EMBARGOED until",
        b"0000-00-00",
    ),
]


def damaged(random, samples):
    """One to four flips, cuts, repeats or splices of one sample, or a piece of another in it."""
    raw = bytearray(random.choice(samples))
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(raw) + 1)
        end = min(len(raw), at + random.randint(1, 200))
        match random.randrange(5):
            case 0:
                raw[at:end] = bytes(byte ^ (1 << random.randrange(8)) for byte in raw[at : at + 3])
            case 1:
                del raw[at:end]
            case 2:
                raw[at:at] = raw[at:end] * random.randint(1, 4)
            case 3:
                raw[at:at] = random.choice(SPLICES)
            case _:
                other = random.choice(samples)
                start = random.randrange(len(other))
                raw[at:end] = other[start : start + random.randint(1, 300)]
    return bytes(raw)


def read_damaged(samples, count, seed):
    random = Random(seed)
    for number in range(count):
        raw = damaged(random, samples)
        delivery = parsed(raw)
        assert delivery.items or delivery.notes, (number, raw[:200])
        for item in delivery.items:
            assert item.guid
            assert item.family
            assert "<script" not in item.html


@pytest.mark.parametrize("part", range(5))
def test_no_damage_to_our_samples_is_a_fault_or_goes_unsaid(part):
    samples = [path.read_bytes()[:LONGEST] for path in sorted(SAMPLES.iterdir())]
    read_damaged(samples, COUNT // 5, seed=part)


def test_no_damage_to_the_samples_beside_the_checkout_is_a_fault(shared):
    files = sorted((shared / SHARED_SAMPLES).rglob("*"))
    samples = [path.read_bytes()[:LONGEST] for path in files if path.is_file()]
    read_damaged(samples, COUNT // 5, seed=99)
