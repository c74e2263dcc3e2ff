import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MatterId } from '../../../../shared/model/common.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
beforeAll(async () => {
  t = await createTestEngine();
  matterId = (await t.createMatter()).id;
});
afterAll(() => t.dispose());

const names = async () => (await t.client['evidence.view.list']({ matterId })).map(({ name }) => name);

test('a list is kept as it was set up, changed, forgotten, and brought back', async () => {
  const view = await t.client['evidence.view.add']({
    matterId,
    fields: {
      name: 'Hot mail',
      filter: { kinds: ['eml'], relevance: [3] },
      sort: 'claimedAt',
      isDescending: true,
      grouping: 'family',
    },
  });
  expect(view).toMatchObject({ name: 'Hot mail', sort: 'claimedAt', filter: { kinds: ['eml'], words: '' } });
  const changed = await t.client['evidence.view.update']({
    matterId,
    id: view.id,
    fields: { name: 'Key mail', sort: 'title' },
  });
  expect(changed).toEqual({ ...view, name: 'Key mail', sort: 'title' });
  await t.client['history.undo']({ matterId });
  expect(await t.client['evidence.view.list']({ matterId })).toEqual([view]);
  await t.client['evidence.view.delete']({ matterId, id: view.id });
  expect(await names()).toEqual([]);
  await t.client['history.undo']({ matterId });
  expect(await names()).toEqual(['Hot mail']);
});
