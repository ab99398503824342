"""What a row has cost, and how that compares with Lyre's."""

from dataclasses import asdict, dataclass
from statistics import median

from measure import Cost, Row


@dataclass(frozen=True)
class Figure:
    """A row's costs, a round each, or the reason why it has none; `said` is Lyre's own report."""

    row: Row
    costs: list[Cost]
    reason: str | None = None
    said: dict | None = None

    @property
    def cpu(self) -> float:
        return median(c.cpu for c in self.costs)

    @property
    def label(self) -> str:
        kernels = self.said["kernels"] if self.said else ""
        return self.row.label if kernels in self.row.label else f"{self.row.label}, {kernels}"

    def ratio(self, figures: dict[str, "Figure"]) -> float | None:
        """How many times this row's cost is that of the row of Lyre which does the same work."""
        lyre = figures.get(self.row.like)
        return self.cpu / lyre.cpu if lyre and lyre.costs and self.costs else None

    def json(self, figures: dict[str, "Figure"]) -> dict:
        facts = {"name": self.row.key, "label": self.label, "batch": self.row.batch}
        if not self.costs:
            return facts | {"not_run": self.reason}
        rounds = [asdict(c) for c in self.costs]
        return facts | {
            "cpu_seconds_per_audio_second": self.cpu,
            "streams_per_core": 1 / self.cpu,
            "compared_with": self.row.like,
            "lyre_is_faster_by": self.ratio(figures),
            "rounds": rounds,
            "lyre": self.said,
        }
