"""PyTorch: the sliding window of Orpheus' servers, the offline decode, the encoder."""

import copy
import shutil
from collections.abc import Callable

import torch

import weights
from measure import Cost, NotRun, Row, timed
from weights import FRAME_SAMPLES, FRAME_SECONDS, Codes, draw_codes, draw_sound, frames_of

# The last 28 tokens are decoded for every new frame, and samples 2048 to 4096 of them are played.
WINDOW_FRAMES = 4
PLAYED = slice(FRAME_SAMPLES, 2 * FRAME_SAMPLES)

Decode = Callable[[Codes], torch.Tensor]


def window(decode: Decode, batch: int) -> Callable[[float], Cost]:
    """A call for each new frame of `batch` streams."""
    codes = draw_codes(batch, WINDOW_FRAMES)
    return timed(torch.inference_mode()(lambda: decode(codes)[..., PLAYED]), batch * FRAME_SECONDS)


def stream(decode: Decode, codes: Codes) -> torch.Tensor:
    """All that the sliding window plays of an utterance: frame 1 to the last but two."""
    count = codes[0].shape[-1] - WINDOW_FRAMES + 1
    windows = [frames_of(codes, i, i + WINDOW_FRAMES) for i in range(count)]
    return torch.cat([decode(w)[..., PLAYED] for w in windows], dim=-1)


def compiled(model, batch: int) -> Callable[[float], Cost]:
    """Compiles when it is first measured; a machine without a C++ compiler cannot."""
    decode: Decode | None = None

    def measure(seconds: float) -> Cost:
        nonlocal decode
        if not any(shutil.which(name) for name in ("c++", "g++", "clang++")):
            raise NotRun("torch.compile needs a C++ compiler")
        try:
            decode = decode or torch.compile(model.decode, dynamic=False)
            return window(decode, batch)(seconds)
        except Exception as error:  # the compiler's errors have no common class
            raise NotRun(f"torch.compile failed: {str(error).strip().splitlines()[0]}") from error

    return measure


def rows(model, folded, seconds: float) -> list[Row]:
    """`model` is as loaded, `folded` computes no weight again; `seconds` is what offline gets."""
    half = copy.deepcopy(folded).bfloat16()
    plain = weights.unscripted(copy.deepcopy(folded))
    frames = round(seconds / FRAME_SECONDS)
    whole, sound = draw_codes(1, frames), draw_sound(seconds)
    offline = torch.inference_mode()(lambda: folded.decode(whole))
    encode = torch.inference_mode()(lambda: folded.encode(sound))
    name = "PyTorch sliding window"
    return [
        Row(
            "torch_window_as_loaded_1",
            f"{name}, as servers load it",
            1,
            window(model.decode, 1),
            "lyre_1",
        ),
        Row(
            "torch_window_as_loaded_8",
            f"{name}, as servers load it",
            8,
            window(model.decode, 8),
            "lyre_8",
        ),
        Row("torch_window_1", f"{name}, weights folded", 1, window(folded.decode, 1), "lyre_1"),
        Row("torch_window_8", f"{name}, weights folded", 8, window(folded.decode, 8), "lyre_8"),
        Row("torch_compile_1", f"{name}, torch.compile", 1, compiled(plain, 1), "lyre_1"),
        Row("torch_compile_8", f"{name}, torch.compile", 8, compiled(plain, 8), "lyre_8"),
        Row("torch_window_bf16_8", f"{name}, bf16", 8, window(half.decode, 8), "lyre_bf16_8"),
        Row(
            "torch_offline",
            f"PyTorch offline, {seconds:g} s at once",
            1,
            timed(offline, frames * FRAME_SECONDS),
            "lyre_1",
        ),
        Row(
            "torch_encode",
            f"PyTorch encoder, {seconds:g} s at once",
            1,
            timed(encode, seconds),
            "lyre_encoder",
        ),
    ]
