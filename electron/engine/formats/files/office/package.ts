import { Parser } from 'htmlparser2';
import { isAppError } from '../../../../../shared/errors/app-error.ts';
import type { ByteSource } from '../../../pdf/index.ts';
import { readZipDirectory, type ZipEntry } from '../archive/zip-directory.ts';
import { readZipEntry, zipEntryPieces } from '../archive/zip-entry.ts';
import { decodeText } from '../text/encoding.ts';
import { EnoughText, type TextCollector } from '../text/extraction.ts';

/** Bytes of a part that is held whole, inflated. */
const maxPartBytes = 128 * 1024 * 1024;
/** Bytes of an XML part, which is read as it is inflated from `piecesFromBytes` on: a sheet of a million rows has some 200 MB. */
const maxXmlBytes = 2 * 1024 * 1024 * 1024;
const piecesFromBytes = 4 * 1024 * 1024;
/** Elements within elements; documents nest some dozens deep. */
const deepest = 2_000;

/** What an XML reader reports, names without their prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** The parts of an Office document in a zip package. */
export class OfficePackage {
  readonly #source: ByteSource;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #text: TextCollector;

  constructor(source: ByteSource, text: TextCollector) {
    this.#source = source;
    this.#text = text;
    const directory = readZipDirectory(source);
    if (directory === null) text.problem('EVIDENCE_DAMAGED');
    else if (directory.isDamaged) text.problem('EVIDENCE_REPAIRED_TO_READ');
    this.#entries = new Map(directory?.entries.map((entry) => [partName(entry.name), entry]));
  }

  has(name: string): boolean {
    return this.#entries.has(partName(name));
  }

  /** The part the package says its document is in (ISO/IEC 29500-2 §9.3); else the one where it usually is. */
  mainPart(usual: string): string {
    return this.related('', 'officeDocument', usual);
  }

  /** The part that another says is its strings, its styles; else the one where they usually are. */
  related(part: string, relation: string, usual: string): string {
    const said = [...this.relations(part).values()].find(({ type }) => type === relation)?.target;
    return said !== undefined && this.has(said) ? partName(said) : usual;
  }

  /** Names, in lower case, of the parts that a pattern accepts, numbers in them counted as numbers. */
  names(pattern: RegExp): string[] {
    const order = new Intl.Collator('en', { numeric: true });
    return [...this.#entries.keys()].filter((name) => pattern.test(name)).toSorted(order.compare);
  }

  /**
   * Reads an XML part element by element. Document types are ignored, so nothing is expanded or fetched. A part that
   * is missing is passed over; one that is damaged is a problem of the text.
   *
   * @throws EnoughText what a collector throws
   */
  read(name: string, handler: XmlHandler): void {
    const entry = this.#entries.get(partName(name));
    if (!entry) return;
    // A size of -1 is not stated: it may be any.
    const isSmall = entry.sizeBytes >= 0 && entry.sizeBytes < piecesFromBytes;
    const isRead = this.#attempt(entry, () =>
      readXml(
        isSmall
          ? [decodeText(readZipEntry(this.#source, entry))]
          : decodedPieces(zipEntryPieces(this.#source, entry, maxXmlBytes)),
        handler,
      ),
    );
    if (isRead === false)
      this.#text.problem('EVIDENCE_TEXT_NOT_READ', { reason: 'its parts nest too deeply' });
  }

  /** The bytes of a part; null where it is missing, or damaged, which is a problem of the text. */
  bytes(name: string): Buffer | null {
    const entry = this.#entries.get(partName(name));
    return entry ? this.#attempt(entry, () => readZipEntry(this.#source, entry, maxPartBytes)) : null;
  }

  /** What a reader of a part returns; null where the part is damaged or too large, which is a problem of the text. */
  #attempt<T>(entry: ZipEntry, read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      if (!isAppError(error)) throw error;
      // A sheet larger than any is no bomb, and yet more than is read.
      if (error.code === 'EVIDENCE_MEMBER_TOO_LARGE')
        this.#text.problem('EVIDENCE_PART_LEFT_OUT', {
          what: `${entry.name}, which is too large to be read`,
        });
      else this.#text.problem(error.code, error.details);
      return null;
    }
  }

  /** Targets of a part's relations by their ids, as names of parts. */
  relations(part: string): ReadonlyMap<string, { target: string; type: string }> {
    const slash = part.lastIndexOf('/');
    const folder = part.slice(0, slash + 1);
    const relations = new Map<string, { target: string; type: string }>();
    this.read(`${folder}_rels/${part.slice(slash + 1)}.rels`, {
      open(name, { Id: id, Target: target, Type: type = '', TargetMode: mode }) {
        if (name !== 'Relationship' || id === undefined || target === undefined || mode === 'External')
          return;
        relations.set(id, {
          target: resolveTarget(folder, target),
          type: type.slice(type.lastIndexOf('/') + 1),
        });
      },
    });
    return relations;
  }
}

/** A part's name as it is compared: upper and lower case are alike (ISO/IEC 29500-2 §6.2.2.3), and some programs separate folders by backslashes. */
export function partName(name: string): string {
  return name.replaceAll('\\', '/').toLowerCase();
}

function resolveTarget(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/').slice(0, -1);
  for (const part of target.split('/'))
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  return parts.join('/');
}

class TooDeep extends Error {}

/** Pieces of an XML part as characters: in UTF-16 where its mark says so, else in UTF-8 (ISO/IEC 29500-2 §6.2.5 allows no others). */
function* decodedPieces(pieces: Iterable<Uint8Array>): Generator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for (const piece of pieces) {
    if (piece.length === 0) continue;
    decoder ??= new TextDecoder(piece[0] === 0xff ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8');
    yield decoder.decode(piece, { stream: true });
  }
}

/** Reads XML leniently, a piece at a time; false where it nests so deeply that the rest was left. */
function readXml(xml: Iterable<string>, handler: XmlHandler): boolean {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > deepest) throw new TooDeep();
        handler.open?.(localName(name), attributes);
      },
      ontext: (data) => handler.text?.(data),
      onclosetag(name) {
        depth--;
        handler.close?.(localName(name));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  try {
    for (const piece of xml) parser.write(piece);
    parser.end();
    return true;
  } catch (error) {
    if (error instanceof TooDeep) return false;
    throw error;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute by its name without prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  for (const key in attributes) if (localName(key) === name) return attributes[key];
  return undefined;
}

/** The id of a relation that an element names: beside an id of its own it has one with a prefix. */
export function relationId(attributes: Readonly<Record<string, string>>): string {
  const key = Object.keys(attributes).find((each) => each.endsWith(':id'));
  return key === undefined ? '' : attributes[key]!;
}

/** Runs a reader until it is done or has enough. @returns whether it was stopped */
export function untilEnough(read: () => void): boolean {
  try {
    read();
    return false;
  } catch (error) {
    if (error instanceof EnoughText) return true;
    throw error;
  }
}
