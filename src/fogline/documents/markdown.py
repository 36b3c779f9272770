"""Markdown: front matter says what is known, the rest is the report."""

from __future__ import annotations

import io
import re
import tomllib
from collections.abc import Iterator, Mapping

from fogline.documents.decoding import decode
from fogline.documents.drafts import Draft, Facts, Skipped
from fogline.documents.opening import whole
from fogline.documents.options import DocumentOptions
from fogline.errors import ItemError

__all__ = ["FIELDS", "read"]

# What writers of front matter call what we call by the key of Facts, most telling name first.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "site", "site_name", "outlet", "publication", "source"),
    "url": ("url", "link", "canonical", "canonical_url", "source_url", "permalink"),
    "author": ("author", "authors", "by", "byline"),
    "language": ("language", "lang"),
    "published": ("published_at", "published", "date", "pubdate", "publish_date", "date_published"),
}
YAML = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
TOML = re.compile(r"\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.S | re.M)
PAIR = re.compile(r"([A-Za-z_][\w -]*?)\s*:(?:\s+(.*))?")
ITEM = re.compile(r"\s*-\s+(.*)")


def read(stream: io.BufferedReader, options: DocumentOptions) -> Iterator[Draft | Skipped]:
    """The one report a Markdown file is: its text as written, below the front matter."""
    text, notes = decode(whole(stream, options.size_limit_bytes))
    match, found = _front_matter(text)
    if match is None:
        yield Draft(text, notes=notes)
        return
    left_out = f"front matter of {match.end()} characters left out"
    yield Draft(text[match.end() :], facts_of(found), notes=(*notes, left_out))


def facts_of(found: Mapping[str, str]) -> Facts:
    """What is known, from front matter under any of the usual names."""
    return Facts.of({key: next((found[n] for n in names if found.get(n)), None) for key, names in FIELDS.items()})


def _front_matter(text: str) -> tuple[re.Match[str] | None, dict[str, str]]:
    if match := YAML.match(text):
        found = _pairs(match[1])
        return (match, found) if found or not match[1].strip() else (None, {})
    if match := TOML.match(text):
        try:
            table = tomllib.loads(match[1])
        except tomllib.TOMLDecodeError as error:
            raise ItemError("malformed", f"front matter: {error}") from error
        return match, {key.lower(): _plain(value) for key, value in table.items()}
    return None, {}


def _pairs(block: str) -> dict[str, str]:
    """The plain `key: value` lines of YAML; lists are joined, deeper structure is left alone.

    A whole YAML parser would be a dependency for six fields. Lines between two rules that are no pairs are
    text.
    """
    found: dict[str, str] = {}
    key = ""
    for line in block.splitlines():
        if item := ITEM.fullmatch(line):
            if key:
                found[key] = ", ".join(filter(None, (found.get(key, ""), _unquoted(item[1]))))
        elif pair := PAIR.fullmatch(line):
            key = pair[1].lower().replace("-", "_").replace(" ", "_")
            found[key] = _unquoted(pair[2] or "")
        elif line.strip() and not line.startswith((" ", "\t", "#")):
            return {}
    return found


def _unquoted(value: str) -> str:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(filter(None, (_unquoted(part) for part in value[1:-1].split(","))))
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return re.sub(r"\s+#.*", "", value)


def _plain(value: object) -> str:
    return ", ".join(map(_plain, value)) if isinstance(value, list) else str(value)
