"""The log-mel distance of two sounds, and how to lay one over the other."""

import numpy as np
from scipy.signal import correlate, firwin

RATE = 24_000
WINDOW = 1024
HOP = 256
BANDS = 80
TOP = 8000
FLOOR = 1e-4
ACTIVE = -70


def mel_bank():
    """Triangular mel filters up to 8 kHz that each sum to one, (80, 513)."""

    def mel(hertz):
        return 2595 * np.log10(1 + hertz / 700)

    edges = 700 * (10 ** (np.linspace(0, mel(TOP), BANDS + 2) / 2595) - 1)
    low, middle, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    bins = np.linspace(0, RATE / 2, WINDOW // 2 + 1)[None]
    filters = np.minimum((bins - low) / (middle - low), (high - bins) / (high - middle))
    filters = np.maximum(0, filters)
    filters = filters[filters.sum(1) > 0]
    return filters / filters.sum(1, keepdims=True)


def levels(samples):
    """Log-mel levels in dB of samples at 24 kHz, (frames, bands), not below -80 dB."""
    samples = np.pad(samples, WINDOW // 2, mode="reflect")
    frames = np.lib.stride_tricks.sliding_window_view(samples, WINDOW)[::HOP]
    shape = np.hanning(WINDOW + 1)[:-1] * (2 / WINDOW)
    magnitude = np.abs(np.fft.rfft(frames * shape, axis=1))
    return 20 * np.log10(np.maximum(magnitude @ mel_bank().T, FLOOR))


def distance(sound, original):
    """Mean absolute difference of levels in dB over the frames where the original is active."""
    length = min(len(sound), len(original))
    target = levels(original[:length])
    active = target.mean(1) > ACTIVE
    return float(np.abs(levels(sound[:length]) - target)[active].mean())


def aligned(sound, original, most=RATE // 5):
    """Both sounds cut to their common stretch, shifted by up to `most` samples to correlate best.

    Only the band below 1 kHz is correlated: above it the codec keeps spectra, not phases.
    """
    taps = firwin(257, 1000, fs=RATE)
    low, target = np.convolve(sound, taps, "same"), np.convolve(original, taps, "same")
    match = correlate(low, target, mode="full")
    lags = np.arange(-len(target) + 1, len(low))
    near = np.abs(lags) <= most
    lag = int(lags[near][match[near].argmax()])
    sound, original = sound[max(0, lag) :], original[max(0, -lag) :]
    length = min(len(sound), len(original))
    return sound[:length], original[:length]
