import { PdfArray, PdfDict, PdfName, type PdfValue } from '../syntax/values.ts';
import { restOf, type FilterResult } from './filter-result.ts';
import { decodeFlate } from './flate.ts';
import { decodeLzw } from './lzw.ts';
import { undoPredictor } from './predictor.ts';
import { decodeRunLength } from './run-length.ts';
import { decodeAscii85, decodeAsciiHex } from './text-filters.ts';

/** More filters than any sane file chains; each may multiply the bytes. */
const maxFilters = 8;

const none = Buffer.alloc(0);

/** Follows a reference to the value itself. */
type Resolve = (value: PdfValue | undefined) => PdfValue | undefined;

/** What they decode is a file of its own (§7.4.6 to §7.4.9). */
const fileFilters = new Set(['DCTDecode', 'DCT', 'JPXDecode', 'JBIG2Decode', 'CCITTFaxDecode', 'CCF']);

/**
 * Decodes a stream's stored bytes by its filters (ISO 32000-1 §7.4).
 *
 * @param resolve follows references in the stream's dictionary; left out where it must have none
 * @param isToFile whether a JPEG, JPEG 2000, JBIG2 or fax is given as it is, and null for all others
 * @returns null when a filter is an image's or unknown, when nothing can be decoded, or past `maxBytes`
 */
export function decodeBody(
  dict: PdfDict,
  body: Buffer,
  maxBytes: number,
  resolve: Resolve = (value) => value,
  isToFile = false,
): FilterResult | null {
  // Its data would be in another file; or programs differ in whether the short names of inline images (table 93) count here.
  if (dict.has('F') || (dict.has('DP') && !dict.has('DecodeParms'))) return null;
  const named = { filter: dict.get('Filter'), parameters: dict.get('DecodeParms') };
  return applyFilters(named, body, maxBytes, resolve, isToFile);
}

/**
 * Decodes a stream's stored bytes as programs do that take its filters by the short names of inline images (table 93) where the long
 * ones are missing: `F`, which names a file by the rules, and `DP`.
 */
export function decodeByShortNames(
  dict: PdfDict,
  body: Buffer,
  maxBytes: number,
  resolve: Resolve,
): FilterResult | null {
  const short = resolve(dict.get('F'));
  const isFilter = short instanceof PdfName || short instanceof PdfArray;
  const named = {
    filter: dict.get('Filter') ?? (isFilter ? short : undefined),
    parameters: dict.get('DecodeParms') ?? dict.get('DP'),
  };
  return applyFilters(named, body, maxBytes, resolve, false);
}

function applyFilters(
  named: { readonly filter: PdfValue | undefined; readonly parameters: PdfValue | undefined },
  body: Buffer,
  maxBytes: number,
  resolve: Resolve,
  isToFile: boolean,
): FilterResult | null {
  const filters = listOf(resolve(named.filter), resolve);
  const parameters = listOf(resolve(named.parameters), resolve);
  if (filters.length > maxFilters) return null;
  const last = filters.at(-1);
  const toFilter = isToFile ? filters.length - 1 : filters.length;
  if (isToFile && !(last instanceof PdfName && fileFilters.has(last.text))) return null;
  let decoded: FilterResult | null = body.length > maxBytes ? null : { bytes: body, isDamaged: false };
  let rest: Buffer = none;
  for (let i = 0; i < toFilter; i += 1) {
    const filter = filters[i];
    if (decoded === null || !(filter instanceof PdfName)) return null;
    const own = parameters[i];
    const wasDamaged: boolean = decoded.isDamaged;
    decoded = applyFilter(filter.text, decoded.bytes, own instanceof PdfDict ? own : null, maxBytes, resolve);
    if (decoded === null) return null;
    if (wasDamaged) decoded = { bytes: decoded.bytes, isDamaged: true, ...restOf(decoded.rest ?? none) };
    if (decoded.rest && decoded.rest.length > rest.length) rest = decoded.rest;
  }
  return decoded && { ...decoded, ...restOf(rest) };
}

/** How much of a stream shows whether any of it can be decoded, and how much Flate makes of a byte at most. */
const startBytes = 4_096;
const mostInflated = 1_032;

/** Whether a stream's filters can decode its beginning: if so, a stream that was not decoded is too large. */
export function canDecode(dict: PdfDict, body: Buffer, resolve: Resolve): boolean {
  const decoded = decodeBody(dict, body.subarray(0, startBytes), startBytes * mostInflated, resolve);
  return decoded !== null && (decoded.bytes.length > 0 || body.length === 0);
}

function listOf(value: PdfValue | undefined, resolve: Resolve): readonly (PdfValue | undefined)[] {
  if (value === undefined || value === null) return [];
  if (!(value instanceof PdfArray)) return [value];
  // One more than is allowed says that there are too many.
  return Array.from({ length: Math.min(value.length, maxFilters + 1) }, (_, i) => resolve(value.at(i)));
}

function applyFilter(
  name: string,
  source: Buffer,
  parameters: PdfDict | null,
  maxBytes: number,
  resolve: Resolve,
): FilterResult | null {
  const numberOf = (key: string, otherwise: number) => {
    const value = resolve(parameters?.get(key));
    return typeof value === 'number' ? value : otherwise;
  };
  const unpredicted = (result: FilterResult | null): FilterResult | null => {
    if (result === null || parameters === null) return result;
    const undone = undoPredictor(result.bytes, {
      predictor: numberOf('Predictor', 1),
      colors: numberOf('Colors', 1),
      bitsPerComponent: numberOf('BitsPerComponent', 8),
      columns: numberOf('Columns', 1),
    });
    return undone && (undone.isDamaged ? undone : { ...result, bytes: undone.bytes });
  };
  // The short names are for inline images only (table 94); readers take them anywhere.
  switch (name) {
    case 'FlateDecode':
    case 'Fl':
      return unpredicted(decodeFlate(source, maxBytes));
    case 'LZWDecode':
    case 'LZW':
      return unpredicted(decodeLzw(source, maxBytes, numberOf('EarlyChange', 1) === 0 ? 0 : 1));
    case 'ASCIIHexDecode':
    case 'AHx':
      return decodeAsciiHex(source, maxBytes);
    case 'ASCII85Decode':
    case 'A85':
      return decodeAscii85(source, maxBytes);
    case 'RunLengthDecode':
    case 'RL':
      return decodeRunLength(source, maxBytes);
    case 'Crypt':
      return isIdentity(resolve(parameters?.get('Name'))) ? { bytes: source, isDamaged: false } : null;
    default:
      return null;
  }
}

/** The one crypt filter that changes nothing (ISO 32000-1 §7.4.10). */
function isIdentity(name: PdfValue | undefined): boolean {
  return name === undefined || (name instanceof PdfName && name.text === 'Identity');
}
