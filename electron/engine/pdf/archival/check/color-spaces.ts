import { createHash } from 'node:crypto';
import { PdfArray, PdfDict, PdfName, PdfStream, type PdfValue } from '../../objects/index.ts';
import { resourceOf, type FileCheck } from './file-check.ts';
import { asArray, asStream, dictOf, keyOf, type Located } from './located.ts';

/** Short names of inline images (ISO 32000-1 table 93). */
const shortNames: Readonly<Record<string, string>> = {
  G: 'DeviceGray',
  RGB: 'DeviceRGB',
  CMYK: 'DeviceCMYK',
  I: 'Indexed',
};
const colorSpaces: Readonly<Record<string, number>> = { 'RGB ': 3, CMYK: 4, GRAY: 1, 'Lab ': 3 };
const deviceClasses = new Set(['prtr', 'mntr', 'scnr', 'spac']);
const maxProfileVersion = 4;
const maxDepth = 8;
/** Inks that one color space describes. */
const maxInks = 1_000;
/** Values and stored bytes of spot colors' descriptions that are compared: of one, and of all in a file. */
const maxHashed = 1024 * 1024;
const maxHashedTogether = 64 * maxHashed;

/** What is known of the color spaces of a file (ISO 19005-2 §6.2.4). The output intent says what red, green, blue and gray mean. */
export class ColorSpaces {
  readonly #check: FileCheck;
  readonly #seen = new Set<string>();
  readonly #spots = new Map<string, string>();
  #hashed = 0;
  /** Pages, and graphics states by their key, of which both together break the rule on printing inks over one another. */
  #hasInkProfile = false;
  #overprintPage: number | null | undefined;

  constructor(check: FileCheck) {
    this.#check = check;
  }

  /**
   * A color space that is used.
   *
   * @param resources what names in it, and defaults in place of device colors, are looked up in
   */
  use(space: Located | undefined, resources: Located<PdfDict> | null, depth = 0): void {
    const { file } = this.#check;
    if (space === undefined || depth > maxDepth) return this.#check.tell('colorUnknown');
    const { value } = space;
    if (value instanceof PdfName) return this.named(value.text, resources, depth);
    const array = asArray(space);
    if (!array) return this.#check.tell('colorUnknown');
    const kind = file.at(array, 0)?.value;
    const name = kind instanceof PdfName ? (shortNames[kind.text] ?? kind.text) : '';
    // Names in it may mean another thing with other resources.
    const key = `${keyOf(array)} ${resources ? keyOf(resources) : ''}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    switch (name) {
      case 'CalGray':
      case 'CalRGB':
      case 'Lab':
        return;
      case 'ICCBased':
        return this.#profile(asStream(file.at(array, 1)));
      case 'Indexed':
        return this.use(file.at(array, 1), resources, depth + 1);
      case 'Pattern':
        return array.value.length > 1 ? this.use(file.at(array, 1), resources, depth + 1) : undefined;
      case 'Separation':
        this.#spot(array);
        return this.use(file.at(array, 2), resources, depth + 1);
      case 'DeviceN':
        this.#inks(array, resources, depth);
        return this.use(file.at(array, 2), resources, depth + 1);
      default:
        return this.named(name, resources, depth);
    }
  }

  /** A color space by its name: a device's, or one of the resources. */
  named(given: string, resources: Located<PdfDict> | null, depth = 0): void {
    const { file } = this.#check;
    const name = shortNames[given] ?? given;
    if (name === 'Pattern') return;
    if (name === 'DeviceGray' || name === 'DeviceRGB' || name === 'DeviceCMYK') {
      const instead = resourceOf(file, resources, 'ColorSpace', `Default${name.slice('Device'.length)}`);
      if (instead && depth <= 1 && instead.value instanceof PdfArray)
        return this.use(instead, null, depth + 1);
      if (name === 'DeviceCMYK') this.#check.tell('colorCmyk');
      return;
    }
    const own = resourceOf(file, resources, 'ColorSpace', given);
    if (own) this.use(own, resources, depth + 1);
    else this.#check.tell('resources');
  }

  /** A graphics state with what it says of inks printed over one another (§6.2.4.2). */
  overprint(mode: number | undefined, isOn: boolean): void {
    if (mode !== 1 || !isOn || this.#overprintPage !== undefined) return;
    this.#overprintPage = this.#check.page;
    this.#tellOverprint();
  }

  #tellOverprint(): void {
    if (this.#hasInkProfile && this.#overprintPage !== undefined)
      this.#check.problems.add('overprint', this.#overprintPage);
  }

  #profile(stream: Located<PdfStream> | undefined): void {
    const bytes = stream && this.#check.decode(stream);
    const channels = stream && this.#check.file.number(dictOf(stream), 'N');
    if (!bytes || bytes.length < 128) return this.#check.tell('colorProfile');
    const text = (at: number) => bytes.toString('latin1', at, at + 4);
    const isSound =
      deviceClasses.has(text(12)) &&
      colorSpaces[text(16)] === channels &&
      bytes[8]! <= maxProfileVersion &&
      text(36) === 'acsp';
    if (!isSound) this.#check.tell('colorProfile');
    if (channels !== 4) return;
    this.#hasInkProfile = true;
    this.#tellOverprint();
  }

  /** Spot colors of one name must be the same everywhere in the file (§6.2.4.4). */
  #spot(array: Located<PdfArray>): void {
    const { file } = this.#check;
    const name = file.at(array, 1)?.value;
    if (!(name instanceof PdfName)) return this.#check.tell('colorUnknown');
    if (!isUtf8(name.text)) this.#check.tell('names');
    if (name.text === 'All' || name.text === 'None') return;
    if (this.#hashed > maxHashedTogether) return this.#check.tell('tooMuch');
    const described = this.#digest(file.at(array, 2)) + this.#digest(file.at(array, 3));
    const before = this.#spots.get(name.text);
    if (before === undefined) this.#spots.set(name.text, described);
    else if (before !== described) this.#check.tell('colorSpot', name.text);
  }

  /** Each of several inks must have a description of its own (§6.2.4.4). */
  #inks(array: Located<PdfArray>, resources: Located<PdfDict> | null, depth: number): void {
    const { file } = this.#check;
    const names = asArray(file.at(array, 1));
    const attributes = file.at(array, 4);
    const dict =
      attributes?.value instanceof PdfDict ? { ...attributes, value: attributes.value } : undefined;
    const colorants = dict && file.dict(dict, 'Colorants');
    const process = dict && file.dict(dict, 'Process');
    const components = process && file.array(process, 'Components');
    const own = new Set(
      components ? [...components.value].map((item) => (item instanceof PdfName ? item.text : '')) : [],
    );
    if (!names || names.value.length > 32) return this.#check.tell('limits');
    for (const item of names.value) {
      if (!(item instanceof PdfName)) return this.#check.tell('colorUnknown');
      if (!isUtf8(item.text)) this.#check.tell('names');
      const isPlain =
        ['None', 'Cyan', 'Magenta', 'Yellow', 'Black'].includes(item.text) || own.has(item.text);
      if (isPlain) continue;
      if (!colorants?.value.has(item.text)) this.#check.tell('colorSpot', item.text);
    }
    // Whatever describes them must say how it looks, whether it is drawn with or not.
    const described = colorants?.value.keys() ?? [];
    if (described.length > maxInks) return this.#check.tell('tooMuch');
    for (const name of described) this.use(file.get(colorants!, name), resources, depth + 1);
    if (process) this.use(file.get(process, 'ColorSpace'), resources, depth + 1);
  }

  /** A value with all it refers to, as a hash. */
  #digest(located: Located | undefined): string {
    const hash = createHash('sha256');
    let left = maxHashed;
    let isWhole = true;
    const add = (item: Located | undefined, depth: number): void => {
      left -= 1;
      if (depth > maxDepth || left < 0) isWhole = false;
      if (item === undefined || !isWhole) return;
      const { value } = item;
      if (value instanceof PdfArray) {
        hash.update('[');
        for (let i = 0; i < value.length && isWhole; i += 1)
          add(this.#check.file.at({ ...item, value }, i), depth + 1);
      } else if (value instanceof PdfDict || value instanceof PdfStream) {
        const dict = value instanceof PdfStream ? value.dict : value;
        for (const key of dict.keys().toSorted()) {
          if (key === 'Length') continue;
          hash.update(`/${key} `);
          add(this.#check.file.get({ ...item, value: dict }, key), depth + 1);
        }
        if (!(value instanceof PdfStream)) return;
        const body = this.#check.file.objects.body(value, left);
        if (body) hash.update(body);
        else isWhole = false;
        left -= value.length;
      } else hash.update(`${plain(value)} `);
    };
    add(located, 0);
    this.#hashed += maxHashed - left;
    // Two that were not read to their ends may differ there.
    if (!isWhole) this.#check.tell('tooMuch');
    return hash.digest('hex');
  }
}

function plain(value: PdfValue): string {
  if (value instanceof PdfName) return `/${value.text}`;
  return typeof value === 'object' && value !== null && 'bytes' in value
    ? value.bytes.toString('latin1')
    : String(value);
}

/** Whether a name’s bytes are text (ISO 19005-2 §6.1.8). */
export function isUtf8(name: string): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(name, 'latin1'));
    return true;
  } catch {
    return false;
  }
}
