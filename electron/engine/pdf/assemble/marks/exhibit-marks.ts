import type { FontShelf } from '../../draw/font-shelf.ts';
import {
  breakLines,
  markMargin,
  measureLines,
  measureSticker,
  stickerHeading,
  type MarkSize,
} from '../../draw/marks.ts';
import { Typesetter } from '../../draw/typesetter.ts';
import { overlaps, type Box } from '../../objects/index.ts';
import type { AssembleItem, MarkStyle } from '../plan.ts';
import {
  besidePlaces,
  footSpot,
  numberPlaces,
  otherSpots,
  topSpots,
  type FootPlace,
  type Spot,
} from './line-places.ts';
import type { MarkFindingKey } from './mark-findings.ts';
import { roomBelow } from './making-room.ts';
import type { PageLook, PageSpace } from './page-look.ts';
import { noMarks, type MarkKind, type PagePlan, type PlacedMark } from './page-plan.ts';
import { LookAllowance, PageSight } from './page-sight.ts';
import { PageView } from './page-view.ts';
import { cornerSpot, findStickerSpot } from './sticker-place.ts';

/** What is printed on an exhibit's pages. */
export type MarkedItem = Pick<
  AssembleItem,
  'label' | 'numbers' | 'designation' | 'banner' | 'hasSticker' | 'pages'
>;

const maxSurveyed = 24;
/** Where every page is looked at, a place free on this many surveyed pages is chosen at once: a preview need not wait for the others. */
const enoughSurveyed = 4;
/** This many pages are looked at ahead of the one at hand, where all are. */
const pagesAhead = 32;
/** Room between marks of ours, in points. */
const gap = 5;

/** A line's place on one page, and how it came by it. */
interface Line {
  readonly kind: MarkKind;
  readonly lines: readonly string[];
  readonly size: MarkSize;
  readonly spot: Spot;
  readonly finding: MarkFindingKey | null;
}

/**
 * Places the marks of one exhibit's pages, all in one position as far as the pages let them. What is decided depends on the
 * exhibit's own pages only, so that it stays when other exhibits come or go.
 *
 * @example
 *   const marks = new ExhibitMarks(item, style, shelf);
 *   await marks.survey((at) => ({ page: spaceOf(at), look: lookAt(at) }));
 *   const plan = await marks.plan(0, spaceOf(0), () => lookAt(0));
 *   const { content, fonts } = drawMarks(plan, style, output.type);
 */
export class ExhibitMarks {
  readonly #item: MarkedItem;
  readonly #style: MarkStyle;
  /** Measures only; what is drawn is drawn with each output's own. */
  readonly #type: Typesetter;
  readonly #allowance: LookAllowance;
  readonly #numberPlaces: readonly FootPlace[];
  #numberPlace: FootPlace;
  #besidePlace: FootPlace;
  /** What the survey and foresight have seen, until the page is planned. */
  readonly #sights = new Map<number, PageSight>();
  #measured: { readonly number: string; readonly size: MarkSize } | null = null;
  readonly #numberSizes: MarkSize[] = [];
  #view: PageView | null = null;
  /** The number's usual spot on pages of one shape. */
  #usual: {
    readonly view: PageView;
    readonly size: MarkSize;
    readonly place: FootPlace;
    readonly spot: Spot;
  } | null = null;
  /** Up to this page, from 0, those that need a look are being drawn. */
  #foreseen = 0;
  /** Pages, from 0, that `survey` looks at: at most 24, spread over the exhibit, the first among them. */
  readonly surveyed: readonly number[];

  constructor(item: MarkedItem, style: MarkStyle, shelf: FontShelf) {
    this.#item = item;
    this.#style = style;
    this.#type = new Typesetter(shelf, () => 0);
    this.#allowance = new LookAllowance(item.pages, style.looksAtEveryPage ?? false);
    this.#numberPlaces = numberPlaces(style.numberPosition);
    this.#numberPlace = this.#numberPlaces[0]!;
    this.#besidePlace = besidePlaces(this.#numberPlace.side)[0]!;
    this.surveyed = item.numbers !== null || item.designation !== '' ? spread(item.pages, maxSurveyed) : [];
  }

  /** Chooses the exhibit's positions. Comes before any `plan`; does nothing where pages have neither number nor designation. */
  async survey(pageAt: (at: number) => { page: PageSpace; look: PageLook }): Promise<void> {
    for (const at of this.surveyed) this.#sightOf(at, pageAt);
    if (this.#item.numbers !== null)
      this.#numberPlace = await this.#choose(this.#numberPlaces, (view, at, place) =>
        this.#numberSpot(view, at, place),
      );
    if (this.#item.designation === '') return;
    const places = besidePlaces(this.#numberPlace.side);
    this.#besidePlace = await this.#choose(places, (view, at, place) => {
      const { size } = this.#lineOf('designation', this.#item.designation, view);
      const spot = footSpot(view, size, place);
      if (this.#item.numbers === null) return spot;
      const number = this.#numberSpot(view, at, this.#numberPlace);
      return overlaps(spot.area, number.area, gap) ? null : spot;
    });
  }

  /** Forgets what was seen, and keeps what was decided: the original is about to be closed before all pages are planned. */
  forgetSights(): void {
    this.#sights.clear();
  }

  /**
   * Has pages from `at` (from 0) on that will be looked at for their numbers drawn meanwhile, where all pages may be. Comes
   * after `survey`.
   */
  foresee(at: number, pageAt: (at: number) => { page: PageSpace; look: PageLook }): void {
    const { numbers, pages } = this.#item;
    if (!this.#allowance.isForAll || numbers === null || at + pagesAhead / 2 < this.#foreseen) return;
    const end = Math.min(pages, at + pagesAhead);
    for (let next = Math.max(at, this.#foreseen); next < end; next += 1) {
      const sight = this.#sightOf(next, pageAt);
      if (!this.#usualNumber(next, numbers[next]!, sight)) sight.foresee();
    }
    this.#foreseen = end;
  }

  /**
   * Places the marks of page `at` (from 0) of the exhibit.
   *
   * @param look called at most once, and only where neither survey nor foresight has
   */
  async plan(at: number, page: PageSpace, look: () => PageLook): Promise<PagePlan> {
    const isFirst = at === 0;
    const number = this.#item.numbers?.[at];
    const hasSticker = isFirst && this.#item.hasSticker;
    const banner = isFirst ? this.#item.banner : '';
    if (number === undefined && this.#item.designation === '' && !hasSticker && banner === '') return noMarks;

    const sight = this.#sights.get(at) ?? new PageSight(this.#viewOf(page), look());
    this.#sights.delete(at);
    const { view } = sight;
    const placed: Line[] = [];
    if (number !== undefined)
      placed.push(this.#usualNumber(at, number, sight) ?? (await this.#moveNumber(at, number, sight)));
    if (this.#item.designation !== '') placed.push(await this.#placeDesignation(sight, placed[0]));
    if (banner !== '') placed.push(await this.#placeBanner(banner, sight, placed));
    let contentMatrix: PagePlan['contentMatrix'] = null;
    if (hasSticker) {
      const size = measureSticker(this.#item.label, this.#type);
      const lines = [stickerHeading(this.#style.stickerWords), this.#item.label];
      const found = await this.#findSticker(size, sight, placed);
      if (found) {
        const finding = found.isWanted ? null : ('stickerMoved' as const);
        placed.push({ kind: 'sticker', lines, size, spot: found, finding });
      } else {
        const room = roomBelow(view, size, placed, this.#style);
        contentMatrix = room.scale === 1 ? null : view.shrinking(room.scale);
        for (const [i, spot] of room.lines.entries()) placed[i] = { ...placed[i]!, spot, finding: null };
        // Where the strip made is too low, the page’s own margin may do the rest.
        const isClear =
          room.isWhole ||
          [...room.lines, room.sticker].every(({ area }) => {
            const before = view.beforeShrinking(area, room.scale);
            return before === null || sight.isFree(before);
          });
        const finding = isClear ? 'stickerPageScaled' : 'stickerOverContent';
        placed.push({ kind: 'sticker', lines, size, spot: room.sticker, finding });
      }
    }
    return {
      marks: placed.map(({ kind, lines, spot }) => markAt(kind, lines, spot, view)),
      contentMatrix,
      findings: placed.flatMap(({ finding }) => finding ?? []),
    };
  }

  /** The place that is free on most of the surveyed pages; the first of equals. */
  async #choose(
    places: readonly FootPlace[],
    spotOf: (view: PageView, at: number, place: FootPlace) => Spot | null,
  ): Promise<FootPlace> {
    const isFree = (sight: PageSight, at: number, place: FootPlace) => {
      const spot = spotOf(sight.view, at, place);
      return spot !== null && sight.isFree(spot.area);
    };
    const wanted = places.find((place) =>
      this.surveyed.some((at) => spotOf(this.#sights.get(at)!.view, at, place) !== null),
    );
    if (!wanted) return places[0]!;
    // Pages where it is unknown whether the wanted place is free count only when they were looked at.
    const enough = this.#allowance.isForAll ? await this.#freeOnSome(places, isFree) : undefined;
    if (enough) return enough;
    const known: number[] = [];
    for (const at of this.surveyed) {
      const sight = this.#sights.get(at)!;
      if (!isFree(sight, at, wanted) && !sight.isSeen) {
        if (!(await sight.look(this.#allowance))) continue;
        if (!isFree(sight, at, wanted)) this.#allowance.grantDearLook();
      }
      known.push(at);
    }
    const counted = known.length === 0 ? this.surveyed : known;
    let best = wanted;
    let most = 0;
    for (const place of places) {
      const count = counted.filter((at) => isFree(this.#sights.get(at)!, at, place)).length;
      if (count > most) [best, most] = [place, count];
      if (most === counted.length) break;
    }
    return best;
  }

  /** The first place that is free on some surveyed pages, spread over all; undefined when none is: the others are then drawn meanwhile. */
  async #freeOnSome(
    places: readonly FootPlace[],
    isFree: (sight: PageSight, at: number, place: FootPlace) => boolean,
  ): Promise<FootPlace | undefined> {
    const pages = spread(this.surveyed.length, enoughSurveyed).map((i) => this.surveyed[i]!);
    const [wanted] = places;
    const isOpen = (at: number) => !isFree(this.#sights.get(at)!, at, wanted!);
    for (const at of pages) if (isOpen(at)) this.#sights.get(at)!.foresee();
    for (const at of pages) if (isOpen(at)) await this.#sights.get(at)!.look(this.#allowance);
    const found = places.find((place) => pages.every((at) => isFree(this.#sights.get(at)!, at, place)));
    if (!found) for (const at of this.surveyed) if (isOpen(at)) this.#sights.get(at)!.foresee();
    return found;
  }

  /** The number where the exhibit's numbers stand; null where that is not free. */
  #usualNumber(at: number, number: string, sight: PageSight): Line | null {
    const spot = this.#numberSpot(sight.view, at, this.#numberPlace);
    if (!sight.isFree(spot.area)) return null;
    const finding = this.#numberPlace === this.#numberPlaces[0] ? null : 'numbersMoved';
    return { kind: 'number', lines: [number], size: this.#numberSize(at), spot, finding };
  }

  async #moveNumber(at: number, number: string, sight: PageSight): Promise<Line> {
    const { view } = sight;
    const size = this.#numberSize(at);
    const line = { kind: 'number' as const, lines: [number], size };
    const usual = this.#numberSpot(view, at, this.#numberPlace);
    const spots = this.#numberPlaces.map((place) => footSpot(view, size, place));
    const wanted = spots[0]!;
    const others = otherSpots(view, size, this.#numberPlaces[0]!.side);
    const free = await this.#firstFree(sight, [usual, ...spots], others);
    if (free) return { ...line, spot: free, finding: isSame(free, wanted) ? null : 'numbersMoved' };
    if (!sight.isSeen) return { ...line, spot: usual, finding: 'numbersNotLookedAt' };
    return { ...line, spot: wanted, finding: 'numbersOverContent' };
  }

  async #placeDesignation(sight: PageSight, number: Line | undefined): Promise<Line> {
    const { view } = sight;
    const line = this.#lineOf('designation', this.#item.designation, view);
    const isClear = ({ area }: Spot) => number === undefined || !overlaps(area, number.spot.area, gap);
    const places = [this.#besidePlace, ...besidePlaces(this.#numberPlace.side)];
    const spots = places.map((place) => footSpot(view, line.size, place));
    const others = otherSpots(view, line.size, this.#besidePlace.side);
    const free = await this.#firstFree(sight, spots, others, isClear);
    if (free) return { ...line, spot: free, finding: null };
    const finding = sight.isSeen ? 'designationOverContent' : 'designationNotLookedAt';
    return { ...line, spot: spots.find(isClear) ?? spots[0]!, finding };
  }

  async #placeBanner(words: string, sight: PageSight, placed: readonly Line[]): Promise<Line> {
    const line = this.#lineOf('banner', words, sight.view);
    const isClear = ({ area }: Spot) => placed.every(({ spot }) => !overlaps(area, spot.area, gap));
    const spots = topSpots(sight.view, line.size);
    const free = await this.#firstFree(sight, spots, [], isClear);
    return { ...line, spot: free ?? spots[0]!, finding: free ? null : 'bannerOverContent' };
  }

  /**
   * The first free one of some spots. The page is looked at unless the first of them is free for all that is known.
   *
   * @param others what is tried last, on a page that was seen
   * @param isClear whether a spot is where no other mark of ours stands
   */
  async #firstFree(
    sight: PageSight,
    spots: readonly Spot[],
    others: Iterable<Spot>,
    isClear: (spot: Spot) => boolean = () => true,
  ): Promise<Spot | undefined> {
    const isFree = (spot: Spot) => isClear(spot) && sight.isFree(spot.area);
    if (isFree(spots[0]!)) return spots[0];
    await sight.look(this.#allowance);
    const free = spots.find(isFree);
    if (free || !sight.isSeen) return free;
    for (const spot of others) if (isFree(spot)) return spot;
    return undefined;
  }

  async #findSticker(size: MarkSize, sight: PageSight, placed: readonly Line[]) {
    const { view } = sight;
    const corner = this.#style.stickerCorner;
    const isClear = (area: Box) => placed.every(({ spot }) => !overlaps(area, spot.area, gap));
    const isFree = (area: Box) => isClear(area) && sight.isFree(area);
    const wanted = cornerSpot(view, size, corner, isClear);
    if (isFree(wanted.area)) return { ...wanted, isWanted: true };
    await sight.look(this.#allowance);
    if (isFree(wanted.area)) return { ...wanted, isWanted: true };
    return findStickerSpot(view, size, corner, { isFree, pastInk: (area) => sight.pastInk(area) });
  }

  #sightOf(at: number, pageAt: (at: number) => { page: PageSpace; look: PageLook }): PageSight {
    let sight = this.#sights.get(at);
    if (!sight) {
      const { page, look } = pageAt(at);
      this.#sights.set(at, (sight = new PageSight(this.#viewOf(page), look)));
    }
    return sight;
  }

  /** The view of a page; pages that lie alike share one. */
  #viewOf(page: PageSpace): PageView {
    if (this.#view?.isOf(page) !== true) this.#view = new PageView(page);
    return this.#view;
  }

  #numberSpot(view: PageView, at: number, place: FootPlace): Spot {
    const size = this.#numberSize(at);
    const usual = this.#usual;
    if (usual !== null && usual.view === view && usual.size === size && usual.place === place)
      return usual.spot;
    const spot = footSpot(view, size, place);
    this.#usual = { view, size, place, spot };
    return spot;
  }

  #numberSize(at: number): MarkSize {
    const known = this.#numberSizes[at];
    if (known) return known;
    const number = this.#item.numbers?.[at] ?? '';
    if (this.#measured === null || !isAsWide(number, this.#measured.number))
      this.#measured = { number, size: measureLines('number', [number], this.#type) };
    return (this.#numberSizes[at] = this.#measured.size);
  }

  #lineOf(kind: 'designation' | 'banner', words: string, view: PageView) {
    const lines = breakLines(kind, words, view.width - 2 * markMargin, this.#type);
    return { kind, lines, size: measureLines(kind, lines, this.#type) };
  }
}

/** Whether two numbers differ in their digits only, which are of one width in all our faces. */
function isAsWide(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1)
    if (a[i] !== b[i] && !(isDigit(a.charCodeAt(i)) && isDigit(b.charCodeAt(i)))) return false;
  return true;
}

const isDigit = (code: number) => code >= 48 && code <= 57;

function markAt(kind: MarkKind, lines: readonly string[], spot: Spot, view: PageView): PlacedMark {
  const { matrix, area } = view.place(spot);
  return { kind, lines, text: lines.join(' '), matrix, area };
}

const isSame = (a: Spot, b: Spot) => a.x === b.x && a.y === b.y;

/** At most so many of so many pages, evenly spread, the first and the last among them. */
function spread(pages: number, most: number): number[] {
  if (pages <= most) return Array.from({ length: pages }, (_, at) => at);
  return Array.from({ length: most }, (_, i) => Math.round((i * (pages - 1)) / (most - 1)));
}
