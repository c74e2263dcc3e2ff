import type { FailedRedaction } from '../../../../shared/contract/redactions.ts';
import { around } from '../../../../shared/domain/rect.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Bitmap, PageBox, Pdfium, PdfPage } from '../pdfium/index.ts';
import { findCovers, type Cover, type Surroundings } from './covers.ts';
import { layersOf, oddGround, type Layers } from './layers.ts';
import { readLetters, unknownSign, type Letter } from './letters.ts';
import { paintedObjects } from './painted-objects.ts';
import {
  isUnlike,
  likeness,
  paperShare,
  pixelsOf,
  plainColor,
  sameInkShare,
  sameShare,
  type PixelArea,
} from './pixels.ts';

/** Of a page that is not looked at thoroughly, as many as a letter page has at 300 dpi: past it it is not drawn, for a thread keeps the memory that takes. */
const maxDots = 9_000_000;
/** Letters and digits that must stand beneath a dark place of a scan: fewer are taken for its dirt. */
const leastRecognized = 3;
/** A letter is hidden where at least this share of its ink is: the tops that stick out of a box tell little. */
const hiddenShare = 0.6;
/** A letter that changes more of its box than this is seen. */
const seenShare = 0.25;
/** From this likeness on a letter's shape shows in what lies over it: the same words, printed again. */
const readableLikeness = 0.8;
/** A place of a scan is covered where this share of it is. */
const coveredShare = 0.8;
/** A picture of which this share is paper shows something, such as a signature. */
const drawnShare = 0.35;

/** A failed redaction of a page that is known. */
export type FailedOnPage = Omit<FailedRedaction, 'page'>;

/** What became of a letter that is not seen, or is marked to be redacted. */
interface Fate {
  readonly kind: FailedRedaction['kind'];
  /** What lies over it: words beneath different things are told apart. */
  readonly beneath: Cover;
  /** Whether a place of a scan hides it, which is then dark between letters too. */
  readonly isInScan?: boolean;
  /** Whether it has the color of what it stands on. */
  readonly isOnGround?: boolean;
}

interface Exposed extends Fate {
  readonly letter: Letter;
}

/**
 * Finds words of a page that look redacted and can be copied all the same: beneath boxes, pictures and annotations that were drawn
 * over them, on boxes of their own color, beneath places of a scan that were blacked out after it was recognized, and beneath marks
 * for redaction that were never applied.
 *
 * Where something lies over a letter, the page is drawn as it is shown and without that letter, and the words alone. A letter is
 * covered where its ink changes nothing, in another color neither. Words that only have the color of their paper, or are cut off,
 * are not told.
 *
 * @param page to be closed without being used further: its words may have changed their colors
 * @param options.isThorough whether scans are drawn where nothing but they lies over recognized words, which takes tens of milliseconds
 *   a page, fine lines count as covers, and pictures as boxes beneath words; left out for yes
 * @throws AppError PDF_LIMIT_EXCEEDED for a page of more objects, letters, annotations or dots than are looked at; as
 *   `PdfPage.withText` and `PdfPage.render` do
 */
export function failedRedactions(
  pdfium: Pdfium,
  page: PdfPage,
  { isThorough = true }: { isThorough?: boolean } = {},
): FailedOnPage[] {
  const objects = paintedObjects(pdfium, page.handle);
  const covers = findCovers(pdfium, page, objects, { isThorough });
  if (!covers.isAny) return [];
  const letters = readLetters(pdfium, page).map(
    (letter) => letter && { letter, about: covers.about(letter) },
  );
  const looked = letters.flatMap((each) =>
    each?.about && mayBeHidden(each.about, isThorough) ? each.about : [],
  );
  if (looked.length > 0 && !isThorough && objects.reduce((sum, { dots }) => sum + dots, 0) > maxDots)
    throw new AppError('PDF_LIMIT_EXCEEDED', { limit: 'dots of pictures' });
  const layers = layersOf(pdfium, page, objects, {
    words: [...new Set(looked.flatMap(({ text }) => (text.isInkless ? [] : text.handle)))],
    covering: covers.texts,
    scans: [...new Set(looked.flatMap(({ scan }) => scan?.object?.handle ?? []))],
  });
  const areaOf = (...boxes: PageBox[]) =>
    pixelsOf(around(boxes.map((box) => page.toShown(box))), layers.scale);
  const isLookedAt = new Set(looked);
  const exposed = letters.map((each): Exposed | 'seen' | null => {
    if (!each?.about) return each && 'seen';
    const { letter, about } = each;
    const fate = isLookedAt.has(about) ? fateOf(about, areaOf(letter.box), layers) : 'seen';
    if (fate !== 'seen' && fate !== null) return { letter, ...fate };
    return about.mark ? { letter, kind: 'marked', beneath: about.mark } : fate;
  });
  const isLabel = labelsAmong(pdfium, letters, exposed);
  return inRuns(exposed, (a, b) => isDark(areaOf(a.box, b.box), layers))
    .filter((run) => isTold(run) && !run.letters.every((each) => !each || isLabel(each)))
    .map(({ letters: run }) => describeRun(page, run));
}

/** Whether a letter may be hidden, for all that the boxes about it tell; one with nothing over it but its scan only thoroughly. */
function mayBeHidden({ text, above, scan, ground }: Surroundings, isThorough: boolean): boolean {
  if (above.length > 0 || ground) return true;
  return scan !== undefined && (isThorough || (scan.kind === 'picture' && !text.isInkless));
}

/** What became of a letter; null for one without ink, such as a blank. */
function fateOf(about: Surroundings, area: PixelArea, layers: Layers): Fate | 'seen' | null {
  const { text, above, scan, ground } = about;
  if (text.isInkless) return fateInScan(about, area, layers);
  // What stands outside the page has no share of its pixels, so that no comparison holds.
  if (!(sameShare(layers.shown(), layers.without(), area) >= 1 - seenShare)) return 'seen';
  const hiddenOf = (other: Bitmap) => sameInkShare(layers.shown(), other, area, layers.words(), oddGround);
  const hidden = hiddenOf(layers.without());
  if (Number.isNaN(hidden)) return null;
  if (hidden < hiddenShare || likeness(layers.shown(), area, layers.words(), oddGround) >= readableLikeness)
    return 'seen';
  if (hiddenOf(layers.recolored()) < hiddenShare)
    return ground && isDark(area, layers) ? { kind: 'covered', beneath: ground, isOnGround: true } : 'seen';
  const over = above.find(({ kind }) => kind === 'drawing' || kind === 'annotation');
  if (!scan) return over ? { kind: 'covered', beneath: over } : 'seen';
  const isHiddenByOther =
    over !== undefined &&
    sameInkShare(layers.withoutScans(), layers.withoutBoth(), area, layers.words(), oddGround) >= hiddenShare;
  return isHiddenByOther ? { kind: 'covered', beneath: over } : fateInScan(about, area, layers);
}

/** What became of a letter that a picture shows, or hides. */
function fateInScan({ text, above, scan }: Surroundings, area: PixelArea, layers: Layers): Fate | 'seen' {
  const isRecognized = text.isInkless || scan?.kind === 'scan';
  const kind = isRecognized ? 'recognised' : 'covered';
  const over = above.find(({ order }) => !scan || order > scan.order);
  // A box over a scan hides it in any color; of the scan itself, white is paper.
  if (scan && over && sameShare(layers.shown(), layers.withoutScans(), area) >= coveredShare)
    return { kind, beneath: over };
  const beneath = scan ?? over;
  if (!beneath) return 'seen';
  if (isRecognized) return isDark(area, layers) ? { kind, beneath, isInScan: true } : 'seen';
  // A picture of a signature is mostly paper.
  const isDrawn = paperShare(layers.shown(), area, layers.paper()) >= drawnShare;
  return isDrawn && !plainColor(layers.shown(), area) ? 'seen' : { kind, beneath };
}

/** Whether an area has one color, and another one than the paper. */
function isDark(area: PixelArea, layers: Layers): boolean {
  const color = plainColor(layers.shown(), area);
  return color !== null && isUnlike(color, layers.paper());
}

/**
 * Tells what a program wrote on a box with which it redacted, such as the reason, in a color that cannot be read there: other text is
 * seen, and none has its font.
 */
function labelsAmong(
  { api }: Pdfium,
  letters: readonly ({ readonly letter: Letter } | null)[],
  exposed: readonly (Exposed | 'seen' | null)[],
): (each: Exposed) => boolean {
  const fontOf = (object: number) => api.FPDFTextObj_GetFont(object);
  let fonts: Set<number> | undefined;
  const seenFonts = () => {
    const seen = new Set(
      letters.flatMap((each, at) => (each && exposed[at] === 'seen' ? each.letter.object : [])),
    );
    for (const each of exposed) if (each && each !== 'seen') seen.delete(each.letter.object);
    return new Set([...seen].map(fontOf));
  };
  return ({ letter, isOnGround = false }) => {
    if (!isOnGround) return false;
    fonts ??= seenFonts();
    return fonts.size > 0 && !fonts.has(fontOf(letter.object));
  };
}

/** Letters that follow each other beneath one and the same thing; null between words. */
interface Run {
  readonly letters: (Exposed | null)[];
  /** Whether a letter of the same word is seen. */
  isPartOfWord: boolean;
}

/** @param isDarkBetween whether a scan is dark between two letters: what stands in bold letters is dark too */
function inRuns(
  exposed: readonly (Exposed | 'seen' | null)[],
  isDarkBetween: (a: Letter, b: Letter) => boolean,
): Run[] {
  const runs: Run[] = [];
  let last: Exposed | null = null;
  for (const [at, each] of exposed.entries()) {
    const before = exposed[at - 1];
    if (each === 'seen') {
      if (before && before !== 'seen') runs.at(-1)!.isPartOfWord = true;
      last = null;
    } else if (each === null) {
      if (last !== null) runs.at(-1)!.letters.push(null);
    } else {
      const isOneWord = before === last;
      const isJoined =
        last?.kind === each.kind &&
        (isOneWord
          ? !(last.isInScan && each.isInScan) || isDarkBetween(last.letter, each.letter)
          : last.beneath === each.beneath);
      if (!isJoined) runs.push({ letters: [], isPartOfWord: before === 'seen' });
      runs.at(-1)!.letters.push((last = each));
    }
  }
  return runs;
}

function describeRun(page: PdfPage, run: readonly (Exposed | null)[]): FailedOnPage {
  const rects = run.flatMap((each) => (each ? page.toShown(each.letter.box) : []));
  return { kind: run.find((each) => each)!.kind, area: around(rects), text: textOf(run) };
}

const textOf = (run: readonly (Exposed | null)[]) =>
  run
    .map((each) => each?.letter.text ?? ' ')
    .join('')
    .trim();

/**
 * A letter or digit must be among them: rules and dots of a form are covered by what fills it in. One letter alone of a word is covered by
 * what touches it.
 */
function isTold({ letters, isPartOfWord }: Run): boolean {
  const meaningful = [...textOf(letters)].filter(
    (sign) => /[\p{L}\p{N}\p{Co}]/u.test(sign) || sign === unknownSign,
  );
  if (letters[0]!.kind === 'recognised') return meaningful.length >= leastRecognized;
  return meaningful.length >= (isPartOfWord && letters[0]!.kind === 'covered' ? 2 : 1);
}
