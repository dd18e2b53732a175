// Taking the report's data along.

import type {Data, Evidence} from '../records.ts';
import type {Report} from '../model/report.ts';

const field = (v: string): string => (/[",\r\n]/.test(v) ? `"${v.replace(/"/g, '""')}"` : v);

// A cell that begins with one of these is a formula to a spreadsheet.
const inert = (v: string): string => (/^[=+\-@\t\r]/.test(v) ? `'${v}` : v);

/** One line an evidence of a value of a finding, RFC 4180. */
export function csv(report: Report): string {
  const rows = [['story', 'kind', 'about', 'value', 'witnesses', 'article', 'begin', 'end', 'words']];
  const words = (e: Evidence): string => report.article(e.article).text.slice([e.begin, e.end]);
  for (const f of report.findings) {
    for (const v of f.values) {
      for (const e of v.evidence) {
        rows.push([report.story.story, f.kind, f.about, v.value, String(v.witnesses), e.article, String(e.begin), String(e.end), words(e)]);
      }
    }
  }
  return '\ufeff' + rows.map((r) => r.map((v) => field(inert(v))).join(',')).join('\r\n') + '\r\n';
}

export const json = (data: Data): string => JSON.stringify(data, null, 1) + '\n';

/** Hands a text to the reader as a file. */
export function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], {type}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
