"""A situation report as a page: Markdown, or HTML that needs nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

from fogline.views.brief import Brief, BriefMatter, BriefSection
from fogline.views.citing import Citation

__all__ = ["html_page", "markdown_page"]

TITLE = "Situation report"
ALSO = "And also:"
NOTE = "Everything below is claimed by somebody; nothing here says what is true."
LONGEST_NAME = 48  # code points of a report's name that a line bears; addresses are longer
MARKUP = re.compile(r"([\\`*_\[\]<>#|~&])")
STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "cite{font-style:normal;font-size:.85em}dt{font-weight:600}blockquote{margin:.2rem 0 1rem;color:#444}"
    "@media(prefers-color-scheme:dark){body{color:#eee;background:#151515}blockquote{color:#bbb}a{color:#8bf}}"
)


def markdown_page(brief: Brief) -> str:
    """The report as Markdown; words of reports can carry no markup into it."""
    return "\n".join(_markdown(brief)) + "\n"


def _markdown(brief: Brief) -> Iterator[str]:
    reports = _reports(brief)
    yield from (f"# {TITLE}", "", f"_{NOTE}_", "")
    yield from (f"- {_plain(name)}: {_plain(value)}" for name, value in brief.scope)
    for section in brief.sections:
        yield from ("", f"## {section.heading}")
        for matter in section.matters:
            yield from ("", ALSO if matter.follows else f"### {_plain(matter.title)}", "")
            yield from (f"_{_clash(matter)}_", "") if matter.clash_on else ()
            yield from (f"- {_plain(s.text)} {_plain(_place(s.citation, reports))}" for s in matter.sentences)
        yield from (f"\n{note}" for note in _omitted(section))
    yield from ("", "## Reports", "")
    yield from (f"{number}. {_plain(line)}" for number, line in enumerate(reports.values(), 1))


def _clash(matter: BriefMatter) -> str:
    return f"They clash on: {', '.join(matter.clash_on)}."


def _plain(text: str) -> str:
    """Text on one line in which no character means markup."""
    return MARKUP.sub(r"\\\1", " ".join(text.split()))


def _place(citation: Citation, reports: Mapping[str, str]) -> str:
    """Where the words stand: report and code points; a long name goes by its number in the list of reports."""
    name = citation.report
    if len(name) > LONGEST_NAME:
        name = f"report {list(reports).index(citation.document_id) + 1}"
    return f"[{name}, {citation.start}–{citation.end}]"


def _omitted(section: BriefSection) -> Iterator[str]:
    """How much is left out, so that nobody takes the page for the whole ledger."""
    claims = sum(matter.left_out for matter in section.matters)
    left = [_count(section.left_out, "matter")] if section.left_out else []
    left += [f"{_count(claims, 'claim')} on the matters above"] if claims else []
    if left:
        yield f"(left out here: {', '.join(left)})"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _reports(brief: Brief) -> dict[str, str]:
    """The reports that are cited, by id, in the order of their publication."""
    cited = {citation.document_id: citation for citation in brief.citations()}
    ordered = sorted(cited.values(), key=lambda one: (one.published_at or "9999", one.report, one.document_id))
    return {
        citation.document_id: ", ".join(
            (citation.report, citation.publisher or "publisher not known", _published(citation))
        )
        for citation in ordered
    }


def _published(citation: Citation) -> str:
    """The day of publication; one that is only known to be no later is not left to pass for it."""
    if citation.published_at is None:
        return "date not known"
    return f"by {citation.published_at}, inferred" if citation.published_inferred else citation.published_at


def html_page(brief: Brief) -> str:
    """The report as one HTML page without scripts or outside parts; each citation leads to the quoted sentence."""
    return "\n".join(_html(brief)) + "\n"


def _html(brief: Brief) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f"<title>{TITLE}</title><style>{STYLE}</style></head><body>"
    reports = _reports(brief)
    yield f"<h1>{TITLE}</h1><p><em>{NOTE}</em></p><dl>"
    yield from (f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in brief.scope)
    yield "</dl>"
    for section in brief.sections:
        yield f"<h2>{escape(section.heading)}</h2>"
        for matter in section.matters:
            yield from _html_matter(matter, reports)
        yield from (f"<p>{escape(note)}</p>" for note in _omitted(section))
    yield "<h2>Sentences</h2><dl>"
    cited = {citation.claim_id: citation for citation in brief.citations()}
    yield from (_html_sentence(citation, reports) for citation in cited.values())
    yield "</dl><h2>Reports</h2><ol>"
    yield from (f"<li>{escape(line)}</li>" for line in reports.values())
    yield "</ol></body></html>"


def _html_matter(matter: BriefMatter, reports: Mapping[str, str]) -> Iterator[str]:
    yield f"<p>{ALSO}</p>" if matter.follows else f"<h3>{escape(matter.title)}</h3>"
    yield f"<p><em>{escape(_clash(matter))}</em></p><ul>" if matter.clash_on else "<ul>"
    for sentence in matter.sentences:
        target = escape(sentence.citation.claim_id)
        place = escape(_place(sentence.citation, reports))
        yield f'<li>{escape(sentence.text)} <cite><a href="#{target}">{place}</a></cite></li>'
    yield "</ul>"


def _html_sentence(citation: Citation, reports: Mapping[str, str]) -> str:
    target, words = escape(citation.claim_id), escape(" ".join(citation.sentence.split()))
    return f'<dt id="{target}">{escape(_place(citation, reports))}</dt><dd><blockquote>{words}</blockquote></dd>'
