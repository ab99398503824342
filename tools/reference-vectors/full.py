"""What the reference implementation computes at the full 24 kHz configuration, in double precision.

    python full.py OUT      OUT/full.safetensors: `codes`, `silent`, `noisy` as make.py has them

The weights, 79 MB, are in no file: they follow from integer arithmetic, here and in
Tests/SNACTests/FullWeights.swift.
"""
import argparse
import pathlib

import numpy as np
import torch
from safetensors.torch import save_file
from snac import SNAC

from make import COMMON, FULL, SEED, CounterNoise

FRAMES = 8
GOLDEN = np.uint64(0x9E3779B97F4A7C15)


def bits(index, count):
    """The outputs of SplitMix64 from a state of its own for each tensor."""
    z = (np.uint64(index) << np.uint64(40)) + np.arange(1, count + 1, dtype=np.uint64) * GOLDEN
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def bell(index, count):
    """The sum of a word's four quarters: nearly normal, and exact in single precision."""
    word, mask = bits(index, count), np.uint64(0xFFFF)
    total = sum((word >> np.uint64(shift)) & mask for shift in (0, 16, 32, 48))
    return (total.astype(np.int64) - (1 << 17)).astype(np.float32) / (1 << 15)


def values(key, index, count):
    if key.endswith("alpha"):
        return (bits(index, count) >> np.uint64(48)).astype(np.float32) / (1 << 16) + 0.5
    return bell(index, count) / (8 if key.endswith("bias") else 1)


def gain(key):
    """What keeps activations from layer to layer, and samples where tanh is not flat."""
    if key.startswith("decoder.model."):
        place = int(key.split(".")[2])
        if place == 7:
            return 0.0625
        if key.endswith(".block.1") and key.count(".") == 4:
            return (2.0, 2.0, 1.5, 1.0)[place - 2]
    if key.endswith("linear"):
        return 0.125
    return 0.375 if key.endswith(".block.3") else 1.0


def fill(model):
    layers = {n: m for n, m in model.named_modules() if hasattr(m, "parametrizations")}
    tensors = {n: p for n, p in model.named_parameters() if ".parametrizations." not in n}
    for index, key in enumerate(sorted(layers | tensors)):
        if key in layers:
            weight = layers[key].parametrizations.weight
            weight.original0.data.fill_(gain(key))
            target = weight.original1
        else:
            target = tensors[key]
        drawn = torch.from_numpy(values(key, index, target.numel()))
        target.data.copy_(drawn.reshape(target.shape))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=pathlib.Path)
    arguments = parser.parse_args()
    model = SNAC(**COMMON, **FULL)
    fill(model)
    model = model.double().eval()
    noises = []
    for index in range(4):
        block = model.decoder.model[index + 2].block
        block[2] = CounterNoise(block[2], index)
        noises.append(block[2])
    generator = torch.Generator().manual_seed(SEED)
    size = FULL["codebook_size"]
    codes = [torch.randint(size, (1, FRAMES * n), generator=generator) for n in (1, 2, 4)]
    with torch.no_grad():
        silent = model.decode(codes)
        for noise in noises:
            noise.seed = SEED
        noisy = model.decode(codes)
    rows = torch.cat([c.reshape(-1, n) for c, n in zip(codes, (1, 2, 4))], dim=1)
    save_file(
        {"codes": rows.float().contiguous(), "silent": silent.float().flatten(),
         "noisy": noisy.float().flatten()}, arguments.out / "full.safetensors")
    difference = (noisy - silent).square().mean().sqrt().item()
    print(f"RMS {silent.square().mean().sqrt().item():.3f}, peak {silent.abs().max().item():.3f}, "
          f"noise {difference:.3f}")


if __name__ == "__main__":
    main()
