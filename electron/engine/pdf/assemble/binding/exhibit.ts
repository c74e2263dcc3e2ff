import type { FontShelf } from '../../draw/font-shelf.ts';
import { SourceUnreadable } from '../../objects/index.ts';
import type { PlannedMarks } from '../ahead/plan-task.ts';
import type { AssembleTools } from '../assembly.ts';
import { ExhibitMarks, type PageLook, type PagePlan, type PageSpace } from '../marks/index.ts';
import type { AssembleItem, MarkStyle } from '../plan.ts';
import { openItem, type OpenedItem } from '../source/open-item.ts';
import type { ContentState } from '../source/page-content.ts';

/** An item with what is decided about it once and holds in every file it goes into. */
export class Exhibit {
  /** Its place from 0. */
  readonly at: number;
  readonly item: AssembleItem;
  /** Its pages, from 0, whose content gets a form of its own: what was drawn over them did not read back. */
  readonly wrapped = new Set<number>();
  /** How often `wrapped` grew: files written before that are stale. */
  revision = 0;
  /** What reading its pages' operators told, by place from 0, once they were read. */
  readonly states: ContentState[] = [];
  readonly #newMarks: () => ExhibitMarks;
  readonly #plans: PagePlan[] = [];
  #mustRewrite = false;
  #marks: ExhibitMarks;
  #isSurveyed = false;

  /** @param at its place among all of the assembly, from 0 */
  constructor(at: number, item: AssembleItem, style: MarkStyle, shelf: FontShelf) {
    this.at = at;
    this.item = item;
    this.#newMarks = () => new ExhibitMarks(item, style, shelf);
    this.#marks = this.#newMarks();
  }

  /** Position in the original, from 0, of a page that it brings. */
  sourceOf(at: number): number {
    const { selected } = this.item.original!;
    return selected ? selected[at]! : at;
  }

  /** Has all its pages looked at again, where they are read from elsewhere. */
  #forgetPlans(): void {
    this.#marks = this.#newMarks();
    this.#plans.length = 0;
    this.states.length = 0;
    this.#isSurveyed = false;
  }

  /** Whether its marks are yet to be placed, on its original's pages as they stand. */
  get isToPlan(): boolean {
    return this.isMarked && !this.#isSurveyed && !this.#mustRewrite;
  }

  /** Takes over what was decided of all its pages elsewhere. */
  takePlans({ plans, states }: PlannedMarks): void {
    this.#isSurveyed = true;
    this.#plans.push(...plans);
    this.states.push(...states);
  }

  /** Encloses the content of a page from the next file on. */
  wrap(page: number): void {
    if (this.wrapped.has(page)) return;
    this.wrapped.add(page);
    this.revision += 1;
  }

  /**
   * What is drawn over a page, from 0.
   *
   * @param lookAt lends any of its pages
   * @param foresees whether pages to come are drawn meanwhile
   */
  async planOf(
    at: number,
    lookAt: (at: number) => { page: PageSpace; look: PageLook },
    foresees = false,
  ): Promise<PagePlan> {
    const present = this.#plans[at];
    if (present) return present;
    if (!this.#isSurveyed) await this.#marks.survey(lookAt);
    this.#isSurveyed = true;
    if (foresees) this.#marks.foresee(at, lookAt);
    let sight: ReturnType<typeof lookAt> | undefined;
    const see = () => (sight ??= lookAt(at));
    const plan = await this.#marks.plan(at, see().page, () => see().look);
    this.#plans[at] = plan;
    return plan;
  }

  /** Keeps only what is decided; for when its original is closed before all its pages are planned. */
  rest(): void {
    this.#marks.forgetSights();
  }

  /** Whether its pages get any marks at all. */
  get isMarked(): boolean {
    const { numbers, designation, banner, hasSticker } = this.item;
    return numbers !== null || designation !== '' || banner !== '' || hasSticker;
  }

  /**
   * Lends the original. When something in a PDF cannot be carried, it is lent once more, rewritten by PDFium.
   *
   * @param undo called before that
   * @throws SourceUnreadable, naming the item
   */
  async withOriginal<T>(
    tools: Pick<AssembleTools, 'pdfiumWasmPath'> & {
      original(item: number): ReturnType<AssembleTools['original']>;
    },
    use: (opened: OpenedItem) => Promise<T>,
    undo: () => void,
  ): Promise<T> {
    const kind = this.item.original!.kind;
    for (;;) {
      const original = await tools.original(this.at);
      let isRewritten = kind !== 'pdf';
      try {
        const opened = await openItem(kind, original, tools.pdfiumWasmPath, this.#mustRewrite);
        isRewritten ||= opened.kind === 'pdf' && opened.rewritten !== null;
        try {
          return await use(opened);
        } finally {
          opened.close();
        }
      } catch (error) {
        if (!(error instanceof SourceUnreadable)) throw error;
        if (isRewritten || this.#mustRewrite) {
          error.item ??= this.at;
          throw error;
        }
        undo();
        this.#forgetPlans();
        this.#mustRewrite = true;
      } finally {
        original.close();
      }
    }
  }
}
