import { pdfString } from './pdf-output.ts';

/** What a viewer calls a page: as printed on it. */
export type PageLabel =
  | { readonly kind: 'roman'; readonly number: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number };

interface Style {
  readonly prefix: string;
  readonly style: 'r' | 'D' | null;
  readonly number: number;
}

/**
 * A document's page labels as a number tree (ISO 32000-1 §12.4.2). Runs of numbers become one entry; the zeros a number is
 * padded with go into the run's prefix, so that AMZ000099 and AMZ000100 are two runs.
 */
export function pageLabelTree(labels: readonly PageLabel[]): string {
  const entries: string[] = [];
  let before: Style | null = null;
  labels.forEach((label, page) => {
    const style = styleOf(label);
    const continues =
      before !== null &&
      style.style !== null &&
      style.style === before.style &&
      style.prefix === before.prefix &&
      style.number === before.number + 1;
    if (!continues) entries.push(`${page} ${dictOf(style)}`);
    before = style;
  });
  return `<</Nums[${entries.join(' ')}]>>`;
}

function styleOf(label: PageLabel): Style {
  if (label.kind === 'roman') return { prefix: '', style: 'r', number: label.number };
  if (label.kind === 'number') return { prefix: '', style: 'D', number: label.number };
  const match = /^(.*?)([1-9]\d{0,8})$/s.exec(label.text);
  return match
    ? { prefix: match[1]!, style: 'D', number: Number(match[2]) }
    : { prefix: label.text, style: null, number: 0 };
}

function dictOf({ prefix, style, number }: Style): string {
  const p = prefix === '' ? '' : `/P ${pdfString(prefix)}`;
  return style === null ? `<<${p}>>` : `<</S/${style}${p}/St ${number}>>`;
}
