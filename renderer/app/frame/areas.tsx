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
} from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import type { CommandId } from '../../../shared/contract/commands.ts';
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
  readonly icon: ReactNode;
  readonly command: CommandId;
  readonly Pane: ComponentType;
  readonly countOf: (counts: MatterInfo['counts']) => number;
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
    icon: <ScrollText aria-hidden />,
    command: 'go.docket',
    Pane: DocketPane,
    countOf: (counts) => counts.docketEntries,
  },
  {
    id: 'deadlines',
    title: 'Deadlines',
    icon: <CalendarClock aria-hidden />,
    command: 'go.deadlines',
    Pane: DeadlinesPane,
    countOf: (counts) => counts.openDeadlines,
  },
  {
    id: 'tro',
    title: 'TRO desk',
    icon: <Gavel aria-hidden />,
    command: 'go.tro',
    Pane: TroPane,
    countOf: () => 0,
  },
  {
    id: 'evidence',
    title: 'Evidence',
    icon: <FolderArchive aria-hidden />,
    command: 'go.evidence',
    Pane: EvidencePane,
    // As many as the list shows.
    countOf: (counts) => counts.evidence - counts.archivedEvidence,
  },
  {
    id: 'exhibits',
    title: 'Exhibits',
    icon: <Stamp aria-hidden />,
    command: 'go.exhibits',
    Pane: ExhibitsPane,
    countOf: (counts) => counts.exhibits,
    hasOwnPages: true,
  },
  {
    id: 'search',
    title: 'Search',
    icon: <Search aria-hidden />,
    command: 'go.search',
    Pane: SearchPane,
    countOf: () => 0,
  },
  {
    id: 'notes',
    title: 'Notes',
    icon: <NotebookPen aria-hidden />,
    command: 'go.notes',
    Pane: NotesPane,
    countOf: (counts) => counts.notes,
  },
  {
    id: 'review',
    title: 'Review',
    icon: <ListChecks aria-hidden />,
    command: 'go.review',
    Pane: ReviewPane,
    countOf: () => 0,
    staysBeside: true,
  },
  {
    id: 'argument',
    title: 'Argument',
    icon: <Scale aria-hidden />,
    command: 'go.argument',
    Pane: ArgumentPane,
    countOf: (counts) => counts.facts,
  },
];

/** Whether a remembered name is that of an area of this version. */
export function isAreaId(id: string): id is AreaId {
  return areas.some((area) => area.id === id);
}
