"""Whether a server's model can be constrained at all."""

import logging

from lyre_vllm.slots import END_OF_CODES


def speaks_orpheus(vocabulary: int) -> bool:
    """False, with a line in the log, for a model without Orpheus' codes.

    vLLM loads an installed package for whatever it serves: another model is served as ever.
    """
    if vocabulary >= END_OF_CODES:
        return True
    # A logger of vLLM's, or its configuration would swallow the line.
    logging.getLogger("vllm.lyre_vllm").warning(
        "The model has %d tokens and Orpheus at least %d: lyre_slots is ignored.",
        vocabulary,
        END_OF_CODES,
    )
    return False
