import { InkMap } from './ink-map.ts';
import { overlaps, type Box, type PageLook } from './page-look.ts';
import type { PageView } from './page-view.ts';

/** Room kept between a mark and what stands on the page, in points. */
const clearance = 3;
/** Bytes of pictures that an exhibit's looks may decode, after the first look. */
const maxPictureBytes = 3_000_000;

/**
 * How many of an exhibit's pages may be drawn to see what is on them. It depends on the exhibit alone: what is decided for it
 * must stay when others come or go.
 */
export class LookAllowance {
  #looks: number;
  #bytes = maxPictureBytes;
  #isFirst = true;

  /** @param pages of the exhibit */
  constructor(pages: number) {
    this.#looks = Math.min(12, 2 + Math.floor(pages / 12));
  }

  spend(pictureBytes: number): boolean {
    if (this.#looks === 0 || (!this.#isFirst && pictureBytes > this.#bytes)) return false;
    this.#looks -= 1;
    if (!this.#isFirst) this.#bytes -= pictureBytes;
    this.#isFirst = false;
    return true;
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
    const left = area[0];
    const bottom = area[1];
    const right = area[2];
    const top = area[3];
    if (left < 0 || bottom < 0 || right > width || top > height) return false;
    for (const box of this.#taken) if (overlaps(area, box)) return false;
    const aroundLeft = Math.max(0, left - clearance);
    const aroundBottom = Math.max(0, bottom - clearance);
    const aroundRight = Math.min(width, right + clearance);
    const aroundTop = Math.min(height, top + clearance);
    if (this.#ink === null)
      return this.#look.isFree(this.view.toPage([aroundLeft, aroundBottom, aroundRight, aroundTop]));
    return this.#ink.isFree(
      aroundLeft / width,
      aroundBottom / height,
      aroundRight / width,
      aroundTop / height,
    );
  }
}
