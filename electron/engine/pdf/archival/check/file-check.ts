import type { PdfArray, PdfDict, PdfStream } from '../../objects/index.ts';
import type { ProblemKind, ProblemList } from '../problems.ts';
import type { Located, LocatedFile } from './located.ts';

/** Decoded bytes that are looked at, of one stream, and of all that are a page's content. */
export const maxDecodedBytes = 64 * 1024 * 1024;
/** Of all streams together. */
const maxTotalBytes = 4 * 1024 * 1024 * 1024;

/** What all checks of one file work with. */
export class FileCheck {
  readonly file: LocatedFile;
  readonly problems: ProblemList;
  /** Page that is being looked at, from 0; null for the file as a whole. */
  page: number | null = null;
  #decodedBytes = 0;

  constructor(file: LocatedFile, problems: ProblemList) {
    this.file = file;
    this.problems = problems;
  }

  /** Notes a problem of the page that is being looked at. */
  tell(kind: ProblemKind, subject = ''): void {
    this.problems.add(kind, this.page, subject);
  }

  /** A stream's decoded bytes; null when there are none, which the caller reports. */
  decode({ value }: Located<PdfStream>): Buffer | null {
    if (this.#decodedBytes > maxTotalBytes) {
      this.tell('tooMuch');
      return null;
    }
    const decoded = this.file.objects.decode(value, maxDecodedBytes);
    this.#decodedBytes += decoded?.bytes.length ?? maxDecodedBytes / 64;
    return decoded && !decoded.isDamaged ? decoded.bytes : null;
  }
}

/** An array's items, references followed; those that lead nowhere are left out. */
export function itemsOf(file: LocatedFile, array: Located<PdfArray> | undefined, most: number): Located[] {
  if (!array) return [];
  const items: Located[] = [];
  for (let i = 0; i < Math.min(most, array.value.length); i += 1) {
    const item = file.at(array, i);
    if (item) items.push(item);
  }
  return items;
}

/** Groups of resources: a page may name thousands of them, hundreds of thousands of times, and each is read through once only. */
const groups = new WeakMap<PdfDict, Map<string, Located<PdfDict> | undefined>>();

/** Entries of a group of resources, by name. */
export function resourceOf(
  file: LocatedFile,
  resources: Located<PdfDict> | null,
  kind: string,
  name: string,
): Located | undefined {
  if (!resources) return undefined;
  const known = groups.get(resources.value) ?? new Map<string, Located<PdfDict> | undefined>();
  groups.set(resources.value, known);
  if (!known.has(kind)) known.set(kind, file.dict(resources, kind));
  const group = known.get(kind);
  return group && file.get(group, name);
}
