"""The model that all peers run: seeded weights of the full 24 kHz configuration, or a folder's."""

import copy
import json
import sys
from pathlib import Path

import snac.layers
import torch
from safetensors.torch import load_file, save_file
from snac import SNAC
from torch import nn
from torch.nn.utils import parametrize

sys.path.append(str(Path(__file__).resolve().parent.parent / "reference-vectors"))
from make import COMMON, FULL, randomise  # noqa: E402  one recipe of seeded weights, not two

CONFIG = COMMON | FULL
SEED = 7
RATE = 24_000
FRAME_SAMPLES = 2048
FRAME_SECONDS = FRAME_SAMPLES / RATE
CODES_A_FRAME = (1, 2, 4)
TOKEN_ORDER = ((0, 0), (1, 0), (2, 0), (2, 1), (1, 1), (2, 2), (2, 3))  # (level, place) of t0...t6

Codes = list[torch.Tensor]


def seeded() -> SNAC:
    """The reference vectors' weights: every layer keeps its variance, so that errors show."""
    model = initial()
    randomise(model)
    return model


def initial() -> SNAC:
    """The weights that PyTorch draws for a new model."""
    torch.manual_seed(SEED)
    return SNAC(**CONFIG).eval()


def save(model: SNAC, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(CONFIG, indent=2) + "\n")
    save_file(
        {k: v.contiguous() for k, v in model.state_dict().items()}, folder / "model.safetensors"
    )


def load(folder: Path) -> SNAC:
    """A folder as the hub has it."""
    model = SNAC(**json.loads((folder / "config.json").read_text()))
    if (folder / "model.safetensors").is_file():
        state = load_file(folder / "model.safetensors")
    else:
        state = torch.load(folder / "pytorch_model.bin", map_location="cpu", weights_only=True)
    model.load_state_dict({k: v.float() for k, v in state.items()})
    return model.eval()


def folded(model: SNAC) -> SNAC:
    """Computes each weight once. As loaded, every call computes the weight norm again."""
    for module in model.modules():
        if parametrize.is_parametrized(module):
            parametrize.remove_parametrizations(module, "weight")
    return model


def silenced(model: SNAC) -> SNAC:
    """Without the noise, so that results can be compared."""
    for module in model.modules():
        if isinstance(module, snac.layers.DecoderBlock):
            module.block = nn.Sequential(
                *(layer for layer in module.block if not isinstance(layer, snac.layers.NoiseBlock))
            )
    return model


def silent_decoder(folded: SNAC) -> SNAC:
    """A copy for what is compared or exported: no noise, nothing scripted."""
    return unscripted(silenced(copy.deepcopy(folded)))


class PlainSnake(nn.Module):
    """Snake as the reference has it, but not scripted."""

    def __init__(self, alpha: torch.Tensor):
        super().__init__()
        self.alpha = alpha

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + (self.alpha + 1e-9).reciprocal() * torch.sin(self.alpha * x).pow(2)


def unscripted(model: SNAC) -> SNAC:
    """For the compiler and the exporter, who cannot look into a scripted function."""
    for parent in list(model.modules()):
        for name, module in parent.named_children():
            if isinstance(module, snac.layers.Snake1d):
                setattr(parent, name, PlainSnake(module.alpha))
    return model


def draw_codes(batch: int, frames: int, seed: int = SEED) -> Codes:
    generator = torch.Generator().manual_seed(seed)
    size = CONFIG["codebook_size"]
    return [torch.randint(size, (batch, frames * n), generator=generator) for n in CODES_A_FRAME]


def frames_of(codes: Codes, start: int, end: int) -> Codes:
    return [c[:, start * n : end * n] for c, n in zip(codes, CODES_A_FRAME)]


def token_lines(codes: Codes) -> str:
    """The first row's codes as Lyre reads and writes them: a frame a line, t0...t6."""
    levels = [c[0].reshape(-1, n).tolist() for c, n in zip(codes, CODES_A_FRAME)]
    frames = range(len(levels[0]))
    return "".join(" ".join(str(levels[a][f][b]) for a, b in TOKEN_ORDER) + "\n" for f in frames)


def draw_sound(seconds: float) -> torch.Tensor:
    """A few gliding tones over noise, (1, 1, samples)."""
    t = torch.arange(round(seconds * RATE)) / RATE
    tones = sum(torch.sin(2 * torch.pi * (90 * k * t + 20 * k * t * t)) / k for k in (1, 2, 3, 5))
    noise = torch.randn(t.shape, generator=torch.Generator().manual_seed(SEED))
    return (0.15 * tones + 0.05 * noise)[None, None]
