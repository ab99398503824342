"""flite's sound as the demo engine prepares it for the codec."""

import os
import subprocess
import tempfile
from math import gcd

import numpy as np
import soundfile
from scipy.signal import resample_poly

RATE = 24_000
VOICES = ("slt", "rms", "awb", "kal16")


def prepared(samples, rate):
    """Resample to 24 kHz, trim silence at both ends, and bring the loudness to 0.085 RMS.

    50 ms are left before the first sample above 0.004 and 100 ms after the last; a peak above 0.95
    is scaled down to it. Silence stays silence.
    """
    if rate != RATE:
        divisor = gcd(rate, RATE)
        samples = resample_poly(samples, RATE // divisor, rate // divisor).astype(np.float32)
    loud = np.flatnonzero(np.abs(samples) > 0.004)
    if len(loud):
        first = max(0, loud[0] - RATE // 20)
        samples = samples[first : loud[-1] + 1 + RATE // 10]
    samples = samples * (0.085 / (np.sqrt(np.mean(samples**2)) + 1e-9))
    peak = np.abs(samples).max()
    return (samples * (0.95 / peak) if peak > 0.95 else samples).astype(np.float32)


def speak(text, voice, pitch=None, stretch=None):
    """Speak `text` with a flite voice; returns prepared samples at 24 kHz.

    `pitch` is the mean of the melody in Hz, `stretch` a factor on all durations.
    """
    settings = []
    if pitch:
        settings += ["--setf", f"int_f0_target_mean={pitch:.1f}"]
    if stretch:
        settings += ["--setf", f"duration_stretch={stretch:.3f}"]
    handle, path = tempfile.mkstemp(suffix=".wav")
    os.close(handle)
    try:
        subprocess.run(
            ["flite", "-voice", voice, *settings, "-t", text, "-o", path],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        samples, rate = soundfile.read(path, dtype="float32")
    finally:
        os.unlink(path)
    return prepared(samples, rate)
