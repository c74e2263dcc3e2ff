import type { FailedRedaction } from '../../../../shared/contract/redactions.ts';
import type { Rect } from '../../../../shared/contract/reader.ts';
import type { Bitmap, Pdfium, PdfPage } from '../pdfium/index.ts';
import { findCovers, type Cover, type Covered } from './covers.ts';
import { readLetters, type Letter } from './letters.ts';
import { paintedObjects, type PaintedObject } from './painted-objects.ts';
import { hasInk, isBlack, isDifferent, isPlain, pixelsOf } from './pixels.ts';

/** Pixels a point a page is drawn with: a letter of 8 points is then some 12 pixels high. */
const usualScale = 2;
/** A page larger than tabloid is drawn with fewer: it is held three times over, and a thread's memory never shrinks. */
const maxPixels = 4_000_000;
/** Colours that differ by no more are one, of 255. */
const sameColour = 8;
/** What words are drawn on alone: a colour that hardly any letter has. */
const oddGround = [0x9b, 0x5f, 0xc7] as const;
/** Where scans are not looked at, a page whose pictures have more dots than a letter page at 300 dpi is not drawn: a thread keeps the memory that takes. */
const maxDots = 9_000_000;
/** Letters and digits that must stand beneath a dark place of a scan: fewer are taken for its dirt. */
const leastRecognised = 3;

/** A failed redaction of a page that is known. */
export type FailedOnPage = Omit<FailedRedaction, 'page'>;

/** A letter that nobody sees, or that is marked to be redacted. */
interface Exposed {
  readonly letter: Letter;
  readonly kind: FailedRedaction['kind'];
  readonly beneath: Cover;
}

interface Layers {
  readonly scale: number;
  /** The page as it is shown. */
  readonly shown: Bitmap;
  /** The same without words that something lies over. */
  readonly without: Bitmap;
  /** All words alone. */
  words(): Bitmap;
}

/**
 * Finds words of a page that look redacted and can be copied all the same: beneath boxes, pictures and annotations that were drawn
 * over them, beneath places of a scan that were blacked out after it was recognised, and beneath marks for redaction that were never applied.
 *
 * Where something lies over a letter, the page is drawn as it is shown, without that letter, and the words alone. A letter is covered where
 * the page does not change without it, although it has ink. Words that only have the colour of their paper, or are cut off, are not told.
 *
 * @param options.looksAtScans whether scans are drawn where nothing but they lies over recognised words, which takes tens of milliseconds a page; left out for yes
 * @throws AppError PDF_LIMIT_EXCEEDED for a page of more objects or letters than are looked at; as `PdfPage.withText` and `PdfPage.render` do
 */
export function failedRedactions(
  pdfium: Pdfium,
  page: PdfPage,
  { looksAtScans = true }: { looksAtScans?: boolean } = {},
): FailedOnPage[] {
  const objects = paintedObjects(pdfium, page.handle);
  const covers = findCovers(pdfium, page, objects);
  if (!covers.isAny) return [];
  const letters = readLetters(pdfium, page).map((letter) => letter && { letter, ...covers.over(letter) });
  const isTooLarge = !looksAtScans && objects.reduce((sum, { dots }) => sum + dots, 0) > maxDots;
  const layers = drawLayers(
    pdfium,
    page,
    objects,
    letters.flatMap((each) =>
      each?.over && !isTooLarge && (looksAtScans || !isScanAlone(each)) ? each : [],
    ),
  );
  const exposed = letters.map((each): Exposed | 'seen' | null => {
    if (each === null) return null;
    const { letter, over, isRecognised, mark } = each;
    if (layers !== null && over && isHidden(page, layers, letter, over, isRecognised))
      return { letter, kind: isRecognised ? 'recognised' : 'covered', beneath: over };
    return mark ? { letter, kind: 'marked', beneath: mark } : 'seen';
  });
  return inRuns(exposed)
    .map((run) => describeRun(page, run))
    .filter(isTold);
}

/** Whether recognised words have nothing over them but their scan. */
const isScanAlone = ({ over, isRecognised }: Covered) =>
  isRecognised && (over?.kind === 'scan' || over?.kind === 'picture');

function isHidden(
  page: PdfPage,
  { scale, shown, without, words }: Layers,
  { box }: Letter,
  over: Cover,
  isRecognised: boolean,
): boolean {
  const area = pixelsOf(page.toShown(box), scale);
  // A box over a scan hides it in any colour; of the scan itself, white is paper, and what was recognised may stand a little beside its ink.
  if (isRecognised) return over.kind === 'drawing' ? isPlain(shown, area) : isBlack(shown, area);
  // A picture of a signature with the name beneath it shows the words that it covers.
  if (over.kind === 'picture' && !isPlain(shown, area)) return false;
  return !isDifferent(shown, without, area, sameColour) && hasInk(words(), area, oddGround, sameColour);
}

/** @param covered letters that something lies over, as far as it is asked; null where none is */
function drawLayers(
  pdfium: Pdfium,
  page: PdfPage,
  objects: readonly PaintedObject[],
  covered: readonly (Covered & { readonly letter: Letter })[],
): Layers | null {
  if (covered.length === 0) return null;
  const scale = Math.min(usualScale, Math.sqrt(maxPixels / (page.width * page.height)));
  const drawWithout = (left: Iterable<number>, options?: Parameters<PdfPage['render']>[1]) => {
    const handles = [...left];
    const setActive = (isActive: boolean) =>
      pdfium.guard(() => {
        for (const handle of handles) pdfium.api.FPDFPageObj_SetIsActive(handle, isActive);
      });
    setActive(false);
    const bitmap = page.render(scale, options);
    setActive(true);
    return bitmap;
  };
  const shown = page.render(scale);
  const beneath = new Set(covered.flatMap(({ isRecognised, letter }) => (isRecognised ? [] : letter.object)));
  let words: Bitmap | undefined;
  return {
    scale,
    shown,
    without: beneath.size === 0 ? shown : drawWithout(beneath),
    words: () =>
      (words ??= drawWithout(
        objects.flatMap(({ kind, handle }) => (kind === 'text' ? [] : handle)),
        { ground: oddGround, hasAnnotations: false },
      )),
  };
}

/** Letters that follow each other beneath one and the same thing; null between words. */
function inRuns(exposed: readonly (Exposed | 'seen' | null)[]): (Exposed | null)[][] {
  const runs: (Exposed | null)[][] = [];
  let last: Exposed | null = null;
  for (const each of exposed) {
    if (each === 'seen') last = null;
    else if (each === null) {
      if (last !== null) runs.at(-1)!.push(null);
    } else {
      if (last?.beneath !== each.beneath || last.kind !== each.kind) runs.push([]);
      runs.at(-1)!.push((last = each));
    }
  }
  return runs;
}

function describeRun(page: PdfPage, run: readonly (Exposed | null)[]): FailedOnPage {
  const rects = run.flatMap((each) => (each ? page.toShown(each.letter.box) : []));
  return {
    kind: run[0]!.kind,
    area: around(rects),
    text: run
      .map((each) => each?.letter.text ?? ' ')
      .join('')
      .trim(),
  };
}

/** A letter or digit must be among them: rules and dots of a form are covered by what fills it in. */
function isTold({ kind, text }: FailedOnPage): boolean {
  const meaningful = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return meaningful >= (kind === 'recognised' ? leastRecognised : 1);
}

function around(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  return {
    x,
    y,
    width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x,
    height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y,
  };
}
