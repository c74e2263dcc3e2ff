import { formatCount } from '../../../shared/domain/amounts.ts';
import { foldedLine } from '../../../shared/domain/search/words.ts';
import { isWithin } from '../../../shared/domain/rect.ts';
import type { EvidenceId, NoteId } from '../../../shared/model/common.ts';
import type { NoteAnchor, NoteRect } from '../../../shared/model/notes.ts';
import type { CommandContext } from '../handlers.ts';
import { readRedactionMarks, type RedactionMark } from '../store/redaction-marks.ts';
import { getAnchoredItem, requireAnchor } from './anchored-item.ts';
import { writeNote } from './note-rows.ts';

/** Something to be marked for redaction, with the reason. */
interface Place {
  readonly anchor: NoteAnchor;
  readonly text: string;
}

/** The color of new marks for redaction, unless somebody gives them another. */
const color = 'red';

/**
 * Marks places of an item for redaction, all in one step: those that no mark covers yet.
 *
 * @returns how many were marked, and how many were marked already
 * @throws AppError NOT_FOUND; NOTE_ANCHOR_INVALID where one cannot be marked
 */
export function markForRedaction(
  evidenceId: EvidenceId,
  places: readonly Place[],
  { session, platform, person, describe }: CommandContext,
): { added: number; known: number } {
  const item = getAnchoredItem(session, evidenceId);
  describe(`mark ${formatCount(places.length, 'place')} of “${item.title}” for redaction`);
  const marked = Map.groupBy(readRedactionMarks(session, [evidenceId]), ({ page }) => page);
  const now = platform.now();
  let added = 0;
  for (const { anchor, text } of places) {
    requireAnchor(item, 'redaction', anchor);
    const { page, quote, rects } = anchor;
    const onPage = marked.get(page!) ?? [];
    if (onPage.some((mark) => covers(mark, anchor))) continue;
    marked.set(page!, [...onPage, { evidenceId, page: page!, rects, quote }]);
    writeNote(session, {
      id: platform.newId() as NoteId,
      evidenceId,
      kind: 'redaction',
      anchor,
      text,
      color,
      tagIds: [],
      isWorkProduct: true,
      author: person,
      createdAt: now,
      updatedAt: now,
    });
    added += 1;
  }
  return { added, known: places.length - added };
}

/** Share of a place with words of a mark that lies in the mark's own place, at least: what was found otherwise may have other room around it. */
const leastShare = 0.5;

/** Whether a mark makes another on a place of its page needless: it reaches over the place, or has its words there. */
function covers(mark: RedactionMark, { quote, rects }: NoteAnchor): boolean {
  if (rects.every((rect) => mark.rects.some((own) => isWithin(rect, own)))) return true;
  const hasWords = quote !== '' && foldedLine(mark.quote).includes(foldedLine(quote));
  return hasWords && rects.every((rect) => mark.rects.some((own) => shareIn(own, rect) >= leastShare));
}

/** Which part of a rectangle lies in another, from 0 to 1. */
function shareIn(outer: NoteRect, { x, y, width, height }: NoteRect): number {
  const across = Math.min(x + width, outer.x + outer.width) - Math.max(x, outer.x);
  const down = Math.min(y + height, outer.y + outer.height) - Math.max(y, outer.y);
  return (Math.max(0, across) * Math.max(0, down)) / Math.max(width * height, Number.MIN_VALUE);
}
