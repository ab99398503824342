"""What a request asks for, in its `vllm_xargs`."""

from collections.abc import Mapping
from enum import IntEnum

KEY = "lyre_slots"


class Setting(IntEnum):
    OFF = 0
    ON = 1
    """Only the next slot's codes, and the end of speech at frame borders."""
    PROBE = 2
    """Only the end of speech: nobody answers like that who does not have this package."""


NAMES = {setting.name.lower(): setting for setting in Setting}


def setting_of(extra_args: Mapping[str, object] | None) -> Setting:
    """The setting of a request; off where it says nothing.

    Raises ValueError, in one sentence, for what is no setting.
    """
    value = extra_args.get(KEY) if extra_args else None
    if value is None:
        return Setting.OFF
    if isinstance(value, str) and value in NAMES:
        return NAMES[value]
    raise ValueError(f'{KEY} in vllm_xargs is "on", "off" or "probe", not {value!r}')


def setting_or_off(extra_args: Mapping[str, object] | None) -> Setting:
    """The same for the engine, whose versions do not all have requests checked before."""
    try:
        return setting_of(extra_args)
    except ValueError:
        return Setting.OFF
