import pytest

from lyre_vllm.settings import Setting, setting_of, setting_or_off


@pytest.mark.parametrize("arguments", [None, {}, {"other": 1}, {"lyre_slots": "off"}])
def test_nobody_is_constrained_who_does_not_ask(arguments):
    assert setting_of(arguments) == Setting.OFF


def test_on_and_probe():
    assert setting_of({"lyre_slots": "on", "other": 1}) == Setting.ON
    assert setting_of({"lyre_slots": "probe"}) == Setting.PROBE


@pytest.mark.parametrize("value", ["On", "", "yes", 1, 0, 2.5, ["on"], {}])
def test_other_values_are_refused_and_ignored_by_the_engine(value):
    with pytest.raises(ValueError, match='lyre_slots in vllm_xargs is "on", "off" or "probe", not'):
        setting_of({"lyre_slots": value})
    assert setting_or_off({"lyre_slots": value}) == Setting.OFF
