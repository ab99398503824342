"""The decoder as a graph of one frame with caches in and out: exact streaming for ONNX Runtime.

Each layer keeps the rows that its kernel reaches back to and emits as many rows as it gets (a
transposed convolution `stride` times as many), so it is late by what the offline layer pads.
Rows whose time is before 0 are padding to the offline decode and have to be zero; only the first
three frames have any, so the graph need not know: they are pushed with `step`, later ones without.
"""

import torch
from snac.layers import DecoderBlock, ResidualUnit
from torch import nn

from weights import CODES_A_FRAME, Codes

FIRST_FRAMES = 3
STEPS_A_FRAME = 4


class StepDecoder(nn.Module):
    """`forward(codes of a frame, caches, step)` gives 2048 samples and the caches after it."""

    def __init__(self, model):
        """`model` has its weights folded and no noise."""
        super().__init__()
        self.quantizer, self.layers = model.quantizer, model.decoder.model
        self.delay = self.begun(1).delay

    def forward(self, codes: Codes, caches: list[torch.Tensor], step: int | None = None):
        flow = Flow(caches, step)
        return self.pass_through(codes, flow), flow.after

    def pass_through(self, codes: Codes, flow: "Flow") -> torch.Tensor:
        x = self.quantizer.from_codes(codes)
        x = flow.inside(self.layers[1](flow.convolve(self.layers[0], x)))
        for layer in self.layers[2:]:
            if isinstance(layer, DecoderBlock):
                x = flow.block(layer, x)
            elif isinstance(layer, nn.Conv1d):
                x = flow.convolve(layer, x)
            else:
                x = layer(x)
        return x

    def empty(self, batch: int) -> list[torch.Tensor]:
        """The caches before the first frame."""
        return [torch.zeros_like(cache) for cache in self.begun(batch).after]

    def begun(self, batch: int) -> "Flow":
        """A pass over one frame, for what it learns of the layers."""
        flow = Flow([], None)
        self.pass_through([torch.zeros(batch, n, dtype=torch.long) for n in CODES_A_FRAME], flow)
        return flow


class Flow:
    """One pass: takes the caches in the layers' order, and keeps count of rate and delay."""

    def __init__(self, caches: list[torch.Tensor], step: int | None):
        self.before, self.after = list(caches), []
        self.step, self.rate, self.delay = step, 1, 0

    def late(self, x: torch.Tensor, rows: int) -> torch.Tensor:
        """`rows` rows of the past, then x."""
        past = self.before.pop(0) if self.before else x.new_zeros(*x.shape[:2], rows)
        joined = torch.cat([past, x], dim=-1)
        self.after.append(joined[..., joined.shape[-1] - rows :])
        return joined

    def convolve(self, layer: nn.Conv1d, x: torch.Tensor) -> torch.Tensor:
        padding, dilation = layer.padding[0], layer.dilation[0]
        self.delay += padding
        x = self.late(x, 2 * padding)
        return nn.functional.conv1d(x, layer.weight, layer.bias, 1, 0, dilation, layer.groups)

    def widen(self, layer: nn.ConvTranspose1d, x: torch.Tensor) -> torch.Tensor:
        """Row r of the output needs rows r / stride - 1 and r / stride of the input."""
        stride = layer.stride[0]
        self.rate, self.delay = self.rate * stride, self.delay * stride + layer.padding[0]
        x = self.late(x, 1)
        return nn.functional.conv_transpose1d(x, layer.weight, layer.bias, stride, padding=stride)

    def unit(self, layer: ResidualUnit, x: torch.Tensor) -> torch.Tensor:
        first_snake, wide, second_snake, point = layer.block
        y = point(second_snake(self.convolve(wide, first_snake(x))))
        skip = self.late(x, wide.padding[0])
        return skip[..., : x.shape[-1]] + y

    def block(self, layer: DecoderBlock, x: torch.Tensor) -> torch.Tensor:
        snake, transposed, *units = layer.block
        x = self.inside(self.widen(transposed, snake(x)))
        for unit in units:
            x = self.inside(self.unit(unit, x))
        return x

    def inside(self, x: torch.Tensor) -> torch.Tensor:
        """Zeroes rows of a time before 0."""
        if self.step is None:
            return x
        first = self.step * self.rate - self.delay
        return x * (torch.arange(first, first + x.shape[-1]) >= 0)
