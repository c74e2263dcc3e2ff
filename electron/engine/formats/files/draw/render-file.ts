import { join } from 'node:path';
import { groupOf } from '../../../../../shared/model/evidence.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import { FontShelf } from '../../../pdf/draw/font-shelf.ts';
import { problemOf } from '../../reading.ts';
import { hasEmbedded } from '../embedded/embedded-files.ts';
import { drawingLeftOut } from '../inspect.ts';
import { readText } from '../read-text.ts';
import { inspectPlainText } from '../text/plain.ts';
import { drawNative, type NativeSource } from './draw-native.ts';
import { drawText, type Rendition } from './draw-text.ts';

/** Characters that are drawn of one text; more would be thousands of pages. */
const maxCharacters = 12_000_000;

/**
 * Makes the PDF that stands for an original that is neither PDF, image nor mail, in a worker: its text where it has any, else a
 * page that says what it is.
 *
 * @param assetsDirectory where the bundled fonts are
 */
export function renderFile(source: ByteSource, about: NativeSource, assetsDirectory: string): Rendition {
  const shelf = new FontShelf(join(assetsDirectory, 'fonts'));
  const group = groupOf(about.kind);
  if (group !== 'text' && group !== 'office') return drawNative(about, shelf);
  const { pages } = readText(source, about.kind, 1, maxCharacters);
  if (!pages.some(({ text }) => text.trim() !== '')) return drawNative(about, shelf);
  const rendition = drawText(
    pages.map(({ text }) => text),
    about,
    shelf,
  );
  const problems = pages.flatMap(({ problem }) => problem ?? []);
  if (hasEmbedded(source, about.kind))
    problems.push(problemOf('EVIDENCE_PART_LEFT_OUT', { what: 'the pictures and files put into it' }));
  if (group === 'text' && inspectPlainText(source).isDrawing)
    problems.push(problemOf('EVIDENCE_PART_LEFT_OUT', { what: drawingLeftOut }));
  return { ...rendition, problems: [...rendition.problems, ...problems] };
}
