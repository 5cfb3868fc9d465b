"""The server and the browser make the same of every step, or both refuse it."""

from tests.convergence.steps import differences


def test_real_and_spoilt_steps_come_out_the_same(people):
    number, found = differences(people.steps(seed=7, number=3_000))
    assert number >= 3_000
    assert found == []
