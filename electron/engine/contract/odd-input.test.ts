import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { api, type OperationName } from '../../../shared/contract/api.ts';
import { commonErrors, type Operation, type Reply } from '../../../shared/contract/define.ts';
import { strayDetail, troItemKeys } from '../../../shared/domain/tro/index.ts';
import { isAppError } from '../../../shared/errors/app-error.ts';
import type { TroEventDetails, TroEventFields } from '../../../shared/model/tro.ts';
import { deadlineFields } from '../testing/deadline-fields.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';
import { OddInput } from './odd-input.ts';

const rounds = process.env['FORTHWITH_TIER'] === 'full' ? 200 : 20;
const operations = (Object.keys(api) as OperationName[]).filter((name) => /^(?:deadlines|tro)\./.test(name));

let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

/** What was done at least once, whatever the seed. */
const succeeded = new Set<string>();

test.each([1, 2])(
  'odd input that fits deadlines or the TRO desk is answered or refused as declared, undone and done again (%i)',
  async (seed) => {
    const { id: matterId } = await t.createMatter();
    const entries = await t.client['docket.add']({
      matterId,
      entries: [
        { number: 1, text: 'COMPLAINT against Northgate Hosting, Inc.', filedOn: '2021-01-11' },
        { number: 2, text: 'MOTION for Temporary Restraining Order by Fairwater LLC' },
      ],
    });
    await t.client['deadlines.add']({ matterId, deadlines: [deadlineFields(), deadlineFields()] });
    const odd = new OddInput(seed);
    for (let round = 0; round < rounds; round++) {
      for (const name of operations) {
        const { input, errors, form }: Operation = api[name];
        const wanted = odd.of(input, await idsFor(name)) as object;
        if ('event' in wanted) withoutStray(wanted.event as TroEventFields);
        const target = { path: join(t.folder, `${name}-${seed}-${round}`) };
        const asked = {
          ...wanted,
          ...('matterId' in wanted && { matterId }),
          ...('target' in wanted && { target }),
        };
        const code = form === 'job' ? await codeOfJob(name, asked) : codeOf(await t.call(name, asked));
        if (code === 'ok') {
          succeeded.add(name);
          continue;
        }
        expect([...errors, ...commonErrors], `${name} ${JSON.stringify(wanted)}`).toContain(code);
        expect(code, `${name} ${JSON.stringify(wanted)}`).not.toBe('INTERNAL');
      }
      const after = await stand();
      await t.client['history.undo']({ matterId });
      await stand();
      await t.client['history.redo']({ matterId });
      expect(await stand()).toEqual(after);
    }

    async function codeOfJob(name: OperationName, asked: unknown): Promise<string> {
      try {
        await t.runJob(
          name as 'deadlines.controlSheet',
          asked as { matterId: string; target: { path: string } },
        );
        return 'ok';
      } catch (error) {
        if (isAppError(error)) return error.code;
        throw error;
      }
    }

    async function stand() {
      const { clocks, events, notices, fields } = await t.client['tro.get']({ matterId });
      const [deadlines, days] = [
        await t.client['deadlines.list']({ matterId }),
        await t.client['deadlines.day.list']({ matterId }),
      ];
      return { deadlines, days, clocks, events, notices, fields };
    }

    async function idsFor(name: OperationName) {
      const deadlines = await t.client['deadlines.list']({ matterId });
      const { events, notices } = await t.client['tro.get']({ matterId });
      const days = await t.client['deadlines.day.list']({ matterId });
      const own = name.startsWith('tro.event')
        ? events
        : name.startsWith('tro.notice')
          ? notices
          : name.startsWith('deadlines.day')
            ? days
            : name === 'deadlines.removeOverride'
              ? deadlines.filter(({ overrides }) => overrides.length > 0)
              : deadlines;
      const all = {
        id: own,
        ids: deadlines,
        deadlineId: deadlines,
        eventId: events,
        entryId: entries,
        entryIds: entries,
        overrideId: deadlines.flatMap(({ overrides }) => overrides),
      };
      const byField = Object.entries(all).map(([field, things]) => [field, things.map(({ id }) => `${id}`)]);
      return { ...Object.fromEntries(byField), evidenceId: [], key: [...troItemKeys] };
    }
  },
  60_000,
);

test('every operation was really done by some of that input, save for a pack, which is no odd text but a file', () => {
  expect(operations.filter((name) => !succeeded.has(name) && !name.startsWith('deadlines.pack'))).toEqual([]);
});

function codeOf(reply: Reply): string {
  return reply.ok ? 'ok' : reply.error.code;
}

/** Leaves of what an event says only what belongs to its kind: anything else is refused as such. */
function withoutStray(event: TroEventFields): void {
  for (const name of Object.keys(event.details) as (keyof TroEventDetails)[]) {
    const alone = Object.fromEntries(
      Object.keys(event.details).map((one) => [one, one === name ? event.details[name] : null]),
    ) as TroEventDetails;
    if (strayDetail({ ...event, details: alone }) !== null) event.details[name] = null;
  }
}
