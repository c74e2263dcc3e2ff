import ical from 'node-ical';
import { expect, test } from 'vitest';
import { writeCalendar, type CalendarEvent } from './icalendar.ts';

const base: CalendarEvent = {
  uid: 'd1@m1.forthwith',
  sequence: 0,
  start: '2021-01-13T17:00',
  minutes: 15,
  summary: 'Response to TRO motion',
  description: 'Due Wed, Jan 13, 2021, 5:00 PM PST',
  isCanceled: false,
  alarms: [],
};
const now = '2021-01-11T20:00:00.000Z';
const write = (events: readonly CalendarEvent[], timezone = 'America/Los_Angeles', name = 'Fairwater') =>
  writeCalendar({ name, timezone, now, events });

/** What another program reads, by UID. */
function read(text: string) {
  return new Map(
    Object.values(ical.sync.parseICS(text))
      .filter((component) => component?.type === 'VEVENT')
      .map((event) => [event.uid, event] as const),
  );
}

test('another program reads a minute of the court’s clock as the same instant, whatever its own zone', () => {
  const event = read(write([base])).get('d1@m1.forthwith')!;
  expect(event.start.toISOString()).toBe('2021-01-14T01:00:00.000Z');
  expect(event.end!.toISOString()).toBe('2021-01-14T01:15:00.000Z');
  expect(event).toMatchObject({ summary: 'Response to TRO motion', status: 'CONFIRMED', sequence: 0 });
});

test.each([
  ['America/Los_Angeles', '2021-03-14T03:00', '2021-03-14T10:00:00.000Z'],
  ['America/New_York', '2021-11-07T09:00', '2021-11-07T14:00:00.000Z'],
  ['America/Phoenix', '2021-07-01T17:00', '2021-07-02T00:00:00.000Z'],
  ['Pacific/Guam', '2021-01-13T17:00', '2021-01-13T07:00:00.000Z'],
  ['America/New_York', '2005-04-04T09:00', '2005-04-04T13:00:00.000Z'],
])('%s keeps its own clock at %s', (timezone, start, instant) => {
  const event = read(write([{ ...base, start }], timezone)).get(base.uid)!;
  expect(event.start.toISOString()).toBe(instant);
});

test('zones with the federal daylight saving enclose its two yearly rules, which Outlook needs', () => {
  const text = write([base]);
  expect(text).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU');
  expect(text).toContain('RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU');
  expect(text.match(/BEGIN:(DAYLIGHT|STANDARD)/g)).toHaveLength(2);
});

test('a zone without daylight saving encloses its one offset', () => {
  const text = write([base], 'America/Phoenix');
  expect(text).toContain('TZOFFSETTO:-0700');
  expect(text).not.toContain('RRULE');
});

test('what a zone kept before its first change holds for the events before it', () => {
  const indiana = write([{ ...base, start: '2006-01-10T09:00' }], 'America/Indiana/Indianapolis');
  const [first, second] = [
    ...indiana.matchAll(/DTSTART:(\d{8})T\d{6}\r\nTZOFFSETFROM:\S+\r\nTZOFFSETTO:(\S+)/g),
  ];
  expect(first!.slice(1)).toEqual(['19700101', '-0500']);
  expect(second!.slice(1)).toEqual(['20060402', '-0400']);
});

test('a day lasts the day and names no clock', () => {
  const text = write([{ ...base, start: '2021-02-01' }]);
  expect(text).toContain('DTSTART;VALUE=DATE:20210201\r\nDTEND;VALUE=DATE:20210202');
  expect(text).not.toContain('VTIMEZONE');
  expect(read(text).get(base.uid)!.datetype).toBe('date');
});

test('what is gone is cancelled, without alarms', () => {
  const text = write([{ ...base, sequence: 3, isCanceled: true, alarms: [60] }]);
  expect(read(text).get(base.uid)).toMatchObject({ status: 'CANCELLED', sequence: 3 });
  expect(text).not.toContain('VALARM');
});

test('alarms are told in hours before the beginning, or after it', () => {
  const text = write([{ ...base, alarms: [1_500, 45, -600] }]);
  expect([...text.matchAll(/TRIGGER:(\S+)/g)].map(([, trigger]) => trigger)).toEqual([
    '-PT25H',
    '-PT45M',
    'PT10H',
  ]);
});

test('commas, semicolons, breaks, accents and long lines come back as they were', () => {
  const description = `one, two; three\\four\nline two é — ${'word '.repeat(60)}end`;
  const text = write([{ ...base, description }], 'America/Los_Angeles', 'Fairwater, LLC; Northgate');
  expect(read(text).get(base.uid)!.description).toBe(description);
  expect(text).toContain('X-WR-CALNAME:Fairwater\\, LLC\\; Northgate\r\n');
  const lines = text.split('\r\n');
  expect(lines.at(-1)).toBe('');
  expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
});
