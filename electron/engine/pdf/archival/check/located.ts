import {
  parseValue,
  PdfArray,
  PdfDict,
  PdfReference,
  PdfStream,
  type PdfObjects,
  type PdfValue,
} from '../../objects/index.ts';

/** A value, with the object it is written in. */
export interface Located<T extends PdfValue = PdfValue> {
  readonly value: T;
  /** Number of that object. */
  readonly owner: number;
  /** Where it begins in the value's buffer. */
  readonly base: number;
}

/** What becomes of a dictionary when the file is written as PDF/A. */
export interface DictEdit {
  /** Entries that are left out or replaced. */
  readonly dropped: Set<string>;
  /** Entries that are put in, as they are written. */
  readonly added: Map<string, string>;
}

const maxHops = 32;

/** Reads values with their places, so that a dictionary anywhere in the file can be told from others, and notes what is to change in them. */
export class LocatedFile {
  readonly objects: PdfObjects;
  readonly #edits = new Map<string, DictEdit>();

  constructor(objects: PdfObjects) {
    this.objects = objects;
  }

  /** An object by its number; undefined where there is none. */
  object(id: number): Located | undefined {
    const raw = this.objects.raw(id);
    if (!raw) return undefined;
    return { value: raw.stream ?? parseValue(raw.bytes, raw.start, raw.end), owner: id, base: raw.start };
  }

  /** Follows references to the value itself. */
  follow(located: Located): Located | undefined {
    let found: Located | undefined = located;
    for (let hops = 0; found?.value instanceof PdfReference; hops += 1) {
      if (hops === maxHops) return undefined;
      found = this.object(found.value.id);
    }
    return found;
  }

  /** An entry with references followed; undefined where it is missing or null. */
  get(dict: Located<PdfDict>, key: string): Located | undefined {
    const value = dict.value.get(key);
    if (value === undefined) return undefined;
    const found = this.follow({ ...dict, value });
    return found === undefined || found.value === null ? undefined : found;
  }

  dict(dict: Located<PdfDict>, key: string): Located<PdfDict> | undefined {
    return asDict(this.get(dict, key));
  }

  array(dict: Located<PdfDict>, key: string): Located<PdfArray> | undefined {
    return asArray(this.get(dict, key));
  }

  stream(dict: Located<PdfDict>, key: string): Located<PdfStream> | undefined {
    return asStream(this.get(dict, key));
  }

  name(dict: Located<PdfDict>, key: string): string | undefined {
    return this.objects.nameAt(dict.value, key);
  }

  number(dict: Located<PdfDict>, key: string): number | undefined {
    return this.objects.numberAt(dict.value, key);
  }

  /** An item of an array with references followed. */
  at(array: Located<PdfArray>, index: number): Located | undefined {
    const value = array.value.at(index);
    return value === undefined ? undefined : this.follow({ ...array, value });
  }

  /** What is to become of a dictionary. */
  edit(dict: Located<PdfDict>): DictEdit {
    const key = keyOf(dict);
    const edit = this.#edits.get(key) ?? { dropped: new Set<string>(), added: new Map<string, string>() };
    this.#edits.set(key, edit);
    return edit;
  }

  /** Has entries left out of a dictionary, those that it has. */
  drop(dict: Located<PdfDict>, ...keys: readonly string[]): void {
    for (const key of keys) if (dict.value.has(key)) this.edit(dict).dropped.add(key);
  }

  /** Puts an entry into a dictionary, in place of its own. */
  set(dict: Located<PdfDict>, key: string, written: string): void {
    const { dropped, added } = this.edit(dict);
    dropped.add(key);
    added.set(key, written);
  }

  /** What was noted of the dictionary that begins at a place of an object. */
  editAt(owner: number, place: number): DictEdit | undefined {
    return this.#edits.get(`${owner} ${place}`);
  }
}

/** Tells a dictionary of the file from all others. */
export function keyOf({ value, owner, base }: Located<PdfDict | PdfArray>): string {
  return `${owner} ${value.start - base}`;
}

/** The same place if a value of a kind is there; otherwise undefined. */
const as =
  <T extends PdfValue>(kind: abstract new (...given: never[]) => T) =>
  (located: Located | undefined): Located<T> | undefined =>
    located?.value instanceof kind ? { ...located, value: located.value } : undefined;
export const asDict = as(PdfDict);
export const asArray = as(PdfArray);
export const asStream = as(PdfStream);

/** A stream's dictionary. */
export function dictOf({ value, owner, base }: Located<PdfStream>): Located<PdfDict> {
  return { value: value.dict, owner, base };
}
