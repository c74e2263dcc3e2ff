import {
  CalendarClock,
  FolderArchive,
  Gavel,
  ListChecks,
  NotebookPen,
  ScrollText,
  Scale,
  Search,
  Stamp,
  type LucideIcon,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { MatterInfo } from '../../../shared/model/matter.ts';
import { ArgumentPane } from '../../features/argument/index.ts';
import { DeadlinesPane } from '../../features/deadlines/index.ts';
import { DocketPane } from '../../features/docket/index.ts';
import { EvidencePane } from '../../features/evidence/index.ts';
import { ExhibitsPane } from '../../features/exhibits/index.ts';
import { NotesPane } from '../../features/notes/index.ts';
import { ReviewPane } from '../../features/review/index.ts';
import { SearchPane } from '../../features/search/index.ts';
import { TroPane } from '../../features/tro/index.ts';

export type AreaId =
  | 'docket'
  | 'deadlines'
  | 'tro'
  | 'evidence'
  | 'exhibits'
  | 'search'
  | 'notes'
  | 'review'
  | 'argument';

export interface AppArea {
  readonly id: AreaId;
  readonly title: string;
  readonly Icon: LucideIcon;
  readonly Pane: ComponentType;
  readonly countOf?: (counts: MatterInfo['counts']) => number;
  /** Shows pages itself, over the whole width: a document opened from it takes its place until the user goes back. */
  readonly hasOwnPages?: true;
  /** Used while a document is read: opening one never takes its place. */
  readonly staysBeside?: true;
}

/** The areas of a matter, in the order of the navigation. */
export const areas: readonly AppArea[] = [
  {
    id: 'docket',
    title: 'Docket',
    Icon: ScrollText,
    Pane: DocketPane,
    countOf: (counts) => counts.docketEntries,
  },
  {
    id: 'deadlines',
    title: 'Deadlines',
    Icon: CalendarClock,
    Pane: DeadlinesPane,
    countOf: (counts) => counts.openDeadlines,
  },
  { id: 'tro', title: 'TRO desk', Icon: Gavel, Pane: TroPane },
  {
    id: 'evidence',
    title: 'Evidence',
    Icon: FolderArchive,
    Pane: EvidencePane,
    // As many as the list shows.
    countOf: (counts) => counts.evidence - counts.archivedEvidence,
  },
  {
    id: 'exhibits',
    title: 'Exhibits',
    Icon: Stamp,
    Pane: ExhibitsPane,
    countOf: (counts) => counts.exhibits,
    hasOwnPages: true,
  },
  { id: 'search', title: 'Search', Icon: Search, Pane: SearchPane },
  { id: 'notes', title: 'Notes', Icon: NotebookPen, Pane: NotesPane, countOf: (counts) => counts.notes },
  {
    id: 'review',
    title: 'Review',
    Icon: ListChecks,
    Pane: ReviewPane,
    staysBeside: true,
  },
  { id: 'argument', title: 'Argument', Icon: Scale, Pane: ArgumentPane, countOf: (counts) => counts.facts },
];

/** Whether a remembered name is that of an area of this version. */
export function isAreaId(id: string): id is AreaId {
  return areas.some((area) => area.id === id);
}
