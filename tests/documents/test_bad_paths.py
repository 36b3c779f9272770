"""Files that may not be opened, pipes, links in circles, folders without end: each is said, the others are read."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.documents.conftest import Folder

NOBODY = 65534


@contextmanager
def as_somebody_without_rights() -> Iterator[None]:
    """Root may read everything, so root steps down for the moment; anybody else stays who they are."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def test_a_file_that_may_not_be_opened_is_a_failure(folder: Folder, report: str) -> None:
    folder.write("open.txt", report)
    shut = folder.write("shut.txt", report)
    inside = folder.write("shut/in.txt", report)
    os.chmod(shut, 0)
    os.chmod(os.path.dirname(inside), 0)
    for path in (folder.path, *list(folder.path.parents)[:2]):
        os.chmod(path, 0o755)
    with as_somebody_without_rights():
        documents, failures = folder.read()
    os.chmod(os.path.dirname(inside), 0o755)
    assert [document.name for document in documents] == ["open.txt"]
    assert [(failure.source, failure.reason) for failure in failures] == [
        (os.path.dirname(inside), "unreadable"),
        (shut, "unreadable"),
    ]
    assert "ermission denied" in failures[0].message


def test_what_does_not_exist_is_a_failure(folder: Folder) -> None:
    for path in (f"{folder.path}/none.txt", f"{folder.path}/\0.txt", f"{folder.path}/{'n' * 300}.txt", ""):
        documents, failures = folder.read(path)
        assert (documents, [failure.reason for failure in failures]) == ([], ["unreadable"])


def test_pipes_and_sockets_are_not_waited_for(folder: Folder, report: str) -> None:
    os.mkfifo(folder.path / "pipe.txt")
    folder.write("report.txt", report)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"{folder.path}/socket.txt")
        documents, failures = folder.read()
        _, named = folder.read(f"{folder.path}/pipe.txt")
    assert [document.name for document in documents] == ["report.txt"]
    assert [failure.reason for failure in (*failures, *named)] == ["unreadable"] * 3


def test_a_pipe_that_the_shell_hands_over_is_read(folder: Folder, report: str) -> None:
    reading, writing = os.pipe()
    os.write(writing, report.encode())
    os.close(writing)
    assert folder.one(f"/dev/fd/{reading}").text == report
    os.close(reading)


def test_links_that_lead_in_circles_are_seen(folder: Folder, report: str) -> None:
    folder.write("a/report.txt", report)
    (folder.path / "a" / "up").symlink_to(folder.path, target_is_directory=True)
    (folder.path / "itself.txt").symlink_to("itself.txt")
    (folder.path / "nowhere.txt").symlink_to("missing.txt")
    documents, failures = folder.read()
    assert [document.name for document in documents] == ["report.txt"]
    assert [(os.path.basename(failure.source), failure.reason) for failure in failures] == [
        ("up", "link_loop"),
        ("itself.txt", "link_loop"),
        ("nowhere.txt", "unreadable"),
    ]


def test_folders_that_link_to_each_other_are_each_read_once(folder: Folder, report: str) -> None:
    for number in range(12):
        folder.write(f"{number:02}/report.txt", f"{number} {report}")
        for other in range(12):
            (folder.path / f"{number:02}" / f"to{other:02}").symlink_to(f"../{other:02}", target_is_directory=True)
    documents, failures = folder.read()
    assert len(documents) == 12
    assert {failure.reason for failure in failures} == {"link_loop"}


def test_folders_nested_deeper_than_python_can_call_are_read(folder: Folder, report: str) -> None:
    with tempfile.TemporaryDirectory() as safe:  # not the folder of the tests: pytest could not clear it away
        top = os.path.join(safe, "top")
        os.mkdir(top)
        try:
            _nest(top, 1_200, report)
            assert folder.one(top).text == report
        finally:
            subprocess.run(["rm", "-rf", top], check=True)


def _nest(top: str, depth: int, report: str) -> None:
    here = os.open(top, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    with open(os.open("a.txt", os.O_WRONLY | os.O_CREAT, dir_fd=here), "w", encoding="utf-8") as stream:
        stream.write(report)
    os.close(here)


def test_a_folder_with_nothing_readable_says_so(folder: Folder) -> None:
    folder.write(".hidden", "x")
    documents, failures = folder.read()
    assert (documents, [(failure.source, failure.reason) for failure in failures]) == (
        [],
        [(str(folder.path), "no_text")],
    )
