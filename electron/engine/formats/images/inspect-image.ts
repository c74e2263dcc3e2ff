import type { Problem } from '../../../../shared/model/common.ts';
import type { WorkerContext } from '../../jobs/worker-thread.ts';
import type { ByteSource } from '../../pdf/byte-source.ts';
import { withSource, type SourceLocation } from '../../pdf/pdf-source.ts';
import { emptyReading, problemOf, type Fingerprint, type Reading } from '../reading.ts';
import { inspectJpeg } from './checks/jpeg.ts';
import { inspectPng } from './checks/png.ts';
import { imageFingerprint } from './fingerprint.ts';
import type { DecodedFrame, ImageDocument } from './image-document.ts';
import { problemOfImage } from './image-problem.ts';
import { ImageError } from './image-report.ts';
import { imageClaims } from './metadata/claims.ts';
import { openImage, type ImageKind } from './open-image.ts';

export interface InspectImageInput {
  readonly location: SourceLocation;
  readonly kind: ImageKind;
  /** File name without folder. */
  readonly name: string;
}

/** What is kept of a picture with its inspection. */
export interface ImageInspection {
  /** Upright pixels of the first page. */
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
  readonly frames: number;
  readonly animationFrames: number;
  readonly density: number | null;
  readonly colorSpace: string | null;
  readonly hasAlpha: boolean | null;
  readonly compression: string | null;
}

/** Pictures up to so many pixels are decoded in full and told apart by them; of larger ones a smaller version is made. */
const fingerprintPixels = 50_000_000;
const glancePixels = 1_000_000;
/** Pages of one file are looked at for so long; decoding a page is the slow part. */
const pagesBudgetMs = 15_000;
const maxProblemPages = 20;

/**
 * Looks a picture over, in a worker: decodes it, and reads what it says of itself. Damage is part of the answer, not an error.
 *
 * @throws the source's errors (file system, matter) only
 */
export async function inspectImage(
  { location, kind }: InspectImageInput,
  context: WorkerContext,
): Promise<Reading> {
  return withSource(location, context.openMatter, async (source) => {
    try {
      const image = await openImage(source, kind, context.platform);
      try {
        return await readImage(image, isLarge(image) ? false : await hasBrokenStructure(source, kind));
      } finally {
        image.close();
      }
    } catch (error) {
      if (error instanceof ImageError) return { ...emptyReading, problems: [problemOfImage(error)] };
      throw error;
    }
  });
}

async function readImage(image: ImageDocument, isBroken: boolean): Promise<Reading> {
  const first = await lookAt(image, 0, fingerprintPixels);
  const others = await lookAtOthers(image);
  const unreadable = [...(first.error ? [1] : []), ...others.unreadable];
  if (first.error && (image.frames.length === 1 || unreadable.length === image.frames.length))
    throw first.error;
  const problems: Problem[] = [];
  if (first.decoded?.isPartial || others.isRepaired || (isBroken && !first.error))
    problems.push(problemOf('EVIDENCE_REPAIRED_TO_READ'));
  for (const page of unreadable.slice(0, maxProblemPages))
    problems.push(problemOf('PDF_PAGE_UNREADABLE', { page }));
  if (image.isPreview === true)
    problems.push(
      problemOf('EVIDENCE_PART_LEFT_OUT', {
        what: 'the raw photo itself, of which only the preview is shown',
      }),
    );
  const { animationFrames } = image.traits;
  if (animationFrames > 1) problems.push(problemOf('EVIDENCE_MOVING_PICTURE', { frames: animationFrames }));
  if (others.isCutShort) problems.push(problemOf('EVIDENCE_TOO_DEMANDING', { limit: 'time' }));
  const size = image.pixelSize(0);
  const fingerprints: Fingerprint[] =
    first.decoded && !first.decoded.isPartial && !isLarge(image)
      ? [{ kind: 'image', value: imageFingerprint(first.decoded) }]
      : [];
  const report: ImageInspection = { ...size, frames: image.frames.length, ...image.traits };
  return {
    ...emptyReading,
    pages: image.frames.length,
    needsOcr: true,
    problems,
    claims: imageClaims(image.metadata, size.width > 0 ? size : null),
    fingerprints,
    report,
  };
}

function isLarge(image: ImageDocument): boolean {
  const { width, height } = image.pixelSize(0);
  return width * height > fingerprintPixels;
}

interface Look {
  readonly decoded?: DecodedFrame;
  readonly error?: ImageError;
}

async function lookAt(image: ImageDocument, page: number, wholePixels: number): Promise<Look> {
  const { width, height } = image.pixelSize(page);
  const isRough = width * height > wholePixels;
  const maxPixels = isRough ? glancePixels : wholePixels;
  try {
    return { decoded: await image.decode(page, { maxPixels, isRough }) };
  } catch (error) {
    if (error instanceof ImageError) return { error };
    throw error;
  }
}

async function lookAtOthers(
  image: ImageDocument,
): Promise<{ unreadable: number[]; isRepaired: boolean; isCutShort: boolean }> {
  const until = performance.now() + pagesBudgetMs;
  const unreadable: number[] = [];
  let isRepaired = false;
  for (let page = 1; page < image.frames.length; page++) {
    if (performance.now() > until) return { unreadable, isRepaired, isCutShort: true };
    const look = await lookAt(image, page, glancePixels);
    if (look.error) unreadable.push(page + 1);
    isRepaired ||= look.decoded?.isPartial === true;
  }
  return { unreadable, isRepaired, isCutShort: false };
}

/**
 * Decoders forgive what a whole file would not have: checksums that do not fit, an end that is missing. Reads the file once more,
 * so it is for pictures of a usual size.
 */
async function hasBrokenStructure(source: ByteSource, kind: ImageKind): Promise<boolean> {
  try {
    if (kind === 'png') await inspectPng(source);
    if (kind === 'jpeg') inspectJpeg(source);
    return false;
  } catch (error) {
    if (error instanceof ImageError) return true;
    throw error;
  }
}
