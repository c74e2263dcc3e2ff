import { join } from 'node:path';
import type { MatterId } from '../../../shared/model/common.ts';
import { actAs, createReviewMatter, type ReviewMatter } from './review-matter.ts';
import { createTestEngine, type TestEngine } from './temp-matter.ts';

/** Opens every copy made here. */
export const copyPassphrase = 'thirty days';
/** Whose matter it is: makes the copies and merges what comes back. */
export const copyMaker = 'A. Reyes';

/** An engine with a matter of the copies' maker, and the copies that will be made of it. The caller disposes of the engine. */
export async function createReviewCopies(): Promise<{
  t: TestEngine;
  m: ReviewMatter;
  copies: ReviewCopies;
}> {
  const t = await createTestEngine();
  await actAs(t, copyMaker);
  const m = await createReviewMatter(t);
  return { t, m, copies: new ReviewCopies(t, m) };
}

/** Review copies of one matter, going out and coming back, as files of the engine's folder. */
export class ReviewCopies {
  readonly #t: TestEngine;
  readonly #matter: ReviewMatter;

  constructor(t: TestEngine, matter: ReviewMatter) {
    this.#t = t;
    this.#matter = matter;
  }

  /** Makes a copy of the notice and the mail, with coding, for comments; `more` says otherwise. Returns its id. */
  async make(name: string, more: object = {}): Promise<string> {
    const { matterId, notice, mail } = this.#matter;
    const { copyId } = await this.#t.runJob('review.copy.export', {
      matterId,
      ids: [notice, mail],
      target: { path: join(this.#t.folder, name) },
      name: `Copy ${name}`,
      passphrase: copyPassphrase,
      mode: 'comment',
      includesCoding: true,
      ...more,
    });
    return copyId;
  }

  /** Works in a copy as its reviewer does, then closes it. */
  async review(
    name: string,
    reviewer: string,
    work: (matterId: MatterId) => Promise<unknown>,
  ): Promise<void> {
    const { id } = await this.#t.client['matter.open']({
      source: { path: join(this.#t.folder, name) },
      passphrase: copyPassphrase,
    });
    await actAs(this.#t, reviewer);
    await work(id);
    await this.#t.client['matter.close']({ matterId: id });
    await actAs(this.#t, copyMaker);
  }

  /** Takes a copy back. @param more other than its own passphrase */
  merge(name: string, more: object = {}) {
    return this.#t.runJob('review.copy.merge', {
      matterId: this.#matter.matterId,
      source: { path: join(this.#t.folder, name) },
      passphrase: copyPassphrase,
      ...more,
    });
  }
}
