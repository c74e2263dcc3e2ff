import { isAscii } from 'node:buffer';
import {
  canDecode,
  decodeByShortNames,
  isWithin,
  PdfArray,
  PdfName,
  PdfStream,
  resourcesOf,
  scanContent,
  type ContentResources,
  type Box,
  type ContentScan,
  type DecodedStream,
  type PdfObjects,
  type PdfValue,
  type SourcePage,
} from '../../objects/index.ts';
import { footOf } from '../marks/index.ts';

/** Content past this size is not read; reading the stamp back must do. */
const maxContentBytes = 64 * 1024 * 1024;
const maxStreams = 10_000;
const maxPictures = 1_000;

/** Scans of parts of a page; a request for more scans the whole page. */
const maxPartialScans = 2;

/** What reading a page's operators tells: `damaged` where some are lost in the original, `unknown` where they are too many to read. */
export type ContentState = 'tidy' | 'untidy' | 'damaged' | 'unknown';

/** A page's operators, unpacked. */
interface DecodedContent {
  readonly bytes: Buffer;
  /** Whether its streams are packed as they should be. */
  readonly isSound: boolean;
  /** Whether some cannot be unpacked, or not to its end. */
  readonly isShort: boolean;
}

/** A page’s operators, read when they are needed. */
export class PageContent {
  readonly #objects: PdfObjects;
  readonly #page: SourcePage;
  readonly #resources: ContentResources;
  /** In the order they are drawn. */
  readonly streams: readonly PdfStream[];
  #scan: ContentScan | null | undefined;
  /** The areas that the scan can be asked for; null for all. */
  #within: Box | null = null;
  #scans = 0;
  #isSound = true;
  #isShort = false;
  readonly #told: ContentState | undefined;

  /**
   * @param resources what the names in it stand for
   * @param told what reading it told before, so that it need not be read again
   */
  constructor(objects: PdfObjects, page: SourcePage, resources: ContentResources, told?: ContentState) {
    this.#resources = resources;
    this.#told = told;
    this.#objects = objects;
    this.#page = page;
    this.streams = streamsOf(objects, objects.get(page.dict, 'Contents'));
  }

  /** The streams' content, joined, as far as it can be decoded; null when it is too large. */
  decoded(): DecodedContent | null {
    const parts: Buffer[] = [];
    let total = 0;
    let isSound = true;
    let isShort = false;
    for (const stream of this.streams) {
      const decoded = this.#decode(stream, maxContentBytes);
      if (decoded === 'too large') return null;
      isSound &&= decoded?.isDamaged === false;
      isShort ||= isCut(decoded);
      if (decoded === null) continue;
      total += decoded.bytes.length + 1;
      if (total > maxContentBytes) return null;
      parts.push(decoded.bytes, space);
    }
    return { bytes: parts.length === 2 ? parts[0]! : Buffer.concat(parts), isSound, isShort };
  }

  /** Whether operators are lost in the original, as far as streams of up to so many bytes tell, each by itself. */
  isIncomplete(maxBytes: number): boolean {
    return this.streams.some((stream) => {
      const decoded = this.#decode(stream, maxBytes);
      return decoded !== 'too large' && isCut(decoded);
    });
  }

  /**
   * Text that its filters did not write is read as PDFium reads it: as it lies; what names its filters in short, as the programs do that
   * take that. Null for other bytes that cannot be decoded.
   */
  #decode(stream: PdfStream, maxBytes: number): DecodedStream | null | 'too large' {
    const decoded = this.#objects.decode(stream, maxBytes);
    if (decoded !== null) return decoded;
    const body = this.#objects.body(stream, maxBytes);
    const resolve = (value: PdfValue | undefined) => this.#objects.resolve(value);
    if (body === null || canDecode(stream.dict, body, resolve)) return 'too large';
    if (stream.dict.has('F') || stream.dict.has('DP')) {
      const read = decodeByShortNames(stream.dict, body, maxBytes, resolve);
      return read && { ...read, isDamaged: true, isComplete: false };
    }
    const isText = stream.dict.get('Filter') instanceof PdfName && isAscii(body) && !body.includes(0);
    return isText ? { bytes: body, isDamaged: true, isComplete: true } : null;
  }

  /** The streams' content, joined; null when it cannot be decoded to its end, or is too large. */
  whole(): Buffer | null {
    const decoded = this.decoded();
    return decoded === null || decoded.isShort ? null : decoded.bytes;
  }

  /** Whether nothing is drawn in an area of the page's own space, for certain. */
  isFree(area: Box): boolean {
    return this.#scanFor(area)?.isFree(area) ?? false;
  }

  /**
   * Reads the operators, where that was not done yet.
   *
   * @param area what is asked for; null for no area
   * @returns null when they cannot be read
   */
  #scanFor(area: Box | null): ContentScan | null {
    if (this.#scan === null || (this.#scan && (area === null || this.#covers(area)))) return this.#scan;
    this.#scans += 1;
    this.#within = this.#scans > maxPartialScans ? null : this.#partAround(area);
    const decoded = this.decoded();
    this.#isSound = decoded?.isSound ?? true;
    this.#isShort = decoded?.isShort ?? false;
    this.#scan = decoded && scanContent(decoded.bytes, this.#resources, this.#within);
    return this.#scan;
  }

  /** Most pages are asked for their foot alone, some for one corner more: most of their text is nowhere near. */
  #partAround(area: Box | null): Box {
    const foot = footOf(this.#page);
    return area === null || isWithin(area, foot) ? foot : area;
  }

  #covers(area: Box): boolean {
    return this.#within === null || isWithin(area, this.#within);
  }

  /** Whether what is drawn after it, between q and Q, lands in place, and whether that is known. */
  state(): ContentState {
    if (this.#told !== undefined) return this.#told;
    const scan = this.#scanFor(null);
    if (scan === null) return 'unknown';
    if (this.#isShort) return 'damaged';
    return scan.isBalanced && this.#isSound ? 'tidy' : 'untidy';
  }

  /** How many sequences of marked content begin in it and never end; 0 where that is not known. */
  openMarks(): number {
    return this.#scanFor(null)?.openMarks ?? 0;
  }

  /** Of those that it opens, how many are open where some readers stop reading it; 0 where that is not known. */
  marksAtStop(): number {
    return this.#scanFor(null)?.marksAtStop ?? 0;
  }

  /** The pictures among the page's resources. */
  pictures(): PdfStream[] {
    const objects = this.#objects;
    const resources = resourcesOf(objects, this.#page);
    const group = resources && objects.dictAt(resources, 'XObject');
    if (!group) return [];
    return group
      .keys()
      .slice(0, maxPictures)
      .flatMap((key) => {
        const stream = objects.streamAt(group, key);
        return stream && objects.nameAt(stream.dict, 'Subtype') === 'Image' ? [stream] : [];
      });
  }
}

/** What programs put between streams: a comment that ends one of them goes on in the next. */
const space = Buffer.from(' ');

const isCut = (decoded: DecodedStream | null) =>
  decoded === null || (decoded.isDamaged && decoded.isComplete !== true);

function streamsOf(objects: PdfObjects, contents: PdfValue | undefined): readonly PdfStream[] {
  if (contents instanceof PdfStream) return [contents];
  if (!(contents instanceof PdfArray)) return [];
  const streams: PdfStream[] = [];
  const count = Math.min(contents.length, maxStreams);
  for (let i = 0; i < count; i += 1) {
    const stream = objects.resolve(contents.at(i));
    if (stream instanceof PdfStream) streams.push(stream);
  }
  return streams;
}
