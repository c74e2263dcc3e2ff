import { quoteFinder } from '../../../../shared/domain/notes/locate-quote.ts';
import type { NoteId } from '../../../../shared/model/common.ts';
import type { NoteRow } from '../../../../shared/model/notes.ts';

/** Where a note's words are in the document, and by which style they are marked. */
export interface PartRange {
  readonly noteId: NoteId;
  readonly name: string;
  readonly range: Range;
}

/** The name of a kind of mark in a color, as mark-styles.ts styles it; null where nothing is drawn on words. */
export function markName({ kind, color }: Pick<NoteRow, 'kind' | 'color'>): string | null {
  if (kind === 'highlight') return `mark-${color}`;
  return kind === 'underline' || kind === 'note' ? `line-${color}` : null;
}

/**
 * Where the words of notes are in a part of a text as it is shown now. Words that are no longer there are left out: the
 * panel still lists their notes.
 *
 * @param part the element that holds the part
 * @param notes of this part
 */
export function rangesIn(part: Element, notes: readonly NoteRow[]): PartRange[] {
  const wanted = notes.filter((note) => note.anchor.quote !== '' && markName(note) !== null);
  if (wanted.length === 0) return [];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const nodes: { readonly node: Node; readonly start: number }[] = [];
  const texts: string[] = [];
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    nodes.push({ node, start: length });
    texts.push(text);
    length += text.length;
  }
  const find = quoteFinder(texts.join(''));
  return wanted.flatMap((note) => {
    const { quote, prefix, suffix } = note.anchor;
    const place = find({ quote, prefix, suffix, hint: null });
    const name = markName(note);
    const from = place && at(nodes, place.start);
    const to = place && at(nodes, place.end - 1);
    if (!from || !to || name === null) return [];
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset + 1);
    return [{ noteId: note.id, name, range }];
  });
}

/** The text node at a place of all of them together. */
function at(
  nodes: readonly { readonly node: Node; readonly start: number }[],
  place: number,
): { node: Node; offset: number } | null {
  const found = nodes.findLast(({ start }) => start <= place);
  return found ? { node: found.node, offset: place - found.start } : null;
}
