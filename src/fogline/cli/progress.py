"""Progress on stderr, and only where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from fogline.workspace import ReadProgress

__all__ = ["reading_progress"]


@contextmanager
def reading_progress(quiet: bool) -> Iterator[Callable[[ReadProgress], None] | None]:
    """A function to call after each batch; None where stderr is no terminal or the user wants quiet."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading ...", total=None)

        def show(done: ReadProgress) -> None:
            bar.update(task, description=f"{done.reports} reports, {done.claims} claims; last {done.name}")

        yield show
