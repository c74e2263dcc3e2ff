import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ImageKind } from '../../formats/images/index.ts';
import type { MatterFile, WorkerContext } from '../../jobs/worker-thread.ts';
import { contentSource } from '../../store/content.ts';
import { SourceUnreadable } from '../objects/index.ts';
import { framesOf } from '../pictures/frames-of.ts';
import { textOfWords } from '../reader/text/recognized-text.ts';
import type { AnnotatedCopy, NoteToDraw } from './annotation.ts';
import { byWords, onOwnPages, onPictures, type RecognizedOn } from './place-notes.ts';
import { writeAnnotated, type PlaceNotes } from './write-annotated.ts';

export interface AnnotateInput {
  readonly matter: MatterFile;
  /** The PDF. */
  readonly contentId: number;
  /** What opens it, where it is locked. */
  readonly password: string | undefined;
  /** Name for errors. */
  readonly name: string;
  /** A new file. */
  readonly filePath: string;
  readonly notes: readonly NoteToDraw[];
  /**
   * What notes know as pages: those of the PDF itself, those of the picture that it stands for, or parts of what has no pages,
   * whose words are looked for all over the PDF.
   */
  readonly pages: 'own' | 'parts' | { readonly pictureId: number; readonly kind: ImageKind };
}

/**
 * Writes a copy of a PDF with notes on it, in a worker. Notes stand where their words stand now.
 *
 * @throws AppError PDF_ENCRYPTED, PDF_NO_PAGES, PDF_DAMAGED; the file system's own errors
 */
export async function annotateTask(
  { matter, contentId, password, name, filePath, notes, pages }: AnnotateInput,
  { openMatter, platform }: WorkerContext,
): Promise<AnnotatedCopy> {
  const db = openMatter(matter);
  const source = { ...contentSource(db, contentId), password };
  const recognised = db.prepare('SELECT turned, words FROM recognition WHERE content_id = ? AND page = ?');
  const recognizedIn =
    (id: number): RecognizedOn =>
    (page) => {
      const row = recognised.get(id, page + 1) as { turned: number; words: string } | undefined;
      return row ? textOfWords(JSON.parse(row.words) as Parameters<typeof textOfWords>[0], row.turned) : null;
    };
  const place: PlaceNotes = async (original) => {
    if (pages === 'own') return onOwnPages(notes, original, recognizedIn(contentId));
    if (pages === 'parts') return byWords(notes, original, recognizedIn(contentId));
    const { pictureId, kind } = pages;
    const picture = contentSource(db, pictureId);
    try {
      const frames = await framesOf(picture, kind, platform);
      return await onPictures(notes, original, frames, recognizedIn(pictureId));
    } finally {
      picture.close();
    }
  };
  try {
    return await writeAnnotated(source, filePath, place, platform.pdfiumWasmPath);
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    throw new AppError(error.code, { name }, { cause: error });
  } finally {
    source.close();
  }
}
