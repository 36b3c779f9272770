// All wording that is computed: neutral, and claims stay claims.
import type { Claim, Quantity, ReportHead, Speaker, Time } from "./types";

export const STANCE: Record<string, string> = {
  asserts: "says", denies: "denies", accuses: "accuses", demands: "demands", warns: "warns", promises: "promises",
  declines: "does not comment on", unconfirmed: "could not confirm", doubts: "doubts",
};
export const STATE: Record<string, string> = {
  disputed: "disputed", changed: "changed over time", agreed: "accounts agree", "one-sided": "one side only", open: "open",
};
export const RELATION: Record<string, string> = {
  agrees: "agrees with", clashes: "clashes with", supersedes: "is newer than", repeats: "repeats", differs: "only looks different from",
};
export const ABOUT: Record<string, string> = {
  control: "who holds it", polarity: "whether it happened", number: "how many", time: "when", place: "where",
  actor: "who did it", existence: "whether it happened", confirmation: "confirmation", kind: "what it was", scope: "what is counted",
};

export const voice = (speaker: Speaker | null): string =>
  speaker === null ? "The report itself" : speaker.kind === "unnamed" ? "A source that is not named" : speaker.name;

export const withSide = (speaker: Speaker | null): string | null =>
  speaker?.side && !speaker.name.includes(speaker.side) ? speaker.side : null;

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

export function day(iso: string | null | undefined): string {
  if (!iso) return "";
  const [date = "", clock] = iso.split("T");
  const [year, month, number] = date.split("-");
  if (!month) return year ?? "";
  const words = [number ? String(Number(number)) : "", MONTHS[Number(month) - 1] ?? "", year ?? ""].filter(Boolean).join(" ");
  return clock && clock.slice(0, 5) !== "00:00" ? `${words}, ${clock.slice(0, 5)}` : words;
}

export function range(from: string | null | undefined, until: string | null | undefined): string {
  if (from && until) return from === until ? day(from) : `${day(from)} to ${day(until)}`;
  if (from) return `${day(from)} or later`;
  return until ? `${day(until)} or earlier` : "";
}

export const when = (time: Time): string => {
  const dates = range(time.earliest, time.latest);
  const guess = time.basis === "inferred" ? " (inferred)" : "";
  return dates ? `${dates}${guess}` : "date not stated";
};

export function published(report: ReportHead): string {
  if (report.published_basis === "inferred") return `between ${day(report.published_from) || "?"} and ${day(report.published_at)}, inferred from the text`;
  return report.published_at ? day(report.published_at) : "date unknown";
}

const UNITS: Record<string, string> = { count: "", km2: "km²", mi2: "sq mi", fraction: "of the whole", percent: "%" };
const plain = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 2 });

export function amount(quantity: Quantity): string {
  const { low, high } = quantity;
  let words = "number not stated";
  if (low !== null && high !== null) words = low === high ? plain(low) : `${plain(low)} to ${plain(high)}`;
  else if (low !== null) words = `${plain(low)} or more`;
  else if (high !== null) words = `at most ${plain(high)}`;
  const unit = UNITS[quantity.unit] ?? quantity.unit;
  return [quantity.approximate ? "about" : "", words, unit, quantity.of ?? "", quantity.scope && quantity.scope !== quantity.of ? `(${quantity.scope})` : ""].filter(Boolean).join(" ");
}

export const titleOf = (report: ReportHead): string => report.title ?? report.name;
export const sourceOf = (report: ReportHead): string => report.publisher ?? "publisher unknown";
export const claimLink = (claim: Claim): string => `/reports/${encodeURIComponent(claim.document.id)}?claim=${claim.id}`;
export const count = (number: number, one: string, many = `${one}s`): string => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

/** A fixed mark and colour for each side: not the colours of flags, and the letter tells as much as the colour. */
export const sideClass = (side: string | null | undefined, sides: string[]): string => {
  const at = side ? sides.indexOf(side) : -1;
  return at < 0 || at > 5 ? "side-none" : `side-${at}`;
};

export const FIELD: Record<string, string> = {
  verdict: "verdict", speaker: "speaker", stance: "stance", kind: "what it is about", status: "status", evidence: "words", places: "place",
  when: "time", quantities: "number", merge: "merged", split: "split",
};

/** A value that a person or the machine gave a field, in words. */
export function told(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (Array.isArray(value)) return value.length ? value.map(told).join("; ") : "none";
  if (typeof value !== "object") return String(value);
  const parts = value as Record<string, unknown>;
  if ("into" in parts) return `“${(parts.into as { title: string }).title}” and “${(parts.other as { title: string }).title}”`;
  if ("question" in parts) return `${count((parts.claims as string[]).length, "claim")} as “${String(parts.title)}”`;
  if ("low" in parts) return [parts.low, parts.high].filter((bound, at, all) => bound !== null && bound !== undefined && (at === 0 || bound !== all[0])).join(" to ") + (parts.unit && parts.unit !== "count" ? ` ${String(parts.unit)}` : "") + (parts.of ? ` ${String(parts.of)}` : "");
  if ("earliest" in parts) return range(parts.earliest as string | null, parts.latest as string | null) || "no date";
  if (typeof parts.name === "string") return parts.name + (parts.side && !parts.name.includes(String(parts.side)) ? ` (${String(parts.side)})` : "");
  return typeof parts.text === "string" ? `“${parts.text}”` : JSON.stringify(value);
}

/** What was read or decided for a field, in words. */
export const heard = (field: string, value: unknown): string => (field === "speaker" && value === null ? "the report itself" : told(value));

/** Words in quotation marks; speech that stands in its own marks gets no second ones. */
export const quoted = (words: string): string => (/^["“«„]/.test(words) && /["”»]$/.test(words) ? words : `“${words}”`);
