import type { Box } from '../box.ts';
import { char, classOf, skipSpace, skipValue, spaceClass } from '../syntax/lexer.ts';
import { parseHexString, parseName, parseString } from '../syntax/parse-value.ts';
import {
  identity,
  ordinaryReach,
  type ContentResources,
  type FontReach,
  type Matrix,
} from './content-resources.ts';
import type { DrawnAreas } from './drawn-areas.ts';
import { farAway, multiply, state, type GraphicsStates } from './graphics-state.ts';
import { isNumberStart, readNumber } from './read-number.ts';

/** Bytes of a name that a number holds exactly. */
const maxPackedName = 6;

/** Fonts of a content that are told apart, more than any sane page names; of others nothing is known. */
const maxFonts = 4_096;
/** In the state where no font is known. */
const noFont = -1;

/** How far a character's shape may lean out of its step. */
const overhang = 0.5;

/** A font of which nothing is known but that it is an ordinary one. */
const unmeasured: FontReach = {
  widths: null,
  longest: Infinity,
  bytesPerCharacter: 1,
  ...ordinaryReach,
};

/** A number of an array that is shown. One for all: it is used before the next is read. */
const moved = new Float64Array(1);

/** What text operators work on (ISO 32000-1 §9.4): where a line begins, the pen on it, and what strings cover. */
export class TextObject {
  readonly #bytes: Buffer;
  readonly #resources: ContentResources;
  readonly #states: GraphicsStates;
  readonly #areas: DrawnAreas;
  readonly #within: Box | null;
  /** The text matrix as its line began; the pen says how far it has moved since. */
  readonly #line = new Float64Array(6);
  /** Where the pen may be on the line: the least and the most, in text space from its start. */
  readonly #pen = new Float64Array(2);
  /** Whether strings of the line were passed over, so that the pen does not stand where it says. */
  #isPenBehind = false;
  /** Whether a string had to be placed that follows one that was passed over: what was noted is then not all. */
  isIncomplete = false;
  /** By their place, as the state holds it. */
  readonly #fonts: (FontReach | null)[] = [];
  readonly #fontPlaces = new Map<number | string, number>();
  /** Where in the content a backslash and a carriage return stand next, as far as looked for. */
  #nextEscape = -1;
  #nextReturn = -1;

  /**
   * @param within all that will be asked for, so that lines which pass it by need not be measured; null where anything may be
   */
  constructor(
    bytes: Buffer,
    resources: ContentResources,
    states: GraphicsStates,
    areas: DrawnAreas,
    within: Box | null,
  ) {
    this.#bytes = bytes;
    this.#resources = resources;
    this.#states = states;
    this.#areas = areas;
    this.#within = within;
    this.setMatrix(identity);
  }

  /** The place of the font with a name of the content's, from after its slash. */
  fontPlace(nameStart: number, nameEnd: number): number {
    const key = this.#fontKey(nameStart, nameEnd);
    const known = this.#fontPlaces.get(key);
    if (known !== undefined) return known;
    if (this.#fonts.length === maxFonts) return noFont;
    const { font } = this.#resources;
    const name = parseName(this.#bytes, nameStart, nameEnd);
    const place = this.#fonts.push(font === undefined ? unmeasured : font(name)) - 1;
    this.#fontPlaces.set(key, place);
    return place;
  }

  /** The font's name, as a number where it is short: a text for each Tf costs more than all else it does. */
  #fontKey(start: number, end: number): number | string {
    const bytes = this.#bytes;
    if (end - start > maxPackedName) return parseName(bytes, start, end);
    let key = 0;
    for (let at = start; at < end; at += 1) key = key * 256 + bytes[at]!;
    return key;
  }

  /** Tm. */
  setMatrix(matrix: Matrix): void {
    this.#line.set(matrix);
    this.#beginLine();
  }

  /** Td. */
  nextLine(x: number, y: number): void {
    const line = this.#line;
    line[4] = x * line[0]! + y * line[2]! + line[4]!;
    line[5] = x * line[1]! + y * line[3]! + line[5]!;
    this.#beginLine();
  }

  #beginLine(): void {
    this.#pen[0] = 0;
    this.#pen[1] = 0;
    this.#isPenBehind = false;
  }

  /**
   * Shows the string, or the strings of the array, in `[start, end)` of the content.
   *
   * @param isPlain whether an array holds nothing but strings and numbers
   */
  show(start: number, end: number, isPlain: boolean): void {
    if (isPlain && this.#within !== null && this.#passesBy(this.#within)) {
      this.#isPenBehind = true;
      return;
    }
    if (this.#isPenBehind) {
      this.isIncomplete = true;
      return;
    }
    if (this.#bytes[start] === char.openArray) this.#showArray(start, end);
    else this.#showString(start, end);
  }

  /** Whether what is shown on this line cannot reach an area, wherever on it it stands. */
  #passesBy(area: Box): boolean {
    const states = this.#states;
    const size = states.get(state.fontSize);
    const font = this.#fonts[states.get(state.font)] ?? (this.#resources.font ? null : unmeasured);
    const spaces = states.get(state.characterSpace) + states.get(state.wordSpace);
    // Where the pen goes, or what is drawn, is not known then.
    if (font === null || Number.isNaN(size + states.get(state.scale) + spaces)) return false;
    const mode = states.get(state.renderMode);
    if (mode === 3 || mode === 7) return true;
    const line = this.#line;
    const k = states.get(0);
    const l = states.get(1);
    const m = states.get(2);
    const n = states.get(3);
    const rise = states.get(state.rise);
    const low = rise + (size < 0 ? font.above : -font.below) * size;
    const high = rise + (size < 0 ? -font.below : font.above) * size;
    if (line[0]! * l + line[1]! * n === 0) {
      // It runs along the page's x axis.
      const up = line[2]! * l + line[3]! * n;
      const origin = line[4]! * l + line[5]! * n + states.get(5);
      return (
        Math.max(up * low, up * high) + origin <= area[1] || Math.min(up * low, up * high) + origin >= area[3]
      );
    }
    if (line[0]! * k + line[1]! * m === 0) {
      const up = line[2]! * k + line[3]! * m;
      const origin = line[4]! * k + line[5]! * m + states.get(4);
      return (
        Math.max(up * low, up * high) + origin <= area[0] || Math.min(up * low, up * high) + origin >= area[2]
      );
    }
    return false;
  }

  /** The array's strings, and its numbers, which move the pen. */
  #showArray(start: number, end: number): void {
    const bytes = this.#bytes;
    const states = this.#states;
    const size = states.get(state.fontSize);
    const scale = states.get(state.scale);
    const last = end - 1;
    for (let at = start + 1; at < last;) {
      const byte = bytes[at]!;
      if (classOf[byte] === spaceClass) at += 1;
      else if (byte === char.percent) at = skipSpace(bytes, at, last);
      else if (isNumberStart(byte)) {
        at = readNumber(bytes, at, last, moved, 0);
        this.#movePen((-moved[0]! / 1_000) * size * scale);
      } else {
        const after = skipValue(bytes, at, last);
        const isString = byte === char.open || (byte === char.less && bytes[at + 1] !== char.less);
        if (isString) this.#showString(at, after);
        else this.#movePen(NaN);
        at = after;
      }
    }
  }

  #movePen(distance: number): void {
    const pen = this.#pen;
    pen[0] = pen[0]! + distance;
    pen[1] = pen[1]! + distance;
  }

  /** Whether a string in parentheses has neither escapes nor line ends, as most: it is then what it says. */
  #saysItself(start: number, end: number): boolean {
    const bytes = this.#bytes;
    // Each looked for once along the content, not once a string.
    if (this.#nextEscape < start) this.#nextEscape = placeOf(bytes, char.backslash, start);
    if (this.#nextReturn < start) this.#nextReturn = placeOf(bytes, char.carriageReturn, start);
    return this.#nextEscape >= end && this.#nextReturn >= end;
  }

  #showString(start: number, end: number): void {
    const states = this.#states;
    const bytes = this.#bytes;
    let text = bytes;
    let from = start + 1;
    let to = end - 1;
    const isHex = bytes[start] === char.less;
    if (isHex || !this.#saysItself(start, end)) {
      text = isHex ? parseHexString(bytes, start, end) : parseString(bytes, start, end);
      from = 0;
      to = text.length;
    }
    const font = this.#fonts[states.get(state.font)] ?? (this.#resources.font ? null : unmeasured);
    const pen = this.#pen;
    const low = pen[0]!;
    const high = pen[1]!;
    this.#advance(text, from, to, font);
    const mode = states.get(state.renderMode);
    if (mode === 3 || mode === 7 || from === to) return;
    const size = states.get(state.fontSize);
    const scale = states.get(state.scale);
    if (font === null || Number.isNaN(size + scale)) return this.#areas.addWithinClip();
    const lean = Math.abs(size * scale) * overhang;
    const rise = states.get(state.rise);
    const below = size < 0 ? font.above * size : -font.below * size;
    const above = size < 0 ? -font.below * size : font.above * size;
    const left = Math.max(-farAway, Math.min(low, pen[0]!) - lean);
    const right = Math.min(farAway, Math.max(high, pen[1]!) + lean);
    this.#areas.addBox([left, rise + below, right, rise + above], this.#toPage());
  }

  /** The line's matrix, then the current one. */
  #toPage(): Matrix {
    const line = this.#line;
    return multiply([line[0]!, line[1]!, line[2]!, line[3]!, line[4]!, line[5]!], this.#states.matrix());
  }

  /** Moves the pen by a string: by its widths where they are known, else by the least and the most it may be. */
  #advance(text: Buffer, from: number, to: number, font: FontReach | null): void {
    const states = this.#states;
    const pen = this.#pen;
    const size = states.get(state.fontSize);
    const scale = states.get(state.scale);
    const characterSpace = states.get(state.characterSpace);
    const wordSpace = states.get(state.wordSpace);
    if (font !== null && font.widths !== null) {
      const { widths } = font;
      let units = 0;
      for (let i = from; i < to; i += 1) units += widths[text[i]!]!;
      let words = 0;
      if (wordSpace !== 0) for (let i = from; i < to; i += 1) if (text[i] === 32) words += 1;
      const distance = units * size + characterSpace * (to - from) + wordSpace * words;
      return this.#movePen(distance * scale);
    }
    const characters = Math.ceil((to - from) / (font?.bytesPerCharacter ?? 1));
    const most = characters === 0 ? 0 : Math.min(farAway, (font?.longest ?? Infinity) * Math.abs(size));
    const step = size < 0 ? -most * characters : most * characters;
    const space = characterSpace * characters;
    const wide = (characterSpace + wordSpace) * characters;
    const least = (Math.min(0, step) + Math.min(0, space, wide)) * scale;
    const furthest = (Math.max(0, step) + Math.max(0, space, wide)) * scale;
    pen[0] = pen[0]! + Math.min(0, least, furthest);
    pen[1] = pen[1]! + Math.max(0, least, furthest);
  }
}

/** Where a byte stands next; past the end when nowhere. */
function placeOf(bytes: Buffer, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from);
  return at < 0 ? Infinity : at;
}
