// Numbers, dates and lists as a sentence has them.

const kSmall = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const kMonths = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
];

/** A whole number, with a thin mark at the thousands from 10,000 on. */
export function digits(n: number): string {
  if (!Number.isInteger(n)) return String(n);
  return Math.abs(n) < 10000 ? String(n) : String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A number in words up to twelve, in digits beyond. */
export const inWords = (n: number): string => kSmall[n] ?? digits(n);

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** "1 article", "5 articles". */
export const count = (n: number, one: string, many = one + 's'): string => `${digits(n)} ${n === 1 ? one : many}`;

/** "one article", "five articles". */
export const counted = (n: number, one: string, many = one + 's'): string => `${inWords(n)} ${n === 1 ? one : many}`;

/** "a", "a and b", "a, b and c". */
export function list(parts: string[], last = 'and'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts[parts.length - 1]}`;
}

/** "3" or "3 to 5". */
export const range = (low: number, high: number): string => (low === high ? digits(low) : `${digits(low)} to ${digits(high)}`);

/** RFC 3339, cut to what is known, as "7 November 2021", with the time where there is one. */
export function date(stamp: string): string {
  const m = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d))?/.exec(stamp);
  if (!m) return stamp;
  const month = kMonths[Number(m[2]) - 1];
  const day = [m[3] ? String(Number(m[3])) : '', month ?? '', m[1] ?? ''].filter((p) => p !== '').join(' ');
  return m[4] ? `${day}, ${m[4]}` : day;
}

/** The date without its time. */
export const day = (stamp: string): string => date(stamp.slice(0, 10));

/** Milliseconds since 1970 of a stamp, its beginning where it is cut; NaN if it is none. */
export function moment(stamp: string): number {
  const m = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?/.exec(stamp);
  if (!m) return NaN;
  const [, y, mo = '01', d = '01', h = '00', mi = '00', s = '00', zone = 'Z'] = m;
  return Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}${zone}`);
}

/** A text cut to about `n` characters at a space, with an ellipsis. */
export function cut(text: string, n: number): string {
  if (text.length <= n) return text;
  const at = text.lastIndexOf(' ', n);
  return text.slice(0, at > n / 2 ? at : n).replace(/[\ud800-\udbff]$/, '') + '…';
}
