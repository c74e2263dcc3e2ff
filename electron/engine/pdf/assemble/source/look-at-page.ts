import { isAppError } from '../../../../../shared/errors/app-error.ts';
import {
  annotationsOf,
  boxOf,
  overlaps,
  type Box,
  type PdfObjects,
  type SourcePage,
} from '../../objects/index.ts';
import type { StoredJpeg } from '../../pdfium/index.ts';
import type { LookAhead } from '../ahead/look-ahead.ts';
import { pictureOfPage, type PageLook } from '../marks/index.ts';
import { isPlainJpeg, sizeOf } from '../pictures/picture-entries.ts';
import type { PdfOriginal } from './open-item.ts';
import type { PageContent } from './page-content.ts';
import { isSeen, standingBox } from './shapes.ts';

/** Annotations that show nothing of their own. */
const unseen = new Set(['Link', 'Popup']);
const maxAnnotations = 5_000;

/**
 * What is known of what stands on a page of a PDF: from its operators, and from PDFium's drawing of it.
 *
 * @param beforeLook waited for before the page is drawn
 * @param ahead draws pages of this original in other threads
 */
export function lookAtSource(
  original: PdfOriginal,
  page: SourcePage,
  content: PageContent,
  beforeLook: () => Promise<void>,
  ahead: LookAhead | null,
): PageLook {
  const { objects } = original;
  // A page that is drawn a second time has usually been asked for before.
  let boxes: readonly Box[] | null = null;
  const taken = () => (boxes ??= annotationBoxes(original, page));
  return {
    get taken() {
      return taken();
    },
    get pictureBytes() {
      return content.pictures().reduce((bytes, { dict }) => {
        const { width, height } = sizeOf(objects, dict) ?? { width: 0, height: 0 };
        return bytes + width * height * 3;
      }, 0);
    },
    isFree: (area) => !taken().some((box) => overlaps(box, area)) && content.isFree(area),
    foresee: () => ahead?.ask({ index: page.index, plainJpegs: plainJpegs(objects, content) }),
    async picture() {
      await beforeLook();
      const drawn = await ahead?.take(page.index);
      if (drawn !== undefined) return drawn;
      try {
        const document = await original.document();
        return document.withPage(page.index, (opened) => pictureOfPage(opened, plainJpegs(objects, content)));
      } catch (error) {
        // It cannot be drawn: nothing is known of it, and that is said.
        if (isAppError(error)) return null;
        throw error;
      }
    },
  };
}

/** A page's plain JPEGs, whose size and length no other picture has. */
function plainJpegs(objects: PdfObjects, content: PageContent): StoredJpeg[] {
  const byMeasure = Map.groupBy(content.pictures(), ({ dict, length }) => {
    const size = sizeOf(objects, dict);
    return `${size?.width} ${size?.height} ${length}`;
  });
  return [...byMeasure.values()].flatMap((pictures) => {
    const size = sizeOf(objects, pictures[0]!.dict);
    return size && pictures.every((picture) => isPlainJpeg(objects, picture))
      ? [{ ...size, bytes: pictures[0]!.length }]
      : [];
  });
}

function annotationBoxes({ objects }: PdfOriginal, page: SourcePage): Box[] {
  const boxes: Box[] = [];
  for (const annotation of annotationsOf(objects, page, maxAnnotations)) {
    if (unseen.has(objects.nameAt(annotation, 'Subtype') ?? '')) continue;
    const flags = objects.numberAt(annotation, 'F') ?? 0;
    if (!isSeen(flags)) continue;
    const box = boxOf(objects, annotation.get('Rect'));
    if (box) boxes.push(standingBox(box, flags, page.turns));
  }
  return boxes;
}
