import { join } from 'node:path';
import type { ObjectSink } from '../../draw/font-subset.ts';
import { FontShelf } from '../../draw/font-shelf.ts';
import { Typesetter } from '../../draw/typesetter.ts';
import { loadPdfium, openPdf, type PdfPage } from '../../pdfium/index.ts';
import { bytesSource } from '../../pdf-source.ts';
import type { MarkStyle } from '../plan.ts';
import { assetsDirectory, pdfiumWasmPath } from '../testing.ts';
import { drawMarks } from './draw-marks.ts';
import { pdfOfObjects, streamBody, type Box } from '../../objects/index.ts';
import type { PageLook, PageSpace } from './page-look.ts';
import type { PagePlan } from './page-plan.ts';
import { pictureOfPage } from './picture-of-page.ts';

export const shelf = new FontShelf(join(assetsDirectory, 'fonts'));

/** A page for tests: operators over Helvetica as F1, in a space of any turn and unit. */
export interface TestPage extends PageSpace {
  readonly content: string;
  /** Entries of its XObject resources, with the streams they name. */
  readonly pictures?: readonly {
    readonly name: string;
    readonly entries: string;
    readonly body: Uint8Array;
  }[];
}

export function testPage(content: string, space: Partial<PageSpace> = {}): TestPage {
  return { shownBox: [0, 0, 612, 792], turns: 0, userUnit: 1, content, ...space };
}

/** The page as a PDF of one page, with the marks of a plan drawn over it. */
export function pdfOfPage(page: TestPage, plan: PagePlan | null = null, style?: MarkStyle): Buffer {
  const file = new TestFile();
  const [catalog, pages, id, content, font] = [1, 2, 3, 4, 5].map(() => file.allocate());
  const box = `[${page.shownBox.join(' ')}]`;
  const pictures = (page.pictures ?? []).map(({ name, entries, body }) => {
    const picture = file.allocate();
    file.writeStream(picture, entries, body);
    return `/${name} ${picture} 0 R`;
  });
  const own = `/Font<</F1 ${font} 0 R`;
  let resources = `${own}>>/XObject<<${pictures.join('')}>>`;
  let operators = page.content;
  if (plan && style) {
    const type = new Typesetter(shelf, () => file.allocate());
    const marks = drawMarks(plan, style, type);
    type.write(file);
    if (plan.contentMatrix === null) {
      operators = `q\n${page.content}\nQ\n${marks.content}`;
    } else {
      const form = file.allocate();
      file.writeStream(
        form,
        `/Type/XObject/Subtype/Form/BBox${box}/Resources<<${resources}>>`,
        Buffer.from(page.content, 'latin1'),
      );
      pictures.push(`/Page ${form} 0 R`);
      operators = `q ${plan.contentMatrix.join(' ')} cm/Page Do Q\n${marks.content}`;
    }
    resources = `${own}${marks.fonts}>>/XObject<<${pictures.join('')}>>`;
  }
  file.writeStream(content!, '', Buffer.from(operators, 'latin1'));
  file.writeObject(font!, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  const unit = page.userUnit === 1 ? '' : `/UserUnit ${page.userUnit}`;
  file.writeObject(
    id!,
    `<</Type/Page/Parent ${pages} 0 R/MediaBox${box}/Rotate ${page.turns * 90}${unit}/Resources<<${resources}>>/Contents ${content} 0 R>>`,
  );
  file.writeObject(pages!, `<</Type/Pages/Count 1/Kids[${id} 0 R]>>`);
  file.writeObject(catalog!, `<</Type/Catalog/Pages ${pages} 0 R>>`);
  return pdfOfObjects(file.bodies);
}

/** Lends the page of a PDF of one page. */
export async function withOnlyPage<T>(pdf: Uint8Array, use: (page: PdfPage) => T): Promise<T> {
  const document = openPdf(await loadPdfium(pdfiumWasmPath), bytesSource(pdf));
  try {
    return document.withPage(0, use);
  } finally {
    document.close();
  }
}

/** What is known of a page by its picture alone. */
export function lookAt(page: TestPage, taken: readonly Box[] = []): PageLook {
  return {
    isFree: () => false,
    taken,
    pictureBytes: 0,
    picture: () => withOnlyPage(pdfOfPage(page), pictureOfPage),
    foresee: () => {},
  };
}

class TestFile implements ObjectSink {
  readonly bodies: Buffer[] = [];

  allocate(): number {
    return this.bodies.push(Buffer.from('null'));
  }

  writeObject(id: number, body: string): void {
    this.bodies[id - 1] = Buffer.from(body, 'latin1');
  }

  writeStream(id: number, entries: string, body: Uint8Array): void {
    this.bodies[id - 1] = streamBody(entries, Buffer.from(body));
  }
}
