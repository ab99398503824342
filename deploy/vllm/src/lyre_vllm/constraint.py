"""The class that vLLM loads, whichever of its interfaces it asks for."""

from lyre_vllm.settings import setting_of

_interfaces = []
try:
    from vllm.v1.worker.gpu.sample.logits_processor import LogitsProcessor as RowInterface

    _interfaces.append(RowInterface)
except ImportError:
    pass
try:
    from vllm.v1.sample.logits_processor import LogitsProcessor as BatchInterface

    _interfaces.append(BatchInterface)
except ImportError:
    pass
if not _interfaces:
    raise ImportError("lyre-vllm needs a newer vLLM: this one has no logits processors.")


class SlotConstraint(*_interfaces):
    """Stands for both interfaces, since only a started engine knows which of them it runs.

    Model Runner V2 makes its processors of a configuration and its request states, the older
    runner of a configuration, a device and whether memory is pinned.
    """

    @classmethod
    def validate_params(cls, sampling_params):
        setting_of(sampling_params.extra_args)

    def __new__(cls, vllm_config, *arguments):
        if len(arguments) == 1:
            from lyre_vllm.rows import RowConstraint

            return RowConstraint(vllm_config, *arguments)
        from lyre_vllm.batch import BatchConstraint

        return BatchConstraint(vllm_config, *arguments)
