import { PdfArray, PdfName, type PdfObjects, type PdfStream } from '../../objects/index.ts';

/** Filters that unpack few bytes into many (ISO 32000-1 §7.4), with their short names. */
const packing = new Set(['FlateDecode', 'Fl', 'LZWDecode', 'LZW', 'RunLengthDecode', 'RL']);
/** What no picture or page of a document needs, unpacked. */
const maxBytes = 256 * 1024 * 1024;
/** More filters than a document has. */
const maxFilters = 8;

/**
 * Whether a stream is packed several times over, and comes to more than programs can read: a few bytes that keep a reader busy for
 * hours. One packing alone makes at most a thousand bytes of one. Of what is packed so and cannot be unpacked at all, nobody knows
 * what a reader makes: it counts too.
 */
export function isSwollen(objects: PdfObjects, stream: PdfStream): boolean {
  const filters = objects.get(stream.dict, 'Filter');
  if (!(filters instanceof PdfArray) || filters.length < 2) return false;
  if (filters.length > maxFilters) return true;
  const names = Array.from({ length: filters.length }, (_, i) => objects.resolve(filters.at(i)));
  if (names.filter((name) => name instanceof PdfName && packing.has(name.text)).length < 2) return false;
  return (objects.decode(stream, maxBytes) ?? objects.decode(stream, maxBytes, true)) === null;
}
