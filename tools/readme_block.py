"""The blocks of figures in the README that programs write."""

from pathlib import Path


def parts(readme: Path, begin: str, end: str) -> tuple[str, str]:
    """What stands before and after the block."""
    before, found, rest = readme.read_text().partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise ValueError(f"{readme} has no block from '{begin}' to '{end}'")
    return before, after


def replace(readme: Path, begin: str, end: str, block: str) -> None:
    before, after = parts(readme, begin, end)
    readme.write_text(f"{before}{begin}\n{block}\n{end}{after}")
