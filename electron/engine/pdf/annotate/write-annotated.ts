import type { NoteRect } from '../../../../shared/model/notes.ts';
import { fileTarget, orAbandon } from '../assemble/output/output-target.ts';
import { PdfOutput, pdfString } from '../assemble/output/pdf-output.ts';
import { openItem, type ItemSource, type PdfOriginal } from '../assemble/source/open-item.ts';
import { KeySet, type SourcePage } from '../objects/index.ts';
import type { AnnotatedCopy, NoteOutcome, NoteToDraw } from './annotation.ts';
import { appearanceOf, list, type Appearance } from './appearance.ts';
import { shownSpace } from './shown-space.ts';
import { WholeCopy } from '../assemble/output/whole-copy.ts';

/** A note with where it stands in the document now. */
export interface PlacedNote {
  readonly note: NoteToDraw;
  /** From 0; null where the document has no such page. */
  readonly page: number | null;
  readonly rects: readonly NoteRect[];
  /** Degrees clockwise by which its words lie, as shown. */
  readonly angle: number;
  readonly isLost: boolean;
}

/** Says where notes stand in the opened document. */
export type PlaceNotes = (original: PdfOriginal) => Promise<readonly PlacedNote[]>;

const annotationsKey = new KeySet(['Annots']);
/** More than any page has; what is past them is not looked through. */
const maxAnnotations = 50_000;

/**
 * Writes a copy of a PDF with notes as annotations that every viewer shows: highlights, underlines, squares, marks for redaction and comments (ISO
 * 32000-1 §12.5.6), each with a picture of its own. All else of the document stays as it is: pages byte for byte, bookmarks,
 * forms, tags. A document that is encrypted or damaged goes through PDFium first, as for an assembly.
 *
 * There is no clock in it: the same notes on the same document give the same bytes.
 *
 * @param filePath of a new file
 * @throws SourceUnreadable; AppError PDF_DAMAGED and the like where PDFium gives up; the file system's own errors
 */
export async function writeAnnotated(
  source: ItemSource,
  filePath: string,
  place: PlaceNotes,
  pdfiumWasmPath: string,
): Promise<AnnotatedCopy> {
  const first = await writeOnce(source, filePath, place, pdfiumWasmPath, false);
  // Something in it was not where it should be: what PDFium reads is what the reader shows.
  return first ?? (await writeOnce(source, filePath, place, pdfiumWasmPath, true))!;
}

/** @returns null where the document turned out not to be sound while it was copied */
async function writeOnce(
  source: ItemSource,
  filePath: string,
  place: PlaceNotes,
  pdfiumWasmPath: string,
  mustRewrite: boolean,
): Promise<AnnotatedCopy | null> {
  const original = await openItem('pdf', source, pdfiumWasmPath, mustRewrite);
  if (original.kind !== 'pdf') throw new Error('a PDF was asked for');
  try {
    const placed = await place(original);
    const target = fileTarget(filePath);
    return await orAbandon(target, () => {
      const written = copyWith(placed, original, (bytes) => target.write(bytes));
      target.finish();
      const isSound = !original.objects.isRebuilt && original.objects.problems.length === 0;
      if (!isSound && original.rewritten === null && !mustRewrite) return null;
      return {
        ...written,
        outcomes: placed.map((one) => outcomeOf(one, original)),
        hadSignature: hasSignature(original),
      };
    });
  } finally {
    original.close();
  }
}

function outcomeOf({ page, isLost }: PlacedNote, { pages }: PdfOriginal): NoteOutcome {
  if (page === null || pages.idAt(page) === null) return 'no page';
  return isLost ? 'lost' : 'drawn';
}

function copyWith(
  placed: readonly PlacedNote[],
  { objects, pages }: PdfOriginal,
  emit: (bytes: Uint8Array) => void,
): { bytes: number; sha256: string } {
  const output = new PdfOutput(emit);
  const copy = new WholeCopy(objects, output);
  const byPage = Map.groupBy(placed, ({ page }) => page);
  for (const [index, notes] of byPage) {
    if (index === null) continue;
    const page = pages.at(index);
    // Written within its parent: it has no number under which to be written again, which is reported (outcomeOf).
    if (page.id === null) continue;
    copy.replace(page.id, (outputId) => writePage(output, copy, page, outputId, notes, objects));
  }
  const needsVersion = objects.version === '2.0' && !objects.catalog.has('Version');
  if (!needsVersion) return copy.writeDocument();
  return copy.writeDocument(() => {
    copy.entries(objects.catalog);
    output.text('/Version/2.0');
  });
}

function writePage(
  output: PdfOutput,
  copy: WholeCopy,
  page: SourcePage,
  outputId: number,
  notes: readonly PlacedNote[],
  objects: PdfOriginal['objects'],
): void {
  const present = objects.arrayAt(page.dict, 'Annots');
  const references: string[] = [];
  for (let at = 0; present && at < Math.min(present.length, maxAnnotations); at++)
    references.push(copy.text(present.rangeAt(at)!));
  const space = shownSpace(page);
  let pins = 0;
  for (const { note, rects, angle } of notes) {
    const shown = rects.flatMap((rect) => space.within(rect) ?? []);
    const { kind, color } = note;
    const look = appearanceOf({ kind, color, rects: shown, angle }, space, pins);
    const id = writeAnnotation(output, outputId, note, look);
    if (shown.length === 0) pins += 1;
    references.push(`${id} 0 R`);
  }
  output.writeDict(outputId, () => {
    copy.entries(page.dict, annotationsKey);
    output.text(`/Annots[${references.join(' ')}]`);
  });
}

/** @returns its object number */
function writeAnnotation(
  output: PdfOutput,
  pageId: number,
  { id: name, contents, author, createdAt, updatedAt }: NoteToDraw,
  { subtype, area, entries, content, isMarker }: Appearance,
): number {
  const picture = output.allocate();
  const resources = isMarker ? '<</ExtGState<</G<</Type/ExtGState/BM/Multiply>>>>>>' : '<<>>';
  output.writeStream(
    picture,
    `/Type/XObject/Subtype/Form/BBox[${list(area)}]/Resources${resources}`,
    Buffer.from(`q ${isMarker ? '/G gs ' : ''}${content} Q`, 'latin1'),
  );
  const id = output.allocate();
  // F 4: it is printed with its page.
  output.writeObject(
    id,
    `<</Type/Annot/Subtype/${subtype}/P ${pageId} 0 R/Rect[${list(area)}]${entries}/F 4/NM${pdfString(name)}/T${pdfString(author)}/Contents${pdfString(contents)}/CreationDate(${pdfDate(createdAt)})/M(${pdfDate(updatedAt)})/AP<</N ${picture} 0 R>>>>`,
  );
  return id;
}

/** @example pdfDate('2021-01-11T09:30:00.000Z') // 'D:20210111093000Z' */
function pdfDate(instant: string): string {
  return `D:${instant.slice(0, 19).replaceAll(/\D/g, '')}Z`;
}

function hasSignature({ objects }: PdfOriginal): boolean {
  const form = objects.dictAt(objects.catalog, 'AcroForm');
  return form !== undefined && ((objects.numberAt(form, 'SigFlags') ?? 0) & 1) === 1;
}
