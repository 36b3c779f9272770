#!/usr/bin/env python3
"""Check marked-up reports and count them: check.py FILE_OR_FOLDER... ; `--jsonl OUT` also writes plain text with spans.

A JSONL row: id, text, published_at, genre, attributions [{source, cue, content: [[start, end]], stance, kind, status}], own [{start, end, kind, status}].
Exit status 1 where a file is malformed.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

STANCE = set("asserts denies accuses demands warns promises declines unconfirmed doubts".split())
KIND = set(
    "control movement clash attack casualties damage deployment detention clearance aid sanction negotiation meeting demand accusation threat assessment other".split()
)
STATUS = set("actual ongoing completed planned possible conditional negated".split())
TAG = re.compile(r"<(/?)([sqc])([\d,]+)((?: [a-z]+)*)>|<(/?)(o)((?: [a-z]+)*)>")


def parse(path):
    raw = path.read_text(encoding="utf-8")
    head, _, body = raw.partition("\n\n")
    meta = dict(re.findall(r"^# (\w+): (.*)$", head, re.M))
    err = []
    text, pos, open_, st, own = "", 0, [], {}, []
    for m in TAG.finditer(body):
        text += body[pos : m.start()]
        pos = m.end()
        if m[6]:
            if not m[5]:
                w = m[7].split()
                open_.append(("o", w, len(text)))
                if len(w) != 2 or w[0] not in KIND or w[1] not in STATUS:
                    err.append(f"bad {m[0]}")
            else:
                if not open_ or open_[-1][0] != "o":
                    err.append(f"unmatched {m[0]} near {text[-40:]!r}")
                    continue
                _, w, s = open_.pop()
                own.append({"start": s, "end": len(text), "kind": w[0] if w else None, "status": w[-1] if w else None})
        elif not m[1]:
            w = m[4].split()
            open_.append((m[2] + m[3], w, len(text)))
            if m[2] == "c":
                for n in m[3].split(","):
                    a = st.setdefault(int(n), {"source": [], "cue": [], "content": []})
                    if w:
                        if len(w) != 3 or w[0] not in STANCE or w[1] not in KIND or w[2] not in STATUS:
                            err.append(f"bad {m[0]}")
                        else:
                            a.update(zip(("stance", "kind", "status"), w))
            elif w:
                err.append(f"words in {m[0]}")
        else:
            if not open_ or open_[-1][0] != m[2] + m[3]:
                err.append(f"unmatched {m[0]} near {text[-40:]!r}")
                continue
            _, _, s = open_.pop()
            for n in m[3].split(","):
                st.setdefault(int(n), {"source": [], "cue": [], "content": []})[
                    {"s": "source", "q": "cue", "c": "content"}[m[2]]
                ].append([s, len(text)])
    text += body[pos:]
    if open_:
        err.append(f"never closed: {[o[0] for o in open_]}")
    if re.search(r"</?[sqco][\d ,>]", text):
        err.append(f"left-over mark: {re.search(r'</?[sqco][^>]{0,20}', text)[0]}")
    for n, a in st.items():
        if not a["content"]:
            err.append(f"statement {n} has no content")
        elif "stance" not in a:
            err.append(f"statement {n} has no words in its first content")
        if not a["cue"] and not a["source"]:
            err.append(f"statement {n} has neither speaker nor cue")
    for k in ("id", "genre", "published"):
        if k not in meta:
            err.append(f"no {k}")
    return {
        "id": meta.get("id", path.stem),
        "text": text,
        "published_at": meta.get("published"),
        "genre": meta.get("genre"),
        "attributions": [st[n] for n in sorted(st)],
        "own": own,
    }, err


def main():
    args = sys.argv[1:]
    out = None
    if "--jsonl" in args:
        i = args.index("--jsonl")
        out = open(args[i + 1], "w", encoding="utf-8")
        del args[i : i + 2]
    files = sorted(f for a in args for f in (Path(a).rglob("*.txt") if Path(a).is_dir() else [Path(a)]))
    bad = 0
    n = Counter()
    kinds, stances, ids = Counter(), Counter(), Counter()
    for f in files:
        r, err = parse(f)
        ids[r["id"]] += 1
        for e in err:
            print(f"{f}: {e}")
            bad += 1
        n["files"] += 1
        n["words"] += len(r["text"].split())
        n["statements"] += len(r["attributions"])
        n["own"] += len(r["own"])
        n["nested"] += sum(
            any(
                b is not a
                and a["content"]
                and b["content"]
                and a["content"][0][0] <= b["content"][0][0]
                and b["content"][-1][1] <= a["content"][-1][1]
                for b in r["attributions"]
            )
            for a in r["attributions"]
        )
        kinds.update(a.get("kind") for a in r["attributions"])
        stances.update(a.get("stance") for a in r["attributions"])
        if out and not err:
            out.write(json.dumps(r, ensure_ascii=False) + "\n")
    for i, c in ids.items():
        if c > 1:
            print(f"id {i} used {c} times")
            bad += 1
    print(dict(n))
    print("kinds", dict(kinds.most_common()))
    print("stances", dict(stances.most_common()))
    sys.exit(bad > 0)


main()
