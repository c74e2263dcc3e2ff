import { formatCount, formatSize } from '../../../../../shared/domain/amounts.ts';
import type { AssemblyFinding } from '../source/tally.ts';

/** Why a picture of more dots an inch than asked for stays as it is. */
export type PictureLeft = 'bilevel' | 'colors' | 'masked' | 'tooLarge' | 'unread' | 'noGain';

const reasons: Readonly<Record<PictureLeft, string>> = {
  bilevel: 'in black and white only, where fewer dots would cost legibility',
  colors: 'in a form or in colors that are not changed here',
  masked: 'with a mask',
  tooLarge: 'too large to be opened here',
  unread: 'not readable to the end',
  noGain: 'not a tenth smaller that way',
};

/** Counts what became of an exhibit's pictures. */
export class PictureTally {
  #smaller = 0;
  #bytesBefore = 0;
  #bytesAfter = 0;
  readonly #left = new Map<PictureLeft, number>();

  /** Counts a picture that was made smaller. @param bytesBefore as it was stored, its mask too where that shrank */
  addSmaller(bytesBefore: number, bytesAfter: number): void {
    this.#smaller += 1;
    this.#bytesBefore += bytesBefore;
    this.#bytesAfter += bytesAfter;
  }

  /** Counts pictures that stay as they are. */
  addLeft(reason: PictureLeft, by = 1): void {
    this.#left.set(reason, (this.#left.get(reason) ?? 0) + by);
  }

  /** How many were made smaller and by how much, and how many were left and why. */
  findings(): AssemblyFinding[] {
    const findings: AssemblyFinding[] = [];
    if (this.#smaller > 0)
      findings.push({
        code: 'PICTURES_MADE_SMALLER',
        severity: 'info',
        message: `${formatCount(this.#smaller, 'picture')} made smaller in this copy: ${formatSize(this.#bytesBefore)} before, ${formatSize(this.#bytesAfter)} after. The original is unchanged.`,
      });
    const left = (Object.keys(reasons) as PictureLeft[]).flatMap((reason) => {
      const count = this.#left.get(reason);
      return count === undefined ? [] : [{ count, words: reasons[reason] }];
    });
    const all = left.reduce((sum, { count }) => sum + count, 0);
    if (all > 0)
      findings.push({
        code: 'PICTURES_LEFT_AS_THEY_ARE',
        severity: 'info',
        message: `${formatCount(all, 'picture')} above the chosen resolution left as in the original: ${left.map(({ count, words }) => `${count} ${words}`).join('; ')}.`,
      });
    return findings;
  }
}
