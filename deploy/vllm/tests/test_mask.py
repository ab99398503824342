import pytest

torch = pytest.importorskip("torch")

from lyre_vllm.mask import SlotMask, on_device
from lyre_vllm.settings import Setting
from lyre_vllm.slots import (
    END_OF_SPEECH,
    SLOTS,
    START_OF_SPEECH,
    allowed,
    codes_of,
    due_after,
)

VOCABULARY = 156_940
CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def mask():
    return SlotMask(VOCABULARY, CPU)


def apply(mask, settings, last):
    """Masked random logits, and what they were."""
    logits = torch.randn(len(last), VOCABULARY, generator=torch.Generator().manual_seed(1))
    before = logits.clone()
    everyone = all(setting != Setting.OFF for setting in settings)
    settings = on_device([int(setting) for setting in settings], CPU)
    mask.apply(logits, settings, on_device(last, CPU), everyone)
    return logits, before


def check(row, before, ids):
    """Nothing is left but these ids, as they were."""
    expected = torch.full_like(before, -torch.inf)
    expected[ids] = before[ids]
    assert torch.equal(row, expected)


def ids_after(last):
    return [token for ids in allowed(due_after(last)) for token in ids]


LAST = [START_OF_SPEECH, 5, END_OF_SPEECH] + [codes_of(slot)[slot * 600] for slot in range(SLOTS)]


def test_each_row_keeps_what_its_last_id_allows(mask):
    logits, before = apply(mask, [Setting.ON] * len(LAST), LAST)
    for row, last in enumerate(LAST):
        check(logits[row], before[row], ids_after(last))


def test_rows_that_do_not_ask_keep_everything(mask):
    settings = [Setting.ON if row % 2 else Setting.OFF for row in range(len(LAST))]
    logits, before = apply(mask, settings, LAST)
    for row, last in enumerate(LAST):
        if row % 2:
            check(logits[row], before[row], ids_after(last))
        else:
            assert torch.equal(logits[row], before[row])


def test_a_probe_ends_whatever_is_due(mask):
    logits, before = apply(mask, [Setting.PROBE] * len(LAST), LAST)
    for row in range(len(LAST)):
        check(logits[row], before[row], [END_OF_SPEECH])


def test_what_others_took_is_not_given_back(mask):
    logits = torch.zeros(1, VOCABULARY)
    banned = codes_of(0)[9]
    logits[0, banned] = -torch.inf
    mask.apply(logits, on_device([1], CPU), on_device([START_OF_SPEECH], CPU), everyone=True)
    assert logits[0, banned] == -torch.inf and logits[0, banned + 1] == 0
