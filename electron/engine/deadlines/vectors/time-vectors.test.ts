import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Regime, ServiceKind, TimeRequest, TimeUnit } from '../../../../shared/model/time-counting.ts';
import { holidaysOf } from '../../../../shared/domain/deadlines/holidays/index.ts';
import { countTime } from '../../../../shared/domain/deadlines/time/index.ts';

/** Reference material beside the checkout; not part of the product. */
const shared = join(import.meta.dirname, '../../../../../shared');
const vectors = join(shared, 'domain/deadline-vectors.json');
const corpus = join(shared, 'corpora/deadlines');

interface Vector {
  id: string;
  rule: string;
  trigger: string;
  unit: TimeUnit;
  count: number;
  direction: 'after' | 'before';
  service: ServiceKind;
  state: string;
  timezone: string;
  expected: string;
  why: string;
  inaccessible?: string[];
  policy?: string;
  alt?: string;
  expected_instant_exclusive?: string;
}

function requestOf(vector: Vector): TimeRequest {
  const { trigger, count, unit, direction, service, state, timezone, inaccessible = [] } = vector;
  return {
    trigger,
    period: { count, unit, direction, isCap: vector.policy === 'no_roll_cap' },
    service,
    regime: 'frcp',
    place: { timezone, states: [state] },
    added: inaccessible.map((on) => ({ on, kind: 'closed', name: 'Clerk’s office closed', note: '' })),
    contract: null,
  };
}

function rowsOf(file: string): Record<string, string>[] {
  const [head, ...rows] = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  return rows.map((row) => Object.fromEntries(head!.map((name, index) => [name, row[index] ?? ''])));
}

describe.skipIf(!existsSync(vectors))('the deadline vectors (skipped where they are absent)', () => {
  const table = existsSync(vectors) ? (JSON.parse(readFileSync(vectors, 'utf8')) as Vector[]) : [];

  test.each(table)('$id: $rule', (vector) => {
    const result = countTime(requestOf(vector), holidaysOf([vector.state], []));
    expect(result.dueAt ?? result.due, vector.why).toBe(vector.expected);
    if (vector.expected_instant_exclusive !== undefined)
      expect(Date.parse(result.endsAt)).toBe(Date.parse(vector.expected_instant_exclusive));
    if (vector.alt !== undefined)
      expect(result.alternatives.map(({ due }) => due.slice(0, 10))).toContain(vector.alt.slice(0, 10));
  });
});

describe.skipIf(!existsSync(corpus))(
  'dates that courts printed (skipped where the corpora are absent)',
  () => {
    const stateOfCourt: Record<string, string> = {
      njd: 'NJ',
      nysd: 'NY',
      utd: 'UT',
      ilnd: 'IL',
      azd: 'AZ',
      cand: 'CA',
    };
    const days: Record<string, number> = {
      'redaction request due': 21,
      'redacted transcript deadline': 31,
      'release of transcript restriction': 90,
    };
    /** Rows whose printed date is not the rule's, with the reason. */
    const others: Record<string, string> = {
      'cand entry 65': 'printed as day 87, a Thursday; day 90 is a Sunday',
      'nysd entry 45':
        'printed as day 90 itself, which is New York’s general election day, a holiday of the state',
    };
    const rows = existsSync(corpus)
      ? rowsOf(join(corpus, 'docket_due_dates.tsv')).filter(({ kind }) => kind! in days)
      : [];
    const keyOf = (row: Record<string, string>) => `${row['court']} entry ${row['entry']}`;

    test('transcripts are redacted and released 21, 31 and 90 days after filing, as Rule 6 counts', () => {
      const differing = rows.filter((row) => {
        const states = [stateOfCourt[row['court']!]!];
        const { due } = countTime(
          {
            trigger: row['from_date']!,
            period: { count: days[row['kind']!]!, unit: 'days', direction: 'after', isCap: false },
            service: 'none',
            regime: 'frcp',
            place: { timezone: 'America/New_York', states },
            added: [],
            contract: null,
          },
          holidaysOf(states, []),
        );
        return due !== row['due_date'];
      });
      expect(differing.map(keyOf)).toEqual(Object.keys(others));
      expect(rows.length).toBeGreaterThan(30);
    });

    test('the examples that name the Federal Rules come out as they say', () => {
      const examples = rowsOf(join(corpus, 'worked_examples.tsv'))
        .filter(
          ({ rule, status }) => rule!.startsWith('FRCP') && !/counter-example|do not copy/.test(status!),
        )
        .map(({ start, period, result }) => {
          const [, isBefore, count, closed] = /(before)? ?(?:after )?(?:\D*)(\d+) days(.*)/.exec(period!)!;
          return {
            start: start!,
            period: period!,
            isBefore: isBefore !== undefined,
            count: Number(count),
            closed,
            result: result!,
          };
        });
      expect(examples.length).toBeGreaterThan(4);
      for (const { start, period, isBefore, count, closed, result } of examples) {
        const from = /^\d/.test(start) ? start : '2021-03-01';
        const { due } = countTime(
          {
            trigger: from,
            period: { count, unit: 'days', direction: isBefore ? 'before' : 'after', isCap: false },
            service: 'none',
            regime: 'frcp' satisfies Regime,
            place: { timezone: 'America/New_York', states: ['MA'] },
            added: closed?.includes('Fri 31 Aug')
              ? [{ on: '2007-08-31', kind: 'closed', name: 'Clerk’s office closed', note: '' }]
              : [],
            contract: null,
          },
          holidaysOf(['MA'], []),
        );
        expect(due, `${start} ${period}`).toBe(/^\d/.test(result) ? result : '2021-03-15');
      }
    });
  },
);
