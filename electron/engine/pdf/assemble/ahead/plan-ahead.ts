import type { Exhibit } from '../binding/exhibit.ts';
import type { MarkStyle } from '../plan.ts';
import type { Elsewhere } from './work-elsewhere.ts';

/** Pages of a longer exhibit are better drawn ahead within it, by more than one thread. */
const maxPages = 24;
/** Exhibits that are asked for before their turn. */
const exhibitsAhead = 6;

/** Has the marks of exhibits to come placed in other threads, while this one writes those before them. */
export class PlanAhead {
  readonly #exhibits: readonly Exhibit[];
  readonly #style: MarkStyle;
  readonly #elsewhere: Elsewhere;
  /** By the exhibit's place. */
  readonly #asked = new Map<number, Promise<void>>();

  /** @param exhibits all of the assembly, in the order they are written */
  constructor(exhibits: readonly Exhibit[], style: MarkStyle, elsewhere: Elsewhere) {
    this.#exhibits = exhibits;
    this.#style = style;
    this.#elsewhere = elsewhere;
  }

  /** Has the marks after an exhibit placed meanwhile, and waits for its own where they were asked for. */
  async before({ at }: Exhibit): Promise<void> {
    for (const next of this.#exhibits.slice(at + 1, at + 1 + exhibitsAhead)) this.#ask(next);
    await this.#asked.get(at);
  }

  #ask(exhibit: Exhibit): void {
    const { at, item } = exhibit;
    if (this.#asked.has(at) || !exhibit.isToPlan || item.original?.kind !== 'pdf' || item.pages > maxPages)
      return;
    const location = this.#elsewhere.locationOf(at);
    if (location === null) return;
    const { label, numbers, designation, banner, hasSticker, pages, original } = item;
    const toPlan = { label, numbers, designation, banner, hasSticker, pages, original };
    this.#asked.set(
      at,
      this.#elsewhere.planMarks(location, toPlan, this.#style).then((planned) => {
        if (planned) exhibit.takePlans(planned);
      }),
    );
  }
}
