"""For the older model runner: requests that keep a row until they are moved, ids on the host."""

from dataclasses import dataclass

from vllm.v1.sample.logits_processor import LogitsProcessor, MoveDirectionality

from lyre_vllm.mask import SlotMask, on_device
from lyre_vllm.model import speaks_orpheus
from lyre_vllm.settings import Setting, setting_or_off
from lyre_vllm.slots import SLOTS, START_OF_SPEECH, codes_of, slot_of


@dataclass
class Request:
    setting: Setting
    prompt_end: int
    output: list[int]
    """vLLM's own list, which grows."""

    @property
    def last(self) -> int:
        """The id that the next one follows."""
        if not self.output:
            return self.prompt_end
        if self.output[-1] >= 0:
            return self.output[-1]
        # With asynchronous scheduling vLLM leaves placeholders where it believes that nobody
        # looks. Each stands for a code, so their number says the slot.
        slot = slot_of(self.prompt_end)
        before = SLOTS - 1 if slot is None else slot
        return codes_of((before + len(self.output)) % SLOTS)[0]


class BatchConstraint(LogitsProcessor):
    """Keeps the requests that ask, by row."""

    def __init__(self, vllm_config, device, is_pin_memory):
        vocabulary = vllm_config.model_config.get_vocab_size()
        self.device = device
        self.mask = SlotMask(vocabulary, device) if speaks_orpheus(vocabulary) else None
        self.requests: dict[int, Request] = {}
        self.settings = None

    def is_argmax_invariant(self):
        return False

    def update_state(self, batch_update):
        if batch_update is None or self.mask is None:
            return
        # In the order that vLLM's documentation gives.
        for row in batch_update.removed:
            self.requests.pop(row, None)
        for row, params, prompt, output in batch_update.added:
            self.requests.pop(row, None)
            setting = setting_or_off(params.extra_args)
            if setting != Setting.OFF:
                prompt_end = prompt[-1] if prompt else START_OF_SPEECH
                self.requests[row] = Request(setting, prompt_end, output)
        for source, target, direction in batch_update.moved:
            moved = self.requests.pop(source, None)
            replaced = self.requests.pop(target, None)
            if moved is not None:
                self.requests[target] = moved
            if replaced is not None and direction == MoveDirectionality.SWAP:
                self.requests[source] = replaced
        self.requests = {
            row: request for row, request in self.requests.items() if row < batch_update.batch_size
        }
        self.settings = None

    def apply(self, logits):
        if not self.requests:
            return logits
        rows = logits.shape[0]
        last = [START_OF_SPEECH] * rows
        for row, request in self.requests.items():
            last[row] = request.last
        if self.settings is None:
            settings = [int(Setting.OFF)] * rows
            for row, request in self.requests.items():
                settings[row] = int(request.setting)
            self.settings = on_device(settings, self.device)
        everyone = len(self.requests) == rows
        self.mask.apply(logits, self.settings, on_device(last, self.device), everyone)
        return logits
