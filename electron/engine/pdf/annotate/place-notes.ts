import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { NoteRect } from '../../../../shared/model/notes.ts';
import type { PixelSize } from '../../formats/images/index.ts';
import type { PdfOriginal } from '../assemble/source/open-item.ts';
import { locateAnchors } from '../reader/anchors/locate-anchors.ts';
import { readAppearances, wholeText } from '../reader/text/appearances.ts';
import { readPageText, type PageText } from '../reader/text/page-text.ts';
import type { NoteToDraw } from './annotation.ts';
import { onPage, pictureOn } from '../pictures/picture-on.ts';
import type { PlacedNote } from './write-annotated.ts';

/** What was recognized on a page from 0; null where nothing was. */
export type RecognizedOn = (page: number) => PageText | null;

/** Pages a quote is looked for on, where its page is not known. */
const maxSought = 2_000;

/** Notes on the pages they name, where their words stand now. */
export async function onOwnPages(
  notes: readonly NoteToDraw[],
  original: PdfOriginal,
  recognizedOn: RecognizedOn,
): Promise<PlacedNote[]> {
  return byPage(notes, async (own, page) => {
    if (page >= original.pageCount) return own.map(nowhere);
    const hasWords = own.some(({ anchor }) => anchor.quote !== '');
    return located(own, page, hasWords ? await textOf(original, page, recognizedOn) : null);
  });
}

/**
 * Notes on a picture, in the PDF that stands for it: each of its pages shows a page of the picture, larger or smaller.
 *
 * @param frames size of the picture's pages as notes know them, in points
 */
export async function onPictures(
  notes: readonly NoteToDraw[],
  original: PdfOriginal,
  frames: readonly PixelSize[],
  recognizedOn: RecognizedOn,
): Promise<PlacedNote[]> {
  const document = await original.document();
  return byPage(notes, async (own, page) => {
    const frame = frames[page];
    if (!frame || page >= original.pageCount) return own.map(nowhere);
    const shown = document.withPage(page, (opened) => pictureOn(document.pdfium, opened));
    return located(own, page, recognizedOn(page)).map((placed) => {
      // A page of the picture that could not be shown has no place for a mark.
      if (!shown) return { ...placed, rects: [], isLost: placed.isLost || placed.rects.length > 0 };
      return { ...placed, rects: placed.rects.map((rect) => onPage(rect, frame, shown)) };
    });
  });
}

/** Notes where their words stand on any page; those without words, or whose words are gone, at the top of the first. */
export async function byWords(
  notes: readonly NoteToDraw[],
  original: PdfOriginal,
  recognizedOn: RecognizedOn,
): Promise<PlacedNote[]> {
  const placed = new Map<NoteToDraw, PlacedNote>();
  for (let page = 0; page < Math.min(original.pageCount, maxSought); page++) {
    const sought = notes.filter((note) => note.anchor.quote !== '' && !placed.has(note));
    if (sought.length === 0) break;
    const text = await textOf(original, page, recognizedOn);
    if (!text) continue;
    // Their place in a part of the item says nothing about a page.
    const unplaced = sought.map((note) => ({ ...note, anchor: { ...note.anchor, rects: [] } }));
    for (const [at, place] of located(unplaced, page, text).entries())
      if (!place.isLost) placed.set(sought[at]!, { ...place, note: sought[at]! });
  }
  return notes.map((note) => {
    const isLost = note.anchor.quote !== '' || note.anchor.rects.length > 0;
    return placed.get(note) ?? { note, page: 0, rects: [], angle: 0, isLost };
  });
}

/** Places the notes of each page together, and answers in the order of the notes. One on the item as a whole is on the first page. */
async function byPage(
  notes: readonly NoteToDraw[],
  place: (own: readonly NoteToDraw[], page: number) => Promise<readonly PlacedNote[]>,
): Promise<PlacedNote[]> {
  const placed = new Map<NoteToDraw, PlacedNote>();
  const pages = Map.groupBy(notes, ({ anchor }) => (anchor.page === null ? 0 : anchor.page - 1));
  for (const [page, own] of pages) for (const one of await place(own, page)) placed.set(one.note, one);
  return notes.map((note) => placed.get(note)!);
}

function nowhere(note: NoteToDraw): PlacedNote {
  return { note, page: null, rects: [], angle: 0, isLost: false };
}

/** Where the words of notes stand in a page's text; without a text, and for areas, where they stood. */
function located(notes: readonly NoteToDraw[], page: number, text: PageText | null): PlacedNote[] {
  const found =
    text &&
    locateAnchors(
      text,
      notes.map(({ anchor }) => anchor),
    );
  return notes.map((note, at) => {
    // What is to be redacted is the place that somebody looked at, whatever is read there by now.
    const isPlace = note.kind === 'redaction' || note.anchor.quote === '';
    const { rects, state } = (!isPlace && found?.[at]) || {
      rects: note.anchor.rects,
      state: isPlace ? 'exact' : 'lost',
    };
    return { note, page, rects, angle: angleAt(text, rects[0]), isLost: state === 'lost' };
  });
}

/** Degrees clockwise by which the text at a place lies, as shown; 0 where there is none. */
function angleAt(text: PageText | null, rect: NoteRect | undefined): number {
  if (!text || !rect) return 0;
  const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
  const isOver = (one: NoteRect) =>
    x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height;
  return text.runs.find((run) => isOver(run.rect))?.angle ?? 0;
}

/** All that is read on a page; null where it cannot be read. */
async function textOf(
  original: PdfOriginal,
  page: number,
  recognizedOn: RecognizedOn,
): Promise<PageText | null> {
  try {
    const document = await original.document();
    const own = document.withPage(page, (opened) => readPageText(document.pdfium, opened));
    return wholeText(own, readAppearances(document, page), recognizedOn(page));
  } catch (error) {
    if (isAppError(error)) return recognizedOn(page);
    throw error;
  }
}
