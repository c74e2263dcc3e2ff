import {
  findIdentifiers,
  maskIdentifier,
  type MaskedIdentifier,
} from '../../../../shared/domain/redaction/index.ts';
import type { ByteSource } from '../byte-source.ts';
import { PdfObjects, PdfStream, whereReadable } from '../objects/index.ts';
import { contentTexts, pagesLeadingTo, stringsIn, unicodeTexts } from '../redact/unseen/index.ts';

const maxBytes = 16 * 1024 * 1024;
/** Objects whose page is reported; of others, only that they are there. */
const mostPlaced = 20;

/** An identifier that no page shows, with all of its letters and digits: to be compared with others, never shown. */
export interface UnseenIdentifier extends MaskedIdentifier {
  readonly signs: string;
  /** The first page, from 1, that leads to it. */
  readonly place: number | 'unseen';
}

/**
 * Identifiers in words that are in a PDF beside what its pages show: descriptions for those who cannot see, names of fields, layers and
 * destinations, addresses of links, authors of comments, reasons of signatures, further properties and metadata; and in drawings that show
 * or speak other words than the page's text has. Only what is certain: numbers
 * that no person reads are there too.
 *
 * @param source of a PDF that is not encrypted
 * @returns none where its objects cannot be read, which is reported elsewhere
 */
export function unseenIdentifiers(source: ByteSource): UnseenIdentifier[] {
  return whereReadable(() => identifiersIn(PdfObjects.open(source))) ?? [];
}

function identifiersIn(objects: PdfObjects): UnseenIdentifier[] {
  const found: UnseenIdentifier[] = [];
  let placed = 0;
  for (let id = 1; id < objects.size; id += 1) {
    const own = textsOf(objects, id).flatMap(certainIn);
    if (own.length === 0) continue;
    const page = placed++ < mostPlaced ? pagesLeadingTo(objects, new Set([id]))[0] : undefined;
    const place = page === undefined ? 'unseen' : page + 1;
    found.push(...own.map((identifier) => ({ ...identifier, place }) as const));
  }
  return found;
}

/** Words that stand for what is shown, or are spoken for it (ISO 32000-1 §14.9.3 to §14.9.5); a name may lead to such. */
const hasOtherWords = /\/(?:ActualText|Alt|E)\s*[(<]|\/Span\s*\//;
const unread = new Set(['ObjStm', 'XRef']);

function textsOf(objects: PdfObjects, id: number): string[] {
  const value = objects.object(id);
  if (!(value instanceof PdfStream)) return stringsIn(value);
  const words = stringsIn(value.dict);
  const type = objects.nameAt(value.dict, 'Type');
  const subtype = objects.nameAt(value.dict, 'Subtype');
  if (unread.has(type ?? '') || value.dict.has('Length1')) return words;
  // Among streams with a subtype, only forms draw.
  if (type !== 'Metadata' && subtype !== undefined && subtype !== 'Form') return words;
  const bytes = objects.decode(value, maxBytes)?.bytes;
  if (!bytes) return words;
  return [...words, ...(type === 'Metadata' ? unicodeTexts(bytes) : drawnTexts(objects, value, bytes))];
}

/** Strings of a drawing that may show others than a page's text has: one with other words, a pattern, a form that may be a mask. */
function drawnTexts(objects: PdfObjects, { dict }: PdfStream, bytes: Buffer): string[] {
  const isOtherwise = objects.numberAt(dict, 'PatternType') === 1 || dict.has('Group');
  if (!isOtherwise && !hasOtherWords.test(bytes.toString('latin1'))) return [];
  const { strings, texts } = contentTexts(bytes);
  return [...strings, ...texts];
}

function certainIn(text: string): Omit<UnseenIdentifier, 'place'>[] {
  return findIdentifiers(text)
    .filter(({ certainty }) => certainty === 'certain')
    .map((identifier) => ({
      ...maskIdentifier(identifier, text),
      signs: signsOf(text.slice(identifier.start, identifier.end)),
    }));
}

/** The letters and digits of an identifier, however it is written. */
export function signsOf(identifier: string): string {
  return identifier.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
}
