import { isAppError } from '../../../../../shared/errors/app-error.ts';
import { annotationsOf, boxOf, overlaps, type Box, type SourcePage } from '../../objects/index.ts';
import type { StoredJpeg } from '../../pdfium/index.ts';
import type { LookAhead } from '../ahead/look-ahead.ts';
import { pictureOfPage, type PageLook, type PagePicture } from '../marks/index.ts';
import { isPlainJpeg, sizeOf } from '../pictures/picture-entries.ts';
import type { PdfOriginal } from './open-item.ts';
import type { PageContent } from './page-content.ts';
import { standingBox } from './shapes.ts';

/** Annotations that show nothing of their own. */
const unseen = new Set(['Link', 'Popup']);
const hidden = 2;
const noView = 32;
const maxAnnotations = 5_000;

/** What is known of what stands on a page of a PDF: from its operators, and from PDFium's drawing of it. */
export class SourceLook implements PageLook {
  readonly #original: PdfOriginal;
  readonly #page: SourcePage;
  readonly #content: PageContent;
  readonly #beforeLook: () => Promise<void>;
  readonly #ahead: LookAhead | null;
  #taken: readonly Box[] | null = null;

  /**
   * @param beforeLook waited for before the page is drawn
   * @param ahead draws pages of this original in other threads
   */
  constructor(
    original: PdfOriginal,
    page: SourcePage,
    content: PageContent,
    beforeLook: () => Promise<void>,
    ahead: LookAhead | null,
  ) {
    this.#original = original;
    this.#page = page;
    this.#content = content;
    this.#beforeLook = beforeLook;
    this.#ahead = ahead;
  }

  get taken(): readonly Box[] {
    // A page that is drawn a second time has usually been asked for before.
    return (this.#taken ??= annotationBoxes(this.#original, this.#page));
  }

  get pictureBytes(): number {
    const { objects } = this.#original;
    return this.#content.pictures().reduce((bytes, { dict }) => {
      const { width, height } = sizeOf(objects, dict) ?? { width: 0, height: 0 };
      return bytes + width * height * 3;
    }, 0);
  }

  isFree(area: Box): boolean {
    for (const box of this.taken) if (overlaps(box, area)) return false;
    return this.#content.isFree(area);
  }

  foresee(): void {
    this.#ahead?.ask({ index: this.#page.index, plainJpegs: this.#plainJpegs() });
  }

  async picture(): Promise<PagePicture | null> {
    await this.#beforeLook();
    const drawn = await this.#ahead?.take(this.#page.index);
    if (drawn !== undefined) return drawn;
    try {
      const document = await this.#original.document();
      return document.withPage(this.#page.index, (page) => pictureOfPage(page, this.#plainJpegs()));
    } catch (error) {
      // It cannot be drawn: nothing is known of it, and that is said.
      if (isAppError(error)) return null;
      throw error;
    }
  }

  /** The page's plain JPEGs, whose size and length no other picture has. */
  #plainJpegs(): StoredJpeg[] {
    const { objects } = this.#original;
    const byMeasure = Map.groupBy(this.#content.pictures(), ({ dict, length }) => {
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
}

function annotationBoxes({ objects }: PdfOriginal, page: SourcePage): Box[] {
  const boxes: Box[] = [];
  for (const annotation of annotationsOf(objects, page, maxAnnotations)) {
    if (unseen.has(objects.nameAt(annotation, 'Subtype') ?? '')) continue;
    const flags = objects.numberAt(annotation, 'F') ?? 0;
    if ((flags & (hidden | noView)) !== 0) continue;
    const box = boxOf(objects, annotation.get('Rect'));
    if (box) boxes.push(standingBox(box, flags, page.turns));
  }
  return boxes;
}
