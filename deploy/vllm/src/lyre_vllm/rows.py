"""For Model Runner V2: rows of logits that are reordered each step, token ids on the device."""

import numpy as np
import torch
from vllm.v1.worker.gpu.sample.logits_processor import LogitsProcessor

from lyre_vllm.mask import SlotMask, on_device
from lyre_vllm.model import speaks_orpheus
from lyre_vllm.settings import Setting, setting_or_off


class RowConstraint(LogitsProcessor):
    """A row's last id is what the model was fed there, a draft too: nothing else is kept."""

    def __init__(self, vllm_config, req_states):
        self.device = req_states.device
        self.mask = None
        if speaks_orpheus(req_states.vocab_size):
            self.mask = SlotMask(req_states.vocab_size, self.device)
        # A place for each request slot of the engine, on the host and on the device.
        self.host = np.zeros(req_states.max_num_reqs, dtype=np.int64)
        self.settings = torch.zeros(req_states.max_num_reqs, dtype=torch.int64, device=self.device)
        self.changed = False

    def add_request(self, req_idx, sampling_params):
        setting = setting_or_off(sampling_params.extra_args) if self.mask else Setting.OFF
        if self.host[req_idx] != setting:
            self.host[req_idx] = setting
            self.changed = True
        return setting != Setting.OFF

    def apply_staged_writes(self):
        if self.changed:
            self.settings.copy_(on_device(self.host.tolist(), self.device))
            self.changed = False

    def apply(self, logits, ctx):
        asking = self.host[ctx.idx_mapping_np] != Setting.OFF
        if asking.any():
            settings = self.settings[ctx.expanded_idx_mapping]
            self.mask.apply(logits, settings, ctx.input_ids.long(), everyone=bool(asking.all()))
        return logits
