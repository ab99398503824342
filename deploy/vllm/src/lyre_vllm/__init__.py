"""Keeps Orpheus-TTS in its frames, inside vLLM."""


def __getattr__(name: str):
    # vLLM asks for the class by this module's name; the grammar alone needs no vLLM.
    if name == "SlotConstraint":
        from lyre_vllm.constraint import SlotConstraint

        return SlotConstraint
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
