import type { Box } from '../box.ts';

/** A transformation (ISO 32000-1 §8.3.3): a, b, c, d, e, f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** The matrix that changes nothing. */
export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** What a form XObject covers in its own space, and its Matrix. */
export interface FormPlace {
  readonly box: Box;
  readonly matrix: Matrix;
}

/** How far a font's characters move the pen, and reach from their baseline, in text space: 1 is the font's size. */
export interface FontReach {
  /** By byte, for fonts of one byte a character; null where only `longest` is known. */
  readonly widths: Float64Array | null;
  /** The longest step of any character; Infinity when it is not known. */
  readonly longest: number;
  /** At least this many bytes make a character. */
  readonly bytesPerCharacter: number;
  readonly below: number;
  readonly above: number;
}

/** Where characters of ordinary fonts lie about their baseline. */
export const ordinaryReach = { below: 0.35, above: 1.1 } as const;

/** What an ExtGState changes about where things are drawn. */
export interface StateChange {
  /** Null when it leaves the width of lines alone. */
  readonly lineWidth: number | null;
  /** Whether white fills may show: by a blend mode or a transfer function. */
  readonly isOdd: boolean;
  /** Whether it sets the font. */
  readonly setsFont: boolean;
}

/** What the names of a content stream stand for; left out where it is not known. */
export interface ContentResources {
  /** An XObject: an image, a form with its place, or null when unknown. */
  readonly xobject?: (name: string) => 'image' | FormPlace | null;
  /** A font; null when its characters may lie anywhere (Type 3, vertical writing). */
  readonly font?: (name: string) => FontReach | null;
  /** An ExtGState; null when unknown. */
  readonly graphicsState?: (name: string) => StateChange | null;
  /** Called for each XObject that is drawn, with what takes its space into the content's. */
  readonly drawn?: (name: string, matrix: Matrix) => void;
  /** Called for each mark with its last name: that of its property list, or where it has none of these its tag. */
  readonly marked?: (name: string) => void;
  /** Called for each name before an operator: of a font, a state, a pattern or anything else. */
  readonly named?: (name: string) => void;
}
