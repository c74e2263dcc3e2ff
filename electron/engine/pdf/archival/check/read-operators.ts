import {
  char,
  classOf,
  digitClass,
  parseValue,
  findInlineImage,
  isSoundNumber,
  PdfReference,
  PdfString,
  skipSpace,
  skipValue,
  skipWord,
  spaceClass,
  type PdfValue,
} from '../../objects/index.ts';

/** Limits of ISO 32000-1 annex C, as ISO 19005-2 §6.1.13 takes them over. */
export const maxNameBytes = 127;
export const maxStringBytes = 32_767;
const maxWhole = 2_147_483_647;
const maxDepth = 28;
/** Digits after which a number may be nearer to zero than is allowed. */
const maxNumberLength = 30;
const maxOperands = 100_000;

/** What was found in operands, wherever they stand. */
export interface OperandFaults {
  hasHalfHex: boolean;
  isPastLimits: boolean;
  /** Whether a number is malformed, such as a lone sign. */
  hasOddNumber: boolean;
}

/** The operands of an operator, parsed when asked for. */
export class Operands {
  readonly bytes: Buffer;
  readonly #places: number[] = [];

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  get length(): number {
    return this.#places.length / 2;
  }

  push(start: number, end: number): void {
    this.#places.push(start, end);
  }

  clear(): void {
    this.#places.length = 0;
  }

  /** One operand, from 0; from the end where negative. */
  at(index: number): PdfValue | undefined {
    const [start, end] = this.#placeOf(index);
    return start === undefined || end === undefined ? undefined : parseValue(this.bytes, start, end);
  }

  /** One operand that is written as a whole number: others, such as 3.0, readers take for different ones. */
  integerAt(index: number): number | undefined {
    const [start, end] = this.#placeOf(index);
    const written = start === undefined ? '' : this.bytes.toString('latin1', start, end);
    return /^[+-]?\d{1,9}$/.test(written) ? Number(written) : undefined;
  }

  #placeOf(index: number): readonly [start: number | undefined, end: number | undefined] {
    const place = 2 * (index < 0 ? this.length + index : index);
    return [this.#places[place], this.#places[place + 1]];
  }
}

/** What a content stream holds, besides its operators. */
export interface ContentForm extends OperandFaults {
  /** Whether it can be read to its end. */
  isWhole: boolean;
  isTooDeep: boolean;
}

/**
 * Reads the operators of a content stream in order (ISO 32000-1 §7.8.2).
 *
 * @param visit is given `BI` with what stands between BI and ID as operands
 */
export function readOperators(
  bytes: Buffer,
  visit: (operator: string, operands: Operands) => void,
): ContentForm {
  const form: ContentForm = {
    isWhole: true,
    isTooDeep: false,
    hasHalfHex: false,
    isPastLimits: false,
    hasOddNumber: false,
  };
  const operands = new Operands(bytes);
  const end = bytes.length;
  let depth = 0;
  for (let at = skipSpace(bytes, 0, end); at < end; at = skipSpace(bytes, at, end)) {
    if (!isOperator(bytes[at]!)) {
      const after = skipValue(bytes, at, end);
      if (after < 0 || operands.length === maxOperands) return { ...form, isWhole: false };
      checkTokens(bytes, at, after, form);
      operands.push(at, after);
      at = after;
      continue;
    }
    const after = skipWord(bytes, at, end);
    const word = bytes.toString('latin1', at, after);
    if (word === 'true' || word === 'false' || word === 'null') {
      operands.push(at, after);
      at = after;
      continue;
    }
    at = after;
    if (word === 'BI') {
      const imageEnd = findInlineImage(bytes, after, end)?.end ?? -1;
      if (imageEnd < 0) return { ...form, isWhole: false };
      pushHead(bytes, after, imageEnd, operands, form);
      visit(word, operands);
      operands.clear();
      at = imageEnd;
      continue;
    }
    if (word === 'q') depth += 1;
    else if (word === 'Q') depth = Math.max(0, depth - 1);
    form.isTooDeep ||= depth > maxDepth;
    visit(word, operands);
    operands.clear();
  }
  return form;
}

/** Whether a byte begins a word that is no value. */
function isOperator(byte: number): boolean {
  return classOf[byte] === 0 && byte !== char.minus && byte !== char.plus && byte !== char.dot;
}

function pushHead(bytes: Buffer, from: number, end: number, operands: Operands, form: ContentForm): void {
  for (let at = skipSpace(bytes, from, end); at < end; at = skipSpace(bytes, at, end)) {
    if (bytes[at] === 0x49 && bytes[at + 1] === 0x44 && classOf[bytes[at + 2]!] === spaceClass) return;
    const after = skipValue(bytes, at, end);
    if (after < 0) return;
    checkTokens(bytes, at, after, form);
    operands.push(at, after);
    at = after;
  }
}

/** What `checkTokens` reports. */
export interface TokenListener extends OperandFaults {
  reference?(id: number): void;
}

/** Looks at every token of a value, however deep. */
export function checkTokens(bytes: Buffer, start: number, end: number, faults: TokenListener): void {
  for (let at = skipSpace(bytes, start, end); at < end; at = skipSpace(bytes, at, end)) {
    const byte = bytes[at]!;
    const isDouble = bytes[at + 1] === byte;
    if (byte === char.openArray || byte === char.closeArray) at += 1;
    else if ((byte === char.less || byte === char.greater) && isDouble) at += 2;
    else {
      const after = skipValue(bytes, at, end);
      if (after < 0) return;
      checkToken(bytes, at, after, faults);
      at = after;
    }
  }
}

function checkToken(bytes: Buffer, start: number, end: number, faults: TokenListener): void {
  const first = bytes[start]!;
  const length = end - start;
  if (isNumeric(first) && bytes[end - 1] !== char.R && !isSoundNumber(bytes, start, end))
    faults.hasOddNumber = true;
  if (first === char.slash) {
    if (length - 1 > maxNameBytes && nameBytes(bytes, start + 1, end) > maxNameBytes)
      faults.isPastLimits = true;
  } else if (first === char.less) {
    if (!isWholeHex(bytes, start, end)) faults.hasHalfHex = true;
    if (length > 2 * maxStringBytes + 2) faults.isPastLimits = true;
  } else if (first === char.open) {
    if (length > maxStringBytes) {
      const value = parseValue(bytes, start, end);
      if (value instanceof PdfString && value.bytes.length > maxStringBytes) faults.isPastLimits = true;
    }
  } else if (length > 9) {
    const value = parseValue(bytes, start, end);
    if (typeof value === 'number') {
      const isWhole = !bytes.subarray(start, end).includes(char.dot);
      if ((isWhole && Math.abs(value) > maxWhole) || length > maxNumberLength) faults.isPastLimits = true;
    } else if (faults.reference && classOf[first] === digitClass) tellReference(value, faults);
  } else if (faults.reference && classOf[first] === digitClass && bytes[end - 1] === char.R)
    tellReference(parseValue(bytes, start, end), faults);
}

function tellReference(value: PdfValue, faults: TokenListener): void {
  if (value instanceof PdfReference) faults.reference?.(value.id);
}

/** Bytes of a name, its `#xx` counted as one. */
function nameBytes(bytes: Buffer, start: number, end: number): number {
  let count = end - start;
  for (let at = start; at < end; at += 1) if (bytes[at] === 0x23) count -= 2;
  return count;
}

function isWholeHex(bytes: Buffer, start: number, end: number): boolean {
  let digits = 0;
  for (let at = start + 1; at < end - 1; at += 1) {
    const byte = bytes[at]!;
    const isDigit = (byte >= 48 && byte < 58) || (byte >= 65 && byte < 71) || (byte >= 97 && byte < 103);
    if (isDigit) digits += 1;
    else if (classOf[byte] !== spaceClass) return false;
  }
  return digits % 2 === 0;
}

const isNumeric = (byte: number) =>
  classOf[byte] === digitClass || byte === char.minus || byte === char.plus || byte === char.dot;
