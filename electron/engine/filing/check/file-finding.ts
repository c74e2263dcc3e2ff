import { pagesInWords } from '../../../../shared/domain/page-ranges.ts';
import type { FilingCheckKind } from '../../../../shared/model/court-profile.ts';
import type { FilingFinding } from '../../../../shared/model/filing.ts';
import { sourceInWords, type FilingRules } from '../filing-rules.ts';

/** A finding before it is known of which file. */
export type FileFinding = Omit<FilingFinding, 'file'>;

export type FindingSeverity = FilingFinding['severity'];

/** What is found in one file, each finding as severe as the rule for its check says; nothing of checks that a court leaves out. */
export class FileFindings {
  readonly all: FileFinding[] = [];
  readonly #rules: FilingRules['rules'];

  constructor(rules: FilingRules['rules']) {
    this.#rules = rules;
  }

  /** @param more `page` is from 1; `severity` replaces that of the rule */
  add(
    check: FilingCheckKind,
    code: string,
    message: string,
    { page, severity }: { page?: number | undefined; severity?: FindingSeverity | undefined } = {},
  ): void {
    const rule = this.#rules[check];
    if (rule.severity === 'none') return;
    this.all.push({
      code,
      severity: severity ?? rule.severity,
      ...(page !== undefined && { page }),
      message,
      source: sourceInWords(rule),
    });
  }

  /**
   * Adds one finding for all of some pages; nothing where there are none.
   *
   * @param pages from 1
   * @param message given the pages in words
   */
  addPages(
    check: FilingCheckKind,
    code: string,
    pages: readonly number[],
    message: (pages: string) => string,
    severity?: FindingSeverity,
  ): void {
    if (pages.length > 0) this.add(check, code, message(pagesInWords(pages)), { page: pages[0], severity });
  }
}
