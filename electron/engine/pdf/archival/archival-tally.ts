import { formatCount } from '../../../../shared/domain/amounts.ts';
import type { AssemblyFinding } from '../assemble/source/tally.ts';
import { describeProblem, type ArchivalProblem } from './problems.ts';

interface Told {
  readonly problem: ArchivalProblem;
  readonly page: number | null;
  pages: number;
}

/** What keeps one exhibit from being PDF/A-2b, each problem reported once, with the first page it is on. */
export class ArchivalTally {
  readonly #problems = new Map<string, Told>();
  readonly #pagesWithHiddenNotes = new Set<number | null>();

  /** @param page of the exhibit, from 0; null for its slip sheet and for the file as a whole */
  add(problem: ArchivalProblem, page: number | null): void {
    const key = `${problem.kind} ${problem.subject}`;
    const told = this.#problems.get(key);
    if (told) told.pages += 1;
    else this.#problems.set(key, { problem, page, pages: 1 });
  }

  /**
   * Notes a page whose hidden notes were left out.
   *
   * @param page of the exhibit, from 0; null for its slip sheet
   */
  addHiddenNotes(page: number | null): void {
    this.#pagesWithHiddenNotes.add(page);
  }

  /** Adds what another tally noted of the same exhibit, where it is not known here. */
  merge(other: ArchivalTally): void {
    for (const [key, told] of other.#problems) if (!this.#problems.has(key)) this.#problems.set(key, told);
    for (const page of other.#pagesWithHiddenNotes) this.#pagesWithHiddenNotes.add(page);
  }

  findings(): AssemblyFinding[] {
    const unmet = [...this.#problems.values()].map(({ problem, page, pages }): AssemblyFinding => {
      const more = pages > 1 ? `, and on ${pages - 1} more ${pages === 2 ? 'page' : 'pages'}` : '';
      const where = page === null ? '' : ` (p. ${page + 1}${more})`;
      return {
        code: 'PDFA_NOT_MET',
        severity: 'warning',
        message: `Not PDF/A: ${describeProblem(problem)}${where}.`,
        ...(page !== null && { page: page + 1 }),
      };
    });
    const { size } = this.#pagesWithHiddenNotes;
    if (size === 0) return unmet;
    return [
      ...unmet,
      {
        code: 'PDFA_HIDDEN_NOTES_LEFT_OUT',
        severity: 'info',
        message: `Hidden notes on ${formatCount(size, 'page')} left out: PDF/A has none that are not seen. The original has them.`,
      },
    ];
  }
}
