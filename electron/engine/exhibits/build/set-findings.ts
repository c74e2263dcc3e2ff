import {
  batesEnds,
  describePages,
  isOneRun,
  overflowsDigits,
} from '../../../../shared/domain/exhibits/bates.ts';
import { compareLabels } from '../../../../shared/domain/exhibits/exhibit-label.ts';
import { pagesInWords } from '../../../../shared/domain/page-ranges.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Problem } from '../../../../shared/model/common.ts';
import type { Finding } from '../../../../shared/model/exhibits.ts';
import { numbersInOrder, type ExhibitNumbers } from '../bates-ledger.ts';
import type { ExhibitRow } from '../exhibit-repository.ts';
import type { SetRow } from '../set-repository.ts';
import type { ExhibitSource } from './sources.ts';

/** Characters of a list of numbers that a finding quotes. */
const maxShownRange = 200;

/** The most labels a finding names. */
const mostNamed = 20;

/** Findings about a set's numbers and labels, before any of its files is written. */
export function setFindings(
  set: SetRow,
  exhibits: readonly ExhibitRow[],
  sources: readonly (ExhibitSource | null)[],
  numbers: readonly ExhibitNumbers[] | null,
): Finding[] {
  return [
    ...runFindings(set, exhibits, numbers),
    ...sharedNumbersFindings(exhibits, numbers),
    ...orderFindings(set, exhibits),
    ...reservedFindings(exhibits),
    ...archivedFindings(exhibits),
    ...digitFindings(set, numbers),
    ...notesFindings(exhibits),
    ...redactionFindings(exhibits, sources),
    {
      code: 'PRIVACY_NOT_CHECKED',
      severity: 'info',
      message:
        'Privacy identifiers (Rule 5.2), and words recognized in a scan before it was blacked out: a build does not look for them. “Check filing” does, in the files that were built.',
      label: null,
    },
  ];
}

/** Exhibits whose pages have no single rising run: a first and a last number do not say which are theirs. */
function runFindings(
  { bates }: SetRow,
  exhibits: readonly ExhibitRow[],
  numbers: readonly ExhibitNumbers[] | null,
): Finding[] {
  return exhibits.flatMap(({ label }, at): Finding[] => {
    const pages = numbers?.[at]?.pages ?? [];
    if (!bates || isOneRun(pages)) return [];
    const range = describePages(bates.prefix, pages);
    const shown = range.length > maxShownRange ? `${range.slice(0, maxShownRange)}…` : range;
    return [
      {
        code: 'BATES_NOT_ONE_RUN',
        severity: 'warning',
        message: `The numbers of its pages are not one run: ${shown}. Load files and the index for spreadsheets name the lowest and the highest of them; numbers between may be another exhibit’s.`,
        label,
      },
    ];
  });
}

/**
 * Exhibits that carry pages which an earlier one of the set carries too: a page has one number, so review programs, which know a document by
 * its first number, take such exhibits for one.
 */
function sharedNumbersFindings(
  exhibits: readonly ExhibitRow[],
  numbers: readonly ExhibitNumbers[] | null,
): Finding[] {
  const firstWith = new Map<number, string>();
  return (numbers ?? []).flatMap((given, at): Finding[] => {
    const { label } = exhibits[at]!;
    const others = new Set<string>();
    for (const { number } of numbersInOrder(given)) {
      const first = firstWith.get(number);
      if (first === undefined) firstWith.set(number, label);
      else if (first !== label) others.add(first);
    }
    if (others.size === 0) return [];
    return [
      {
        code: 'BATES_NUMBERS_SHARED',
        severity: 'warning',
        message: `It brings pages that are in ${someOf([...others])} too, with the same numbers. The load file has a row for each, and a program that knows documents by their first number may keep only one.`,
        label,
      },
    ];
  });
}

/** Exhibits of items that somebody put out of sight. */
function archivedFindings(exhibits: readonly ExhibitRow[]): Finding[] {
  return exhibits
    .filter(({ status, original }) => status === 'active' && original?.isArchived)
    .map(({ label }) => ({
      code: 'EXHIBIT_ARCHIVED',
      severity: 'warning',
      message:
        'Its item was archived in Evidence, where it is out of sight. Withdraw the exhibit if it should not be filed, or bring the item back.',
      label,
    }));
}

/** Exhibits that stand behind one whose label comes after theirs: late changes leave them so, and a reader looks for them elsewhere. */
function orderFindings({ scheme }: SetRow, exhibits: readonly ExhibitRow[]): Finding[] {
  const misplaced = exhibits.filter(({ label }, at) => {
    const before = exhibits[at - 1];
    return before !== undefined && compareLabels(scheme, before.label, label) > 0;
  });
  if (misplaced.length === 0) return [];
  return [
    {
      code: 'LABELS_OUT_OF_ORDER',
      severity: 'warning',
      message: `Labels are not in the order in which the exhibits stand. Behind a later label: ${someOf(misplaced.map(({ label }) => label))}. Move exhibits, or give labels anew with “Relabel in order…”.`,
      label: null,
    },
  ];
}

/** Reserved labels, without evidence. */
function reservedFindings(exhibits: readonly ExhibitRow[]): Finding[] {
  const reserved = exhibits.filter(({ status }) => status === 'reserved').map(({ label }) => label);
  if (reserved.length === 0) return [];
  return [
    {
      code: 'LABELS_WITHOUT_EXHIBITS',
      severity: 'warning',
      message: `Labels are reserved for future exhibits, which the index calls “Reserved” and the binder has no pages for: ${someOf(reserved)}.`,
      label: null,
    },
  ];
}

/** That what somebody wrote of an exhibit’s admission stands in papers beside the binder, which are handed on easily. */
function notesFindings(exhibits: readonly ExhibitRow[]): Finding[] {
  const noted = exhibits
    .filter((exhibit) =>
      [exhibit.authenticationNote, exhibit.objection, exhibit.rulingNote].some((text) => text !== ''),
    )
    .map(({ label }) => label);
  if (noted.length === 0) return [];
  return [
    {
      code: 'ADMISSION_NOTES_TOLD',
      severity: 'info',
      message: `What is noted of authentication, objections and rulings stands in the Word index, the CSV index and the manifest, not in the binder: ${someOf(noted)}. Look through those files before they are handed on.`,
      label: null,
    },
  ];
}

/**
 * Exhibits that carry pages whose words look redacted and can be copied all the same, and those that were not looked through for such: intake
 * has reported on their originals.
 */
function redactionFindings(
  exhibits: readonly ExhibitRow[],
  sources: readonly (ExhibitSource | null)[],
): Finding[] {
  return exhibits.flatMap(({ label, original }, at): Finding[] => {
    const selected = sources[at]?.selected;
    if (!original || !selected) return [];
    const { problems } = original;
    const unchecked = problems
      .filter(({ code }) => code === 'PDF_REDACTIONS_NOT_CHECKED')
      .map(({ code, message }): Finding => ({ code, severity: 'warning', message, label }));
    const failed = problems.find(({ code }) => code === 'PDF_REDACTION_FAILED');
    return failed ? [...failedFindings(failed, selected, label), ...unchecked] : unchecked;
  });
}

/** @param selected positions in the original, from 0, of the pages that are carried */
function failedFindings(
  { code, message: told, pages: failedPages }: Problem,
  selected: readonly number[],
  label: string,
): Finding[] {
  // Originals taken in before pages were kept with problems do not say which pages they are.
  if (!failedPages) return [{ code, severity: 'error', message: told, label }];
  const inOriginal = new Set(failedPages);
  const carried = selected.flatMap((index, place) =>
    inOriginal.has(index + 1) ? [{ page: place + 1, was: index + 1 }] : [],
  );
  if (carried.length === 0) return [];
  const pages = pagesInWords(carried.map(({ page }) => page));
  const were = pagesInWords(carried.map(({ was }) => was));
  const named = pages === were ? pages : `${pages} (${were} of the original)`;
  const { message } = new AppError('PDF_REDACTION_FAILED', { pages: named });
  return [{ code, severity: 'error', message, label, page: carried[0]!.page }];
}

/** Labels in a sentence, as far as it names them. */
function someOf(labels: readonly string[]): string {
  const more = labels.length > mostNamed ? ` and ${labels.length - mostNamed} more` : '';
  return `${labels.slice(0, mostNamed).join(', ')}${more}`;
}

/** That numbers have more digits than they are padded to. */
function digitFindings({ bates }: SetRow, numbers: readonly ExhibitNumbers[] | null): Finding[] {
  const highest = batesEnds((numbers ?? []).flatMap((each) => numbersInOrder(each)))?.highest;
  if (!bates || !highest || !overflowsDigits(bates.digits, highest.number)) return [];
  return [
    {
      code: 'BATES_DIGITS_OVERFLOW',
      severity: 'warning',
      message: `Numbers of ${bates.prefix} have outgrown their ${bates.digits} digits and no longer sort in order. Choose more digits for the next set.`,
      label: null,
    },
  ];
}

/** What is to be known of exhibits that stand in the binder through a PDF made from them. */
export function renditionFindings(
  exhibits: readonly ExhibitRow[],
  sources: readonly (ExhibitSource | null)[],
): Finding[] {
  return exhibits.flatMap(({ label }, at) =>
    (sources[at]?.rendition?.problems ?? []).map(({ code, message }): Finding => ({
      code,
      severity: 'warning',
      message,
      label,
    })),
  );
}
