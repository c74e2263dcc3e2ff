import { utf16 } from '../assemble/output/pdf-output.ts';
import { FontSubset, type ObjectSink } from './font-subset.ts';
import type { FontShelf, Weight } from './font-shelf.ts';
import { hasRightToLeft, inOneDirection, inPrintedOrder } from './text-order.ts';

/** How the names of our fonts begin in a page's resources. */
export const fontPrefix = 'FwF';

/** U+25A1: what stands, visibly, for a character no font has. */
const missingBox = '□';

/** Consecutive characters drawn with one face. */
interface Run {
  readonly face: string;
  /** As read where it is shaped from right to left, else as printed. */
  readonly text: string;
  readonly isRightToLeft: boolean;
}

/** Characters that take the face of what stands before them: marks, joiners, variation selectors. */
const joining = /[\p{M}\u200c\u200d]/u;
/** A line may break before and after these: scripts written without spaces. */
const breakable = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/u;

/** Scripts of India, Thailand and their neighbors: shaping moves and splits their letters, so that glyphs do not say the text in order. */
const reordering = /[\u0900-\u109f\u1780-\u17ff]/;

/** Measures and encodes text of any script for one document, and embeds what it used. */
export class Typesetter {
  readonly #shelf: FontShelf;
  readonly #allocate: () => number;
  readonly #subsets = new Map<string, FontSubset>();
  /** Characters no bundled font has; drawn as boxes. */
  readonly missing = new Set<string>();
  #boxes = 0;

  /** @param allocate gives the document's next object number */
  constructor(shelf: FontShelf, allocate: () => number) {
    this.#shelf = shelf;
    this.#allocate = allocate;
  }

  /** How many such boxes were measured or drawn: where more are afterwards, a text has some. */
  get boxes(): number {
    return this.#boxes;
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
    const runs = this.#runs(text, weight);
    for (const [i, run] of runs.entries()) {
      const subset = this.#subset(run.face);
      const shown = `BT/${fontName(subset)} ${size} Tf ${point(at)} ${point(y)} Td ${subset.encode(this.#shelf.shape(run.face, run.text, run.isRightToLeft))}Tj ET\n`;
      operators += reordering.test(run.text) ? saying(run.text, shown) : shown;
      if (i + 1 < runs.length) at += this.#runWidth(run, size);
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
      while (line !== '' && this.width(line.trimEnd(), size, weight) > width) {
        const head = this.#fittingHead(line, width, size, weight);
        lines.push(head);
        line = line.slice(head.length);
      }
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    return hasRightToLeft(text) ? inOneDirection(lines) : lines;
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
    // A letter is never separated from what joins it.
    for (const [cluster] of text.matchAll(/[^][\p{M}\u200c\u200d]*/gu)) {
      if (head !== '' && this.width(head + cluster, size, weight) > width) break;
      head += cluster;
    }
    return head;
  }

  #subset(face: string): FontSubset {
    let subset = this.#subsets.get(face);
    if (!subset) this.#subsets.set(face, (subset = new FontSubset(this.#shelf.face(face), this.#allocate())));
    return subset;
  }

  #runWidth({ face: name, text, isRightToLeft }: Run, size: number): number {
    const { units, perSize } = this.#shelf.measure(name, text, isRightToLeft);
    return (units * size) / perSize;
  }

  /** Splits a line by face and direction, from left to right as printed. */
  #runs(line: string, weight: Weight): readonly Run[] {
    // Most of what is drawn: one face has all of it.
    if (/^[\x20-\x7e]*$/.test(line))
      return line === '' ? [] : [{ face: this.#shelf.first(weight), text: line, isRightToLeft: false }];
    // Control characters would print as boxes and carry nothing.
    const shown = composed(line)
      .replaceAll(/\p{Cc}/gu, ' ')
      .replaceAll(/[\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g, '');
    if (!hasRightToLeft(shown)) return this.#faces(shown.replaceAll('\u200e', ''), weight);
    return inPrintedOrder(shown).flatMap(({ text, isRightToLeft }) => {
      const runs = this.#faces(text, weight);
      // Shaping reverses text with letters; it leaves signs that stand alone in reading order.
      return isRightToLeft
        ? runs
            .toReversed()
            .map((run) =>
              hasRightToLeft(run.text)
                ? { ...run, isRightToLeft }
                : { ...run, text: [...run.text].toReversed().join('') },
            )
        : runs;
    });
  }

  #faces(text: string, weight: Weight): Run[] {
    const runs: { face: string; text: string; isRightToLeft: boolean }[] = [];
    for (const original of text) {
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
        this.#boxes += 1;
        character = missingBox;
        face = this.#shelf.choose(missingBox.codePointAt(0)!, weight)!;
      }
      if (last?.face === face) last.text += character;
      else runs.push({ face, text: character, isRightToLeft: false });
    }
    return runs;
  }

  #has(face: string, character: string): boolean {
    return this.#shelf.hasCharacter(face, character.codePointAt(0)!);
  }
}

/** Operators that are read as a text, whatever their glyphs stand for (ISO 32000-1 §14.9.4). */
function saying(text: string, operators: string): string {
  return `/Span<</ActualText<feff${utf16(text)}>>>BDC\n${operators}EMC\n`;
}

/** A coordinate as written into a content stream: at most 3 decimals. */
export function point(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

const fontName = (subset: FontSubset) => `${fontPrefix}${subset.id}`;

/**
 * Letters in one piece with their marks (NFC): names of files from a Mac have them apart (NFD), and the faces set such marks, and
 * the parts of a Korean syllable, beside each other.
 */
const composed = (text: string) => text.normalize('NFC');

/** Words with the space that follows them; characters of scripts without spaces one by one. */
function pieces(text: string): string[] {
  const result: string[] = [];
  let word = '';
  for (const character of composed(text).replaceAll(/\s+/g, ' ').trim()) {
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
