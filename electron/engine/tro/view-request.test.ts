import { afterEach, beforeEach, expect, test } from 'vitest';
import { noDetails } from '../../../shared/domain/tro/index.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
beforeEach(async () => {
  t = await createTestEngine({ now: () => '2021-01-12T01:30:00.000Z' });
});
afterEach(() => t.dispose());

test('clocks by a local rule say so once the matter is in another court', async () => {
  const { id: matterId } = await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.');
  const place = { court: 'wawd', timezone: 'America/Los_Angeles' };
  await t.client['matter.update']({ matterId, fields: place });
  const served = await t.client['tro.record']({
    matterId,
    event: {
      kind: 'motion_served',
      at: '2021-01-11T17:00',
      entryId: null,
      evidenceId: null,
      note: '',
      details: { ...noDetails, service: 'hand' },
    },
  });
  expect(served.clocks.map(({ rule }) => rule?.cite)).toContain('LCR 65(b)(5)');
  expect(served.warnings.join(' ')).not.toContain('another court');

  await t.client['matter.update']({ matterId, fields: { court: 'cand' } });
  const moved = await t.client['tro.get']({ matterId });
  expect(moved.warnings).toContainEqual(
    expect.stringMatching(/^“Response to the TRO motion” is counted by LCR 65\(b\)\(5\), .* another court/),
  );
});
