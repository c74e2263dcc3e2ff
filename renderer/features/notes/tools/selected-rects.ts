import type { NoteRect } from '../../../../shared/model/notes.ts';
import { mergedByLine } from '../marks/mark-geometry.ts';

/**
 * Where the selected words are on their pages, as the window itself shows them: good enough to mark them at once, before
 * the reader has located them exactly.
 *
 * @returns rectangles in points by page from 0; pages without notes of their own are missing
 */
export function selectedRects(): ReadonlyMap<number, readonly NoteRect[]> {
  const selection = window.getSelection();
  const byPage = new Map<number, NoteRect[]>();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return byPage;
  const range = selection.getRangeAt(0);
  const pieces = [...range.getClientRects()];
  for (const sheet of document.querySelectorAll<HTMLElement>('[data-notes-of]')) {
    if (!range.intersectsNode(sheet.closest('[data-page]') ?? sheet)) continue;
    const [width = 0, height = 0] = (sheet.dataset['points'] ?? '').split(' ').map(Number);
    const frame = sheet.getBoundingClientRect();
    // One that is turned waits for the reader.
    const isUpright = Math.abs(frame.width * height - frame.height * width) < frame.width * height * 0.02;
    if (!(width > 0 && height > 0 && frame.width > 0 && isUpright)) continue;
    const scale = { x: width / frame.width, y: height / frame.height };
    const own = pieces
      .filter((piece) => {
        const middle = piece.top + piece.height / 2;
        return piece.height < frame.height / 2 && middle > frame.top && middle < frame.bottom;
      })
      .map((piece) => ({
        x: (piece.left - frame.left) * scale.x,
        y: (piece.top - frame.top) * scale.y,
        width: piece.width * scale.x,
        height: piece.height * scale.y,
      }));
    byPage.set(Number(sheet.dataset['notesOf']), mergedByLine(own));
  }
  return byPage;
}
