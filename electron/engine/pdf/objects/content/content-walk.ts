import type { Box } from '../box.ts';
import { parseName } from '../syntax/parse-value.ts';
import type { ContentResources, FormPlace } from './content-resources.ts';
import { DrawnAreas } from './drawn-areas.ts';
import { GraphicsStates, multiply, state } from './graphics-state.ts';
import { TextObject } from './text-object.ts';

/** Numbers before an operator; those of one that has more come last. */
const maxOperands = 64;
/** One for all walks: an operator has taken its numbers before another content, as a form's, is read on its behalf. */
const sharedOperands = new Float64Array(maxOperands + 1);

/** What operators work on while a page's content is read: operands, states, text position, path, and the areas drawn. */
export class ContentWalk {
  readonly bytes: Buffer;
  readonly resources: ContentResources;
  readonly states = new GraphicsStates();
  readonly areas = new DrawnAreas(this.states);
  readonly text: TextObject;
  /** Whether anything is not closed, closed twice, cut short, or no operator. */
  isBroken = false;
  isInText = false;
  /** Marked content that is open. */
  marks = 0;
  /** Of that, what is open where some readers stop. */
  marksAtStop = 0;
  /** Numbers before the operator. */
  readonly operands = sharedOperands;
  operandCount = 0;
  /** The last name before the operator, after its slash; and the last string, array or dictionary. */
  nameStart = 0;
  nameEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  /** Whether that is a string, or an array of nothing but strings and numbers. */
  isPlainValue = true;
  /** The path's box in the page's space; empty while left is greater than right. */
  #left = Infinity;
  #bottom = Infinity;
  #right = -Infinity;
  #top = -Infinity;
  /** Lines and curves of the path, whose corners may be sharp. */
  #segments = 0;
  isClipPending = false;

  /** @param within all that will be asked for; null where anything may be */
  constructor(bytes: Buffer, resources: ContentResources, within: Box | null) {
    this.bytes = bytes;
    this.resources = resources;
    this.text = new TextObject(bytes, resources, this.states, this.areas, within);
  }

  /**
   * A number of the operator's, counted from the first of the `count` it takes; NaN when it is missing. Some programs then draw
   * nothing of what follows in the same content.
   */
  operand(index: number, count: number): number {
    const at = this.operandCount - count + index;
    if (at >= 0) return this.operands[at]!;
    this.isBroken = true;
    return NaN;
  }

  /** Notes that some readers, or all, read nothing of what follows. */
  stop(): void {
    this.isBroken = true;
    this.marksAtStop = Math.max(this.marksAtStop, this.marks);
  }

  /** Counts the number that stands after the others in `operands`. */
  countOperand(): void {
    if (this.operandCount < maxOperands) this.operandCount += 1;
    else this.operands.copyWithin(0, 1);
  }

  /** Says that the operator takes a name. */
  takeName(): void {
    if (this.nameStart === this.nameEnd) this.isBroken = true;
  }

  name(): string {
    return parseName(this.bytes, this.nameStart, this.nameEnd);
  }

  /** Notes a form as drawn: what is outside its box is clipped away. */
  drawForm({ box, matrix }: FormPlace): void {
    this.areas.addBox(box, multiply(matrix, this.states.matrix()));
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
    else if (hasPath && isSeen) this.areas.add(this.#left, this.#bottom, this.#right, this.#top);
    if (this.isClipPending && hasPath) {
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
    if (Number.isNaN(pad)) this.areas.addWithinClip();
    else this.areas.add(this.#left - pad, this.#bottom - pad, this.#right + pad, this.#top + pad);
  }

  /** Tf: the font named last. */
  setFont(size: number): void {
    this.states.set(state.font, this.text.fontPlace(this.nameStart, this.nameEnd));
    this.states.set(state.fontSize, size);
  }

  /** Tj and its like: the string or the array that was read last. */
  showText(): void {
    if (this.valueStart === this.valueEnd) this.isBroken = true;
    else this.text.show(this.valueStart, this.valueEnd, this.isPlainValue);
  }
}
