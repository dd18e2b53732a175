// One story of a run as the page shows it: its accounts with their letters,
// its articles cut into sentences, its findings.

import {cut, moment} from '../phrases.ts';
import type {
  ArticleRecord, CopyRecord, Counts, Data, Evidence, FindingRecord, LineageRecord, Span, StatementRecord, StoryRecord,
} from '../records.ts';
import {Text} from '../text.ts';

export interface Sentence {
  n: number; // from 1
  begin: number;
  end: number;
  paragraph: number; // from 1
  text: string;
}

/** An article with its sentences; both are empty where the report does not hold its text. */
export interface Article {
  id: string;
  label: string; // what the page calls it
  slug: string; // of the ids in the page: a003, s003-5
  record: ArticleRecord;
  text: Text;
  sentences: Sentence[];
  held: boolean;
}

/** A witness: on the page an account, with a letter, a shape and a colour. */
export interface Account {
  no: number; // from 0
  letter: string; // A to H, then 9, 10, ...
  style: string; // its CSS class: a to h, then z
  articles: string[]; // the one nearest its origin first
}

const kRank = ['identical', 'edited', 'cut', 'mixed', 'paraphrased', 'quotations'];

function slugs(ids: string[]): Map<string, string> {
  const taken = new Set<string>();
  const out = new Map<string, string>();
  for (const id of ids) {
    const plain = id.replace(/[^\p{L}\p{N}_.]+/gu, '.') || 'article';
    let slug = plain;
    for (let n = 2; taken.has(slug); ++n) slug = `${plain}.${n}`;
    taken.add(slug);
    out.set(id, slug);
  }
  return out;
}

/** Ways to shorten ids, the mildest first: all of a run's are shortened in one way. */
const kShorter: ((id: string) => string)[] = [
  (id) => id,
  (id) => (id.split('/').pop() ?? id).replace(/(?<=.)\.[a-z0-9]{1,5}$/i, ''),
  (id) => ((id.split('/').pop() ?? id).split(/[_\s]+/)[0] ?? id),
  (id) => (/^[0-9a-f]{16}$/.test(id) ? id.slice(0, 6) : id),
];

/** What the page calls each article: its id, or a short form of it that is still its own. */
function labels(ids: string[]): Map<string, string> {
  for (const shorter of kShorter) {
    const out = ids.map((id) => {
      const [, whole = id, part = ''] = /^(.*?)(#\d+)?$/s.exec(id) ?? [];
      return shorter(whole) + part;
    });
    const fits = out.every((label) => label.length > 0 && label.length <= 18);
    if (fits && new Set(out).size === ids.length) return new Map(ids.map((id, i) => [id, out[i]!]));
  }
  const middle = ids.map((id) => (id.length > 40 ? `${id.slice(0, 24)}…${id.slice(-12)}` : id));
  const unique = new Set(middle).size === ids.length;
  return new Map(ids.map((id, i) => [id, unique ? middle[i]! : id]));
}

function cutSentences(text: Text, paragraphs: Span[], spans: Span[]): Sentence[] {
  const all = spans.length > 0 ? spans : paragraphs;
  let p = 0;
  return all.map(([begin, end], i) => {
    while (p + 1 < paragraphs.length && begin >= (paragraphs[p + 1]?.[0] ?? Infinity)) ++p;
    return {n: i + 1, begin, end, paragraph: p + 1, text: text.slice([begin, end])};
  });
}

/** Articles of an account in the order in which a reader should meet them. */
function inOrder(group: string[], lineage: LineageRecord | undefined): string[] {
  const parent = new Map<string, {from: string; kind: string}>();
  for (const e of [...(lineage?.edges ?? [])].sort((x, y) => x.confidence - y.confidence)) parent.set(e.to, e);
  // Of a lost text's heirs, one that no edge leads to stands after those that one does.
  const heirs = group.some((id) => parent.has(id) && !group.includes(parent.get(id)!.from));
  const depth = (id: string): number => {
    let d = heirs && !parent.has(id) ? 1 : 0;
    for (let at = parent.get(id); at && d < 64; at = parent.get(at.from)) ++d;
    return d;
  };
  const rank = (id: string): number => (parent.has(id) ? kRank.indexOf(parent.get(id)!.kind) : heirs ? kRank.length : 0);
  const key = new Map(group.map((id) => [id, [depth(id), rank(id)] as const]));
  return [...group].sort((x, y) => {
    const [dx, rx] = key.get(x)!;
    const [dy, ry] = key.get(y)!;
    return dx - dy || rx - ry || (x < y ? -1 : 1);
  });
}

function toAccounts(groups: string[][], lineage: LineageRecord | undefined): Account[] {
  const sorted = groups
    .map((g) => ({group: inOrder(g, lineage), first: [...g].sort()[0] ?? ''}))
    .sort((x, y) => y.group.length - x.group.length || (x.first < y.first ? -1 : 1));
  return sorted.map(({group}, no) => ({
    no,
    letter: no < 8 ? 'ABCDEFGH'.charAt(no) : String(no + 1),
    style: no < 8 ? 'abcdefgh'.charAt(no) : 'z',
    articles: group,
  }));
}

export class Report {
  readonly story: StoryRecord;
  readonly lineage: LineageRecord | undefined;
  readonly counts: Counts;
  readonly findings: FindingRecord[];
  readonly accounts: Account[];
  private readonly articles_ = new Map<string, Article>();
  private readonly accountsOf_ = new Map<string, Account[]>();
  private readonly copies_ = new Map<string, CopyRecord>();
  private readonly statements_ = new Map<string, StatementRecord[]>();

  /** The story `id` of the run, or its largest. */
  constructor(readonly data: Data, id?: string) {
    this.story = data.stories.find((s) => s.story === id) ?? largestFirst(data)[0] ?? {story: '', articles: []};
    this.lineage = data.lineage.find((l) => l.story === this.story.story);
    const n = this.story.articles.length;
    this.counts = this.lineage?.counts ?? {articles: n, outlets: null, texts: n, witnesses: {low: n, best: n, high: n}};
    this.findings = data.findings.find((f) => f.story === this.story.story)?.findings ?? [];
    this.accounts = toAccounts(this.lineage?.witnesses ?? this.story.articles.map((a) => [a]), this.lineage);
    for (const account of n > 1 ? this.accounts : []) {
      for (const a of account.articles) this.accountsOf_.set(a, [...(this.accountsOf_.get(a) ?? []), account]);
    }
    const ids = data.articles.map((a) => a.id);
    const label = labels(ids);
    const slug = slugs(ids.map((id) => label.get(id) ?? id));
    const spans = new Map(data.sentences.map((s) => [s.article, s.sentences]));
    const gone = new Set(data.left_out);
    for (const record of data.articles) {
      const text = new Text(record.text);
      const sentences = cutSentences(text, record.paragraphs, spans.get(record.id) ?? []);
      this.articles_.set(record.id, {
        id: record.id, label: label.get(record.id) ?? record.id, slug: slug.get(label.get(record.id) ?? '') ?? record.id, record, text, sentences, held: !gone.has(record.id),
      });
    }
    for (const c of data.copies) this.copies_.set(`${c.a}\n${c.b}`, c);
    for (const s of data.statements) this.statements_.set(s.article, s.statements);
  }

  /** The article of an id that stands in the data. */
  article(id: string): Article {
    const found = this.articles_.get(id);
    if (!found) throw new Error(`no article ${id} in the data`);
    return found;
  }

  label(id: string): string {
    return this.articles_.get(id)?.label ?? id;
  }

  /** The engine's own words, with the ids as the page calls them. */
  worded(text: string): string {
    let out = text;
    for (const a of this.articles_.values()) {
      if (a.label !== a.id && out.includes(a.id)) out = out.replaceAll(a.id, a.label);
    }
    return out;
  }

  /** True if both tell one event. */
  together(x: string, y: string): boolean {
    return this.data.stories.some((s) => s.articles.includes(x) && s.articles.includes(y));
  }

  has(id: string): boolean {
    return this.articles_.has(id);
  }

  bySlug(slug: string): Article | undefined {
    return [...this.articles_.values()].find((a) => a.slug === slug);
  }

  /** The articles of the story, account by account, each once. */
  articles(): Article[] {
    const seen = new Set<string>();
    const ids = [...this.accounts.flatMap((a) => a.articles), ...this.story.articles];
    return ids.filter((id) => !seen.has(id) && seen.add(id)).map((id) => this.article(id));
  }

  title(article: Article): string {
    return cut(article.record.title ?? '', 200) || cut(article.sentences[0]?.text ?? '', 80) || 'Untitled';
  }

  /** The accounts that an article stands in: several if it was merged from several, none if it is alone. */
  accountsOf(id: string): Account[] {
    return this.accountsOf_.get(id) ?? [];
  }

  copy(x: string, y: string): CopyRecord | undefined {
    return this.copies_.get(x < y ? `${x}\n${y}` : `${y}\n${x}`) ?? this.copies_.get(x < y ? `${y}\n${x}` : `${x}\n${y}`);
  }

  statements(id: string): StatementRecord[] {
    return this.statements_.get(id) ?? [];
  }

  /** The sentences that bytes [begin, end) of an article touch, in order. */
  sentencesAt(id: string, begin: number, end: number): Sentence[] {
    const all = this.article(id).sentences;
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (all[middle]!.end <= begin) low = middle + 1;
      else high = middle;
    }
    const out: Sentence[] = [];
    for (let i = low; i < all.length && (all[i]!.begin < end || out.length === 0); ++i) out.push(all[i]!);
    return out;
  }

  /** On whose word a stretch of an article is said, nearest speaker first. */
  speakers(at: Evidence): string[] {
    const touching = this.statements(at.article).filter((s) => s.begin < at.end && at.begin < s.end);
    for (const s of touching) {
      if (s.kind === 'figure' && s.speaker.length > 0) return s.speaker.map((w) => w.name);
    }
    for (const s of touching) {
      if (s.kind === 'quotation' && s.speaker) return [s.speaker.name];
    }
    return [];
  }
}

/** The stories of a run: most articles first, then by date, then by id. */
export function largestFirst(data: Data): StoryRecord[] {
  const when = (s: StoryRecord): number => (s.first ? moment(s.first) : Infinity);
  return [...data.stories].sort(
    (x, y) => y.articles.length - x.articles.length || when(x) - when(y) || (x.story < y.story ? -1 : 1),
  );
}
