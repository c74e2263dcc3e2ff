import { listHolidays, presidentialClosings } from '../../../../shared/domain/deadlines/holidays/index.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { CourtDay } from '../../../../shared/model/deadlines.ts';
import type { AreaHandlers } from '../../handlers.ts';
import { sql } from '../../store/query-builder.ts';
import { calendarOf, listCourtDays } from '../standing/court-calendar.ts';

type Days = 'deadlines.day.list' | 'deadlines.day.add' | 'deadlines.day.delete' | 'deadlines.calendar';

/** Years a calendar may span in one answer. */
const maxYears = 60;

/** The court's calendar, and what people add to it. */
export const courtDayHandlers: Pick<AreaHandlers<'deadlines'>, Days> = {
  'deadlines.day.list': (_input, { session }) => listCourtDays(session),

  'deadlines.day.add': ({ day }, { session, platform, describe }) => {
    const id = platform.newId() as CourtDay['id'];
    const { on, kind, name, note } = day;
    session.run(sql.insertInto('court_day').values({ id, day: on, kind, name, note }));
    describe(`add “${name}” on ${on} to the court’s calendar`);
    return { ...day, id };
  },

  'deadlines.day.delete': ({ id }, { session, describe }) => {
    const day = listCourtDays(session).find((one) => one.id === id);
    if (!day) throw new AppError('NOT_FOUND', { what: 'day of the court’s calendar' });
    session.run(sql.deleteFrom('court_day').where('id', '=', id));
    describe(`take “${day.name}” on ${day.on} out of the court’s calendar`);
    return null;
  },

  'deadlines.calendar': ({ from, to }, { session }) => {
    const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
    if (last - first > maxYears)
      throw new AppError('INVALID_INPUT', { summary: `ask for at most ${maxYears} years at once` });
    const added = listCourtDays(session);
    const { states } = calendarOf(session);
    const holidays = Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) =>
      listHolidays(first + i, states, added),
    ).flat();
    const days = [
      ...holidays.map(({ on, holiday: { name, authority, cite, confidence } }) => ({
        on,
        name,
        kind: authority,
        cite,
        isUnconfirmed: confidence !== 'confirmed',
      })),
      ...added
        .filter(({ kind }) => kind === 'closed')
        .map(({ on, name, note }) => ({
          on,
          name,
          kind: 'closed' as const,
          cite: note === '' ? 'Fed. R. Civ. P. 6(a)(3)' : note,
          isUnconfirmed: false,
        })),
    ];
    const taken = new Set(days.map(({ on }) => on));
    const closings = presidentialClosings
      .filter(({ on }) => !taken.has(on))
      .map(({ on, name, cite }) => ({ on, name, kind: 'closing' as const, cite, isUnconfirmed: true }));
    return [...days, ...closings]
      .filter(({ on }) => from <= on && on <= to)
      .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  },
};
