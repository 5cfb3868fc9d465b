"""When a process that died is started again."""

from newsroom.supervising.restarts import LONGEST_PAUSE_SECONDS, SETTLED_SECONDS, Record


def test_the_first_death_is_healed_almost_at_once():
    assert Record().after(lived_seconds=1).pause_seconds == 0.1


def test_each_death_in_a_row_doubles_the_pause_up_to_a_limit():
    record, pauses = Record(), []
    for _ in range(9):
        record = record.after(lived_seconds=0.2)
        pauses.append(record.pause_seconds)
    assert pauses == [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 10.0, 10.0]


def test_a_process_that_lived_for_long_starts_with_a_clean_record():
    record = Record(deaths=8).after(lived_seconds=SETTLED_SECONDS)
    assert record.pause_seconds == 0.1


def test_dying_all_night_does_not_overflow_the_pause():
    assert Record(deaths=100_000).pause_seconds == LONGEST_PAUSE_SECONDS
