import { printedEnds } from '../../../../../shared/domain/exhibits/bates.ts';
import { csvText } from '../../../../../shared/domain/csv.ts';
import { familyHeads } from '../../../../../shared/domain/family-heads.ts';
import type { LoadFileRow } from '../../../../../shared/domain/exhibits/load-files.ts';
import type { WordColumn, WordDocument } from '../../../formats/word/index.ts';
import type { IndexRow } from '../../../pdf/assemble/index.ts';
import type { PlannedExhibit, PlannedSource, SetPlan } from '../plan/set-plan.ts';

/** An exhibit with the place it came to stand at. */
export interface PlacedExhibit {
  readonly planned: PlannedExhibit;
  /** The volume it stands in. */
  readonly volume: string;
  /** Page of that volume, from 1, where it begins: its slip sheet, or its first page; null for one without pages. */
  readonly page: number | null;
}

/** Rows of the index of all volumes. */
export function indexRows(placed: readonly PlacedExhibit[]): IndexRow[] {
  const isInVolumes = hasVolumes(placed);
  return placed.map(({ planned, volume, page }) => ({
    ...indexRow(planned),
    volume: isInVolumes ? volume : '',
    page,
    target: null,
  }));
}

/** Whether exhibits stand in more than one volume, so that it must be said in which. */
function hasVolumes(placed: readonly PlacedExhibit[]): boolean {
  return new Set(placed.map(({ volume }) => volume)).size > 1;
}

/** What an index says of an exhibit wherever it stands. */
export function indexRow({
  item,
  note,
}: PlannedExhibit): Pick<IndexRow, 'label' | 'title' | 'bates' | 'note' | 'isPart'> {
  const { label, title, numberRange, parent } = item;
  return { label, title, bates: numberRange, note, isPart: parent !== null };
}

/** A column of a Word table. */
interface Column extends WordColumn {
  readonly text: (placed: PlacedExhibit) => string;
}

const columns = {
  label: { head: 'Exhibit', share: 7, text: ({ planned }) => planned.item.label },
  title: { head: 'Description', share: 26, text: ({ planned }) => withNote(planned) },
  bates: { head: 'Bates range', share: 15, text: ({ planned }) => planned.item.numberRange },
  volume: { head: 'Volume', share: 7, text: ({ volume }) => volume },
  page: { head: 'Page', share: 6, isRight: true, text: ({ page }) => (page === null ? '–' : String(page)) },
  sponsor: { head: 'Sponsor', share: 12, text: ({ planned }) => planned.sponsor },
  authentication: {
    head: 'Authentication',
    share: 14,
    text: ({ planned }) => planned.authentication,
  },
  objection: { head: 'Objection', share: 12, text: ({ planned }) => planned.objection },
  ruling: { head: 'Ruling', share: 10, text: ({ planned }) => planned.ruling },
} satisfies Record<string, Column>;

/** The index as a Word document, with what is known of each exhibit’s admission; columns that say nothing are left out. */
export function indexDocument(plan: SetPlan, placed: readonly PlacedExhibit[]): WordDocument {
  const { label, title, bates, volume, page, sponsor, authentication, objection, ruling } = columns;
  const telling = (...some: readonly Column[]) =>
    some.filter(({ text }) => placed.some((each) => text(each) !== ''));
  const chosen = [
    label,
    title,
    ...telling(bates),
    ...(hasVolumes(placed) ? [volume] : []),
    page,
    ...telling(sponsor, authentication, objection, ruling),
  ];
  return {
    title: `${plan.name} – ${plan.index.title}`,
    isLandscape: chosen.length > 5,
    blocks: [
      { kind: 'title', text: plan.index.title },
      ...plan.index.caption.map((text) => ({ kind: 'centered', text }) as const),
      tableOf(chosen, placed),
    ],
  };
}

/** The table of exhibits for the brief: label, description and number of each. */
export function tableOfExhibits(plan: SetPlan, placed: readonly PlacedExhibit[]): WordDocument {
  const standing = placed.filter(({ planned }) => planned.item.pages > 0);
  const hasNumbers = standing.some(({ planned }) => planned.item.numberRange !== '');
  return {
    title: plan.tableTitle,
    isLandscape: false,
    blocks: [
      { kind: 'title', text: plan.tableTitle },
      tableOf([columns.label, columns.title, hasNumbers ? columns.bates : columns.page], standing),
    ],
  };
}

function tableOf(
  chosen: readonly Column[],
  placed: readonly PlacedExhibit[],
): Extract<WordDocument['blocks'][number], { kind: 'table' }> {
  return {
    kind: 'table',
    columns: chosen,
    rows: placed.map((each) => ({
      cells: chosen.map(({ text }) => text(each)),
      isInset: each.planned.item.parent !== null,
    })),
  };
}

function withNote({ item, note }: PlannedExhibit): string {
  return note === '' ? item.title : `${item.title}\n${note}`;
}

/** The index as a table for spreadsheets. */
export function indexCsv(plan: SetPlan, placed: readonly PlacedExhibit[]): string {
  const rows = placed.map(({ planned, volume, page }) => {
    const { item, note, sponsor, authentication, objection, ruling, file } = planned;
    const source = toldSource(planned);
    const ends = endsOf(plan, batesOf(plan, item));
    return {
      Exhibit: item.label,
      'Part of': item.parent === null ? '' : placed[item.parent]!.planned.item.label,
      Description: item.title,
      Status: note,
      'Bates begin': ends?.lowest ?? '',
      'Bates end': ends?.highest ?? '',
      Volume: volume,
      Page: page,
      Pages: item.pages,
      Confidentiality: item.designation,
      Sponsor: sponsor,
      Authentication: authentication,
      Objection: objection,
      Ruling: ruling,
      File: file ?? '',
      'Source file': source?.name ?? '',
      'SHA-256': source?.sha256 ?? '',
    };
  });
  return csvText([Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]);
}

/** Documents of the set as load files list them; those without pages are left out. */
export function loadFileRows(plan: SetPlan, placed: readonly PlacedExhibit[]): LoadFileRow[] {
  const heads = familyHeads(placed.map(({ planned }) => planned.item.parent));
  const families = Map.groupBy(heads.keys(), (at) => heads[at]!);
  return placed.flatMap(({ planned, volume }, at) => {
    const { item, file } = planned;
    if (file === null) return [];
    const source = toldSource(planned);
    const ends = endsOf(plan, batesOf(plan, item));
    const family = families.get(heads[at]!)!;
    const attached = family.length === 1 ? null : attachedNumbers(plan, placed, family);
    return [
      {
        numbers: batesOf(plan, item),
        batesFirst: ends?.lowest ?? '',
        batesLast: ends?.highest ?? '',
        hasSlipSheet: item.sheet !== null,
        attachFirst: attached?.first ?? '',
        attachLast: attached?.last ?? '',
        exhibit: item.label,
        title: item.title,
        custodian: source?.custodian ?? '',
        sourceFile: source?.name ?? '',
        sha256: source?.sha256 ?? '',
        confidentiality: item.designation,
        pages: item.pages,
        volume,
        filePath: file,
      },
    ];
  });
}

/** What a family is known by: the first number of its topmost parent, and the highest of all. */
function attachedNumbers(
  plan: SetPlan,
  placed: readonly PlacedExhibit[],
  family: readonly number[],
): { readonly first: string; readonly last: string } | null {
  const numbersOf = (place: number) => batesOf(plan, placed[place]!.planned.item);
  const all = endsOf(plan, family.flatMap(numbersOf));
  const top = family.find((place) => placed[place]!.planned.item.parent === null)!;
  return all && { first: (endsOf(plan, numbersOf(top)) ?? all).lowest, last: all.highest };
}

/** The Bates numbers of an exhibit’s pages; none where they show their place in the exhibit. */
function batesOf({ numbersPages }: SetPlan, { numbers }: PlannedExhibit['item']): readonly string[] {
  return numbersPages ? [] : (numbers ?? []);
}

function endsOf({ batesPrefix }: SetPlan, numbers: readonly string[]) {
  return numbers.length > 0 ? printedEnds(batesPrefix ?? '', numbers) : null;
}

/** What the papers of a set say of the file behind an exhibit; null where it must not be revealed. */
function toldSource({ source }: PlannedExhibit): PlannedSource | null {
  return source && source.name !== '' ? source : null;
}
