import pytest

from lyre_vllm.slots import (
    CODES,
    END_OF_CODES,
    END_OF_SPEECH,
    FIRST_CODE,
    SLOTS,
    START_OF_SPEECH,
    allowed,
    codes_of,
    due,
    due_after,
    slot_of,
)

HEADER = [128_259, 128_000, 3000, 128_009, 128_260, 128_261, START_OF_SPEECH]


def codes(count, code=17):
    return [codes_of(n % SLOTS)[code] for n in range(count)]


def is_allowed(token, prompt, output):
    return any(token in ids for ids in allowed(due(prompt, output)))


def test_slots_are_seven_ranges_one_behind_the_other():
    assert codes_of(0)[0] == FIRST_CODE == 128_266
    assert [slot_of(FIRST_CODE + CODES * n) for n in range(8)] == [0, 1, 2, 3, 4, 5, 6, None]
    assert [slot_of(FIRST_CODE + CODES * n - 1) for n in range(8)] == [None, 0, 1, 2, 3, 4, 5, 6]
    assert END_OF_CODES == 156_938


@pytest.mark.parametrize("pending", range(2 * SLOTS + 1))
def test_the_slot_follows_from_the_end_of_the_prompt(pending):
    assert due(HEADER + codes(pending), []) == pending % SLOTS


@pytest.mark.parametrize("cut", range(2 * SLOTS + 1))
def test_it_is_the_same_wherever_a_stream_was_cut(cut):
    whole = codes(2 * SLOTS)
    for length in range(cut, len(whole) + 1):
        assert due(HEADER + whole[:cut], whole[cut:length]) == length % SLOTS


def test_only_codes_of_the_slot_due_are_allowed():
    for done in range(SLOTS):
        for slot in range(SLOTS):
            for token in (codes_of(slot)[0], codes_of(slot)[-1]):
                assert is_allowed(token, HEADER, codes(done)) == (slot == done)


def test_speech_ends_at_frame_borders_only():
    ends = [is_allowed(END_OF_SPEECH, HEADER, codes(done)) for done in range(15)]
    assert [n for n, end in enumerate(ends) if end] == [0, 7, 14]


@pytest.mark.parametrize("token", [0, 128_000, START_OF_SPEECH, 128_263, 128_265, END_OF_CODES])
def test_what_is_no_code_is_never_allowed(token):
    assert not any(is_allowed(token, HEADER, codes(done)) for done in range(SLOTS))


@pytest.mark.parametrize("last", [0, 128_000, END_OF_SPEECH, START_OF_SPEECH, END_OF_CODES])
def test_a_frame_begins_behind_what_is_no_code(last):
    assert due_after(last) == 0


def test_an_empty_prompt_begins_a_frame():
    assert due([], []) == 0
