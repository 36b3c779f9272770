// The JSON of /api/v1, as the pages use it.
export interface Span { start: number; end: number; text: string }
export interface Speaker { name: string; kind: string; side: string | null; span: Span | null }
export interface Step { speaker: Speaker | null; cue: Span | null; stance: string }
export interface Party { name: string; side: string | null; span: Span | null; kind: string }
export interface Place {
  text: string; start: number; end: number; name: string | null; id: string | null;
  latitude: number | null; longitude: number | null; precision: string | null;
  country: string | null; region: string | null; modifier: string | null; radius_km: number | null; flag: string | null;
}
export interface Time {
  text: string; earliest: string | null; latest: string | null; precision: string; basis: string;
  start: number; end: number; timex: string; modifier: string | null;
}
export interface Quantity {
  text: string; start: number; end: number; low: number | null; high: number | null; unit: string;
  of: string | null; approximate: boolean; scope: string | null; whose: string | null; role: string; flag: string | null;
}
export interface ReportHead {
  id: string; name: string; title: string | null; publisher: string | null; url: string | null;
  published_at: string | null; published_basis: string; published_from: string | null;
}
export interface Claim {
  id: string; document: ReportHead; sentence: Span; evidence: Span[]; speaker: Speaker | null; cue: Span | null;
  chain: Step[]; stance: string; kind: string; status: string; actors: Party[]; targets: Party[]; places: Place[];
  when: Time | null; said_at: Time | null; quantities: Quantity[]; origin: string; made_by: string; text: string;
  predicate: string | null; speakers: Speaker[]; confidence: number; flags: string[]; extent: string | null;
  review: { state: string; corrections: Record<string, unknown>; machine: Record<string, unknown>; who: Record<string, string> };
}
export interface ReportRow extends ReportHead {
  author: string | null; language: string | null; read_at: string; characters: number; sentences: number;
  unused_sentences: number; claims: number; own_voice: number; sides: Record<string, number>;
  flags?: string[]; superseded_by: string | null; copy_of: string | null; copy_share: number | null; notes: string[];
}
export interface Flag { flag: string; meaning: string; reason: string; start: number; end: number; sentences: Span[]; claim_ids: string[] }
export interface Failure {
  source: string; reason: string; meaning: string; message: string; document_id: string | null; made_at: string | null;
}
export interface Report {
  report: ReportRow; text: string; claims: Claim[]; flags: Flag[]; failures: Failure[];
}
export interface Link {
  id: string; left_id: string; right_id: string; relation: string; about: string; reason: string; score: number;
}
export interface Review {
  id: string; claim_id: string; field: string; before: unknown; after: unknown; who: string; why: string | null;
  made_at: string; undone_at: string | null; undone_by: string | null;
}
export interface Page<T> { items: T[]; next: string | number | null; total?: number }
export interface Summary {
  version: string; counts: Record<string, number>; kinds: string[]; stances: string[]; statuses: string[];
  first_day: string | null; last_day: string | null; relations: string[]; sides: string[]; upload_limit_bytes: number; files_limit: number;
}
export interface SpeakerRow {
  name: string; kind: string; side: string | null; statements: number; documents: number;
  stances: Record<string, number>; kinds: Record<string, number>;
}
export interface PositionRow {
  party: string; side: string | null; first: string | null; last: string | null; origins: number; reports: number;
  claims: number; words: string; stance: string | null;
}
export interface QuestionRow {
  id: string; title: string; about: string; state: string; clashes: number; place: { id: string; name: string } | null;
  kinds: string[]; sides: string[]; claims: number; reports: number; positions: PositionRow[];
  first: string | null; last: string | null; version: string;
}
export interface Position extends Omit<PositionRow, "claims"> { claims: Claim[]; statement: Citation | null; before: Citation | null }
export interface Facing { parties: string[]; about: string; why: string; pairs: number; links: string[]; left: Citation; right: Citation }
export interface Question { question: QuestionRow; positions: Position[]; facing: Facing[]; links: Link[]; regrouped: Review[] }
export interface Spot {
  id: string; name: string; latitude: number | null; longitude: number | null; precision: string; country: string | null;
  region: string | null; radius_km: number | null; claims: number; kinds: Record<string, number>;
  parties: Record<string, number>; control: { holder: string; manner: string; claims: number }[];
}
export interface Mark {
  claim: string; report: string; publisher: string; published_at: string | null; published_basis: string;
  speaker: string | null; side: string | null; stance: string; kind: string; status: string; words: string;
  place: string | null; text: string; earliest: string | null; latest: string | null;
}
export interface TimeMark extends Mark { precision: string; basis: string; guessed: boolean }
export interface NumberMark {
  claim: string; report: string; publisher: string | null; published_at: string | null; claimant: string; date: string | null; inferred: boolean;
  low: number | null; high: number | null; approximate: boolean; converted: boolean; role: string; denied: boolean; text: string; words: string;
}
export interface Bound { value: number; open: string | null; who: string }
export interface Series {
  title: string; counted: string; unit: string; place: string | null; claimants: string[];
  low: Bound | null; best: Bound | null; high: Bound | null; latest: Bound | null; marks: NumberMark[]; total: number;
}
export interface Citation {
  claim: string; document: string; report: string; publisher: string | null; published_at: string | null; who: string; party: string;
  stance: string; words: string; sentence: string; start: number; end: number;
}
export interface Job {
  id: string; state: string; files: number; reports: number; claims: number; known: number; name: string;
  message: string; failures: Failure[];
}
