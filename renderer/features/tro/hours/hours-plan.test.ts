import { describe, expect, it } from 'vitest';
import { daysOf, msOfMoment, planFrame, planShades, planTicks } from './hours-plan.ts';

const seattle = 'America/Los_Angeles';
const at = (moment: string) => msOfMoment(moment, seattle);
const hour = 3_600_000;

describe('the stretch of time drawn', () => {
  const points = ['2021-01-11T17:00', '2021-01-12T17:00', '2021-01-13T17:00'].map(at);

  it('is nothing where nothing happened', () => {
    expect(planFrame([], 'whole', 0, true)).toBeNull();
  });

  it('holds every point, and now where that is near', () => {
    const frame = planFrame(points, 'whole', at('2021-01-14T09:00'), true);
    expect(frame?.from).toBeLessThan(at('2021-01-11T17:00'));
    expect(frame?.to).toBeGreaterThan(at('2021-01-14T09:00'));
  });

  it('is not stretched to a now that lies years off', () => {
    expect(planFrame(points, 'whole', at('2026-01-14T09:00'), true)?.to).toBeLessThan(at('2021-01-14T00:00'));
  });

  it('can be narrowed to three days around now, or to the first three', () => {
    const long = [...points, at('2021-01-25T17:00')];
    const now = at('2021-01-20T12:00');
    const near = planFrame(long, 'near', now, true);
    expect(near).toMatchObject({ canNarrow: true });
    expect(planFrame(long, 'near', now, false)?.from).toBeLessThan(at('2021-01-11T17:00'));
    expect(near!.from).toBeLessThan(now);
    expect(near!.to).toBeGreaterThan(now + 40 * hour);
    expect(planFrame(long, 'near', at('2026-01-01'), true)?.from).toBeLessThan(at('2021-01-11T17:00'));
    expect(planFrame(points, 'near', now, true)?.canNarrow).toBe(false);
  });

  it('has room on both sides of a single point', () => {
    const frame = planFrame([at('2021-01-11T17:00')], 'near', at('2026-01-01'), true);
    expect(frame!.to - frame!.from).toBeGreaterThanOrEqual(2 * hour);
  });
});

describe('the scale', () => {
  it('marks hours of the court’s clock, midnights among them', () => {
    const ticks = planTicks({ from: at('2021-01-11T16:30'), to: at('2021-01-12T07:00') }, seattle, 6);
    expect(ticks.map(({ moment }) => moment)).toEqual([
      '2021-01-11T18:00',
      '2021-01-11T21:00',
      '2021-01-12T00:00',
      '2021-01-12T03:00',
      '2021-01-12T06:00',
    ]);
    expect(ticks.filter(({ isDay }) => isDay)).toHaveLength(1);
  });

  it('keeps to the clock where daylight saving begins, leaving out the hour that is not', () => {
    const ticks = planTicks({ from: at('2021-03-14T00:00'), to: at('2021-03-14T05:00') }, seattle, 12);
    expect(ticks.map(({ moment }) => moment.slice(11))).toEqual([
      '00:00',
      '01:00',
      '03:00',
      '04:00',
      '05:00',
    ]);
  });

  it('marks no more than there is room for, however long the stretch', () => {
    for (const end of ['2021-01-13', '2021-01-25', '2021-06-01', '2023-01-01'])
      expect(planTicks({ from: at('2021-01-11'), to: at(end) }, seattle, 8).length).toBeLessThanOrEqual(10);
  });
});

describe('days on which no court sits', () => {
  it('are weekends and the holidays named, cut to the stretch drawn', () => {
    const frame = { from: at('2021-01-16T12:00'), to: at('2021-01-19T12:00') };
    expect(daysOf(frame, seattle)).toEqual({ from: '2021-01-16', to: '2021-01-19' });
    const shades = planShades(frame, seattle, [
      { on: '2021-01-18', name: 'Birthday of Martin Luther King, Jr.' },
    ]);
    expect(shades.map(({ on, name }) => [on, name])).toEqual([
      ['2021-01-16', null],
      ['2021-01-17', null],
      ['2021-01-18', 'Birthday of Martin Luther King, Jr.'],
    ]);
    expect(shades[0]?.from).toBe(frame.from);
    expect(shades[2]?.to).toBe(at('2021-01-19'));
  });

  it('are not told apart in a picture of years', () => {
    expect(planShades({ from: at('2021-01-01'), to: at('2022-01-01') }, seattle, [])).toEqual([]);
  });
});
