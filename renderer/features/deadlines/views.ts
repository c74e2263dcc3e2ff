import type { ComponentType } from 'react';
import { MonthView, WeekView, type DeadlineViewProps } from './calendar/CalendarView.tsx';
import type { DeadlineViewName } from './deadline-view.ts';

/** The views by days, beside the agenda. */
export const dayViews: Readonly<Partial<Record<DeadlineViewName, ComponentType<DeadlineViewProps>>>> = {
  week: WeekView,
  month: MonthView,
};
