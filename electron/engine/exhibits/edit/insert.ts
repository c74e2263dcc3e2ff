import {
  insertionLabels,
  isValidLabel,
  nextLabels,
  partLabels,
  planPush,
  type Relabeled,
} from '../../../../shared/domain/exhibits/exhibit-label.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { ExhibitId } from '../../../../shared/model/common.ts';
import type { LabelChange } from '../../../../shared/model/exhibits.ts';
import type { CommandContext } from '../../handlers.ts';
import type { MatterSession } from '../../store/session.ts';
import { assertPageRanges } from '../carried-pages.ts';
import {
  getEvidenceForExhibit,
  insertExhibit,
  isPlaceholder,
  listExhibits,
  type ExhibitRow,
  type ExhibitValues,
} from '../exhibit-repository.ts';
import { recordLabelChanges } from '../label-history.ts';
import { getSet } from '../set-repository.ts';
import { findLabel, makeRoom, nameLabels, placeAfterFamily, placeAfterParts } from './order.ts';
import { changeLabels, toLabeled } from './relabel.ts';

/** Where new exhibits go. */
export interface Insertion {
  /** Defaults to the end. */
  readonly afterLabel?: string | undefined;
  readonly place: 'between' | 'sub' | 'push';
}

/** Evidence to be added: where, and which pages of each item are carried; left out for all. */
interface Addition extends Insertion {
  readonly pageRanges?: string | undefined;
}

interface PlannedInsertion {
  readonly labels: readonly string[];
  /** Exhibits that move up. */
  readonly moved: readonly Relabeled[];
  /** Of which exhibit they are parts. */
  readonly parentId: string | null;
  /** How many of the set's exhibits precede them. */
  readonly at: number;
  readonly exhibits: readonly ExhibitRow[];
}

/** Default fields of an exhibit. */
const newExhibit: Omit<ExhibitValues, 'label' | 'title' | 'position' | 'parentId' | 'evidenceId'> = {
  status: 'active',
  statusNote: '',
  pageRanges: '',
  treatment: 'pages',
  treatmentNote: '',
  sponsor: '',
  authentication: 'none',
  authenticationNote: '',
  designation: null,
  objection: '',
  ruling: 'none',
  rulingNote: '',
  linksCitations: false,
  sealedAt: null,
  sealedVolume: null,
};

/**
 * Adds evidence. At the end it takes the next labels; after a label it takes labels between two others, or becomes parts of that
 * exhibit, or moves those after it up. A sealed set takes late exhibits too, but moves none.
 *
 * @returns ids of the new exhibits, in order
 * @throws AppError NOT_FOUND, EXHIBIT_LABEL_INVALID, EXHIBIT_SET_SEALED, EXHIBIT_PAGES_INVALID
 */
export function addExhibits(
  setId: string,
  evidenceIds: readonly string[],
  insertion: Addition,
  context: CommandContext,
): string[] {
  const { session } = context;
  const items = evidenceIds.map((evidenceId) => ({
    evidenceId,
    ...getEvidenceForExhibit(session, evidenceId),
  }));
  const { pageRanges = '' } = insertion;
  assertPages(items, planInsertion(session, setId, insertion, items.length), pageRanges);
  return insert(
    setId,
    insertion,
    items.map(({ evidenceId, title, kind }) => ({
      ...newExhibit,
      evidenceId,
      title,
      pageRanges,
      treatment: isPlaceholder(kind) ? 'native' : 'pages',
    })),
    context,
  );
}

/** Labels to be reserved: where, how many, and what they are kept for. */
interface Reservation extends Insertion {
  readonly count: number;
  readonly note: string;
}

/** Reserves labels for later exhibits. @returns ids, in order @throws as addExhibits */
export function reserveLabels(
  setId: string,
  { count, note, ...insertion }: Reservation,
  context: CommandContext,
): string[] {
  const reserved = {
    ...newExhibit,
    evidenceId: null,
    title: titleOfReserved(note),
    status: 'reserved',
    statusNote: note,
  } as const;
  return insert(setId, insertion, Array<typeof reserved>(count).fill(reserved), context);
}

/** Title of a reserved label without a note. */
export const reservedTitle = 'Reserved';
const titleOfReserved = (note: string) => (note === '' ? reservedTitle : note);

/**
 * The was/now table of adding evidence: all that move up or are new, in the order of the set; nothing is changed.
 *
 * @throws as addExhibits
 */
export function planAdd(
  session: MatterSession,
  setId: string,
  evidenceIds: readonly string[],
  insertion: Addition,
): LabelChange[] {
  const items = evidenceIds.map((id) => getEvidenceForExhibit(session, id));
  const plan = planInsertion(session, setId, insertion, items.length);
  assertPages(items, plan, insertion.pageRanges ?? '');
  return changesOf(
    plan,
    items.map(({ title }) => title),
  );
}

/** The same of reserving labels. @throws as addExhibits */
export function planReserve(
  session: MatterSession,
  setId: string,
  { count, note, ...insertion }: Reservation,
): LabelChange[] {
  const plan = planInsertion(session, setId, insertion, count);
  return changesOf(plan, Array<string>(count).fill(titleOfReserved(note)));
}

/** @param titles of the new exhibits */
function changesOf(
  { labels, moved, at, exhibits }: PlannedInsertion,
  titles: readonly string[],
): LabelChange[] {
  const nowOf = new Map(moved.map(({ id, now }) => [id, now]));
  const changes = exhibits.map(({ id, title, label }): LabelChange => {
    return { id: id as ExhibitId, title, was: label, now: nowOf.get(id) ?? label };
  });
  const added = titles.map((title, i): LabelChange => ({ id: null, title, was: null, now: labels[i]! }));
  return [...changes.slice(0, at), ...added, ...changes.slice(at)].filter(({ was, now }) => was !== now);
}

function insert(
  setId: string,
  insertion: Insertion,
  values: readonly Omit<ExhibitValues, 'label' | 'position' | 'parentId'>[],
  context: CommandContext,
): string[] {
  const { session, platform, describe } = context;
  const plan = planInsertion(session, setId, insertion, values.length);
  const { labels, moved, parentId, at, exhibits } = plan;
  const positions = makeRoom(session, exhibits, at, values.length);
  changeLabels(session, moved);
  const ids = values.map((each, i) => {
    const id = platform.newId();
    insertExhibit(session, { ...each, id, setId, parentId, label: labels[i]!, position: positions[i]! });
    return id;
  });
  const titleOf = new Map(exhibits.map(({ id, title }) => [id, title]));
  recordLabelChanges(
    setId,
    [
      ...ids.map((id, i) => ({ id, title: values[i]!.title, was: null, now: labels[i]! })),
      ...moved.map((change) => ({ ...change, title: titleOf.get(change.id)! })),
    ],
    context,
  );
  describe(`${values[0]?.status === 'reserved' ? 'reserve' : 'add'} ${nameLabels(labels)}`);
  return ids;
}

function planInsertion(
  session: MatterSession,
  setId: string,
  { afterLabel, place }: Insertion,
  count: number,
): PlannedInsertion {
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  const taken = exhibits.map(({ label }) => label);
  const plan = (): Omit<PlannedInsertion, 'exhibits'> => {
    if (afterLabel === undefined) {
      if (place === 'sub')
        throw new AppError('INVALID_INPUT', { summary: 'name the exhibit that they are parts of' });
      const labels = nextLabels(set.scheme, taken, count);
      return { labels, moved: [], parentId: null, at: exhibits.length };
    }
    const after = findLabel(exhibits, afterLabel);
    if (place === 'sub')
      return {
        labels: partLabels(after.label, taken, count),
        moved: [],
        parentId: after.id,
        at: placeAfterParts(exhibits, after),
      };
    const at = placeAfterFamily(set.scheme, exhibits, after);
    if (place === 'between') {
      const labels = insertionLabels(set.scheme, after.label, taken, count);
      return { labels, moved: [], parentId: null, at };
    }
    if (set.sealedAt !== null) throw new AppError('EXHIBIT_SET_SEALED');
    return { ...planPush(set.scheme, after.label, exhibits.map(toLabeled), count), parentId: null, at };
  };
  const planned = plan();
  for (const label of [...planned.labels, ...planned.moved.map(({ now }) => now)])
    if (!isValidLabel(label)) throw new AppError('EXHIBIT_LABEL_INVALID', { label });
  return { ...planned, exhibits };
}

/** @throws AppError EXHIBIT_PAGES_INVALID where an item does not have the pages asked for */
function assertPages(
  items: readonly ReturnType<typeof getEvidenceForExhibit>[],
  { labels }: PlannedInsertion,
  pageRanges: string,
): void {
  for (const [at, { itemPages }] of items.entries())
    assertPageRanges({ label: labels[at]!, pageRanges, original: null }, itemPages);
}
