"""What the bot tells a Prometheus server at ``/metrics``: numbers alone, with no text, name or workspace in them.

What the store counts is the same from every process of one store; what this process did is its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from store.figures import Figures

OUTCOMES = ("done", "put_back", "given_up")
SECONDS = (0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 30.0, 60.0, 300.0)
"""The bounds of the answering times: a short article is answered within one second, a long link within ten."""


class Meters:
    """What this process counts of its jobs; every kind that it may do stands at 0 from the start."""

    def __init__(self, kinds: Iterable[str] = ()) -> None:
        disable_created_metrics()
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._jobs = Counter(
            "verbatim_jobs", "Jobs by kind and by how they ended.", ("kind", "outcome"), registry=self._registry
        )
        self._seconds = Histogram(
            "verbatim_answer_seconds",
            "From the question to the last message of its answer in the thread.",
            buckets=SECONDS,
            registry=self._registry,
        )
        for kind in kinds:
            for outcome in OUTCOMES:
                self._jobs.labels(kind, outcome)

    def ended(self, kind: str, outcome: str) -> None:
        """Counts a job that came to an end or was put back."""
        self._jobs.labels(kind, outcome).inc()

    def answered(self, seconds: float) -> None:
        """Counts an answer that stands in its thread so many seconds after it was asked for."""
        self._seconds.observe(max(0.0, seconds))

    def page(self, figures: Figures) -> str:
        """Everything in the text form of Prometheus."""
        stored = CollectorRegistry()
        stored.register(_Stored(figures))
        return (generate_latest(self._registry) + generate_latest(stored)).decode()


class _Stored(Collector):
    """The figures of a store as they are asked for."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures

    def collect(self) -> Iterator[Metric]:
        """The figures, one family each."""
        known = self._figures
        yield GaugeMetricFamily("verbatim_quotes", "Verified quotes in the store, in whatever state.", known.quotes)
        yield GaugeMetricFamily("verbatim_store_bytes", "Bytes that the store takes on disk.", known.size)
        yield GaugeMetricFamily("verbatim_jobs_open", "Jobs that are not ended.", known.open_jobs)
        oldest = "Seconds since the oldest job that is not ended was asked for."
        yield GaugeMetricFamily("verbatim_jobs_oldest_seconds", oldest, known.oldest_job)
        checks = CounterMetricFamily("verbatim_checks", "Checks kept, by their worst finding.", labels=("outcome",))
        for outcome in ("clean", "query", "hold"):
            checks.add_metric((outcome,), known.checks.get(outcome, 0))
        yield checks
        findings = CounterMetricFamily("verbatim_findings", "Findings of those checks.", labels=("code", "severity"))
        for labels, count in sorted(known.findings.items()):
            findings.add_metric(labels, count)
        yield findings
        wrong = CounterMetricFamily("verbatim_findings_not_right", "Findings called not right.", labels=("code",))
        for code, count in sorted(known.not_right.items()):
            wrong.add_metric((code,), count)
        yield wrong
