import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ruleInForce } from '../../../shared/domain/deadlines/rules/rules-in-force.ts';
import { TriggerEvent } from '../../../shared/model/rule-pack.ts';
import { createNodePlatform } from '../platform/node-platform.ts';
import type { Platform } from '../platform/platform.ts';
import { importPack, listPacks, listRules, removePack } from './rule-packs.ts';

const assetsDirectory = join(import.meta.dirname, '../../../assets');

let folder: string;
let platform: Platform;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthwith-rules-'));
  platform = startAgain();
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function startAgain(): Platform {
  return createNodePlatform({
    appDirectory: join(folder, 'app'),
    assetsDirectory,
    workerUrl: new URL('file:///worker.js'),
    pdfiumWasmPath: '',
  });
}

const rule = {
  id: 'harbor_notice',
  cite: 'Harbor R. 4',
  title: 'Notice of mooring',
  trigger: 'motion_served',
  triggerText: 'service of the motion',
  kind: 'period',
  count: 5,
  unit: 'days',
  direction: 'after',
  isFromService: true,
  isExtendable: true,
  actor: 'any',
  combine: null,
  effectiveFrom: null,
  effectiveTo: null,
  source: 'invented for a test',
  confidence: 'unverified',
  note: 'Confirm.',
};
const pack = {
  id: 'harbor',
  title: 'Harbor Rules',
  version: '1',
  regime: 'frcp',
  courts: ['wawd'],
  description: 'For a test.',
  rules: [rule],
};

/** A file outside the own folder, as a person would choose it. */
function write(content: unknown, name = 'chosen.json'): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** A file someone put into the own folder by hand. */
function drop(content: unknown, name: string): void {
  mkdirSync(join(folder, 'app/rules'), { recursive: true });
  write(content, join('app/rules', name));
}

function ownPacks() {
  return listPacks(platform).filter(({ isOwn }) => isOwn);
}

test('the shipped packs are there, those of every court first', () => {
  expect(listPacks(platform).map(({ id }) => id)).toEqual([
    'frap',
    'frcp',
    ...'azd cacd caed cand casd cod ctd dcd ded flmd flsd gand ilnd ksd mad mdd mnd nhd njd nvd nyed nysd ohnd ord paed pamd tnmd txnd txsd txwd vaed wawd'.split(
      ' ',
    ),
  ]);
  expect(ruleInForce(listRules(platform), 'frcp.answer', '2026-11-26', 'wawd')).toMatchObject({
    pack: 'frcp',
    regime: 'frcp',
    count: 21,
    isOwn: false,
  });
  expect(ruleInForce(listRules(platform), 'appeal', '2026-11-26', 'wawd')?.regime).toBe('frap');
});

test('an imported pack is copied byte for byte, serves at once and after a restart', () => {
  const text = `\uFEFF${JSON.stringify(pack, null, 4)}\r\n`;
  expect(importPack(platform, write(text))).toEqual({
    id: 'harbor',
    title: 'Harbor Rules',
    version: '1',
    description: 'For a test.',
    courts: ['wawd'],
    regime: 'frcp',
    rules: 1,
    unverified: 1,
    isOwn: true,
    problem: null,
  });
  expect(readFileSync(join(folder, 'app/rules/harbor.json'), 'utf8')).toBe(text);
  for (const host of [platform, startAgain()]) {
    expect(ruleInForce(listRules(host), 'harbor_notice', '2026-11-26', 'wawd')).toMatchObject({
      pack: 'harbor',
      isOwn: true,
      troClock: null,
    });
  }
});

test('a pack of the same id is replaced, in the file it stands in', () => {
  drop(pack, 'by hand.json');
  importPack(platform, write({ ...pack, version: '2' }));
  expect(readdirSync(join(folder, 'app/rules'))).toEqual(['by hand.json']);
  expect(ownPacks().map(({ version }) => version)).toEqual(['2']);
});

test('a file that bears another pack’s id as its name is not overwritten', () => {
  drop({ ...pack, id: 'pier', rules: [{ ...rule, id: 'pier_notice' }] }, 'harbor.json');
  importPack(platform, write(pack));
  expect(ownPacks().map(({ id }) => id)).toEqual(['harbor', 'pier']);
});

test('rules are read once, and again when a file changes', () => {
  importPack(platform, write(pack));
  const first = listRules(platform);
  expect(listRules(platform)).toBe(first);
  drop({ ...pack, rules: [{ ...rule, count: 1_234 }] }, 'harbor.json');
  expect(ruleInForce(listRules(platform), 'harbor_notice', '2026-11-26', 'wawd')?.count).toBe(1_234);
});

test.each([
  ['an id of a shipped pack', { ...pack, id: 'frcp' }, 'the pack id “frcp” is taken'],
  [
    'an id of a shipped rule',
    { ...pack, rules: [{ ...rule, id: 'tro_cap' }] },
    'the rule id “tro_cap” is taken by the pack “frcp”',
  ],
  [
    'two versions on one day',
    { ...pack, rules: [rule, rule] },
    'two versions of the rule “harbor_notice” hold on the same day',
  ],
  ['no JSON', '{"id": ', 'it is not valid JSON'],
  ['nothing', '', 'it is not valid JSON'],
  ['JSON nested without end', '['.repeat(1_000_000), 'it is not valid JSON'],
  ['no object', '[]', 'invalid input: expected object, received array'],
  ['no title', { ...pack, title: '' }, '“title”: too small: expected string to have >=1 characters'],
  ['no rules', { ...pack, rules: [] }, '“rules”: too small: expected array to have >=1 items'],
  [
    'a contract as regime',
    { ...pack, regime: 'contract' },
    '“regime”: invalid option: expected one of "frcp"|"frap"',
  ],
  [
    'an unknown event',
    { ...pack, rules: [{ ...rule, trigger: 'moon_landing' }] },
    'in the rule “harbor_notice” “trigger”: this value is not among those known',
  ],
  [
    'a rule without id',
    { ...pack, rules: [rule, { ...rule, id: undefined }] },
    'in rule number 2 “id”: invalid input: expected string, received undefined',
  ],
  [
    'a rule that is none',
    { ...pack, rules: [null] },
    'in rule number 1 invalid input: expected object, received null',
  ],
  [
    'a day that does not exist',
    { ...pack, rules: [{ ...rule, effectiveFrom: '2021-02-30' }] },
    'in the rule “harbor_notice” “effectiveFrom”: ',
  ],
  [
    'a period without unit',
    { ...pack, rules: [{ ...rule, unit: null }] },
    'in the rule “harbor_notice” “unit”: count and unit stand together',
  ],
  [
    'an event with a count',
    { ...pack, rules: [{ ...rule, kind: 'event' }] },
    'in the rule “harbor_notice” “count”: a rule of kind event has no count, every other has one',
  ],
  ['a file too large', ' '.repeat(5 * 1024 * 1024 + 1), 'it is larger than 5 MB'],
])('a pack is refused with what is wrong, and nothing is stored: %s', (_, content, reason) => {
  expect(() => importPack(platform, write(content))).toThrow(
    expect.objectContaining({
      code: 'DEADLINE_RULE_PACK_INVALID',
      details: { name: 'chosen.json', reason: expect.stringContaining(reason) },
    }),
  );
  expect(existsSync(join(folder, 'app/rules'))).toBe(false);
});

test('a folder is no pack, and a file that is not there is said so', () => {
  expect(() => importPack(platform, folder)).toThrow(
    expect.objectContaining({ code: 'DEADLINE_RULE_PACK_INVALID' }),
  );
  expect(() => importPack(platform, join(folder, 'gone.json'))).toThrow(
    expect.objectContaining({ code: 'FILE_NOT_FOUND', details: { name: 'gone.json' } }),
  );
});

test('a pack that cannot be written is said so, and the shipped ones still serve', () => {
  write('in the way', 'app');
  expect(() => importPack(platform, write(pack))).toThrow(
    expect.objectContaining({
      code: 'FILE_UNWRITABLE',
      details: expect.objectContaining({ name: 'harbor.json' }),
    }),
  );
  expect(listPacks(platform).map(({ id }) => id)).toEqual([
    'frap',
    'frcp',
    ...'azd cacd caed cand casd cod ctd dcd ded flmd flsd gand ilnd ksd mad mdd mnd nhd njd nvd nyed nysd ohnd ord paed pamd tnmd txnd txsd txwd vaed wawd'.split(
      ' ',
    ),
  ]);
});

test('a broken own file is listed with its problem, and every other pack still serves', () => {
  drop('{', 'broken.json');
  drop({ ...pack, id: 'wawd' }, 'stolen.json');
  drop(pack, 'good.json');
  drop({ ...pack, title: 'The same again' }, 'late.json');
  drop('not a pack', 'notes.txt');
  expect(ownPacks().map(({ id, problem }) => [id, problem?.code ?? null])).toEqual([
    ['broken.json', 'DEADLINE_RULE_PACK_INVALID'],
    ['harbor', null],
    ['late.json', 'DEADLINE_RULE_PACK_INVALID'],
    ['stolen.json', 'DEADLINE_RULE_PACK_INVALID'],
  ]);
  expect(ownPacks()[0]?.problem?.message).toContain('“broken.json” is not a rule pack');
  expect(ruleInForce(listRules(platform), 'harbor_notice', '2026-11-26', 'wawd')?.title).toBe(rule.title);
  expect(ruleInForce(listRules(platform), 'wawd_tro_response', '2021-01-11', 'wawd')?.isOwn).toBe(false);
});

test('a removed pack is gone with its rules; a refused file is removed by its name', () => {
  importPack(platform, write(pack));
  drop('{', 'broken.json');
  removePack(platform, 'harbor');
  removePack(platform, 'broken.json');
  expect(ownPacks()).toEqual([]);
  expect(readdirSync(join(folder, 'app/rules'))).toEqual([]);
  expect(ruleInForce(listRules(platform), 'harbor_notice', '2026-11-26', 'wawd')).toBeNull();
});

test.each(['frcp', 'harbor', '../settings.json', ''])('what is no own pack is not removed: “%s”', (id) => {
  drop('{}', '../settings.json');
  expect(() => removePack(platform, id)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  expect(existsSync(join(folder, 'app/settings.json'))).toBe(true);
});

test('a damaged shipped pack is told by its file', () => {
  const assets = join(folder, 'assets/rules');
  mkdirSync(assets, { recursive: true });
  for (const name of readdirSync(join(assetsDirectory, 'rules'))) {
    copyFileSync(join(assetsDirectory, 'rules', name), join(assets, name));
  }
  writeFileSync(join(assets, 'frap.json'), '{}');
  expect(() => listRules({ ...platform, assetsDirectory: join(folder, 'assets') })).toThrow(
    expect.objectContaining({
      code: 'DEADLINE_RULE_PACK_INVALID',
      details: expect.objectContaining({ name: 'frap.json' }),
    }),
  );
});

test('the written guide gives a pack that can be imported, and names every event', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/rule-packs.md'), 'utf8');
  const [, example] = /```json\n(.*?)```/s.exec(guide) ?? [];
  expect(importPack(platform, write(example!))).toMatchObject({ rules: 1, unverified: 1 });
  expect(TriggerEvent.options.filter((event) => !guide.includes(`\`${event}\``))).toEqual([]);
});
