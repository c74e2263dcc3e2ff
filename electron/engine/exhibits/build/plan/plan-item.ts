import { describePages } from '../../../../../shared/domain/exhibits/bates.ts';
import { pageWords } from '../../../../../shared/domain/exhibits/page-words.ts';
import { describePageRanges } from '../../../../../shared/domain/page-ranges.ts';
import type { AssembleItem, SlipSheetText, StandInText } from '../../../pdf/assemble/index.ts';
import { printNumber, type ExhibitNumbers, type PageNumber } from '../../bates-ledger.ts';
import type { ExhibitRow } from '../../exhibit-repository.ts';
import { showsPlaces, type SetRow } from '../../set-repository.ts';
import { isUnderSeal, underSealNotice } from '../../under-seal.ts';
import type { ExhibitSource } from '../sources.ts';
import type { SetWords } from './set-words.ts';

/** The inputs for planning an exhibit. */
export interface ItemInput {
  readonly set: SetRow;
  readonly words: SetWords;
  readonly exhibit: ExhibitRow;
  /** What was read of it; null for one whose pages are not in the binder. */
  readonly source: ExhibitSource | null;
  /** Null where the set's pages have none. */
  readonly numbers: ExhibitNumbers | null;
  /** Place of the exhibit it is a part of. */
  readonly parent: number | null;
}

type PlannedItem = Omit<AssembleItem, 'filePath'>;

/**
 * What the assembler is given for an exhibit, in the binder and in its own file: the same for a build and for a preview.
 *
 * Of an exhibit filed under seal it is the page that says so; `planUnderSealItem` gives the exhibit itself.
 */
export function planItem(input: ItemInput): PlannedItem {
  const { set, exhibit, source, numbers } = input;
  const standIn = standInOf(exhibit);
  const isCarried = exhibit.status === 'active' && exhibit.treatment === 'pages' && source !== null;
  const given = binderNumbers(exhibit, numbers);
  const pages = isCarried ? source.selected.length : standIn ? 1 : 0;
  return {
    ...common(input, given, pages),
    original: isCarried ? originalOf(source) : null,
    standIn,
    pages,
    sheet: set.hasSlipSheets ? sheetOf(input, noticeOf(exhibit)) : null,
    hasSticker: set.hasStickers && isCarried,
    banner: '',
  };
}

/** The exhibit itself of one filed under seal, for a file of its own (W.D. Wash. LCR 5(g)(4)). */
export function planUnderSealItem(input: ItemInput & { readonly source: ExhibitSource }): PlannedItem {
  const { set, source, numbers } = input;
  return {
    ...common(input, numbers?.pages ?? [], source.selected.length),
    parent: null,
    original: originalOf(source),
    standIn: null,
    pages: source.selected.length,
    sheet: set.hasSlipSheets ? sheetOf(input, underSealNotice) : null,
    hasSticker: set.hasStickers,
    banner: underSealNotice,
  };
}

/** Numbers of what an exhibit brings into the binder: of the page that stands for it, or of its own pages. */
export function binderNumbers(exhibit: ExhibitRow, numbers: ExhibitNumbers | null): readonly PageNumber[] {
  if (!numbers) return [];
  if (standInOf(exhibit) === null) return numbers.pages;
  return numbers.standIn ? [numbers.standIn] : [];
}

/** The exhibit's own designation, or the set's. */
export function designationOf(
  set: Pick<SetRow, 'designation'>,
  exhibit: Pick<ExhibitRow, 'designation'>,
): string {
  return exhibit.designation ?? set.designation;
}

/** @param pages it brings */
function common({ set, exhibit, parent }: ItemInput, given: readonly PageNumber[], pages: number) {
  const { bates } = set;
  const words = showsPlaces(set) && pages > 0 ? pageWords(exhibit.label, pages) : null;
  return {
    label: exhibit.label,
    title: exhibit.title,
    parent,
    numbers: bates && given.length > 0 ? given.map((page) => printNumber(bates, page)) : words,
    numberRange: bates ? describePages(bates.prefix, given) : '',
    designation: designationOf(set, exhibit),
    citeLinks: [],
  };
}

function originalOf({ kind, pages, selected }: ExhibitSource): NonNullable<AssembleItem['original']> {
  const isWhole = selected.length === pages && selected.every((page, at) => page === at);
  return { kind, pageCount: pages, selected: isWhole ? null : selected };
}

function noticeOf(exhibit: ExhibitRow): string {
  const { status, treatment } = exhibit;
  if (status === 'reserved') return 'RESERVED';
  if (status === 'withdrawn') return 'WITHDRAWN';
  if (treatment === 'withheld') return 'WITHHELD';
  return isUnderSeal(exhibit) ? underSealNotice : '';
}

function sheetOf({ set, words, exhibit, source }: ItemInput, notice: string): SlipSheetText {
  const { original, pageRanges, status, statusNote, label, title } = exhibit;
  const itemPages = source?.pages ?? original?.itemPages ?? null;
  const excerpt =
    pageRanges === ''
      ? ''
      : `${describePageRanges(pageRanges)}${itemPages === null ? '' : ` of ${itemPages}`}`;
  return {
    caption: words.caption,
    heading: `EXHIBIT ${label}`,
    belonging: words.belonging,
    title,
    // Without the file's own name: it was chosen in the office, and the sheet is filed with the court.
    lines: [status === 'active' ? excerpt : statusNote].filter((line) => line !== ''),
    notice: notice === '' ? designationOf(set, exhibit) : notice,
  };
}

function standInOf(exhibit: ExhibitRow): StandInText | null {
  const { status, treatment, treatmentNote, label, title, original } = exhibit;
  if (status !== 'active' || treatment === 'pages' || !original) return null;
  const filled = (lines: readonly string[]) => lines.filter((line) => line !== '');
  if (isUnderSeal(exhibit))
    return { heading: `EXHIBIT ${label} ${underSealNotice}`, lines: filled([title, treatmentNote]) };
  if (treatment === 'withheld')
    return { heading: `EXHIBIT ${label} WITHHELD`, lines: filled([title, treatmentNote]) };
  return {
    heading: `EXHIBIT ${label} PRODUCED IN NATIVE FORM`,
    lines: filled([title, treatmentNote, `File: ${original.originalName}`, `SHA-256: ${original.sha256}`]),
  };
}
