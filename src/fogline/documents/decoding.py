"""Bytes become text."""

from __future__ import annotations

import codecs
import re

from fogline.documents.drafts import storable
from fogline.errors import ItemError

__all__ = ["Decoded", "decode", "is_utf8", "looks_binary", "marked_encoding"]

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the start of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAGIC = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"PK\x05\x06", b"\x7fELF", b"MZ\x90", b"BZh",
    b"\xfd7zXZ\0", b"7z\xbc\xaf", b"Rar!", b"\xd0\xcf\x11\xe0", b"SQLite format 3\0", b"RIFF", b"OggS",
    b"ID3", b"II*\0", b"MM\0*", b"\x28\xb5\x2f\xfd", b"\xca\xfe\xba\xbe", b"wOFF", b"\0\0\1\0", b"\x1f\x8b",
)  # fmt: skip
CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b") + b"\x7f"
CONTROL_SHARE = 0.1  # text has next to no control characters, machine code and packed data a tenth and more
SAMPLE_BYTES = 65_536
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
HIGH = re.compile(rb"[\x80-\xff]")
# English in cp1252 has a curly quote or an accent here and there, in Cyrillic every letter is a high byte.
ROMAN_SHARE = 0.1
LOST_SHARE = 0.02  # a text that lost more than this would be read wrongly
ENCODINGS = [
    "cp1252", "cp1251", "koi8_r", "koi8_u", "cp866", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256",
    "cp1257", "iso8859_5", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip

Decoded = tuple[str, tuple[str, ...]]


def decode(data: bytes) -> Decoded:
    """The text of a file, and notes on what was done to get it.

    A byte order mark is left out. NUL becomes U+FFFD, one for one. Raises ItemError: `binary`, `encoding`.
    """
    encoding, mark = marked_encoding(data)
    body = data[mark:]
    notes: list[str] = ["byte order mark left out"] if mark else []
    if encoding == "utf-8" and looks_binary(body):
        raise ItemError("binary", "the bytes are not text")
    if not mark and encoding == "utf-8" and not (is_utf8(data) or _mostly_utf8(data)):
        encoding = _legacy(data)
    text, lost = _decoded(body, encoding)
    if encoding != "utf-8":
        notes.append(f"decoded as {encoding}")
    if lost:
        notes.append(f"{lost} bytes that are not {encoding} became U+FFFD")
    kept = storable(text)
    if kept != text:
        notes.append("NUL characters became U+FFFD")
    return kept, tuple(notes)


def marked_encoding(data: bytes) -> tuple[str, int]:
    """The encoding that a byte order mark or the look of UTF-16 names, else UTF-8, and the length of the mark."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return encoding, len(bom)
    return _wide(data[:SAMPLE_BYTES]) or "utf-8", 0


def looks_binary(data: bytes) -> bool:
    """Whether the bytes are a picture, an archive or a programme rather than text."""
    sample = data[:SAMPLE_BYTES]
    if sample.startswith(MAGIC):
        return True
    return len(sample) - len(sample.translate(None, CONTROLS)) > CONTROL_SHARE * len(sample)


def _decoded(body: bytes, encoding: str) -> tuple[str, int]:
    try:
        return body.decode(encoding), 0
    except UnicodeDecodeError:
        text = body.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if lost > max(1, LOST_SHARE * len(text)):
        raise ItemError("encoding", f"{lost} of {len(text)} characters cannot be decoded as {encoding}")
    return text, lost


def is_utf8(data: bytes) -> bool:
    """Whether the bytes are sound UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """Whether sound multi-byte UTF-8 outweighs what is wrong: a damaged file, since chance makes none of it."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return len(NOT_ASCII.findall(text)) - wrong > wrong


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: in Western text nearly every other byte is NUL."""
    half = len(sample) // 2
    if half < 2:
        return None
    even, odd = sample[::2], sample[1::2]
    for encoding, nul, letter in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if nul.count(0) > 0.7 * half and letter.count(0) < 0.05 * half:
            return encoding
    return None


def _legacy(data: bytes) -> str:
    sample = data[:SAMPLE_BYTES]
    high = len(HIGH.findall(sample))
    if high <= ROMAN_SHARE * len(sample) and _fits(data, "cp1252"):
        return "cp1252"
    if high <= LOST_SHARE * len(sample):
        return "utf-8"  # a few stray bytes; the detector would take them for Chinese and swallow letters
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=ENCODINGS, enable_fallback=False).best()
    if best is not None and _fits(data, best.encoding):
        return best.encoding
    raise ItemError("encoding", "the encoding of the text cannot be told")


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
