"""ONNX Runtime: the sliding window, the offline decode, a graph of one step, the encoder.

Exported by torch.onnx with fixed shapes, the weights folded and the noise left out: all of that is
in its favour, for Lyre and PyTorch draw noise and multiply by it.
"""

import functools
import logging
import warnings
from pathlib import Path

import onnxruntime
import torch
from torch import nn

from measure import Row, timed
from step_graph import FIRST_FRAMES, STEPS_A_FRAME, StepDecoder
from torch_peers import WINDOW_FRAMES
from weights import FRAME_SECONDS, Codes, draw_codes, draw_sound, frames_of


class Decoder(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, coarse, middle, fine):
        return self.model.decode([coarse, middle, fine])


class Encoder(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, sound):
        return tuple(self.model.encode(sound))


class Step(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.decoder = StepDecoder(model)

    def forward(self, coarse, middle, fine, caches):
        samples, after = self.decoder([coarse, middle, fine], caches)
        return samples, *after


class Graph:
    """An exported module in a session of one thread, with its example inputs."""

    def __init__(self, module: nn.Module, inputs: tuple, file: Path):
        if not file.exists():  # an earlier round did
            export(module, inputs, file)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(
            file, options, providers=["CPUExecutionProvider"]
        )
        self.names = [i.name for i in self.session.get_inputs()]
        self.example = self.values(inputs)

    @staticmethod
    def values(tensors) -> list[onnxruntime.OrtValue]:
        """Tensors, and lists of them, as ONNX Runtime's."""
        flat = [t for x in tensors for t in (x if isinstance(x, list) else [x])]
        return [onnxruntime.OrtValue.ortvalue_from_numpy(t.contiguous().numpy()) for t in flat]

    def run(self, values: list | None = None) -> list[onnxruntime.OrtValue]:
        """Values in and out are not copied: a step's caches go from one call to the next."""
        feeds = dict(zip(self.names, values or self.example, strict=True))
        return self.session.run_with_ort_values(None, feeds)


def export(module: nn.Module, inputs: tuple, file: Path) -> None:
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(module.eval(), inputs, file, dynamo=True, verbose=False)


class StepStream:
    """A stream of frames through the step graph, begun by the same module in PyTorch."""

    def __init__(self, model, batch: int, file: Path):
        self.first = StepDecoder(model)
        frame = draw_codes(batch, 1)
        self.graph = Graph(Step(model), (*frame, self.first.empty(batch)), file)
        self.codes, self.caches = Graph.values(frame), self.graph.example[len(frame) :]

    def push(self, codes: list | None = None) -> onnxruntime.OrtValue:
        """The samples of one more frame; the caches stay in here."""
        samples, *self.caches = self.graph.run([*(codes or self.codes), *self.caches])
        return samples

    def decode(self, codes: Codes) -> torch.Tensor:
        """All samples that the frames make exact, less the delay of the layers."""
        count, caches, parts = codes[0].shape[-1], self.first.empty(len(codes[0])), []
        for frame in range(FIRST_FRAMES):
            part, caches = self.first(
                frames_of(codes, frame, frame + 1), caches, STEPS_A_FRAME * frame
            )
            parts.append(part)
        self.caches = Graph.values(caches)
        for frame in range(FIRST_FRAMES, count):
            samples = self.push(Graph.values(frames_of(codes, frame, frame + 1)))
            parts.append(torch.from_numpy(samples.numpy()))
        return torch.cat(parts, dim=-1)[..., self.first.delay :]


class OnnxPeers:
    """`model` has its weights folded and no noise; the graphs are written to `folder`."""

    def __init__(self, model, folder: Path, seconds: float):
        self.model, self.folder = model, folder
        self.seconds, self.frames = seconds, round(seconds / FRAME_SECONDS)

    # Each graph is exported when it is first called, which a measurement does not count.

    @functools.cache
    def decoder(self, batch: int, frames: int) -> Graph:
        file = self.folder / f"decoder-{batch}-{frames}.onnx"
        return Graph(Decoder(self.model), tuple(draw_codes(batch, frames)), file)

    @functools.cache
    def encoder(self) -> Graph:
        return Graph(Encoder(self.model), (draw_sound(self.seconds),), self.folder / "encoder.onnx")

    @functools.cache
    def stream(self, batch: int) -> StepStream:
        return StepStream(self.model, batch, self.folder / f"step-{batch}.onnx")

    def rows(self) -> list[Row]:
        rows = []
        for batch in (1, 8):
            rows.append(
                Row(
                    f"onnx_window_{batch}",
                    "ONNX Runtime sliding window",
                    batch,
                    timed(
                        lambda b=batch: self.decoder(b, WINDOW_FRAMES).run(), batch * FRAME_SECONDS
                    ),
                    f"lyre_{batch}",
                )
            )
        for batch in (1, 8):
            rows.append(
                Row(
                    f"onnx_step_{batch}",
                    "ONNX Runtime, caches in and out",
                    batch,
                    timed(lambda b=batch: self.stream(b).push(), batch * FRAME_SECONDS),
                    f"lyre_{batch}",
                )
            )
        return [
            *rows,
            Row(
                "onnx_offline",
                f"ONNX Runtime offline, {self.seconds:g} s at once",
                1,
                timed(lambda: self.decoder(1, self.frames).run(), self.frames * FRAME_SECONDS),
                "lyre_1",
            ),
            Row(
                "onnx_encode",
                f"ONNX Runtime encoder, {self.seconds:g} s at once",
                1,
                timed(lambda: self.encoder().run(), self.seconds),
                "lyre_encoder",
            ),
        ]
