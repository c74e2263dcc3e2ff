import { AppError } from '../../../../shared/errors/app-error.ts';
import type { PageBox } from '../pdfium/index.ts';

/** Columns and rows that places are sorted into. */
const cells = 64;
/** What lies in more cells is looked at wherever something is looked for. */
const maxCells = 256;
/** Comparisons of one page, after which it is given up: two seconds or three. */
const maxComparisons = 20_000_000;

/** Finds what may lie at a place of a page without looking at all that lies on it. */
export class BoxIndex<T> {
  readonly #cells = new Map<number, T[]>();
  readonly #broad: T[] = [];
  readonly #extent: PageBox;
  #left = maxComparisons;

  /** @param extent where things are looked for; places outside it are found more slowly */
  constructor(items: Iterable<readonly [PageBox, T]>, extent: PageBox) {
    this.#extent = extent;
    for (const [box, item] of items) {
      const keys = this.#keysOf(box);
      if (keys === null) this.#broad.push(item);
      for (const key of keys ?? []) {
        const cell = this.#cells.get(key);
        if (cell) cell.push(item);
        else this.#cells.set(key, [item]);
      }
    }
  }

  /**
   * What may meet a box, and some that does not; one of several boxes may come more than once.
   *
   * @throws AppError PDF_LIMIT_EXCEEDED where too much of a page lies over each other
   */
  near(box: PageBox): T[] {
    const keys = this.#keysOf(box);
    const found =
      keys === null
        ? [...this.#broad, ...[...this.#cells.values()].flat()]
        : [...this.#broad, ...keys.flatMap((key) => this.#cells.get(key) ?? [])];
    this.#left -= found.length;
    if (this.#left < 0) throw new AppError('PDF_LIMIT_EXCEEDED', { limit: 'objects over each other' });
    return found;
  }

  /** Null for a box in more than `maxCells`. */
  #keysOf({ left, bottom, right, top }: PageBox): number[] | null {
    const extent = this.#extent;
    const column = (x: number) => cellOf(x, extent.left, extent.right);
    const row = (y: number) => cellOf(y, extent.bottom, extent.top);
    const [west, east, south, north] = [column(left), column(right), row(bottom), row(top)];
    if ((east - west + 1) * (north - south + 1) > maxCells) return null;
    const keys: number[] = [];
    for (let y = south; y <= north; y += 1) for (let x = west; x <= east; x += 1) keys.push(y * cells + x);
    return keys;
  }
}

function cellOf(at: number, from: number, to: number): number {
  const cell = Math.floor(((at - from) / (to - from)) * cells);
  // Not a number where the extent is a point.
  return cell > 0 ? Math.min(cell, cells - 1) : 0;
}
