"""How far each decoder's samples are from the reference's offline decode, without the noise."""

import copy
from dataclasses import dataclass

import torch

import torch_peers
import weights
from lyre_rows import Lyre
from measure import NotRun
from onnx_peers import OnnxPeers
from rounds import OFFLINE_SECONDS, Plan, settle

FRAMES = 36


@dataclass(frozen=True)
class Finding:
    """`value` is None where it was not run; the text says why."""

    key: str
    text: str
    value: float | None


def decibels(samples: torch.Tensor, reference: torch.Tensor) -> float:
    """The reference's power over the difference's."""
    error = (samples.double() - reference).square().mean()
    return (10 * torch.log10(reference.square().mean() / error)).item()


def largest(samples: torch.Tensor, reference: torch.Tensor) -> float:
    """The largest difference; a stream may lack the last samples."""
    length = samples.shape[-1]
    if not reference.shape[-1] - 4 * weights.FRAME_SAMPLES <= length <= reference.shape[-1]:
        raise ValueError(f"{length} samples instead of {reference.shape[-1]}")
    return (samples - reference[..., :length]).abs().max().item()


def window_distance(model, codes) -> float:
    played = torch_peers.stream(model.decode, codes)
    start = weights.FRAME_SAMPLES
    return decibels(played, model.decode(codes)[..., start : start + played.shape[-1]])


def findings(plan: Plan, seeded: bool) -> list[Finding]:
    settle()
    silent = weights.silent_decoder(weights.folded(weights.load(plan.model)))
    lyre, onnx = Lyre(plan.lyre, plan.model), OnnxPeers(silent, plan.work, OFFLINE_SECONDS)
    codes = weights.draw_codes(1, FRAMES, seed=weights.SEED + 1)
    # In double precision, so that the reference's own rounding is not taken for others' errors.
    double = copy.deepcopy(silent).double()
    reference = double.decode(codes)
    found = [distance("window", "the sliding window", window_distance(silent, codes))]
    if seeded:
        other = weights.silenced(weights.folded(weights.initial()))
        text = "the sliding window with PyTorch's initial weights"
        found.append(distance("window_initial_weights", text, window_distance(other, codes)))
    half = copy.deepcopy(silent).bfloat16()
    found.append(distance("torch_bf16", "PyTorch in bf16", decibels(half.decode(codes), reference)))
    samples = silent.decode(codes)
    found.append(difference("torch_offline", "PyTorch offline", largest(samples, reference)))
    samples = onnx.stream(1).decode(codes)
    found.append(
        difference("onnx_step", "ONNX Runtime's graph with caches", largest(samples, reference))
    )
    try:
        samples = lyre.decode(codes)
        found.append(difference("lyre", "Lyre", largest(samples, reference.flatten())))
        samples = lyre.decode(codes, "--kernels", "avx512bf16")
        found.append(distance("lyre_bf16", "Lyre in bf16", decibels(samples, reference.flatten())))
        found.append(encoder_agreement(silent, lyre))
    except NotRun as reason:
        found.append(Finding("lyre", f"Lyre: not run ({reason})", None))
    return found


def distance(key: str, name: str, value: float) -> Finding:
    return Finding(key, f"{name}: {value:.0f} dB", value)


def difference(key: str, name: str, value: float) -> Finding:
    return Finding(key, f"{name}: at most {value:.1e} of full scale", value)


def encoder_agreement(model, lyre: Lyre) -> Finding:
    sound = weights.draw_sound(2)
    expected = weights.token_lines(model.encode(sound)).split()
    got = lyre.encode(sound).split()
    if len(got) != len(expected):
        raise ValueError(f"Lyre encodes to {len(got)} codes, the reference to {len(expected)}")
    share = sum(a == b for a, b in zip(got, expected)) / len(expected)
    return Finding(
        "lyre_encoder", f"Lyre's encoder finds {share:.1%} of the reference's codes", share
    )
