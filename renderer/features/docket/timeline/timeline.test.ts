import { describe, expect, it } from 'vitest';
import type { DocketEntry } from '../../../../shared/model/docket.ts';
import { planLanes } from './lanes.ts';
import { nextMark, planMarks, scaleDates, widthOfMark } from './marks.ts';
import { planTimeScale } from './time-scale.ts';

const entry = (id: string, filedOn: string, fields: Partial<DocketEntry> = {}) =>
  ({ id, filedOn, enteredOn: null, role: 'motion', filer: '', ...fields }) as unknown as DocketEntry;
const room = { from: 0, to: 1000 };

describe('time from left to right', () => {
  it('is true where dates lie close', () => {
    const scale = planTimeScale(['2021-01-11', '2021-01-16', '2021-01-21'], room);
    expect(['2021-01-11', '2021-01-16', '2021-01-21'].map(scale.xOf)).toEqual([0, 500, 1000]);
    expect(scale.gaps).toEqual([]);
  });

  it('is drawn short where nothing happened for long, and says for how long', () => {
    const dates = ['2021-01-11', '2021-01-12', '2021-01-13', '2021-01-14', '2023-05-01', '2023-05-02'];
    const scale = planTimeScale(dates, room);
    expect(scale.gaps).toHaveLength(1);
    expect(scale.gaps[0]!.days).toBe(837);
    expect(scale.gaps[0]!.to - scale.gaps[0]!.from).toBeLessThan(60);
    expect(scale.xOf('2023-05-02')).toBe(1000);
    expect(scale.xOf('2021-01-14')).toBeGreaterThan(600);
  });

  it('rises with the dates, gaps or not', () => {
    const dates = ['1999-01-01', '2001-06-01', '2001-06-02', '2001-07-20', '2010-01-01', '2021-03-03'];
    const scale = planTimeScale(dates, room);
    const xs = dates.map(scale.xOf);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect(new Set(xs).size).toBe(dates.length);
  });

  it('stands in the middle for a single day, and spreads two', () => {
    expect(planTimeScale(['2021-01-11'], room).xOf('2021-01-11')).toBe(500);
    const two = planTimeScale(['2011-01-11', '2021-01-11'], room);
    expect([two.xOf('2011-01-11'), two.xOf('2021-01-11')]).toEqual([0, 1000]);
    expect(two.gaps).toEqual([{ from: 0, to: 1000, days: 3653 }]);
  });

  it('writes dates below that do not lie on each other', () => {
    const dates = Array.from({ length: 28 }, (_, day) => `2021-02-${String(day + 1).padStart(2, '0')}`);
    const { ticks } = planTimeScale(dates, room);
    expect(ticks[0]!.isoDate).toBe('2021-02-01');
    expect(ticks.length).toBeGreaterThan(5);
    ticks.slice(1).forEach(({ x }, at) => expect(x - ticks[at]!.x).toBeGreaterThan(80));
  });
});

describe('today on the timeline', () => {
  it.each([
    ['ahead of some entries and behind others', ['2021-01-11', '2021-03-02'], 500],
    ['ahead of all', ['2021-02-10', '2021-03-12'], 0],
    ['behind all', ['2021-01-01'], 1000],
  ])('stands at its own date: %s', (_, dates, x) => {
    const lanes = [{ key: 'm', label: 'Motions', entries: dates.map((date) => entry(date, date)) }];
    const scale = planTimeScale(scaleDates(lanes, '2021-02-05'), room);
    expect(scale.xOf('2021-02-05')).toBe(x);
    for (const date of dates) expect(scale.xOf(date)).not.toBe(x);
  });
});

describe('the marks of the timeline', () => {
  const scale = planTimeScale(['2021-01-01', '2021-04-11'], room);

  it('become one where they would lie on each other, and lose none', () => {
    const entries = [
      entry('a', '2021-01-01'),
      entry('b', '2021-01-01'),
      entry('c', '2021-01-02'),
      entry('d', '2021-03-01'),
    ];
    const marks = planMarks([{ key: 'motions', label: 'Motions', entries }], scale);
    expect(marks.map((mark) => mark.entries.map(({ id }) => id))).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('stay few for ten thousand entries', () => {
    const entries = Array.from({ length: 10_000 }, (_, at) =>
      entry(`${at}`, new Date(Date.UTC(2021, 0, 1 + (at % 100))).toISOString().slice(0, 10)),
    );
    const marks = planMarks([{ key: 'motions', label: 'Motions', entries }], scale);
    expect(marks.length).toBeLessThanOrEqual(50);
    expect(marks.reduce((sum, mark) => sum + mark.entries.length, 0)).toBe(10_000);
    marks.slice(1).forEach((mark, at) => expect(mark.x - marks[at]!.x).toBeGreaterThan(widthOfMark(300)));
  });

  it('are walked by the arrows: along the lane, and to the nearest in the next', () => {
    const marks = planMarks(
      [
        { key: 'a', label: 'A', entries: [entry('a1', '2021-01-01'), entry('a2', '2021-02-01')] },
        { key: 'b', label: 'B', entries: [entry('b1', '2021-01-10'), entry('b2', '2021-04-01')] },
      ],
      scale,
    );
    const idAfter = (from: number, key: Parameters<typeof nextMark>[2]) =>
      marks[nextMark(marks, from, key)]!.entries[0]!.id;
    expect(idAfter(0, 'ArrowRight')).toBe('a2');
    expect(idAfter(1, 'ArrowRight')).toBe('a2');
    expect(idAfter(0, 'ArrowDown')).toBe('b1');
    expect(idAfter(3, 'ArrowUp')).toBe('a2');
    expect(idAfter(0, 'ArrowUp')).toBe('a1');
    expect(idAfter(3, 'Home')).toBe('b1');
  });
});

describe('the lanes of the timeline', () => {
  it('are the roles that occur, in the course of a motion', () => {
    const entries = [
      entry('1', '2021-01-01', { role: 'order' }),
      entry('2', '2021-01-01', { role: 'motion' }),
      entry('3', '2021-01-01', { role: 'reply' }),
    ];
    expect(planLanes(entries, 'role').map(({ label }) => label)).toEqual([
      'Motions',
      'Oppositions, replies',
      'Orders, judgments',
    ]);
  });

  it('are those who filed most, the rest together, and the court', () => {
    const filed = Array.from({ length: 12 }, (_, party) =>
      Array.from({ length: 12 - party }, (__, at) =>
        entry(`${party} ${at}`, '2021-01-01', { filer: `Party ${party}` }),
      ),
    ).flat();
    const lanes = planLanes(
      [...filed, entry('o', '2021-01-01', { role: 'order' }), entry('n', '2021-01-02')],
      'party',
    );
    expect(lanes.map(({ label }) => label).slice(0, 2)).toEqual(['Party 0', 'Party 1']);
    expect(lanes.slice(-3).map(({ label }) => label)).toEqual(['5 other filers', 'Court', 'Filer not named']);
    expect(lanes.reduce((sum, lane) => sum + lane.entries.length, 0)).toBe(filed.length + 2);
  });
});
