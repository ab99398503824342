"""The grammar on the device: all rows of a batch at once, from tables that are made once."""

import torch

from lyre_vllm.settings import Setting
from lyre_vllm.slots import END_OF_SPEECH, SLOTS, allowed, due_after

# What is due in a row: a slot 0...6, or
END_ONLY = SLOTS
ANYTHING = SLOTS + 1


class SlotMask:
    """Takes from rows of logits what the grammar does not allow."""

    def __init__(self, vocabulary: int, device: torch.device):
        # The ids of each slot, as many for all: slot 0 has the end of speech besides its codes,
        # the others have their first code twice.
        ids = [sorted(i for ids in allowed(slot) for i in ids) for slot in range(SLOTS)]
        width = max(map(len, ids))
        ids = [row[:1] * (width - len(row)) + row for row in ids]
        ids += [[END_OF_SPEECH] * width] * 2
        self.allowed = torch.tensor(ids, device=device)

        due = torch.full((len(Setting), vocabulary), ANYTHING)
        due[Setting.ON] = torch.tensor([due_after(token) for token in range(vocabulary)])
        due[Setting.PROBE] = END_ONLY
        self.due = due.to(device)

    def apply(
        self,
        logits: torch.Tensor,
        settings: torch.Tensor,
        last: torch.Tensor,
        everyone: bool,
    ) -> None:
        """Masks in place, without waiting for the device.

        Arguments:
            logits: [rows, vocabulary]
            settings: [rows], what each row asks for; int64
            last: [rows], the id that each row follows; int64
            everyone: whether all rows ask, as it is known on the host. That is half the work.
        """
        due = self.due[settings, last]
        allowed = self.allowed[due]
        kept = logits.gather(1, allowed)
        if everyone:
            logits.fill_(-torch.inf)
        else:
            logits.masked_fill_((due != ANYTHING).unsqueeze(1), -torch.inf)
        # Rows that do not ask get a logit of theirs back, as it was.
        logits.scatter_(1, allowed, kept)


def on_device(values: list[int], device: torch.device) -> torch.Tensor:
    """A copy of a list as int64; the host does not wait for the device."""
    tensor = torch.tensor(values, dtype=torch.int64)
    if device.type == "cuda":
        return tensor.pin_memory().to(device, non_blocking=True)
    return tensor.to(device)
