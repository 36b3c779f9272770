"""Ids that depend on content alone, so that reading twice adds nothing."""

from __future__ import annotations

import json
from hashlib import blake2b

__all__ = ["stable_id"]

DIGEST_BYTES = 10  # 80 bits: a collision is expected after about 10**12 records of one kind


def stable_id(prefix: str, *fields: str | int | float | None) -> str:
    """An id such as `c-6fa0…`: the prefix and 20 hex digits of blake2b over a JSON array of the identity fields.

    JSON keeps `("ab", "c")` and `("a", "bc")` apart, which joining strings would not.
    """
    payload = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return f"{prefix}-{blake2b(payload, digest_size=DIGEST_BYTES).hexdigest()}"
