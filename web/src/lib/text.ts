// Offsets count Unicode code points, JavaScript strings count UTF-16 units: texts beyond the basic plane are cut by code points.
export class Text {
  #points: string[] | null;
  #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#points = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
  }

  get length(): number {
    return this.#points?.length ?? this.#text.length;
  }

  cut(start: number, end: number): string {
    return this.#points ? this.#points.slice(start, end).join("") : this.#text.slice(start, end);
  }
}

export interface Piece { start: number; end: number; text: string; roles: { claim: string; role: Role }[]; first: string[] }
export type Role = "speaker" | "cue" | "content";
export interface Marking { claim: string; role: Role; start: number; end: number }

/** The text cut wherever a marking begins or ends; each piece knows what it is part of. */
export function pieces(text: Text, markings: Marking[], cutAt: number[] = []): Piece[] {
  const from = 0;
  const until = text.length;
  const inside = markings.filter((mark) => mark.start < until && mark.end > from && mark.start < mark.end);
  const edges = new Set([from, until, ...cutAt.filter((at) => at > from && at < until)]);
  for (const mark of inside) {
    edges.add(Math.max(from, mark.start));
    edges.add(Math.min(until, mark.end));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const begun = new Set<string>();
  const found: Piece[] = [];
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const start = cuts[at] as number;
    const end = cuts[at + 1] as number;
    const roles = inside.filter((mark) => mark.start <= start && mark.end >= end).map(({ claim, role }) => ({ claim, role }));
    const first = [...new Set(roles.filter(({ claim, role }) => role === "content" && !begun.has(claim)).map(({ claim }) => claim))];
    for (const claim of first) begun.add(claim);
    found.push({ start, end, text: text.cut(start, end), roles, first });
  }
  return found;
}

import type { Claim } from "./types";

export function markingsOf(claims: Claim[]): Marking[] {
  const marks: Marking[] = [];
  for (const claim of claims) {
    for (const span of claim.evidence) marks.push({ claim: claim.id, role: "content", start: span.start, end: span.end });
    if (claim.cue) marks.push({ claim: claim.id, role: "cue", start: claim.cue.start, end: claim.cue.end });
    for (const speaker of claim.speakers) if (speaker.span) marks.push({ claim: claim.id, role: "speaker", start: speaker.span.start, end: speaker.span.end });
  }
  return marks;
}
