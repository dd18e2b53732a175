// The records of `tellings --json`, as they stand in the report's data.
// RECORDS.md is the contract; a field that is null or missing is not known.

/** Bytes [begin, end) of an article's text. */
export type Span = [number, number];

export interface ArticleRecord {
  id: string;
  source: string;
  part: number;
  url?: string | null;
  outlet?: string | null;
  title?: string | null;
  authors?: string[];
  credits?: string[];
  published?: string | null;
  language?: string | null;
  text: string;
  paragraphs: Span[];
  dropped: {text: string; why: string}[];
}

export type CopyKind = 'identical' | 'edited' | 'cut' | 'paraphrased' | 'mixed' | 'quotations';
export type PassageKind = 'same' | 'edited' | 'paraphrased';

export interface CopyRecord {
  a: string;
  b: string;
  kind: CopyKind;
  score: number;
  covered_a: number;
  covered_b: number;
  copy: string | null;
  direction_confidence: number | null;
  why: string[];
  passages: {a: Span; b: Span; kind: PassageKind}[];
}

export interface StoryRecord {
  story: string;
  title?: string | null;
  first?: string | null;
  last?: string | null;
  articles: string[];
  keywords?: string[];
}

export interface Counts {
  articles: number;
  outlets: number | null;
  texts: number;
  witnesses: {low: number; best: number; high: number};
}

export interface NodeRecord {
  id: string;
  lost: boolean;
  credit?: string | null;
  text?: string;
  support?: {span: Span; articles: string[]}[];
}

export interface EdgeRecord {
  from: string;
  to: string;
  kind: CopyKind;
  confidence: number;
  why: string[];
}

export interface LineageRecord {
  story: string;
  counts: Counts;
  nodes: NodeRecord[];
  edges: EdgeRecord[];
  witnesses: string[][];
}

export interface Speaker {
  begin: number;
  end: number;
  name: string;
}

export interface FigureRecord {
  kind: 'figure';
  begin: number;
  end: number;
  low: number | null;
  high: number | null;
  approximate: boolean;
  unit: string | null;
  noun: string | null;
  role: string | null;
  scope: string | null;
  sentence: Span;
  speaker: Speaker[];
}

export interface QuotationRecord {
  kind: 'quotation';
  begin: number;
  end: number;
  direct: boolean;
  speaker: Speaker | null;
  sentence: Span;
}

export interface NameRecord {
  kind: 'name';
  begin: number;
  end: number;
  type: string;
  entity: string;
}

export interface DateRecord {
  kind: 'date';
  begin: number;
  end: number;
  value: string;
}

export interface CorrectionRecord {
  kind: 'correction';
  begin: number;
  end: number;
  subject: string | null;
  from: string | null;
  to: string | null;
  by: string | null;
}

export type StatementRecord = FigureRecord | QuotationRecord | NameRecord | DateRecord | CorrectionRecord;

export interface StatementsRecord {
  article: string;
  statements: StatementRecord[];
}

export interface Evidence {
  article: string;
  begin: number;
  end: number;
}

export interface ValueRecord {
  value: string;
  low: number | null;
  high: number | null;
  articles: string[];
  witnesses: number;
  evidence: Evidence[];
  speakers?: string[];
}

export type FindingKind = 'agreement' | 'difference' | 'update' | 'correction' | 'quotation' | 'alone';

export interface FindingRecord {
  kind: FindingKind;
  about: string;
  values: ValueRecord[];
  confidence: number;
  why: string[];
  role?: string;
  noun?: string;
  unit?: string;
  article?: string | null;
  from?: string | null;
  to?: string | null;
  by?: string | null;
}

export interface FindingsRecord {
  story: string;
  counts: Counts;
  findings: FindingRecord[];
}

export interface RejectionRecord {
  source: string;
  offset: number | null;
  code: string;
  detail: string;
}

/** Where the sentences of an article, or of a story's lost original, begin and end. */
export interface SentencesRecord {
  article?: string;
  story?: string;
  node?: string;
  sentences: Span[];
}

/** All that `tellings report` puts into a file. */
export interface Data {
  version: string;
  articles: ArticleRecord[];
  copies: CopyRecord[];
  stories: StoryRecord[];
  lineage: LineageRecord[];
  statements: StatementsRecord[];
  findings: FindingsRecord[];
  refused: RejectionRecord[];
  sentences: SentencesRecord[];
  /** Articles whose texts were left out to keep the file small. */
  left_out: string[];
}
