// How a finding is put into words: a statement, a question, a subject.

import {isFigure, isPlain} from '../model/answers.ts';
import {capital, day, digits} from '../phrases.ts';
import type {FindingRecord} from '../records.ts';

/** A value as a reader has it: a date in words, a large number with its thousands. */
export function said(value: string): string {
  if (/^\d{4}-\d\d(-\d\d)?$/.test(value)) return day(value);
  return /^\d{5,15}$/.test(value) ? digits(Number(value)) : value;
}

/** What it is about, as a few words inside a sentence: "drones" of "drones: fired from a bridge". */
export const subject = (f: FindingRecord): string => (f.kind === 'quotation' ? f.about : f.about.split(': ')[0] ?? f.about);

/** The words after them, which tell it from others of the kind. */
export const topic = (f: FindingRecord): string => (f.kind === 'quotation' ? '' : f.about.split(': ').slice(1).join(': '));

const kSame = /(?:s|people|men|women|children|police|personnel|crew|staff|dead|cattle|sheep|troops)$/i;

/** An English noun as it stands after a number; other scripts are left as they are. */
export function many(noun: string): string {
  if (kSame.test(noun) || !/[a-z]$/i.test(noun)) return noun;
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:x|z|ch|sh)$/i.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Words cut out of a text, the quotation mark that was cut off put back. */
function whole(words: string): string {
  const n = (mark: string): number => words.split(mark).length - 1;
  if (n('”') > n('“')) return `“${words}`;
  if (n('“') > n('”')) return `${words}”`;
  return n('"') % 2 === 1 ? (words.startsWith('"') ? `${words}"` : `"${words}`) : words;
}

/** The subject of figures that differ: "protesters killed", also where the first article has one. */
export function asked(f: FindingRecord): string {
  const head = subject(f);
  if (!isFigure(f) || !f.noun || f.role === 'age' || f.about.startsWith('age of')) return head;
  return head === f.noun ? many(head) : f.role && head === `${f.noun} ${f.role}` ? `${many(f.noun)} ${f.role}` : head;
}

/** What all say, in one line. */
export function statement(f: FindingRecord): string {
  const values = [...new Set(f.values.map((v) => said(v.value)).filter((v) => !isPlain(v) && v !== f.about))];
  const first = values[0];
  if (first === undefined) return capital(f.about);
  const head = subject(f);
  if (isFigure(f)) {
    if (f.noun && head.startsWith(f.noun)) return `${values.join(', ')} ${head}`;
    if (f.unit && head === f.unit) return `${values.join(', ')} ${first === '1' ? head : many(head)}`;
    return `${capital(head)}: ${values.join(', ')}`;
  }
  if (head === 'date') return values.join(', ');
  // An article's own words say it whole; a date or a name needs what it answers.
  const words = first.trim().replace(/^(?:and|but|while|that)\s+/i, '').replace(/[.,;:]+$/, '');
  const own = words.toLowerCase().includes(f.about.toLowerCase());
  return own || words.split(/\s+/).length > 3 ? whole(capital(words)) : `${capital(f.about)}: ${words}`;
}

/** The same, inside a sentence. */
export const inShort = (f: FindingRecord): string => statement(f);

const kMoney = /^[A-Z]{3}$/;

/** The question that the answers answer. */
export function question(f: FindingRecord): string {
  const head = subject(f);
  if (!isFigure(f)) return capital(head);
  if (f.unit === 'percent' || (f.unit && kMoney.test(f.unit))) return `How much: ${head}?`;
  if (f.role === 'age' || f.unit === 'year') return `${capital(head)}?`;
  if (f.role && f.noun && head === `${f.noun} ${f.role}`) return `How many ${many(f.noun)} were ${f.role}?`;
  return f.noun || f.unit ? `How many ${head === f.noun || head === f.unit ? many(head) : head}?` : capital(head);
}
