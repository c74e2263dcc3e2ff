import type { NoteAnchor, NoteRect } from '../../../../shared/model/notes.ts';
import { AppError, isAppError } from '../../../../shared/errors/app-error.ts';
import type { MatterFile, WorkerContext } from '../../jobs/worker-thread.ts';
import { contentSource, keptPassword } from '../../store/content.ts';
import type { PdfOriginal } from '../assemble/source/open-item.ts';
import { SourceUnreadable } from '../objects/index.ts';
import { locateAnchors } from '../reader/anchors/locate-anchors.ts';
import { readPageText, type PageText } from '../reader/page-text.ts';
import { joinTexts, textOfWords } from '../reader/recognised-text.ts';
import type { AnnotatedCopy, NoteToDraw } from './annotation.ts';
import { writeAnnotated, type PlacedNote } from './write-annotated.ts';

export interface AnnotateInput {
  readonly matter: MatterFile;
  /** The PDF. */
  readonly contentId: number;
  /** Name for errors. */
  readonly name: string;
  /** A new file. */
  readonly filePath: string;
  readonly notes: readonly NoteToDraw[];
  /** Whether the pages notes name are the document's own; else their words are looked for on all of them, and nothing else of them. */
  readonly hasOwnPages: boolean;
}

/** Pages a quote is looked for on, where its page is not known. */
const maxSought = 2_000;

/**
 * Writes a copy of a PDF with notes on it, in a worker. Notes stand where their words stand now.
 *
 * @throws AppError PDF_ENCRYPTED, PDF_DAMAGED; the file system's own errors
 */
export async function annotateTask(
  { matter, contentId, name, filePath, notes, hasOwnPages }: AnnotateInput,
  { openMatter, platform }: WorkerContext,
): Promise<AnnotatedCopy> {
  const db = openMatter(matter);
  const source = { ...contentSource(db, contentId), password: keptPassword(db, contentId) };
  const recognised = db.prepare('SELECT turned, words FROM recognition WHERE content_id = ? AND page = ?');
  const recognisedOn = (page: number): PageText | null => {
    const row = recognised.get(contentId, page + 1) as { turned: number; words: string } | undefined;
    return row ? textOfWords(JSON.parse(row.words) as Parameters<typeof textOfWords>[0], row.turned) : null;
  };
  try {
    return await writeAnnotated(
      source,
      filePath,
      (original) =>
        hasOwnPages ? onOwnPages(notes, original, recognisedOn) : byWords(notes, original, recognisedOn),
      platform.pdfiumWasmPath,
    );
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    throw new AppError(error.isEncrypted ? 'PDF_ENCRYPTED' : 'PDF_DAMAGED', { name }, { cause: error });
  } finally {
    source.close();
  }
}

type RecognisedOn = (page: number) => PageText | null;

/** Notes on the pages they name. */
async function onOwnPages(
  notes: readonly NoteToDraw[],
  original: PdfOriginal,
  recognisedOn: RecognisedOn,
): Promise<PlacedNote[]> {
  const placed = new Map<NoteToDraw, PlacedNote>();
  const byPage = Map.groupBy(notes, ({ anchor }) => (anchor.page === null ? 0 : anchor.page - 1));
  for (const [page, own] of byPage) {
    const isThere = page < original.pageCount;
    const text =
      isThere && own.some(({ anchor }) => anchor.quote !== '')
        ? await textOf(original, page, recognisedOn)
        : null;
    const located =
      text &&
      locateAnchors(
        text,
        own.map(({ anchor }) => anchor),
      );
    for (const [at, note] of own.entries()) {
      const place = located?.[at] ?? {
        rects: note.anchor.rects,
        state: note.anchor.quote === '' ? 'exact' : 'lost',
      };
      placed.set(note, {
        note,
        page: isThere ? page : null,
        rects: place.rects,
        angle: angleAt(text, place.rects[0]),
        isLost: place.state === 'lost',
      });
    }
  }
  return notes.map((note) => placed.get(note)!);
}

/** Notes where their words stand on any page; those without words, or whose words are gone, at the top of the first. */
async function byWords(
  notes: readonly NoteToDraw[],
  original: PdfOriginal,
  recognisedOn: RecognisedOn,
): Promise<PlacedNote[]> {
  const placed = new Map<NoteToDraw, PlacedNote>();
  for (let page = 0; page < Math.min(original.pageCount, maxSought); page++) {
    const sought = notes.filter((note) => note.anchor.quote !== '' && !placed.has(note));
    if (sought.length === 0) break;
    const text = await textOf(original, page, recognisedOn);
    if (!text) continue;
    const located = locateAnchors(
      text,
      sought.map(({ anchor }) => withoutPlace(anchor)),
    );
    for (const [at, note] of sought.entries())
      if (located[at]!.state !== 'lost') {
        const { rects } = located[at]!;
        placed.set(note, { note, page, rects, angle: angleAt(text, rects[0]), isLost: false });
      }
  }
  return notes.map(
    (note) =>
      placed.get(note) ?? {
        note,
        page: 0,
        rects: [],
        angle: 0,
        isLost: note.anchor.quote !== '' || note.anchor.rects.length > 0,
      },
  );
}

/** Degrees clockwise by which the text at a place lies, as shown; 0 where there is none. */
function angleAt(text: PageText | null, rect: NoteRect | undefined): number {
  if (!text || !rect) return 0;
  const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
  const run = text.runs.find(
    (one) =>
      x >= one.rect.x &&
      x <= one.rect.x + one.rect.width &&
      y >= one.rect.y &&
      y <= one.rect.y + one.rect.height,
  );
  return run?.angle ?? 0;
}

function withoutPlace(anchor: NoteAnchor): NoteAnchor {
  return { ...anchor, rects: [] };
}

/** A page's own text and what was recognised on it; null where the page cannot be read. */
async function textOf(
  original: PdfOriginal,
  page: number,
  recognisedOn: RecognisedOn,
): Promise<PageText | null> {
  try {
    const document = await original.document();
    const own = document.withPage(page, (opened) => readPageText(document.pdfium, opened));
    return joinTexts(own, recognisedOn(page));
  } catch (error) {
    if (isAppError(error)) return recognisedOn(page);
    throw error;
  }
}
