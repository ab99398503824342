"""Spectral distances that train the codec; the one that judges it (logmel.py) is among them."""

import numpy as np
import torch
import torch.nn.functional as F

RATE = 24_000
FLOOR = 2e-4


def mel_bank(window, bands, top, rate=RATE):
    """Triangular mel filters that each sum to one, (window/2 + 1, bands), but for empty ones."""

    def mel(hertz):
        return 2595 * np.log10(1 + hertz / 700)

    edges = 700 * (10 ** (np.linspace(0, mel(top), bands + 2) / 2595) - 1)
    low, middle, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    bins = np.linspace(0, rate / 2, window // 2 + 1)[None]
    filters = np.minimum((bins - low) / (middle - low), (high - bins) / (high - middle))
    filters = np.maximum(0, filters)
    filters = filters[filters.sum(1) > 0]
    filters /= filters.sum(1, keepdims=True)
    return torch.from_numpy(filters.astype(np.float32)).t().contiguous()


def spectrum(x, window):
    """Complex spectrum (batch, frames, window/2 + 1, 2) with hop window/4; a sine of amplitude 1
    has magnitude 2."""
    shape = torch.hann_window(window) * (4 / window)
    frames = F.pad(x, (window // 2, window // 2)).unfold(1, window, window // 4) * shape
    return torch.view_as_real(torch.fft.rfft(frames))


class SpectralLoss:
    """Distances of log-mel, log and linear spectra over several windows, of complex spectra below
    1 kHz, and the judged distance itself."""

    # window, mel bands, weight of the log-mel term, weight of the log spectrum's
    RESOLUTIONS = (
        (2048, 128, 1.0, 0.5),
        (1024, 96, 1.0, 0.5),
        (512, 64, 1.0, 0.5),
        (256, 32, 1.0, 0.25),
        (128, 16, 0.7, 0.0),
        (64, 10, 0.5, 0.0),
    )
    TOP = 9000
    # Windows that compare complex spectra below 1 kHz: the low harmonics' phases carry the melody.
    COMPLEX = (1024, 512)

    def __init__(self, complex_weight=0.7, energy=0.0, judged=0.0, windows=None):
        self.complex_weight = complex_weight
        self.energy = energy
        self.judged = judged
        self.resolutions = [r for r in self.RESOLUTIONS if not windows or r[0] in windows]
        self.banks = {w: mel_bank(w, bands, self.TOP) for w, bands, *_ in self.resolutions}
        self.judge_bank = mel_bank(1024, 80, 8000)

    def __call__(self, y, x):
        """Loss of `y` against `x` (batch, time), and the judged distance in dB.

        With the energy distance, `y` holds two decodings of every sample, one batch after the
        other: their distance to each other is taken off, which rewards the right amount of noise.
        """
        batch = x.shape[0]
        replicas = y.shape[0] // batch
        total, judged = 0.0, 0.0
        both = torch.cat([y, x])

        def parts(values):
            return [values[i * batch : (i + 1) * batch] for i in range(replicas + 1)]

        def distance(values):
            *decoded, target = parts(values)
            d = sum((one - target).abs().mean() for one in decoded) / replicas
            if self.energy and replicas == 2:
                d = d - 0.5 * self.energy * (decoded[0] - decoded[1]).abs().mean()
            return d

        for window, _, mel_weight, log_weight in self.resolutions:
            complex_spectrum = spectrum(both, window)
            magnitude = torch.sqrt(complex_spectrum.square().sum(-1) + FLOOR * FLOOR)
            if window in self.COMPLEX:
                *decoded, target = parts(complex_spectrum[:, :, : window * 1000 // RATE])
                size = target.square().sum((1, 2, 3)).sqrt() + 0.05
                apart = [(one - target).square().sum((1, 2, 3)).sqrt() / size for one in decoded]
                weight = self.complex_weight * len(self.resolutions) / 2
                total = total + weight * sum(a.mean() for a in apart) / replicas
            total = total + mel_weight * distance(torch.log(magnitude @ self.banks[window]))
            if window == 1024:
                exact = torch.sqrt(complex_spectrum.square().sum(-1) + 1e-10) @ self.judge_bank
                levels = torch.log10(exact.clamp_min(FLOOR)) * 20
                *decoded, target = parts(levels)
                active = (target.mean(-1, keepdim=True) > -64).float()
                count = active.sum() * levels.shape[-1] + 1
                apart = sum(((one - target) * active).abs().sum() for one in decoded)
                judged = apart / count / replicas
                total = total + self.judged * len(self.resolutions) * judged * (np.log(10) / 20)
            if log_weight:
                linear = magnitude[..., : window * self.TOP // RATE]
                d = distance(linear.log())
                *decoded, target = parts(linear)
                if self.energy:
                    size = target.abs().mean((1, 2)) + 1e-3
                    apart = [(one - target).abs().mean((1, 2)) / size for one in decoded]
                    d = d + sum(a.mean() for a in apart) / replicas
                    if replicas == 2:
                        between = (decoded[0] - decoded[1]).abs().mean((1, 2)) / size
                        d = d - 0.5 * self.energy * between.mean()
                else:
                    size = target.square().sum((1, 2)).sqrt() + 0.05
                    apart = [(one - target).square().sum((1, 2)).sqrt() / size for one in decoded]
                    d = d + sum(a.mean() for a in apart) / replicas
                total = total + log_weight * d
        return total / len(self.resolutions), judged.detach()
