// How a finding is put into words: a statement, a question, a subject.

import {isFigure, isPlain} from '../model/answers.ts';
import {capital, day, digits} from '../phrases.ts';
import type {FindingRecord} from '../records.ts';

/** A value as a reader has it: a date in words, a large number with its thousands. */
export function said(value: string): string {
  if (/^\d{4}-\d\d(-\d\d)?$/.test(value)) return day(value);
  return /^\d{5,15}$/.test(value) ? digits(Number(value)) : value;
}

/** What it is about, as a few words inside a sentence. */
export const subject = (f: FindingRecord): string => f.about;

const plural = (unit: string, n: string): string => (n === '1' || /s$/.test(unit) ? unit : `${unit}s`);

/** What all say, in one line. */
export function statement(f: FindingRecord): string {
  const values = [...new Set(f.values.map((v) => said(v.value)).filter((v) => !isPlain(v) && v !== f.about))];
  const first = values[0];
  if (first === undefined) return capital(f.about);
  if (isFigure(f)) {
    if (f.noun && f.about.startsWith(f.noun)) return `${values.join(', ')} ${f.about}`;
    if (f.unit && f.about === f.unit) return `${values.join(', ')} ${plural(f.unit, first)}`;
    return `${capital(f.about)}: ${values.join(', ')}`;
  }
  // An article's own words say it whole; a date or a name needs what it answers.
  const words = first.trim().replace(/^(?:and|but|while|that)\s+/i, '').replace(/[.,;:]+$/, '');
  const own = words.toLowerCase().includes(f.about.toLowerCase());
  return own || words.split(/\s+/).length > 3 ? capital(words) : `${capital(f.about)}: ${words}`;
}

/** The same, inside a sentence. */
export const inShort = (f: FindingRecord): string => statement(f);

const kMoney = /^[A-Z]{3}$/;

/** The question that the answers answer. */
export function question(f: FindingRecord): string {
  if (!isFigure(f)) return capital(f.about);
  if (f.unit === 'percent' || (f.unit && kMoney.test(f.unit))) return `How much: ${f.about}?`;
  const people = f.role && f.noun && f.about === `${f.noun} ${f.role}`;
  if (people && f.role !== 'age') return `How many ${f.noun} were ${f.role}?`;
  if (f.role === 'age' || f.unit === 'year') return `${capital(f.about)}?`;
  return f.noun || f.unit ? `How many ${f.about}?` : capital(f.about);
}
