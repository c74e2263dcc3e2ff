import { FontSubset, type ObjectSink } from './font-subset.ts';
import { missingBox, type FontShelf, type Weight } from './font-shelf.ts';

/** How the names of our fonts begin in a page's resources. */
export const fontPrefix = 'FwF';

/** Consecutive characters drawn with one face. */
interface Run {
  readonly face: string;
  readonly text: string;
  readonly isRightToLeft: boolean;
}

/** Strong right-to-left characters: Hebrew, Arabic and their presentation forms. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;
/** Characters that take the face of what stands before them: marks, joiners, variation selectors. */
const joining = /[\p{M}\u200c\u200d]/u;
/** A line may break before and after these: scripts written without spaces. */
const breakable = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/u;

/** Measures and encodes text of any script for one document, and embeds what it used. */
export class Typesetter {
  readonly #shelf: FontShelf;
  readonly #allocate: () => number;
  readonly #subsets = new Map<string, FontSubset>();
  /** Characters no bundled font has; drawn as boxes. */
  readonly missing = new Set<string>();

  /** @param allocate gives the document's next object number */
  constructor(shelf: FontShelf, allocate: () => number) {
    this.#shelf = shelf;
    this.#allocate = allocate;
  }

  /** Width in points. */
  width(text: string, size: number, weight: Weight): number {
    return this.#runs(text, weight).reduce((sum, run) => sum + this.#runWidth(run, size), 0);
  }

  /**
   * Operators that draw a line of text.
   *
   * @param x, y start of the baseline in points
   */
  draw(text: string, x: number, y: number, size: number, weight: Weight): string {
    let at = x;
    let operators = '';
    for (const run of this.#runs(text, weight)) {
      const subset = this.#subset(run.face);
      operators += `BT/${fontName(subset)} ${size} Tf ${point(at)} ${point(y)} Td ${subset.encode(this.#shelf.shape(run.face, run.text))}Tj ET\n`;
      at += this.#runWidth(run, size);
    }
    return operators;
  }

  /** Breaks text into lines no wider than `width` points; a single word wider than that is cut. */
  wrap(text: string, width: number, size: number, weight: Weight): string[] {
    const lines: string[] = [];
    let line = '';
    for (const piece of pieces(text)) {
      const longer = line + piece;
      if (this.width(longer.trimEnd(), size, weight) <= width) {
        line = longer;
        continue;
      }
      if (line.trim() !== '') lines.push(line.trimEnd());
      line = piece;
      while (this.width(line.trimEnd(), size, weight) > width) {
        const head = this.#fittingHead(line, width, size, weight);
        lines.push(head);
        line = line.slice(head.length);
      }
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    return lines;
  }

  /** The entries of a resource dictionary's Font for what was drawn so far. */
  fontResources(): string {
    return [...this.#subsets.values()].map((subset) => `/${fontName(subset)} ${subset.id} 0 R`).join('');
  }

  /** Writes every font used. */
  write(sink: ObjectSink): void {
    for (const subset of this.#subsets.values()) subset.write(sink);
  }

  #fittingHead(text: string, width: number, size: number, weight: Weight): string {
    let head = '';
    for (const character of text) {
      if (head !== '' && this.width(head + character, size, weight) > width) break;
      head += character;
    }
    return head;
  }

  #subset(face: string): FontSubset {
    let subset = this.#subsets.get(face);
    if (!subset) this.#subsets.set(face, (subset = new FontSubset(this.#shelf.face(face), this.#allocate())));
    return subset;
  }

  #runWidth({ face: name, text }: Run, size: number): number {
    const units = this.#shelf.shape(name, text).reduce((sum, glyph) => sum + glyph.advanceWidth, 0);
    return (units * size) / this.#shelf.face(name).unitsPerEm;
  }

  /** Splits a line by face and direction; in a line that begins right to left the runs are set from the right. */
  #runs(line: string, weight: Weight): Run[] {
    const runs: { face: string; text: string; isRightToLeft: boolean }[] = [];
    const startsRightToLeft = rightToLeft.test(/[\p{L}\p{N}]/u.exec(line)?.[0] ?? '');
    // Control characters would print as boxes and carry nothing.
    for (const original of line.replaceAll(/[\p{Cc}\u200b\ufeff]/gu, ' ')) {
      let character = original;
      const last = runs.at(-1);
      let face: string | null;
      if (last && (joining.test(character) || character === ' ') && this.#has(last.face, character)) {
        face = last.face;
      } else {
        face = this.#shelf.choose(character.codePointAt(0)!, weight);
      }
      if (face === null) {
        if (joining.test(character)) continue;
        this.missing.add(character);
        character = missingBox;
        face = this.#shelf.choose(missingBox.codePointAt(0)!, weight)!;
      }
      // A space goes with its line's direction, so that words of the other direction never drag it along.
      const isRightToLeft = character === ' ' ? startsRightToLeft : rightToLeft.test(character);
      if (last && last.face === face && last.isRightToLeft === isRightToLeft) last.text += character;
      else runs.push({ face, text: character, isRightToLeft });
    }
    return inReadingOrder(runs, startsRightToLeft);
  }

  #has(face: string, character: string): boolean {
    return this.#shelf.hasCharacter(face, character.codePointAt(0)!);
  }
}

/** A coordinate as written into a content stream: at most 3 decimals. */
export function point(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/**
 * Runs from left to right as printed: words of the other direction that stand together keep their own order, which is a
 * plain form of the Unicode bidirectional algorithm that serves for titles.
 */
function inReadingOrder(runs: readonly Run[], startsRightToLeft: boolean): Run[] {
  if (startsRightToLeft) return reverseBlocks(runs);
  const ordered: Run[] = [];
  for (let i = 0; i < runs.length;) {
    let end = i + 1;
    if (runs[i]!.isRightToLeft) {
      // Spaces between two words of the other direction belong to them.
      for (let next = i + 1; next < runs.length; next += 1) {
        if (runs[next]!.isRightToLeft) end = next + 1;
        else if (runs[next]!.text.trim() !== '') break;
      }
    }
    ordered.push(...runs.slice(i, end).toReversed());
    i = end;
  }
  return ordered;
}

/** A line from the right: all runs in reverse, words from left to right in their own order. */
function reverseBlocks(runs: readonly Run[]): Run[] {
  const ordered: Run[] = [];
  let foreign: Run[] = [];
  for (const run of runs) {
    if (!run.isRightToLeft) {
      foreign.push(run);
      continue;
    }
    ordered.unshift(...foreign);
    foreign = [];
    ordered.unshift(run);
  }
  ordered.unshift(...foreign);
  return ordered;
}

const fontName = (subset: FontSubset) => `${fontPrefix}${subset.id}`;

/** Words with the space that follows them; characters of scripts without spaces one by one. */
function pieces(text: string): string[] {
  const result: string[] = [];
  let word = '';
  for (const character of text.replaceAll(/\s+/g, ' ').trim()) {
    if (breakable.test(character)) {
      if (word !== '') result.push(word);
      result.push(character);
      word = '';
    } else {
      word += character;
      if (character === ' ' || character === '-' || character === '/') {
        result.push(word);
        word = '';
      }
    }
  }
  return word === '' ? result : [...result, word];
}
