import { InkMap } from './ink-map.ts';
import { overlaps, type Box } from '../../objects/index.ts';
import type { PageLook } from './page-look.ts';
import type { PageView } from './page-view.ts';

/** Room kept between a mark and what stands on the page, in points. */
const clearance = 3;
/** More than numbers that stand for the same place can differ by. */
const rounding = 1e-6;
/** Bytes of pictures that an exhibit's looks may decode, after those that may decode any. */
const maxPictureBytes = 3_000_000;

/**
 * How many of an exhibit's pages may be drawn to see what is on them. It depends on the exhibit and its set's choice alone: what is
 * decided for it must stay when others come or go.
 */
export class LookAllowance {
  /** Whether all pages may be drawn. */
  readonly isForAll: boolean;
  #looks: number;
  #bytes = maxPictureBytes;
  #dearLooks = 1;
  #isOneMore = false;

  /**
   * @param pages of the exhibit
   * @param isForAll whether all of them may be
   */
  constructor(pages: number, isForAll: boolean) {
    this.isForAll = isForAll;
    this.#looks = Math.min(12, 2 + Math.floor(pages / 12));
  }

  /**
   * Takes one look, if there is one left.
   *
   * @param pictureBytes what the page's pictures come to when they are decoded
   * @returns whether the page may be looked at
   */
  spend(pictureBytes: number): boolean {
    if (this.isForAll) return true;
    if (this.#looks === 0 || (this.#dearLooks === 0 && pictureBytes > this.#bytes)) return false;
    this.#looks -= 1;
    if (this.#dearLooks > 0) this.#dearLooks -= 1;
    else this.#bytes -= pictureBytes;
    return true;
  }

  /**
   * Allows a second look, once, that decodes pictures of any size: for where the page looked at first has the wanted place taken.
   * A title page is often unlike all others, and does not say where else these are free.
   */
  grantDearLook(): void {
    if (this.#isOneMore) return;
    this.#isOneMore = true;
    this.#dearLooks += 1;
  }
}

/** What is known of where a page is free: from its operators for certain, from its picture once it is looked at. */
export class PageSight {
  readonly view: PageView;
  readonly #look: PageLook;
  readonly #taken: readonly Box[];
  #ink: InkMap | null = null;

  constructor(view: PageView, look: PageLook) {
    this.view = view;
    this.#look = look;
    this.#taken = look.taken.map((box) => view.fromPage(box));
  }

  get isSeen(): boolean {
    return this.#ink !== null;
  }

  /** Has the page drawn meanwhile, as it will be looked at. */
  foresee(): void {
    if (this.#ink === null) this.#look.foresee();
  }

  /** Looks at the page's picture, once; false where it cannot, or may not. */
  async look(allowance: LookAllowance): Promise<boolean> {
    if (this.#ink !== null) return true;
    if (!allowance.spend(this.#look.pictureBytes)) return false;
    const picture = await this.#look.picture();
    if (picture !== null) this.#ink = new InkMap(picture);
    return picture !== null;
  }

  /** Whether an area of the view, with some room around it, is free for all that is known. */
  isFree(area: Box): boolean {
    const { width, height } = this.view;
    if (area[0] < 0 || area[1] < 0 || area[2] > width || area[3] > height) return false;
    for (const box of this.#taken) if (overlaps(area, box)) return false;
    const around = this.#around(area);
    if (this.#ink === null) return this.#look.isFree(this.view.toPage(around));
    return this.#ink.isFree(around[0] / width, around[1] / height, around[2] / width, around[3] / height);
  }

  /**
   * Of an area that is not free: from which left edge on an area of its size and height does not have the same ink in it. Its own left
   * edge or less where no ink is known in it. A search need not ask about those between.
   */
  pastInk(area: Box): number {
    if (this.#ink === null) return area[0];
    const { width, height } = this.view;
    const around = this.#around(area);
    const end = this.#ink.inkEnd(
      around[0] / width,
      around[1] / height,
      around[2] / width,
      around[3] / height,
    );
    return end * width + clearance - rounding;
  }

  /** An area with some room around it, as far as the view goes. */
  #around(area: Box): Box {
    const { width, height } = this.view;
    return [
      Math.max(0, area[0] - clearance),
      Math.max(0, area[1] - clearance),
      Math.min(width, area[2] + clearance),
      Math.min(height, area[3] + clearance),
    ];
  }
}
