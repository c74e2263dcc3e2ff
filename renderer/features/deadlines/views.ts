import type { ComponentType } from 'react';
import type { Deadline } from '../../../shared/model/deadlines.ts';
import type { MenuEntry } from '../../ui/index.ts';
import type { DeadlineViewName } from './deadline-view.ts';

/** What a view of the deadlines besides the agenda is given. */
export interface DeadlineViewProps {
  /** What the filters leave, soonest first. */
  readonly deadlines: readonly Deadline[];
  readonly selectedIds: ReadonlySet<string>;
  readonly onSelectionChange: (ids: ReadonlySet<string>) => void;
  /** Shows a deadline's details. */
  readonly onOpen: (deadline: Deadline) => void;
  readonly menuFor: (deadlines: readonly Deadline[]) => readonly MenuEntry[];
  /** Width of the view in pixels. */
  readonly width: number;
}

/** The views by days, beside the agenda. */
export const dayViews: Readonly<Partial<Record<DeadlineViewName, ComponentType<DeadlineViewProps>>>> = {};
