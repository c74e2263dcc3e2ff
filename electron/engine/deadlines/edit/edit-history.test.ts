import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { DeadlineFields } from '../../../../shared/model/deadlines.ts';
import { days, deadlineFields } from '../../testing/deadline-fields.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine();
});
afterEach(() => t.dispose());

type Edit =
  | { kind: 'add'; count: number; after: number | null }
  | { kind: 'chain'; pick: number; after: number }
  | { kind: 'count'; pick: number; count: number }
  | { kind: 'override'; pick: number; day: number }
  | { kind: 'dismiss' | 'done' | 'acknowledge'; pick: number }
  | { kind: 'delete'; picks: number[] }
  | { kind: 'closed'; day: number }
  | { kind: 'entry'; day: number }
  | { kind: 'undo' };

const pick = fc.nat(20);
const day = fc.integer({ min: 10, max: 28 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), count: fc.nat(40), after: fc.option(pick, { nil: null }) }),
  fc.record({ kind: fc.constant('chain' as const), pick, after: pick }),
  fc.record({ kind: fc.constant('count' as const), pick, count: fc.nat(40) }),
  fc.record({ kind: fc.constant('override' as const), pick, day }),
  fc.record({ kind: fc.constantFrom('dismiss' as const, 'done' as const, 'acknowledge' as const), pick }),
  fc.record({
    kind: fc.constant('delete' as const),
    picks: fc.array(pick, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('closed' as const), day }),
  fc.record({ kind: fc.constant('entry' as const), day }),
  fc.constant({ kind: 'undo' as const }),
);

test('any sequence of edits undone all the way gives the first deadlines, and done again the last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
      const matter = await t.createMatter();
      const here = { matterId: matter.id };
      const list = () => t.client['deadlines.list'](here);
      const [entry] = await t.client['docket.add']({
        ...here,
        entries: [{ number: 1, text: 'COMPLAINT', filedOn: '2021-01-11' }],
      });
      const trigger: DeadlineFields['trigger'] = {
        kind: 'entry',
        entryId: entry!.id,
        event: 'complaint_filed',
        party: '',
        at: '2021-01-11',
      };
      await t.client['deadlines.add']({
        ...here,
        deadlines: [deadlineFields({ trigger }), deadlineFields({ title: 'second' })],
      });
      const stack = [await list()];
      for (const one of edits) {
        const present = stack.at(-1)!;
        const id = (chosen: number) => present[chosen % present.length]!.id;
        const from = (chosen: number): DeadlineFields['trigger'] => ({
          kind: 'deadline',
          deadlineId: id(chosen),
          event: 'other',
          at: '2021-01-11',
        });
        if (present.length === 0 && one.kind !== 'undo') break;
        if (one.kind === 'undo') {
          if (stack.length === 1) continue;
          await t.client['history.undo'](here);
          stack.pop();
          expect(await list()).toEqual(stack.at(-1));
          continue;
        }
        try {
          await apply(one);
        } catch (error) {
          // A refused edit leaves no step.
          if (!isAppError(error) || error.code === 'INTERNAL') throw error;
          expect(await list()).toEqual(present);
          continue;
        }
        stack.push(await list());

        async function apply(asked: Exclude<Edit, { kind: 'undo' }>): Promise<unknown> {
          switch (asked.kind) {
            case 'add': {
              const after = asked.after === null ? trigger : from(asked.after);
              const deadline = deadlineFields({ period: days(asked.count), trigger: after });
              return t.client['deadlines.add']({ ...here, deadlines: [deadline] });
            }
            case 'chain':
              return t.client['deadlines.update']({
                ...here,
                id: id(asked.pick),
                fields: { trigger: from(asked.after) },
              });
            case 'count':
              return t.client['deadlines.update']({
                ...here,
                id: id(asked.pick),
                fields: { period: days(asked.count) },
              });
            case 'override':
              return t.client['deadlines.override']({
                ...here,
                id: id(asked.pick),
                due: `2021-02-${asked.day}`,
                entryId: entry!.id,
                note: '',
              });
            case 'dismiss':
              return t.client['deadlines.setStatus']({ ...here, id: id(asked.pick), status: 'dismissed' });
            case 'done': {
              const proof = { at: '2021-02-01', note: '', entryId: null, evidenceId: null };
              return t.client['deadlines.setStatus']({ ...here, id: id(asked.pick), status: 'done', proof });
            }
            case 'acknowledge':
              return t.client['deadlines.acknowledge']({ ...here, ids: [id(asked.pick)] });
            case 'delete':
              return t.client['deadlines.delete']({ ...here, ids: asked.picks.map(id) });
            case 'closed':
              return t.client['deadlines.day.add']({
                ...here,
                day: { on: `2021-02-${asked.day}`, kind: 'closed', name: 'Snow', note: '' },
              });
            case 'entry':
              return t.client['docket.update']({
                ...here,
                id: entry!.id,
                fields: { filedOn: `2021-01-${asked.day}` },
              });
          }
        }
      }
      for (const state of stack.slice(0, -1).toReversed()) {
        await t.client['history.undo'](here);
        expect(await list()).toEqual(state);
      }
      for (const state of stack.slice(1)) {
        await t.client['history.redo'](here);
        expect(await list()).toEqual(state);
      }
      await t.client['matter.close'](here);
    }),
    { numRuns: 30 },
  );
}, 60_000);
