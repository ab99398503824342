"""The residual quantizer of SNAC for training: spherical codes with straight-through gradients.

Level i averages the residual over its stride, looks up the nearest of 4096 unit codes of eight
dimensions, and takes its projection off the residual. Codes follow their latents by online
k-means; codes that stay unused are put onto latents.
"""

import torch
import torch.nn.functional as F

STRIDES = (4, 2, 1)
CODES = 4096
CODE_SIZE = 8
# Noise a dimension that stands in for the codes in the autoencoder stage: about the error of 4096
# codes on the sphere.
BOTTLENECK_NOISE = 0.15


def name(level):
    return f"quantizer.quantizers.{level}"


def codebook_keys():
    return [f"{name(level)}.codebook.weight" for level in range(len(STRIDES))]


def directions(weights, level, residual):
    """The residual at this level's stride, projected to unit vectors (batch, time, 8)."""
    batch, time, channels = residual.shape
    stride = STRIDES[level]
    pooled = residual.reshape(batch, time // stride, stride, channels).mean(2)
    projection = weights[name(level) + ".in_proj.weight"][:, :, 0]
    return F.normalize(pooled @ projection.t() + weights[name(level) + ".in_proj.bias"], dim=-1)


def expanded(weights, level, codes):
    """Codes projected back to latents at the full rate."""
    projection = weights[name(level) + ".out_proj.weight"][:, :, 0]
    latents = codes @ projection.t() + weights[name(level) + ".out_proj.bias"]
    return latents.repeat_interleave(STRIDES[level], 1)


def nearest(codebook, vectors):
    """Indices of the nearest codes for unit vectors (count, 8)."""
    blocks = vectors.split(8192)
    return torch.cat([(block @ codebook.t()).max(1)[1] for block in blocks])


class Quantizer:
    """Quantizes latents; keeps how often each code was used."""

    def __init__(self, weights):
        self.weights = weights
        self.usage = [torch.full((CODES,), 10.0) for _ in STRIDES]

    def __call__(self, latents, learn=False):
        """Quantized latents, and the commitment loss; `learn` moves codes towards their vectors."""
        residual, total, commitment = latents, 0.0, 0.0
        for level, key in enumerate(codebook_keys()):
            unit = directions(self.weights, level, residual)
            vectors = unit.detach().reshape(-1, CODE_SIZE)
            codebook = self.weights[key]
            indices = nearest(codebook, vectors)
            codes = codebook[indices].view_as(unit)
            commitment = commitment + (unit - codes).square().sum(-1).mean()
            if learn:
                self._follow(level, codebook, vectors, indices)
            latent = expanded(self.weights, level, unit + (codes - unit).detach())
            total, residual = total + latent, residual - latent
        return total, commitment

    def noisy(self, latents):
        """The autoencoder stage's stand-in: unit vectors with noise instead of codes."""
        residual, total = latents, 0.0
        for level in range(len(STRIDES)):
            unit = directions(self.weights, level, residual)
            unit = F.normalize(unit + BOTTLENECK_NOISE * torch.randn_like(unit), dim=-1)
            latent = expanded(self.weights, level, unit)
            total, residual = total + latent, residual - latent
        return total

    def _follow(self, level, codebook, vectors, indices, rate=0.08):
        used, inverse, counts = indices.unique(return_inverse=True, return_counts=True)
        sums = torch.zeros(len(used), CODE_SIZE).index_add_(0, inverse, vectors)
        means = sums / counts[:, None]
        codebook[used] = F.normalize(codebook[used] + rate * (means - codebook[used]), dim=-1)
        self.usage[level].mul_(0.9995).index_add_(0, indices, torch.ones(len(indices)))

    @torch.no_grad()
    def revive(self, latents):
        """Put codes used less than 12 % of the mean onto vectors of `latents`; returns a report."""
        residual, report = latents, []
        for level, key in enumerate(codebook_keys()):
            unit = directions(self.weights, level, residual)
            vectors, usage = unit.reshape(-1, CODE_SIZE), self.usage[level]
            unused = (usage < 0.12 * usage.mean()).nonzero().flatten()
            count = min(len(unused), len(vectors) // 2, 250)
            unused = unused[torch.randperm(len(unused))[:count]]
            codebook = self.weights[key]
            if count:
                fresh = vectors[torch.randperm(len(vectors))[:count]]
                codebook[unused] = F.normalize(fresh + 0.05 * torch.randn_like(fresh), dim=-1)
                usage[unused] = 0.5 * usage.mean()
            share = usage / usage.sum()
            perplexity = torch.exp(-(share * (share + 1e-12).log()).sum())
            report.append(f"{level}: {count} revived, perplexity {perplexity:.0f}")
            codes = codebook[nearest(codebook, vectors)].view_as(unit)
            residual = residual - expanded(self.weights, level, codes)
        return "; ".join(report)

    @torch.no_grad()
    def fit(self, latents, rounds=12):
        """Set all codebooks by spherical k-means on `latents`, level by level."""
        residual = latents
        for level, key in enumerate(codebook_keys()):
            unit = directions(self.weights, level, residual)
            vectors = unit.reshape(-1, CODE_SIZE)
            codebook = self._kmeans(vectors[torch.randperm(len(vectors))[:30_000]], rounds)
            self.weights[key].copy_(codebook)
            self.usage[level].fill_(10.0)
            codes = codebook[nearest(codebook, vectors)].view_as(unit)
            residual = residual - expanded(self.weights, level, codes)

    @staticmethod
    def _kmeans(vectors, rounds):
        codebook = vectors[torch.randperm(len(vectors))[:CODES]].clone()
        missing = CODES - len(codebook)
        if missing:
            more = F.normalize(torch.randn(missing, CODE_SIZE), dim=-1)
            codebook = torch.cat([codebook, more])
        for _ in range(rounds):
            indices = nearest(codebook, vectors)
            empty = torch.bincount(indices, minlength=CODES) == 0
            sums = torch.zeros_like(codebook).index_add_(0, indices, vectors)
            codebook = F.normalize(sums + 1e-9, dim=-1)
            count = int(empty.sum())
            if count:
                again = vectors[torch.randint(0, len(vectors), (count,))]
                codebook[empty] = F.normalize(again + 0.02 * torch.randn_like(again), dim=-1)
        return codebook
