import { expect, test } from 'vitest';
import { circuitDayText } from './circuit-day.ts';

const response = { cite: 'Fed. R. App. P. 27(a)(3)(A)' };

test.each([
  ['Honolulu, San Francisco’s clerk', '9', 'Pacific/Honolulu', '10:00 PM'],
  ['Anchorage', '9', 'America/Anchorage', '11:00 PM'],
  ['Birmingham, Atlanta’s clerk', '11', 'America/Chicago', '11:00 PM'],
  ['Nashville, Cincinnati’s clerk', 'ca6', 'America/Chicago', '11:00 PM'],
  ['El Paso, New Orleans’ clerk', '5', 'America/Denver', '11:00 PM'],
])('in %s the circuit’s day ends before midnight', (_, circuit, timezone, hour) => {
  const text = circuitDayText(response, '2026-12-24', circuit, timezone);
  expect(text).toContain(`here Thursday, December 24, 2026, ${hour}.`);
});

test.each([
  ['its clerk’s midnight is the same', response.cite, '9', 'America/Los_Angeles'],
  ['its clerk’s midnight comes later', response.cite, '9', 'Pacific/Guam'],
  ['the circuit is not known', response.cite, null, 'Pacific/Honolulu'],
  ['the notice of appeal goes to the district clerk', 'Fed. R. App. P. 4(a)(1)(A)', '9', 'Pacific/Honolulu'],
  ['the transcript is ordered in the district court', 'Fed. R. App. P. 10(b)(1)', '9', 'Pacific/Honolulu'],
  ['designations are only served', 'Fed. R. App. P. 30(b)(1)', '9', 'Pacific/Honolulu'],
  ['the rule is a civil one', 'Fed. R. Civ. P. 59(e)', '9', 'Pacific/Honolulu'],
])('nothing is told where %s', (_, cite, circuit, timezone) => {
  expect(circuitDayText({ cite }, '2026-12-24', circuit, timezone)).toBeNull();
});

test('the Third Circuit takes a paper only until five, but one that begins a proceeding until midnight', () => {
  for (const circuit of ['3', 'ca3']) {
    const text = circuitDayText(response, '2026-12-24', circuit, 'America/New_York');
    expect(text).toContain('only until Thursday, December 24, 2026, 5:00 PM, 3d Cir. L.A.R. 26.1;');
    expect(text).toContain('a paper that begins an appeal or another proceeding there until midnight');
  }
  expect(circuitDayText(response, '2023-06-30', '3', 'America/New_York')).toBeNull();
  expect(circuitDayText(response, '2026-12-24', '3', 'America/St_Thomas')).toContain('6:00 PM');
});

test.each(['Fed. R. Civ. P. 23(f)', '28 U.S.C. § 1292(b); Fed. R. App. P. 5(a)', 'Fed. R. App. P. 40(d)(1)'])(
  '%s is filed with the circuit clerk',
  (cite) => {
    expect(circuitDayText({ cite }, '2026-07-01', '9', 'Pacific/Honolulu')).toContain('9:00 PM');
  },
);
