import { describe, expect, it } from 'vitest';
import { Deadline } from '../../../../shared/model/deadlines.ts';
import { listAgendaRows } from './agenda-rows.ts';
import { agendaColumns } from './columns.tsx';
import { filterDeadlines, listOwners, needsLook, ownerFilter } from './filter-deadlines.ts';
import { groupDeadlines, isPastDue, nextDeadline } from './groups.ts';

const now = Date.parse('2021-01-12T01:00:00.000Z');
const today = '2021-01-11';
let count = 0;

/** A deadline due at the end of a day in Seattle, unless said otherwise. */
function deadline(due: string, more: Partial<Deadline> = {}): Deadline {
  count += 1;
  return Deadline.parse({
    id: `01890000-0000-7000-8000-${String(count).padStart(12, '0')}`,
    title: `Deadline ${count}`,
    source: 'hand',
    rule: null,
    trigger: { kind: 'date', event: 'other', at: due },
    period: { count: 0, unit: 'fixed', direction: 'after', isCap: false },
    service: 'none',
    regime: 'frcp',
    contract: null,
    printed: null,
    actor: 'any',
    owner: '',
    note: '',
    entryId: null,
    evidenceId: null,
    reminders: [],
    troClock: null,
    triggerAt: due,
    computed: null,
    overrides: [],
    due,
    dueAt: null,
    endsAt: new Date(Date.parse(`${due}T08:00:00.000Z`) + 86_400_000).toISOString(),
    moved: null,
    flags: [],
    status: 'open',
    proof: null,
    snoozedUntil: null,
    createdAt: '2021-01-01T00:00:00.000Z',
    ...more,
  });
}

const earliest = {
  id: 'dissolve',
  pack: 'frcp',
  cite: 'Fed. R. Civ. P. 65(b)(4)',
  title: 'Hearing on a motion to dissolve',
  kind: 'earliest' as const,
  isExtendable: true,
  confidence: 'confirmed' as const,
  source: 'the rule',
  note: '',
};
const titles = (deadlines: readonly Deadline[], at = now) =>
  groupDeadlines(deadlines, at, today).map(({ id, deadlines: group }) => [
    id,
    ...group.map(({ title }) => title),
  ]);

describe('the groups of the agenda', () => {
  it('put deadlines by how near they are, soonest first, and what is done last, latest first', () => {
    const deadlines = [
      deadline('2021-02-20', { title: 'later' }),
      deadline('2021-01-18', { title: 'in seven days' }),
      deadline('2021-01-19', { title: 'in eight days' }),
      deadline('2021-01-11', { title: 'today' }),
      deadline('2021-01-08', { title: 'past' }),
      deadline('2021-01-04', { title: 'done first', status: 'done' }),
      deadline('2021-01-05', { title: 'done last', status: 'dismissed' }),
    ];
    expect(titles(deadlines)).toEqual([
      ['past', 'past'],
      ['today', 'today'],
      ['week', 'in seven days'],
      ['later', 'in eight days', 'later'],
      ['done', 'done last', 'done first'],
    ]);
  });

  it('tell what is past by its instant, not by its day: five o’clock today has gone, the end of today has not', () => {
    const atFive = deadline(today, { dueAt: '2021-01-11T17:00', endsAt: '2021-01-12T01:00:00.000Z' });
    const endOfToday = deadline(today);
    expect(isPastDue(atFive, now - 1)).toBe(false);
    expect(isPastDue(atFive, now)).toBe(true);
    expect(isPastDue(endOfToday, now)).toBe(false);
  });

  it('never call the first moment for something past due', () => {
    const from = deadline('2021-01-08', { title: 'hearing', rule: earliest });
    expect(isPastDue(from, now)).toBe(false);
    expect(titles([from])).toEqual([['possible', 'hearing']]);
    expect(nextDeadline([from], now)).toBeNull();
  });
});

describe('the next deadline', () => {
  it('is the open one that ends soonest and has not ended', () => {
    const past = deadline('2021-01-08');
    const soon = deadline('2021-01-12');
    expect(nextDeadline([deadline('2021-02-01'), soon, past], now)).toBe(soon);
    expect(nextDeadline([past, deadline('2021-01-12', { status: 'done' })], now)).toBe(past);
  });
});

describe('a filter of deadlines', () => {
  const okafor = deadline('2021-01-20', { title: 'Opposition brief', owner: 'Ines Okafor' });
  const moved = deadline('2021-01-20', { moved: { from: '2021-01-19', to: '2021-01-20' } });
  const contract = deadline('2021-01-08', {
    source: 'contract',
    contract: { clause: '§ 7.2(b)', isFirstDayCounted: false, isBusinessDays: false, isRolled: false },
  });
  const all = [okafor, moved, contract];
  const asked = { filter: '', owner: 'all', kind: 'all', status: 'all' };

  it('finds every word typed, in title, clause and owner', () => {
    expect(filterDeadlines(all, { ...asked, filter: 'okafor BRIEF' }, now)).toEqual([okafor]);
    expect(filterDeadlines(all, { ...asked, filter: '7.2' }, now)).toEqual([contract]);
    expect(filterDeadlines(all, { ...asked, filter: 'okafor 7.2' }, now)).toEqual([]);
  });

  it('tells owners, kinds and states apart', () => {
    expect(listOwners(all)).toEqual(['Ines Okafor']);
    expect(filterDeadlines(all, { ...asked, owner: ownerFilter('Ines Okafor') }, now)).toEqual([okafor]);
    expect(filterDeadlines(all, { ...asked, owner: ownerFilter('') }, now)).toEqual([moved, contract]);
    expect(filterDeadlines(all, { ...asked, kind: 'contract' }, now)).toEqual([contract]);
    expect(filterDeadlines(all, { ...asked, status: 'past' }, now)).toEqual([contract]);
    expect(filterDeadlines(all, { ...asked, status: 'attention' }, now)).toEqual([moved]);
    expect(needsLook({ ...moved, status: 'done' })).toBe(false);
  });
});

describe('the rows of the agenda', () => {
  it('list a folded group by its heading alone', () => {
    const groups = groupDeadlines([deadline('2021-01-11'), deadline('2021-01-08')], now, today);
    const rows = listAgendaRows(groups, new Set(['past']));
    expect(rows.map(({ group, level, isUnfolded, count: held }) => [group, level, isUnfolded, held])).toEqual(
      [
        ['past', 1, false, 1],
        ['today', 1, true, 1],
        ['today', 2, null, 0],
      ],
    );
  });
});

describe('columns of the agenda', () => {
  it('are those that fit, from the narrowest pane on, so that nothing is cut off at the side', () => {
    const scrollbar = 11;
    for (const isCompact of [true, false])
      for (let width = 338; width <= 1_400; width += 1) {
        const columns = agendaColumns({ width, timeZone: 'America/Los_Angeles', now: 0, isCompact });
        const least = columns.reduce((sum, column) => sum + column.width, 0);
        expect(least + scrollbar, `in ${width} pixels`).toBeLessThanOrEqual(width);
      }
  });
});
