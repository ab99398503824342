"""The grammar of Orpheus' frames: seven codes t0...t6, each from 4096 ids of its own.

An id names its slot, so the last one says which slot is due: the grammar needs no other memory.
That is what lets a stream be resumed anywhere, preempted, moved and speculated on.
"""

from collections.abc import Sequence

START_OF_SPEECH = 128_257
END_OF_SPEECH = 128_258
FIRST_CODE = 128_266
"""The id of code 0 in slot 0."""
SLOTS = 7
CODES = 4096
END_OF_CODES = FIRST_CODE + SLOTS * CODES
"""The first id that is no code any more; a vocabulary of Orpheus has at least as many ids."""


def slot_of(token: int) -> int | None:
    """The slot 0...6 of an id, None when it is no code."""
    if FIRST_CODE <= token < END_OF_CODES:
        return (token - FIRST_CODE) // CODES
    return None


def codes_of(slot: int) -> range:
    """The ids of a slot."""
    first = FIRST_CODE + slot * CODES
    return range(first, first + CODES)


def due_after(last: int) -> int:
    """The slot that is due behind an id; what is no code ends in front of a frame."""
    slot = slot_of(last)
    return 0 if slot is None else (slot + 1) % SLOTS


def due(prompt: Sequence[int], output: Sequence[int]) -> int:
    """The slot that is due behind a prompt and what was generated since."""
    last = output[-1] if output else prompt[-1] if prompt else START_OF_SPEECH
    return due_after(last)


def allowed(slot: int) -> tuple[range, ...]:
    """The ids that may stand in a slot. Speech may end where a frame would begin."""
    if slot == 0:
        return (range(END_OF_SPEECH, END_OF_SPEECH + 1), codes_of(0))
    return (codes_of(slot),)
