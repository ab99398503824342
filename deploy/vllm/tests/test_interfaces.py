"""Both of vLLM's interfaces, driven as its engine does it, without an engine."""

from types import SimpleNamespace

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("vllm")

from lyre_vllm import SlotConstraint
from lyre_vllm.slots import END_OF_SPEECH, START_OF_SPEECH, codes_of, slot_of
from vllm import SamplingParams
from vllm.exceptions import VLLMValidationError
from vllm.v1.sample.logits_processor import (
    BatchUpdate,
    LogitsProcessors,
    MoveDirectionality,
    validate_logits_processors_parameters,
)
from vllm.v1.worker.gpu.sample import logits_processor as v2

VOCABULARY = 156_940
CPU = torch.device("cpu")
NAME = "lyre_vllm:SlotConstraint"
ANY, END = "any", "end"


def params(setting=None):
    return SamplingParams(extra_args={"lyre_slots": setting} if setting else None)


def configuration(vocabulary=VOCABULARY):
    return SimpleNamespace(model_config=SimpleNamespace(get_vocab_size=lambda: vocabulary))


def left(logits):
    """For each row the slot whose codes are left, or ANY, or END."""
    rows = []
    for row in logits:
        ids = torch.isfinite(row).nonzero().flatten().tolist()
        if len(ids) == len(row):
            rows.append(ANY)
        elif ids == [END_OF_SPEECH]:
            rows.append(END)
        else:
            slots = {slot_of(token) for token in ids if token != END_OF_SPEECH}
            assert len(slots) == 1 and (END_OF_SPEECH in ids) == (slots == {0})
            rows.append(slots.pop())
    return rows


def code(slot):
    return codes_of(slot)[42]


class TestOlderRunner:
    @pytest.fixture
    def processor(self):
        made = SlotConstraint(configuration(), CPU, False)
        assert LogitsProcessors([made]).non_argmax_invariant == [made]
        return made

    def step(self, processor, rows, added=(), removed=(), moved=()):
        update = BatchUpdate(rows, list(removed), list(added), list(moved))
        processor.update_state(update if added or removed or moved else None)
        return left(processor.apply(torch.zeros(rows, VOCABULARY)))

    def test_follows_its_requests(self, processor):
        first, second, third = [], [], []
        added = [
            (0, params("on"), [9, START_OF_SPEECH], first),
            (1, params(), [9, START_OF_SPEECH], second),
            (2, params("on"), [START_OF_SPEECH, code(0), code(1)], third),
            (3, params("probe"), [9], []),
        ]
        assert self.step(processor, 4, added) == [0, ANY, 2, END]
        first.append(code(0))
        second.append(7)
        third.append(code(2))
        assert self.step(processor, 4) == [1, ANY, 3, END]
        # The probe ends, and the last place moves up.
        unidirectional = MoveDirectionality.UNIDIRECTIONAL
        moved = [(2, 1, unidirectional)]
        assert self.step(processor, 2, removed=[1, 3], moved=moved) == [1, 3]
        assert self.step(processor, 2, moved=[(0, 1, MoveDirectionality.SWAP)]) == [3, 1]
        # A place that is taken again.
        assert self.step(processor, 2, [(0, params(), [9], [])]) == [ANY, 1]
        assert self.step(processor, 1, removed=[0], moved=[(1, 0, unidirectional)]) == [1]
        assert self.step(processor, 1, removed=[0]) == [ANY]

    def test_a_preempted_request_comes_back_where_it_was(self, processor):
        output = [code(n % 7) for n in range(10)]
        assert self.step(processor, 1, [(0, params("on"), [START_OF_SPEECH], output)]) == [3]

    @pytest.mark.parametrize("pending", range(7))
    def test_placeholders_are_counted(self, processor, pending):
        prompt = [START_OF_SPEECH] + [code(n) for n in range(pending)]
        output = []
        assert self.step(processor, 1, [(0, params("on"), prompt, output)]) == [pending]
        for n in range(1, 10):
            output.append(-1)
            assert self.step(processor, 1) == [(pending + n) % 7]

    def test_prompts_without_ids_begin_a_frame(self, processor):
        assert self.step(processor, 1, [(0, params("on"), None, [])]) == [0]

    def test_another_model_is_left_alone(self):
        processor = SlotConstraint(configuration(128_256), CPU, False)
        processor.update_state(BatchUpdate(1, [], [(0, params("on"), [1], [])], []))
        assert left(processor.apply(torch.zeros(1, 128_256))) == [ANY]

    def test_refuses_what_is_no_setting(self):
        for setting in ("on", "off", "probe", None):
            validate_logits_processors_parameters([NAME], params(setting))
        with pytest.raises(VLLMValidationError, match='"on", "off" or "probe", not \'of\''):
            validate_logits_processors_parameters([NAME], params("of"))


class TestModelRunnerV2:
    PLACES = 6

    @pytest.fixture
    def processor(self):
        state = SimpleNamespace(device=CPU, max_num_reqs=self.PLACES, vocab_size=VOCABULARY)
        return SlotConstraint(configuration(), state)

    def step(self, processor, places, last, drafts=1):
        """Rows of these places, `drafts` each, that were fed these ids."""
        processor.apply_staged_writes()
        context = SimpleNamespace(
            idx_mapping_np=np.array(places),
            expanded_idx_mapping=torch.tensor(places).repeat_interleave(drafts).int(),
            input_ids=torch.tensor(last).int(),
        )
        return left(processor.apply(torch.zeros(len(last), VOCABULARY), context))

    def test_follows_rows_in_any_order(self, processor):
        assert processor.add_request(4, params("on"))
        assert not processor.add_request(0, params())
        assert processor.add_request(1, params("probe"))
        assert self.step(processor, [0, 4], [9, START_OF_SPEECH]) == [ANY, 0]
        assert self.step(processor, [4, 1, 0], [code(0), 9, 9]) == [1, END, ANY]
        assert self.step(processor, [4], [code(6)]) == [0]
        assert self.step(processor, [0], [code(6)]) == [ANY]

    def test_a_place_is_taken_by_another_request(self, processor):
        processor.add_request(2, params("on"))
        assert self.step(processor, [2], [code(2)]) == [3]
        assert not processor.add_request(2, params())
        assert self.step(processor, [2], [code(2)]) == [ANY]

    def test_each_draft_is_followed_by_its_own_slot(self, processor):
        processor.add_request(3, params("on"))
        processor.add_request(5, params())
        last = [code(2), code(3), code(4), 9, 9, 9]
        assert self.step(processor, [3, 5], last, drafts=3) == [3, 4, 5, ANY, ANY, ANY]

    def test_another_model_is_left_alone(self):
        state = SimpleNamespace(device=CPU, max_num_reqs=2, vocab_size=128_256)
        assert not SlotConstraint(configuration(), state).add_request(0, params("on"))

    def test_is_loaded_and_checked_by_name(self):
        check = v2.build_custom_logits_processors_params_validator([NAME])
        check(params("probe"))
        with pytest.raises(VLLMValidationError, match='"on", "off" or "probe", not \'of\''):
            check(params("of"))
