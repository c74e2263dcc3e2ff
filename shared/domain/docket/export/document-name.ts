import type { DocketEntry } from '../../../model/docket.ts';

type Named = Pick<DocketEntry, 'number' | 'attachment' | 'filedOn' | 'enteredOn' | 'text' | 'shortText'>;

/** Longest name without its ending; folders of exports are copied to places with short limits. */
const longest = 116;

/**
 * What an entry is called in a few words: the court's short name, else how its text begins, up to where it says by whom, with
 * what fee, or refers to other entries.
 *
 * @example
 * shortNameOf({ shortText: '', text: 'ORDER denying 2 Motion for TRO by Judge B. Rees. (Entered: 03/01/2026)' })
 * // 'ORDER denying Motion for TRO'
 */
export function shortNameOf({ text, shortText }: Pick<DocketEntry, 'text' | 'shortText'>): string {
  const printed = (shortText || text).slice(0, 400).replaceAll(/\s+/g, ' ').trim();
  if (shortText !== '') return printed;
  const end = printed.search(
    /\s?(?:[;(]|\.(?:\s|$))|,?\s(?:by|filed by|filed|re:?|RE:?|Re:?|signed|Signed|against|as to|on behalf of)\s/,
  );
  return (end > 2 ? printed.slice(0, end) : printed)
    .replaceAll(/^[\s*]+|[\s*]+$/g, '')
    .replaceAll(/\s?\[?(?<![\w:/.-])\d{1,5}(?:-\d{1,3})?\]?(?=\s(?:[A-Z]|and\b))/g, (number, at: number) =>
      at === 0 ? number : '',
    );
}

/**
 * File names for the documents of entries, each once: "034-1 Order denying PI.pdf". Numbers have leading zeros, as many as the
 * longest of the docket needs and three at least, so that a folder lists them in the docket's order; an entry without a number
 * begins with its date.
 *
 * @param documents entries with the ending of their document, ".pdf"
 * @param highest the highest number of the whole docket
 * @returns a name for each, in their order; no system refuses them, and no two differ in capitals only
 */
export function documentNames(
  documents: readonly { readonly entry: Named; readonly extension: string }[],
  highest: number,
): string[] {
  const width = Math.max(3, String(highest).length);
  const taken = new Set<string>();
  return documents.map(({ entry, extension }) => {
    const place =
      entry.number === null
        ? (entry.filedOn ?? entry.enteredOn ?? 'undated')
        : `${String(entry.number).padStart(width, '0')}${entry.attachment === null ? '' : `-${entry.attachment}`}`;
    const stem = safeStem(`${place} ${shortNameOf(entry)}`);
    for (let number = 1; ; number += 1) {
      const name = `${number === 1 ? stem : `${stem.slice(0, longest - 8).trimEnd()} (${number})`}${extension}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

function safeStem(name: string): string {
  let safe = '';
  for (const character of name
    .normalize('NFC')
    .replaceAll(/[<>:"/\\|?*\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .toWellFormed()
    .replaceAll(/\s+/g, ' ')
    .trim()) {
    if (safe.length + character.length > longest) break;
    safe += character;
  }
  // It begins with a number or a date, so it is none of the names that Windows keeps for devices.
  return safe.replace(/[. ]+$/, '');
}
