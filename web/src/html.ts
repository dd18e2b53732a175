// Markup as values: whatever is put into a template is escaped, so that no
// article's words can become markup.
//
//   html`<p title="${title}">${text}</p>`.text

/** Markup that is safe to hand to a parser. */
export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type Part = Html | string | number | null | undefined | false | Part[];

const kEscapes: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};

/** Text as it stands in an element or between the quotes of an attribute. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => kEscapes[c] ?? c);
}

function flat(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(flat).join('');
  return escape(String(part));
}

/** A template whose holes are escaped, joined if lists, and empty if null or false. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let out = strings[0] ?? '';
  parts.forEach((part, i) => {
    out += flat(part) + (strings[i + 1] ?? '');
  });
  return new Html(out);
}

/** The parts with `between` put between them. */
export function join(parts: Part[], between: Part): Html {
  return new Html(parts.map(flat).filter((p) => p !== '').join(flat(between)));
}

export const kNothing = new Html('');
