import { contentResources, type ContentResources, type SourcePage } from '../../../objects/index.ts';
import type { LookAhead } from '../../ahead/look-ahead.ts';
import type { PageLook } from '../../marks/index.ts';
import { lookAtSource } from '../../source/look-at-page.ts';
import type { PdfOriginal } from '../../source/open-item.ts';
import { PageContent, type ContentState } from '../../source/page-content.ts';

/** Pages with their operators; those that were looked at before their turn are kept until then. */
export class ContentsOfPages {
  readonly #original: PdfOriginal;
  readonly #beforeLook: () => Promise<void>;
  readonly #ahead: LookAhead | null;
  /** By the dictionary of resources that pages share. */
  readonly #resources = new Map<string, ContentResources>();
  readonly #kept = new Map<number, { page: SourcePage; content: PageContent }>();
  #current: readonly [number, { page: SourcePage; content: PageContent }] | null = null;

  /**
   * @param beforeLook waited for before a page is drawn
   * @param ahead draws its pages in other threads
   */
  constructor(original: PdfOriginal, beforeLook: () => Promise<void>, ahead: LookAhead | null) {
    this.#original = original;
    this.#beforeLook = beforeLook;
    this.#ahead = ahead;
  }

  /**
   * A page in its turn.
   *
   * @param source its position in the original, from 0
   * @param told what reading its operators told before, where they were read
   */
  take(source: number, told?: ContentState): { page: SourcePage; content: PageContent } {
    const kept = this.#kept.get(source);
    this.#kept.delete(source);
    const taken = kept ?? this.#read(source, told);
    this.#current = [source, taken];
    return taken;
  }

  /** A page as the placement of marks needs it. */
  see(source: number): { page: SourcePage; look: PageLook } {
    let found = this.#current?.[0] === source ? this.#current[1] : this.#kept.get(source);
    if (!found) this.#kept.set(source, (found = this.#read(source)));
    const { page, content } = found;
    return { page, look: lookAtSource(this.#original, page, content, this.#beforeLook, this.#ahead) };
  }

  #resourcesOf({ resources, resourcesKey }: SourcePage): ContentResources {
    const { objects } = this.#original;
    if (resourcesKey === null) return contentResources(objects, resources);
    let known = this.#resources.get(resourcesKey);
    if (!known) this.#resources.set(resourcesKey, (known = contentResources(objects, resources)));
    return known;
  }

  #read(source: number, told?: ContentState): { page: SourcePage; content: PageContent } {
    const page = this.#original.pages.at(source);
    return { page, content: new PageContent(this.#original.objects, page, this.#resourcesOf(page), told) };
  }
}
