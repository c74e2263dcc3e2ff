import type { Rect } from '../../../../../shared/contract/reader.ts';
import type { Bitmap, PdfPage } from '../../pdfium/index.ts';
import { pixelsOf, type PixelArea } from '../../redactions/pixels.ts';

const usualDpi = 300;
/** Pixels of the page, at most, if all of it were drawn. */
const mostPixels = 14_000_000;
/** Pixels between words and lines of the sheet, and around it; and of paper around a word. */
const gap = 36;
const paper = 4;

/** Words of a row at least: a picture of fewer is turned about, and read again by the slower network. */
const fewestWords = 4;

/** A word of a page in one font. */
export interface Sample {
  readonly text: string;
  /** As shown. */
  readonly rect: Rect;
}

/** Words of a page, those of each font in a row. */
export interface Sheet {
  readonly picture: Bitmap;
  readonly dpi: number;
  /** Pixels from the top. */
  readonly rows: readonly { readonly top: number; readonly bottom: number; readonly isBlank: boolean }[];
}

/** What stands in a row of the sheet: a few words stand there again and again. */
export const inRow = <T>(words: readonly T[]): T[] =>
  Array.from({ length: Math.max(words.length, fewestWords) }, (_, at) => words[at % words.length]!);

/** Draws words of a page and puts them on a sheet, where a few take much less time to be recognized than the page. */
export function sampleSheet(page: PdfPage, fonts: readonly (readonly Sample[])[]): Sheet {
  const scale = Math.min(usualDpi / 72, Math.sqrt(mostPixels / (page.width * page.height)));
  const whole = { width: Math.round(page.width * scale), height: Math.round(page.height * scale) };
  const areas = fonts
    .map((words) => words.map(({ rect }) => withPaper(pixelsOf(rect, scale), whole)))
    .map(inRow);
  const rows: { top: number; bottom: number }[] = [];
  let height = gap;
  for (const row of areas) {
    const most = Math.max(...row.map(({ top, bottom }) => bottom - top));
    rows.push({ top: height - gap / 2, bottom: height + most + gap / 2 });
    height += most + gap;
  }
  const width = Math.max(
    ...areas.map((row) => row.reduce((sum, { left, right }) => sum + right - left + gap, gap)),
  );
  const picture = { width, height, rgba: new Uint8Array(width * height * 4).fill(255) };
  const words = new Map<PixelArea, Bitmap>();
  const drawn = (part: PixelArea) => {
    const word = words.get(part) ?? page.render(scale, { part });
    words.set(part, word);
    return word;
  };
  for (const [at, row] of areas.entries()) {
    let left = gap;
    for (const area of row) {
      copyInto(picture, left, rows[at]!.top + gap / 2, drawn(area));
      left += area.right - area.left + gap;
    }
  }
  const isBlank = ({ top, bottom }: (typeof rows)[number]) =>
    picture.rgba.subarray(top * width * 4, bottom * width * 4).every((value) => value === 255);
  return { picture, dpi: scale * 72, rows: rows.map((row) => ({ ...row, isBlank: isBlank(row) })) };
}

const withPaper = (
  { left, top, right, bottom }: PixelArea,
  { width, height }: Pick<Bitmap, 'width' | 'height'>,
): PixelArea => ({
  left: Math.max(0, left - paper),
  top: Math.max(0, top - paper),
  right: Math.min(width, right + paper),
  bottom: Math.min(height, bottom + paper),
});

function copyInto(sheet: Bitmap, left: number, top: number, { width, height, rgba }: Bitmap): void {
  for (let y = 0; y < height; y += 1) {
    const row = rgba.subarray(y * width * 4, (y + 1) * width * 4);
    sheet.rgba.set(row, ((top + y) * sheet.width + left) * 4);
  }
}
