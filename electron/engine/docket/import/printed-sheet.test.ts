import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { printedSheet } from '../../formats/docket-sources/pdf-print/print-fixture.ts';
import { sheetPage } from '../../formats/docket-sources/sheet/sheet-fixture.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let matterId: string;
beforeEach(async () => {
  t = await beginTest();
  matterId = (await t.createMatter()).id;
});
afterEach(() => t.dispose());

function written(name: string, bytes: Uint8Array | string): { path: string } {
  const path = join(t.folder, name);
  writeFileSync(path, bytes);
  return { path };
}

async function importSource(source: { path: string }) {
  const { importId } = await t.runJob('docket.import.read', { matterId, sources: [source] });
  const { planHash } = await t.client['docket.import.preview']({ matterId, importId });
  return t.client['docket.import.apply']({ matterId, importId, planHash });
}

test('a printed docket sheet is imported and kept as it came, and one that was saved finds nothing to change but what prints leave out', async () => {
  const print = await printedSheet();
  const first = await importSource(written('Docket.pdf', print));
  expect(first.sources).toMatchObject([{ kind: 'docket_print', added: 6, warnings: [] }]);
  const [source] = await t.client['docket.source.list']({ matterId });
  const target = { path: join(t.folder, 'out') };
  const { files } = await t.client['docket.source.export']({ matterId, ids: [source!.id], target });
  expect(readFileSync(files[0]!.path!).equals(print)).toBe(true);

  const second = await importSource(written('Docket.html', sheetPage()));
  expect(second.changes).toEqual([]);
});

test('of PDFs, those that are prints of docket sheets are told from documents, whatever they are called', async () => {
  const print = written('Order.pdf', await printedSheet());
  const stamped = written('Docket.pdf', await printedSheet({ isStamped: true }));
  const broken = written('Broken.pdf', '%PDF-1.7 and no more');
  const found = await t.client['docket.findPrints']({ files: [stamped, print, broken] });
  expect(found).toEqual([false, true, false]);
});

test('a file that was only looked at can still be read', async () => {
  const { path } = written('Docket.pdf', await printedSheet());
  const token = t.engine.grantFile(path);
  const window = t.engine.connect({ isTrusted: false });
  expect(await window.client['docket.findPrints']({ files: [{ token }] })).toEqual([true]);
  expect(await window.client['docket.parse']({ sources: [{ token }] })).toMatchObject([
    { path: 'Docket.pdf', source: { kind: 'docket_print' } },
  ]);
});
