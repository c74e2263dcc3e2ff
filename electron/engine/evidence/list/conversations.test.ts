import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { IntakeItem } from '../../../../shared/model/evidence.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
beforeEach(async () => {
  t = await beginTest();
});
afterEach(() => t.dispose());

const mail = (day: number, subject: string, headers: readonly string[]) =>
  [
    `Date: ${day} Jan 2021 09:00:00 -0800`,
    'From: Ann Lee <ann@fairwater.example>',
    `Subject: ${subject}`,
    ...headers,
    '',
    `${subject}, of day ${day}.`,
  ].join('\r\n');

test('mails of a conversation are found from each of them and stand together in the list, as they were sent', async () => {
  const { id: matterId } = await t.createMatter();
  const files = {
    'answer.eml': mail(9, 'Re: Suspension', ['Message-ID: <c@x>', 'References: <a@x> <b@x>']),
    'notice.eml': mail(8, 'Suspension', ['Message-ID: <a@x>']),
    'lunch.eml': mail(8, 'Re: Suspension', ['Message-ID: <q@x>']),
    // The mail between the two is not there.
    'late.eml': mail(10, 'AW: Suspension', ['Message-ID: <d@x>', 'In-Reply-To: <b@x>']),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(t.folder, name), text);
  const { items } = await t.runJob('evidence.add', {
    matterId,
    sources: Object.keys(files).map((name) => ({ path: join(t.folder, name) })),
  });
  const nameOf = new Map((items as IntakeItem[]).map(({ id }, at) => [id, Object.keys(files)[at]!]));
  const idOf = (name: string) => [...nameOf].find(([, each]) => each === name)![0] as EvidenceId;
  const related = async (name: string) =>
    (await t.client['evidence.related']({ matterId, id: idOf(name) }))
      .filter(({ likeness }) => likeness === 'conversation')
      .map(({ item }) => nameOf.get(item.id));
  expect(await related('answer.eml')).toEqual(['notice.eml', 'late.eml']);
  expect(await related('late.eml')).toEqual(['notice.eml', 'answer.eml']);
  expect(await related('lunch.eml')).toEqual([]);

  const list = await t.client['evidence.find']({
    matterId,
    filter: {},
    sort: 'claimedAt',
    grouping: 'conversation',
  });
  expect(list.ids.map((id) => nameOf.get(id))).toEqual(['notice.eml', 'answer.eml', 'late.eml', 'lunch.eml']);
  expect(list.groups.map(({ label, count }) => [label, count])).toEqual([
    ['notice', 3],
    ['', 1],
  ]);
});
