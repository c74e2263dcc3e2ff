import { isAppError } from '../../../../../shared/errors/app-error.ts';
import { PdfDict, type Box, type SourcePage } from '../../objects/index.ts';
import { pictureOfPage, type PageLook, type PagePicture } from '../marks/index.ts';
import type { PdfOriginal } from './open-item.ts';
import type { PageContent } from './page-content.ts';
import { readBox } from './shapes.ts';

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
  #taken: readonly Box[] | null = null;

  constructor(original: PdfOriginal, page: SourcePage, content: PageContent) {
    this.#original = original;
    this.#page = page;
    this.#content = content;
  }

  get taken(): readonly Box[] {
    // Whoever looks at a page a second time has mostly asked before.
    return (this.#taken ??= annotationBoxes(this.#original, this.#page));
  }

  get pictureBytes(): number {
    return this.#content.pictureBytes();
  }

  isFree(area: Box): boolean {
    for (const box of this.taken) if (overlap(box, area)) return false;
    return this.#content.isFree(area);
  }

  async picture(): Promise<PagePicture | null> {
    try {
      const document = await this.#original.document();
      return document.withPage(this.#page.index, pictureOfPage);
    } catch (error) {
      // It cannot be drawn: nothing is known of it, and that is said.
      if (isAppError(error)) return null;
      throw error;
    }
  }
}

function annotationBoxes({ objects }: PdfOriginal, page: SourcePage): Box[] {
  const list = objects.arrayAt(page.dict, 'Annots');
  if (!list) return [];
  const boxes: Box[] = [];
  const count = Math.min(list.length, maxAnnotations);
  for (let i = 0; i < count; i += 1) {
    const annotation = objects.resolve(list.at(i));
    if (!(annotation instanceof PdfDict) || unseen.has(objects.nameAt(annotation, 'Subtype') ?? '')) continue;
    if (((objects.numberAt(annotation, 'F') ?? 0) & (hidden | noView)) !== 0) continue;
    const box = readBox(objects, annotation.get('Rect'));
    if (box) boxes.push(box);
  }
  return boxes;
}

const overlap = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
