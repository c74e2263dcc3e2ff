import { namePages } from '../../../../../shared/domain/exhibits/bates.ts';
import type { ExhibitFields } from '../../../../../shared/model/exhibits.ts';
import { safeFileName } from '../../../platform/file-names.ts';
import type { ExhibitNumbers, PageNumber } from '../../bates-ledger.ts';
import type { ExhibitRow } from '../../exhibit-repository.ts';
import { showsPlaces, type SetRow } from '../../set-repository.ts';
import { isUnderSeal, underSealNotice } from '../../under-seal.ts';
import { binderNumbers, planItem, planUnderSealItem } from './plan-item.ts';
import type { PlannedExhibit, SetPlan } from './set-plan.ts';
import type { SetWords } from './set-words.ts';
import type { ExhibitSource } from '../sources.ts';

/** Leaves room, of the 255 bytes of a file's name, for the endings of a set's files: ` - Table of Exhibits.docx`, a volume's number. */
const maxStemBytes = 150;

/** The inputs for planning a set. */
export interface SetInput {
  readonly set: SetRow;
  readonly words: SetWords;
  readonly exhibits: readonly ExhibitRow[];
  /** What was read of each; null for one without pages. */
  readonly sources: readonly (ExhibitSource | null)[];
  readonly numbers: readonly ExhibitNumbers[] | null;
  readonly volumeLimitBytes: number | null;
  readonly volumeLimitSource: string;
  readonly downsampleDpi: number | null;
  readonly isArchival: boolean;
}

/** Plans what a build of a set makes, before any of it is read or written. */
export function planSet(input: SetInput): SetPlan {
  const { set, words, exhibits } = input;
  const placeOf = new Map(exhibits.map(({ id }, at) => [id, at]));
  const publicOnes = exhibits.map((_, at) => planExhibit(input, at, placeOf));
  const underSealCopies = exhibits.flatMap((exhibit, at) => {
    const source = input.sources[at];
    return exhibit.status === 'active' && isUnderSeal(exhibit) && source
      ? [planUnderSealCopy(input, at, source)]
      : [];
  });
  return {
    name: set.name,
    fileStem: stemOf(set.name),
    marks: words.marks,
    batesPrefix: set.bates?.prefix ?? null,
    numbersPages: showsPlaces(set),
    // PDF/A allows no fields with actions, and few that can change.
    flattensForms: set.flattensForms || input.isArchival,
    isArchival: input.isArchival,
    volumeLimitBytes: input.volumeLimitBytes,
    volumeLimitSource: input.volumeLimitSource,
    downsampleDpi: input.downsampleDpi,
    index: { title: 'Index of Exhibits', caption: words.indexCaption },
    tableTitle: words.tableTitle,
    exhibits: [...publicOnes, ...underSealCopies],
  };
}

function planExhibit(
  { set, words, exhibits, sources, numbers }: SetInput,
  at: number,
  placeOf: ReadonlyMap<string, number>,
): PlannedExhibit {
  const exhibit = exhibits[at]!;
  const source = sources[at]!;
  const given = numbers?.[at] ?? null;
  const parent = exhibit.parentId === null ? null : (placeOf.get(exhibit.parentId) ?? null);
  const item = planItem({ set, words, exhibit, source, numbers: given, parent });
  const range = rangeInName(set, binderNumbers(exhibit, given));
  return {
    item,
    file: item.pages === 0 ? null : ownFile(exhibit.label, range, ''),
    isUnderSealCopy: false,
    sealedVolume: exhibit.sealedVolume,
    source: sourceOf(exhibit),
    rendition: renditionOf(item.original === null ? null : source),
    originalFile: originalFileOf(exhibit),
    isNative: exhibit.status === 'active' && exhibit.treatment === 'native',
    note: indexNote(exhibit),
    ...tellings(exhibit),
  };
}

function planUnderSealCopy(input: SetInput, at: number, source: ExhibitSource): PlannedExhibit {
  const { set, words, exhibits, numbers } = input;
  const exhibit = exhibits[at]!;
  const given = numbers?.[at] ?? null;
  const item = planUnderSealItem({ set, words, exhibit, source, numbers: given, parent: null });
  const range = rangeInName(set, given?.pages ?? []);
  return {
    ...planExhibit(input, at, new Map()),
    item,
    file: `${underSealFolder}/${ownFile(exhibit.label, range, ` ${underSealNotice}`)}`,
    isUnderSealCopy: true,
    sealedVolume: null,
    rendition: renditionOf(source),
    note: '',
  };
}

const underSealFolder = 'Sealed';
const nativeFolder = 'Natives';
const originalFolder = 'Originals';

/** `Exhibit A - AMZ000001-AMZ000012.pdf`: without parentheses, which names of filed files must not have (`fileNames` of the general filing rules). */
function ownFile(label: string, range: string, notice: string): string {
  return safeFileName(`Exhibit ${label}${range === '' ? '' : ` - ${range}`}${notice}.pdf`);
}

/** What is printed on pages, as a file's name says it; empty where nothing is. */
function rangeInName({ bates }: SetRow, pages: readonly PageNumber[]): string {
  return bates ? namePages(bates.prefix, pages) : '';
}

function originalFileOf({ status, treatment, label, original }: ExhibitRow): string | null {
  if (status !== 'active' || !original || !isNameTold({ treatment })) return null;
  const folder = treatment === 'native' ? nativeFolder : originalFolder;
  return `${folder}/${safeFileName(`Exhibit ${label} - ${original.originalName}`)}`;
}

function stemOf(name: string): string {
  let stem = '';
  for (const character of safeFileName(name)) {
    if (Buffer.byteLength(stem + character) > maxStemBytes) break;
    stem += character;
  }
  return stem.trim();
}

/** Whether the papers beside the binder may name the file behind an exhibit: of one withheld or under seal the name can tell what it is. */
function isNameTold(exhibit: Pick<ExhibitRow, 'treatment'>): boolean {
  return exhibit.treatment !== 'withheld' && !isUnderSeal(exhibit);
}

function sourceOf({ original, treatment }: ExhibitRow): PlannedExhibit['source'] {
  if (!original) return null;
  const { originalName: name, kind, sha256, custodian } = original;
  return isNameTold({ treatment })
    ? { name, kind, sha256, custodian }
    : { name: '', kind, sha256, custodian: '' };
}

function renditionOf(source: ExhibitSource | null): PlannedExhibit['rendition'] {
  const rendition = source?.rendition;
  return rendition ? { pages: rendition.pages, sha256: rendition.sha256 } : null;
}

/** What the index says stands for an exhibit's pages; empty for an ordinary one. */
export function indexNote({
  status,
  statusNote,
  treatment,
}: Pick<ExhibitRow, 'status' | 'statusNote' | 'treatment'>): string {
  if (status === 'reserved') return 'Reserved';
  if (status === 'withdrawn') return statusNote === '' ? 'Withdrawn' : `Withdrawn: ${statusNote}`;
  return { pages: '', withheld: 'Withheld', sealed: 'Filed under seal', native: 'Produced in native form' }[
    treatment
  ];
}

function tellings(exhibit: ExhibitRow) {
  const { authentication, authenticationNote, objection, ruling, rulingNote, sponsor } = exhibit;
  const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('; ');
  return {
    sponsor,
    authentication: joined(authenticationWords[authentication], authenticationNote),
    objection,
    ruling: joined(rulingWords[ruling], rulingNote),
  };
}

const authenticationWords: Record<ExhibitFields['authentication'], string> = {
  none: '',
  stipulated: 'Stipulated',
  witness901b1: 'Witness with knowledge, FRE 901(b)(1)',
  distinctive901b4: 'Distinctive characteristics, FRE 901(b)(4)',
  publicRecord902: 'Public record, FRE 902',
  businessRecord902_11: 'Business record, FRE 902(11)',
  electronicRecord902_13: 'Electronic record, FRE 902(13)',
  copiedData902_14: 'Copied data, FRE 902(14)',
  other: 'Other',
};

const rulingWords: Record<ExhibitFields['ruling'], string> = {
  none: '',
  admitted: 'Admitted',
  excluded: 'Excluded',
  reserved: 'Ruling reserved',
};
