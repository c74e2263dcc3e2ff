import type { Box } from '../list-pages.ts';
import { char, classOf, digitClass } from '../syntax/lexer.ts';
import { parseHexString, parseName, parseString } from '../syntax/parse-value.ts';
import type { ContentResources, FontReach, FormPlace, Matrix } from './content-resources.ts';
import { DrawnAreas } from './drawn-areas.ts';
import { farAway, GraphicsStates, multiply, state } from './graphics-state.ts';

/** Bytes of a name that a number holds exactly. */
const maxPackedName = 6;
/** Numbers before an operator; those of one that has more come last. */
const maxOperands = 64;

/** Where strings of ordinary fonts lie about their baseline, as shares of the size. */
const belowBaseline = 0.35;
const aboveBaseline = 1.1;
/** How far a character's shape may lean out of its step. */
const overhang = 0.5;

const identity: Matrix = [1, 0, 0, 1, 0, 0];
/** Of the last array each element: where a string begins and ends, or a number and -1. One for all walks, as the operands are. */
let elements = new Float64Array(256);
/** One for all walks: an operator has taken its numbers before another content, as a form's, is read on its behalf. */
const sharedOperands = new Float64Array(maxOperands);

/** What operators work on while a page's content is read: operands, states, text position, path, and the areas drawn. */
export class ContentWalk {
  readonly bytes: Buffer;
  readonly resources: ContentResources;
  readonly areas = new DrawnAreas();
  readonly states = new GraphicsStates();
  /** Whether anything is not closed, closed twice, cut short, or no operator. */
  isBroken = false;
  /** Whether the state outside q was changed. */
  isChanged = false;
  isInText = false;
  /** Marked content that is open. */
  marks = 0;
  /** Numbers before the operator. */
  readonly operands = sharedOperands;
  operandCount = 0;
  /** The number that was read last. */
  number = 0;
  /** Strings and numbers of the array before the operator. */
  elementCount = 0;
  /** The last name before the operator, after its slash; and the last string, array or dictionary. */
  nameStart = 0;
  nameEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  /** The text matrix as its line began; the pen says how far it has moved since. */
  readonly #line = new Float64Array(identity);
  /** Where in the content a backslash and a carriage return stand next, as far as looked for. */
  #nextEscape = -1;
  #nextReturn = -1;
  /** Where the pen may be on the line: in text space from its start. */
  #penLow = 0;
  #penHigh = 0;
  readonly #fonts: (FontReach | null)[] = [];
  readonly #fontPlaces = new Map<number | string, number>();
  /** The path's box in the page's space; empty while left is greater than right. */
  #left = Infinity;
  #bottom = Infinity;
  #right = -Infinity;
  #top = -Infinity;
  /** Lines and curves of the path, whose corners may be sharp. */
  #segments = 0;
  isClipPending = false;

  constructor(bytes: Buffer, resources: ContentResources) {
    this.bytes = bytes;
    this.resources = resources;
  }

  /** A number of the operator's, counted from the first of the `count` it takes; NaN when it is missing. */
  operand(index: number, count: number): number {
    const at = this.operandCount - count + index;
    return at < 0 ? NaN : this.operands[at]!;
  }

  pushOperand(value: number): void {
    if (this.operandCount === maxOperands) {
      this.operands.copyWithin(0, 1);
      this.operandCount -= 1;
    }
    this.operands[this.operandCount] = value;
    this.operandCount += 1;
  }

  name(): string {
    return parseName(this.bytes, this.nameStart, this.nameEnd);
  }

  /** Notes a change of the state. */
  setState(key: number, value: number): void {
    if (this.states.depth === 0) this.isChanged = true;
    this.states.set(key, value);
  }

  /** Notes that something may draw wherever it is not clipped away. */
  drawAnywhere(): void {
    const { states } = this;
    this.areas.add(
      states.get(state.clip),
      states.get(state.clip + 1),
      states.get(state.clip + 2),
      states.get(state.clip + 3),
    );
  }

  /** Notes a rectangle of some space as drawn. */
  drawBox([left, bottom, right, top]: Box, matrix: Matrix): void {
    const [a, b, c, d, e, f] = matrix;
    this.#drawTurned(left, bottom, right, top, a, b, c, d, e, f);
  }

  #drawTurned(
    left: number,
    bottom: number,
    right: number,
    top: number,
    a: number,
    b: number,
    c: number,
    d: number,
    e: number,
    f: number,
  ): void {
    // Of each product the least and the most: what a corner adds to the one does not change the other.
    const ax = a * left;
    const bx = a * right;
    const cy = c * bottom;
    const dy = c * top;
    const bl = b * left;
    const br = b * right;
    const db = d * bottom;
    const dt = d * top;
    this.#drawClipped(
      Math.min(ax, bx) + Math.min(cy, dy) + e,
      Math.min(bl, br) + Math.min(db, dt) + f,
      Math.max(ax, bx) + Math.max(cy, dy) + e,
      Math.max(bl, br) + Math.max(db, dt) + f,
    );
  }

  /** Notes a form as drawn: what is outside its box is clipped away. */
  drawForm({ box, matrix }: FormPlace): void {
    this.drawBox(box, multiply(matrix, this.states.matrix()));
  }

  #drawClipped(left: number, bottom: number, right: number, top: number): void {
    const { states } = this;
    this.areas.add(
      Math.max(left, states.get(state.clip)),
      Math.max(bottom, states.get(state.clip + 1)),
      Math.min(right, states.get(state.clip + 2)),
      Math.min(top, states.get(state.clip + 3)),
    );
  }

  addPoint(x: number, y: number): void {
    const { states } = this;
    const pageX = x * states.get(0) + y * states.get(2) + states.get(4);
    const pageY = x * states.get(1) + y * states.get(3) + states.get(5);
    // Without a number nothing is known; NaN would be passed over by comparisons.
    if (Number.isNaN(pageX + pageY)) this.areas.addAnywhere();
    if (pageX < this.#left) this.#left = pageX;
    if (pageX > this.#right) this.#right = pageX;
    if (pageY < this.#bottom) this.#bottom = pageY;
    if (pageY > this.#top) this.#top = pageY;
  }

  addSegment(): void {
    this.#segments += 1;
  }

  /** Ends the path: paints it, and clips by it when that was asked for. */
  endPath(isFilled: boolean, isStroked: boolean): void {
    const { states } = this;
    const hasPath = this.#left <= this.#right;
    const isSeen = isFilled && (states.get(state.isWhite) === 0 || states.get(state.isOdd) === 1);
    if (hasPath && isStroked) this.#drawStroke();
    else if (hasPath && isSeen) this.#drawClipped(this.#left, this.#bottom, this.#right, this.#top);
    if (this.isClipPending && hasPath) {
      if (states.depth === 0) this.isChanged = true;
      states.set(state.clip, Math.max(states.get(state.clip), this.#left));
      states.set(state.clip + 1, Math.max(states.get(state.clip + 1), this.#bottom));
      states.set(state.clip + 2, Math.min(states.get(state.clip + 2), this.#right));
      states.set(state.clip + 3, Math.min(states.get(state.clip + 3), this.#top));
    }
    this.isClipPending = false;
    this.#left = Infinity;
    this.#bottom = Infinity;
    this.#right = -Infinity;
    this.#top = -Infinity;
    this.#segments = 0;
  }

  #drawStroke(): void {
    const { states } = this;
    const [a, b, c, d] = states.matrix();
    const reach = this.#segments > 1 ? Math.max(1.5, states.get(state.miterLimit)) : 1.5;
    const width = (states.get(state.lineWidth) / 2) * Math.hypot(a, b, c, d) * reach;
    // The thinnest line is a pixel of whatever shows it.
    const pad = Number.isNaN(width) ? NaN : Math.max(0.75, Math.abs(width));
    if (Number.isNaN(pad)) this.drawAnywhere();
    else this.#drawClipped(this.#left - pad, this.#bottom - pad, this.#right + pad, this.#top + pad);
  }

  /** Tf: the font named last. */
  setFont(size: number): void {
    const key = this.#fontKey();
    let place = this.#fontPlaces.get(key);
    if (place === undefined) {
      place = this.#fonts.length;
      this.#fontPlaces.set(key, place);
      this.#fonts.push(this.resources.font === undefined ? unmeasured : this.resources.font(this.name()));
    }
    this.setState(state.font, place);
    this.setState(state.fontSize, size);
  }

  /** The font's name, as a number where it is short: a text for each Tf costs more than all else it does. */
  #fontKey(): number | string {
    const { bytes, nameStart, nameEnd } = this;
    if (nameEnd - nameStart > maxPackedName) return this.name();
    let key = 0;
    for (let at = nameStart; at < nameEnd; at += 1) key = key * 256 + bytes[at]!;
    return key;
  }

  /** Sets the text position: Tm, or a line from there. */
  moveTo(a: number, b: number, c: number, d: number, e: number, f: number): void {
    const line = this.#line;
    line[0] = a;
    line[1] = b;
    line[2] = c;
    line[3] = d;
    line[4] = e;
    line[5] = f;
    this.#penLow = 0;
    this.#penHigh = 0;
  }

  nextLine(x: number, y: number): void {
    const line = this.#line;
    line[4] = x * line[0]! + y * line[2]! + line[4]!;
    line[5] = x * line[1]! + y * line[3]! + line[5]!;
    this.#penLow = 0;
    this.#penHigh = 0;
  }

  /** Notes a string of an array, as it stands in the content. */
  pushString(start: number, end: number): void {
    this.#pushElement(start, end);
  }

  /** Notes a number of an array, which moves the pen; NaN where it is not known how far. */
  pushMove(thousandths: number): void {
    this.#pushElement(thousandths, -1);
  }

  #pushElement(value: number, end: number): void {
    const at = this.elementCount * 2;
    if (at === elements.length) {
      const longer = new Float64Array(elements.length * 2);
      longer.set(elements);
      elements = longer;
    }
    elements[at] = value;
    elements[at + 1] = end;
    this.elementCount += 1;
  }

  /** Tj and its like: the string that was read last, or all of an array's. */
  showText(): void {
    if (this.bytes[this.valueStart] !== char.openArray)
      return this.#showString(this.valueStart, this.valueEnd);
    const { states } = this;
    const size = states.get(state.fontSize);
    const scale = states.get(state.scale);
    for (let at = 0; at < this.elementCount * 2; at += 2) {
      const value = elements[at]!;
      const end = elements[at + 1]!;
      if (end < 0) this.#movePen((-value / 1_000) * size * scale);
      else this.#showString(value, end);
    }
  }

  /** Whether a string in parentheses has neither escapes nor line ends, as most: it is then what it says. */
  #isPlain(start: number, end: number): boolean {
    const { bytes } = this;
    // Each looked for once along the content, not once a string.
    if (this.#nextEscape < start) this.#nextEscape = placeOf(bytes, 0x5c, start);
    if (this.#nextReturn < start) this.#nextReturn = placeOf(bytes, 0x0d, start);
    return this.#nextEscape >= end && this.#nextReturn >= end;
  }

  #movePen(distance: number): void {
    this.#penLow += distance;
    this.#penHigh += distance;
  }

  #showString(start: number, end: number): void {
    const { states, bytes } = this;
    let text = bytes;
    let from = start + 1;
    let to = end - 1;
    const isHex = bytes[start] === char.less;
    if (isHex || !this.#isPlain(start, end)) {
      text = isHex ? parseHexString(bytes, start, end) : parseString(bytes, start, end);
      from = 0;
      to = text.length;
    }
    const size = states.get(state.fontSize);
    const scale = states.get(state.scale);
    const font = this.#fonts[states.get(state.font)] ?? (this.resources.font ? null : unmeasured);
    const low = this.#penLow;
    const high = this.#penHigh;
    this.#advance(text, from, to, font, size, scale);
    const mode = states.get(state.renderMode);
    if (mode === 3 || mode === 7 || from === to) return;
    if (font === null || Number.isNaN(size + scale)) return this.drawAnywhere();
    const lean = Math.abs(size * scale) * overhang;
    const rise = states.get(state.rise);
    const below = size < 0 ? aboveBaseline * size : -belowBaseline * size;
    const above = size < 0 ? -belowBaseline * size : aboveBaseline * size;
    // The line's matrix, then the current one; read place by place: an array for each string costs more than all else.
    const line = this.#line;
    const a = line[0]!;
    const b = line[1]!;
    const c = line[2]!;
    const d = line[3]!;
    const e = line[4]!;
    const f = line[5]!;
    const k = states.get(0);
    const l = states.get(1);
    const m = states.get(2);
    const n = states.get(3);
    this.#drawTurned(
      Math.max(-farAway, Math.min(low, this.#penLow) - lean),
      rise + below,
      Math.min(farAway, Math.max(high, this.#penHigh) + lean),
      rise + above,
      a * k + b * m,
      a * l + b * n,
      c * k + d * m,
      c * l + d * n,
      e * k + f * m + states.get(4),
      e * l + f * n + states.get(5),
    );
  }

  /** Moves the pen by a string: by its widths where they are known, else by the least and the most it may be. */
  #advance(
    text: Buffer,
    from: number,
    to: number,
    font: FontReach | null,
    size: number,
    scale: number,
  ): void {
    const { states } = this;
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
    this.#penLow += Math.min(0, least, furthest);
    this.#penHigh += Math.max(0, least, furthest);
  }
}

/** Where a byte stands next; past the end when nowhere. */
function placeOf(bytes: Buffer, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from);
  return at < 0 ? Infinity : at;
}

/** A font of which nothing is known but that it is an ordinary one. */
const unmeasured: FontReach = { widths: null, longest: Infinity, bytesPerCharacter: 1 };

/** Whether a byte begins a number. */
export function beginsNumber(byte: number): boolean {
  return classOf[byte] === digitClass || byte === char.minus || byte === char.dot || byte === char.plus;
}
