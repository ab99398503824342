"""The SNAC graph for training on a CPU: channels-last, with fused kernels, on a flat dictionary.

Parameters have the names of the reference implementation with weight normalisation folded away
(`fold`); `unfold` brings the reference's names back for export. Latents and activations are
(batch, time, channels).
"""

import os
from pathlib import Path

import torch
import torch.nn.functional as F
from torch.utils.cpp_extension import load

ENCODER_RATES = (2, 4, 8, 8)
DECODER_RATES = (8, 8, 4, 2)
DILATIONS = (1, 3, 9)
HOP = 512
kernels = None


def build_kernels(work):
    """Compile the fused kernels into `work`/kernels; call once before anything else here."""
    global kernels
    folder = Path(work) / "kernels"
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("MAX_JOBS", "1")
    kernels = load(
        "lyre_demo_voice_kernels",
        [str(Path(__file__).parent / "kernels.cpp")],
        extra_cflags=["-O3", "-march=native", "-ffast-math", "-fopenmp"],
        build_directory=str(folder.resolve()),
    )


class ResidualUnit(torch.autograd.Function):
    """x + pointwise(snake(depthwise(snake(x)))), the first three fused."""

    @staticmethod
    def forward(ctx, x, alpha1, taps, bias1, alpha2, weight2, bias2, dilation):
        channels = x.shape[-1]
        between, inner = kernels.unit_forward(x, alpha1, taps, bias1, alpha2, dilation)
        y = torch.addmm(bias2, inner.view(-1, channels), weight2.t()).view(x.shape)
        y += x
        ctx.save_for_backward(x, between, inner, alpha1, taps, alpha2, weight2)
        ctx.dilation = dilation
        return y

    @staticmethod
    def backward(ctx, gradient):
        x, between, inner, alpha1, taps, alpha2, weight2 = ctx.saved_tensors
        gradient = gradient.contiguous()
        channels = x.shape[-1]
        flat = gradient.view(-1, channels)
        to_inner = (flat @ weight2).view_as(x)
        to_x, sums = kernels.unit_backward(
            to_inner, gradient, x, between, alpha1, taps, alpha2, ctx.dilation
        )
        to_weight2 = flat.t() @ inner.view(-1, channels)
        return to_x, sums[8], sums[:7], sums[7], sums[9], to_weight2, flat.sum(0), None


class Snake(torch.autograd.Function):
    """x + sin(alpha x)^2 / alpha, one alpha a channel."""

    @staticmethod
    def forward(ctx, x, alpha):
        x = x.contiguous()
        ctx.save_for_backward(x, alpha)
        return kernels.snake_forward(x, alpha)

    @staticmethod
    def backward(ctx, gradient):
        to_x, to_alpha = kernels.snake_backward(gradient.contiguous(), *ctx.saved_tensors)
        return to_x, to_alpha


def residual_unit(weights, name, x, dilation):
    return ResidualUnit.apply(
        x.contiguous(),
        weights[name + ".block.0.alpha"].view(-1),
        weights[name + ".block.1.weight"][:, 0].t().contiguous(),
        weights[name + ".block.1.bias"],
        weights[name + ".block.2.alpha"].view(-1),
        weights[name + ".block.3.weight"][:, :, 0],
        weights[name + ".block.3.bias"],
        dilation,
    )


def snake(weights, name, x):
    return Snake.apply(x, weights[name + ".alpha"].view(-1))


def pointwise(weights, name, x):
    """Convolution of kernel 1."""
    return x @ weights[name + ".weight"][:, :, 0].t() + weights[name + ".bias"]


def depthwise(weights, name, x):
    """Convolution of kernel 7, one filter a channel."""
    y = F.conv1d(
        x.transpose(1, 2),
        weights[name + ".weight"],
        weights[name + ".bias"],
        padding=3,
        groups=x.shape[-1],
    )
    return y.transpose(1, 2)


def downsample(weights, name, x, stride):
    """Convolution of kernel 2 stride and padding stride/2, as one matrix product."""
    weight = weights[name + ".weight"]
    outputs, inputs, _ = weight.shape
    batch, time, _ = x.shape
    matrix = weight.view(outputs, inputs, 2, stride).permute(3, 1, 2, 0)
    blocks = F.pad(x, (0, 0, stride // 2, stride // 2))
    blocks = blocks.view(batch * (time // stride + 1), stride * inputs)
    product = blocks @ matrix.reshape(stride * inputs, 2 * outputs)
    product = product.view(batch, time // stride + 1, 2, outputs)
    return product[:, :-1, 0] + product[:, 1:, 1] + weights[name + ".bias"]


def upsample(weights, name, x, stride):
    """Transposed convolution of kernel 2 stride and padding stride/2, as one matrix product."""
    weight = weights[name + ".weight"]
    inputs, outputs, _ = weight.shape
    batch, time, _ = x.shape
    matrix = weight.view(inputs, outputs, 2, stride).permute(0, 2, 3, 1)
    product = x.reshape(batch * time, inputs) @ matrix.reshape(inputs, 2 * stride * outputs)
    product = product.view(batch, time, 2, stride * outputs)
    y = F.pad(product[:, :, 0], (0, 0, 0, 1)) + F.pad(product[:, :, 1], (0, 0, 1, 0))
    y = y.view(batch, (time + 1) * stride, outputs)[:, stride // 2 : stride // 2 + time * stride]
    return y + weights[name + ".bias"]


def encoder(weights, x):
    """Samples (batch, time), time a multiple of 512, to latents (batch, time/512, latent)."""
    first = "encoder.block.0"
    h = F.pad(x, (3, 3)).unfold(1, 7, 1) @ weights[first + ".weight"][:, 0].t()
    h = h + weights[first + ".bias"]
    for index, stride in enumerate(ENCODER_RATES):
        name = f"encoder.block.{index + 1}.block"
        for unit, dilation in enumerate(DILATIONS):
            h = residual_unit(weights, f"{name}.{unit}", h, dilation)
        h = downsample(weights, f"{name}.4", snake(weights, f"{name}.3", h), stride)
    return depthwise(weights, "encoder.block.5", h)


def decoder(weights, z, noise=1.0):
    """Latents (batch, frames, latent) to samples (batch, 512 frames); `noise` scales the noise."""
    h = pointwise(weights, "decoder.model.1", depthwise(weights, "decoder.model.0", z))
    for index, stride in enumerate(DECODER_RATES):
        name = f"decoder.model.{index + 2}.block"
        h = upsample(weights, f"{name}.1", snake(weights, f"{name}.0", h), stride)
        if noise:
            drawn = noise * torch.randn(h.shape[0], h.shape[1], 1)
            h = torch.addcmul(h, drawn, h @ weights[f"{name}.2.linear.weight"][:, :, 0].t())
        for unit, dilation in enumerate(DILATIONS):
            h = residual_unit(weights, f"{name}.{unit + 3}", h, dilation)
    h = snake(weights, "decoder.model.6", h)
    taps = h @ weights["decoder.model.7.weight"][0]
    time = h.shape[1]
    taps = F.pad(taps, (0, 0, 3, 3))
    y = sum(taps[:, k : k + time, k] for k in range(7))
    return torch.tanh(y + weights["decoder.model.7.bias"])


def fold(state):
    """A state dictionary of `snac.SNAC` without weight normalisation."""
    weights = {}
    for key, value in state.items():
        base, found, part = key.partition(".parametrizations.weight.original")
        if not found:
            weights[key] = value
        elif part == "0":
            direction = state[base + ".parametrizations.weight.original1"]
            norm = direction.norm(2, dim=tuple(range(1, direction.dim())), keepdim=True)
            weights[base + ".weight"] = value * direction / norm
    return weights


def unfold(weights):
    """The inverse of `fold`, with the direction as it is and its norm as the magnitude."""
    state = {}
    for key, value in weights.items():
        base = key.removesuffix(".weight")
        if base == key or "codebook" in key:
            state[key] = value.clone()
            continue
        norm = value.norm(2, dim=tuple(range(1, value.dim())), keepdim=True).clamp_min(1e-12)
        state[base + ".parametrizations.weight.original0"] = norm
        state[base + ".parametrizations.weight.original1"] = value.clone()
    return state
