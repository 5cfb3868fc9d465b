"""The attribution cases beside the checkout, held to the aims of their judge."""

import json

import pytest

from newsroom.wire.attribution.model import OF_OUTLETS
from tests.wire.reading import Case


@pytest.fixture(scope="module")
def faults(shared):
    path = shared / "develop" / "wire" / "attribution_cases.json"
    given = json.loads(path.read_text(encoding="utf-8"))
    return {case["id"]: _case(case).faults() for case in given}


def _case(given) -> Case:
    names = ("kind", "text", "start", "outlets", "via")
    expect = []
    for one in given["expect"]:
        wanted = {name: one[name] for name in names}
        wanted["unnamed"] = one["unnamed_outlet"]
        if one["speaker"] and one["kind"] != "credit":
            wanted |= {"speaker": one["speaker"], "anonymous": one["anonymous"]}
        if one["kind"] in OF_OUTLETS and one["verb"]:
            wanted["verb"] = one["verb"]
        expect.append(wanted)
    return Case(given["text"], expect)


def test_hardly_any_case_has_a_fault(faults):
    wrong = {key: said for key, said in faults.items() if said}
    assert len(wrong) <= 0.03 * len(faults), wrong


def test_no_outlet_is_missed_or_invented(faults):
    said = [fault for each in faults.values() for fault in each]
    assert [fault for fault in said if fault.startswith(("missing", "too much"))] == []
