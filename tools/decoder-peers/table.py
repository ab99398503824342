"""The figures for people, in Markdown, and for programs."""

import os
import platform
from importlib.metadata import version
from pathlib import Path
from statistics import median

from exactness import Finding
from figure import Figure

BEGIN, END = "<!-- decoder figures -->", "<!-- end of decoder figures -->"
PACKAGES = ("torch", "onnxruntime", "snac")


def table(figures: list[Figure]) -> str:
    """A line a row; the system's share of the time is told where it is large."""
    by_key = {f.row.key: f for f in figures}
    lines = [
        "| on one core | batch | CPU-s a second of audio | real-time streams | Lyre is faster by |",
        "|---|---|---|---|---|",
    ]
    for figure in figures:
        start = f"| {figure.label} | {figure.row.batch} |"
        if not figure.costs:
            lines.append(f"{start} not run: {figure.reason} | | |")
            continue
        system = median(c.system for c in figure.costs)
        share = f" ({system:.2f} of it the system's)" if system > 0.1 * figure.cpu else ""
        ratio = figure.ratio(by_key)
        lines.append(
            f"{start} {figure.cpu:.3f}{share} | {1 / figure.cpu:.1f} | "
            f"{f'{ratio:.1f}' if ratio else ''} |"
        )
    return "\n".join(lines)


def summary(figures: list[Figure]) -> str:
    """Lyre at batch 8 against what servers run, and against the best that its peers can do."""
    by_key = {f.row.key: f for f in figures if f.costs}
    names = {
        "torch_window_as_loaded_8": "PyTorch's sliding window as servers load it",
        "torch_window_8": "the same with folded weights",
        "torch_compile_8": "the same compiled",
        "onnx_window_8": "ONNX Runtime's sliding window",
        "onnx_step_8": "ONNX Runtime's graph of one frame",
    }
    ratios = {k: by_key[k].ratio(by_key) for k in names if k in by_key}
    told = [f"{ratio:.1f} times as fast as {names[k]}" for k, ratio in ratios.items() if ratio]
    return f"Lyre at batch 8 is {', '.join(told)}." if told else ""


def machine() -> dict:
    model = platform.processor() or platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    return {"processor": model, "cores": os.cpu_count()} | {p: version(p) for p in PACKAGES}


def markdown(
    figures: list[Figure], found: list[Finding], rounds: int, model: str, command: str
) -> str:
    facts = machine()
    packages = ", ".join(f"{p} {facts[p]}" for p in PACKAGES)
    distances = "; ".join(f.text for f in found)
    paragraphs = [
        table(figures),
        f"{summary(figures)} Each is compared with the same batch and precision of Lyre, offline "
        "with batch 1. ONNX Runtime is spared the noise.".strip(),
        f"Distance to the reference's offline decode in double precision, noise off: {distances}."
        if found
        else "",
        f"Medians of {rounds} interleaved {'round' if rounds == 1 else 'rounds'} of `{command}` on "
        f"one of {facts['cores']} cores of {article(facts['processor'])} with {packages}; {model}.",
    ]
    return "\n\n".join(p for p in paragraphs if p)


def article(name: str) -> str:
    return f"{'an' if name[:1] in 'AEIOaeio' else 'a'} {name}"
