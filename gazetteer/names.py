"""Build the word lists that keep people and common words from being read as places.

    pip download faker==40.54.0 names==0.3.0 and apt-get download wamerican-small; unpack all into FOLDER
    python gazetteer/names.py FOLDER

Writes given_names.txt, surnames.txt and common_words.txt beside the gazetteer, one folded name a line. Surnames and
common words are kept only where a place has the same name, for nothing else asks for them.
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))

from fogline.data.gazetteer import Gazetteer, fold  # noqa: E402

TARGET = HERE.parent / "src/fogline/data/gazetteer"
LATIN = re.compile(r"^[A-Za-z\u00c0-\u024f'’ -]{3,}$")
CYRILLIC = re.compile(r"^[\u0400-\u04ff'’ʼ]{3,}$")
LOCALES = (
    "en en_GB en_IE en_IN en_KE en_NG en_PK en_US de_DE fr_FR fr_DZ fr_BE es_AR es_CO es_MX it_IT tr_TR cs_CZ "
    "ro_RO hr_HR pt_BR pt_PT nl_NL sv_SE da_DK sl_SI sk_SK ha_NG ig_NG yo_NG tw_GH sw zu_ZA az_AZ uz_UZ id_ID "
    "ru_RU uk_UA bg_BG"
).split()
RANKED = 12000  # surnames of the census that are borne by at least one person in 100,000
WORD_LISTS = "wamerican-small/usr/share/dict/american-english-small"
CYRILLIC_LATIN = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ",
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi ye g".split(),
        strict=True,
    )
)


def constants(path: Path, about: str) -> set[str]:
    """The strings assigned to names that contain `about` in a Python file, without running it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Assign) and any(about in getattr(target, "id", "") for target in node.targets):
            leaves = (leaf.value for leaf in ast.walk(node.value) if isinstance(leaf, ast.Constant))
            found |= {value for value in leaves if isinstance(value, str)}
    return found


def romanised(name: str) -> str:
    """A Cyrillic name in the Latin letters of news text."""
    return "".join(CYRILLIC_LATIN.get(letter, "") for letter in name.lower()).replace("_", "")


def given_names(folder: Path) -> set[str]:
    """Given names: the United States census and the locales of faker, and those kept by hand."""
    census = [folder / f"names-0.3.0/names/dist.{sex}.first" for sex in ("male", "female")]
    names = {line.split()[0].lower() for path in census for line in path.read_text().splitlines()}
    for locale in LOCALES:
        listed = constants(folder / f"faker/providers/person/{locale}/__init__.py", "first_name")
        names |= {fold(name) for name in listed if LATIN.match(name)}
        names |= {romanised(name) for name in listed if CYRILLIC.match(name)}
    names |= {fold(name) for name in (HERE / "given_names.txt").read_text("utf-8").split()}
    return {name for name in names if len(name) > 2 and " " not in name}


def surnames(folder: Path) -> set[str]:
    """The commoner surnames of the United States census, and those of rulers kept by hand."""
    lines = (folder / "names-0.3.0/names/dist.all.last").read_text().splitlines()
    ranked = {line.split()[0].lower() for line in lines[:RANKED]}
    return ranked | {fold(name) for name in (HERE / "surnames.txt").read_text("utf-8").split()}


def common_words(folder: Path) -> set[str]:
    """Words that stand in lower case in a small dictionary."""
    words = (folder / WORD_LISTS).read_text("utf-8").splitlines()
    return {fold(word) for word in words if word.islower() and "'" not in word}


def save(name: str, names: set[str]) -> None:
    """Write one list, sorted."""
    (TARGET / name).write_text("\n".join(sorted(names)) + "\n", "utf-8")
    print(name, len(names))


def main() -> None:
    """Build and write the three lists."""
    folder, gazetteer = Path(sys.argv[1]), Gazetteer.open()
    save("given_names.txt", given_names(folder))
    save("surnames.txt", {name for name in surnames(folder) if gazetteer.knows(name)})
    save("common_words.txt", {word for word in common_words(folder) if gazetteer.knows(word)})


if __name__ == "__main__":
    main()
