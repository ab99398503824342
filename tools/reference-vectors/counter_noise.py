"""The decoder's noise in numpy: Philox4x32-10 and Box-Muller, a value a (seed, block, step)."""
import numpy as np


def philox(seed, counter, block):
    """Four 32-bit words for each counter."""
    low, rest = np.uint64(0xFFFFFFFF), np.uint64(32)
    words = [counter & low, counter >> rest, np.full_like(counter, block), np.zeros_like(counter)]
    key = [np.uint64(seed & 0xFFFFFFFF), np.uint64(seed >> 32)]
    for _ in range(10):
        a, b = np.uint64(0xD2511F53) * words[0], np.uint64(0xCD9E8D57) * words[2]
        words = [(b >> rest) ^ words[1] ^ key[0], b & low, (a >> rest) ^ words[3] ^ key[1], a & low]
        key = [(key[0] + np.uint64(0x9E3779B9)) & low, (key[1] + np.uint64(0xBB67AE85)) & low]
    return words


def draws(seed, block, first, count):
    """Standard normal values of steps first ..< first + count. Four steps share a counter."""
    steps = np.arange(first, first + count, dtype=np.uint64)
    words = philox(seed, steps >> np.uint64(2), block)
    lane = (steps & np.uint64(3)).astype(int)
    a = np.where(lane < 2, words[0], words[2]).astype(float)
    b = np.where(lane < 2, words[1], words[3]).astype(float)
    radius = np.sqrt(-2 * np.log((a + 1) / 2**32))
    angle = 2 * np.pi * b / 2**32
    return (radius * np.where(lane % 2 == 0, np.cos(angle), np.sin(angle))).astype(np.float32)
