import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCodes } from '../shared/errors/error-codes.ts';
import { root } from './build/parts.mjs';

const foldersOf = (path) =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== '.tsc')
    .map((entry) => entry.name);

/** Folders under electron/engine that are not areas: tools of every area, the contract's tests, tests' tools. */
const tools = ['store', 'pdf', 'formats', 'ocr', 'jobs', 'platform', 'contract', 'testing'];
const areas = foldersOf('electron/engine').filter((name) => !tools.includes(name));
const features = foldersOf('renderer/features');
const other = (name, names) => names.find((candidate) => candidate !== name);

/** [the file, what it imports, part of the reason the lint gives] */
const forbidden = [
  ...areas.flatMap((area) => [
    [`electron/engine/rule.ts`, `./${area}/inside.ts`, 'through its index.ts'],
    [`electron/engine/pdf/rule.ts`, `../${area}/index.ts`, 'know no area'],
    [`electron/engine/pdf/part/of/a/part/rule.ts`, `../../../../../${area}/index.ts`, 'know no area'],
    [`electron/engine/${other(area, areas)}/rule.ts`, `../${area}/inside.ts`, "that area's index.ts"],
    [`electron/engine/${other(area, areas)}/part/rule.ts`, `../../${area}/inside.ts`, "that area's index.ts"],
    [`electron/engine/${area}/rule.ts`, 'electron', 'plain Node'],
    [`electron/engine/${area}/part/rule.ts`, 'electron', 'plain Node'],
  ]),
  ...features.flatMap((feature) => [
    [`renderer/features/${other(feature, features)}/rule.ts`, `../${feature}/Inside.tsx`, 'index.ts alone'],
    [
      `renderer/features/${other(feature, features)}/part/rule.ts`,
      `../../${feature}/Inside.tsx`,
      'index.ts alone',
    ],
  ]),
  ['shared/domain/rule.ts', 'node:fs', 'no Node'],
  ['shared/domain/rule.ts', 'electron', 'no Electron'],
  ['shared/contract/rule.ts', '../../electron/engine/index.ts', 'knows none of them'],
  ['shared/model/rule.ts', '../../renderer/client/index.ts', 'knows none of them'],
  ['electron/engine/rule.ts', 'electron', 'plain Node'],
  ['electron/engine/rule.ts', './testing/temp-matter.ts', 'for tests'],
  ['electron/engine/docket/rule.ts', 'electron/main', 'plain Node'],
  ['electron/engine/docket/rule.ts', '../../main/app.ts', 'plain Node'],
  ['electron/engine/docket/rule.ts', '../../cli/index.ts', 'plain Node'],
  ['electron/engine/docket/rule.ts', '../testing/temp-matter.ts', 'for tests'],
  ['electron/engine/pdf/part/of/a/part/rule.ts', '../../../../../testing/temp-matter.ts', 'for tests'],
  ['electron/engine/pdf/assemble/rule.ts', '../../exhibits/index.ts', 'know no area'],
  ['electron/engine/store/rule.ts', '../matter/index.ts', 'know no area'],
  ['electron/engine/formats/rule.ts', '../docket/index.ts', 'know no area'],
  ['electron/engine/ocr/rule.ts', '../evidence/index.ts', 'know no area'],
  ['electron/engine/jobs/rule.ts', '../matter/index.ts', 'know no area'],
  ['electron/engine/platform/rule.ts', '../settings/index.ts', 'know no area'],
  ['electron/main/rule.ts', '../engine/dispatch.ts', 'one door'],
  ['electron/main/shell/rule.ts', '../../engine/matter/index.ts', 'one door'],
  ['electron/utility/rule.ts', '../engine/matter/index.ts', 'one door'],
  ['electron/cli/commands/rule.ts', '../../engine/store/session.ts', 'one door'],
  ['electron/main/rule.ts', '../../renderer/client/index.ts', 'shared/contract only'],
  ['electron/preload/rule.ts', '../engine/index.ts', 'small sandboxed bridge'],
  ['electron/preload/rule.ts', 'node:fs', 'small sandboxed bridge'],
  ['renderer/app/rule.ts', 'electron', 'sandboxed page'],
  ['renderer/app/rule.ts', '../../electron/engine/index.ts', 'sandboxed page'],
  ['renderer/app/rule.ts', '../features/docket/DocketList.tsx', 'index.ts alone'],
  ['renderer/features/docket/list/rule.ts', '../../../app/App.tsx', 'does not know the shell'],
  ['renderer/features/docket/rule.ts', '../../app/App.tsx', 'does not know the shell'],
  ['renderer/features/docket/rule.ts', 'node:path', 'sandboxed page'],
  ['renderer/ui/rule.ts', '../features/docket/index.ts', 'know none'],
  ['renderer/client/rule.ts', '../app/App.tsx', 'know none'],
];

const allowed = [
  ['shared/domain/fine.ts', 'zod'],
  ['electron/engine/fine.ts', './matter/index.ts'],
  ['electron/engine/worker.ts', './matter/care/tasks.ts'],
  ['electron/engine/docket/fine.ts', '../evidence/index.ts'],
  ['electron/engine/exhibits/build/fine.ts', '../../evidence/index.ts'],
  ['electron/engine/exhibits/build/fine.ts', '../order.ts'],
  ['electron/engine/docket/fine.ts', '../../../shared/domain/exhibits/labels.ts'],
  ['electron/engine/docket/fine.test.ts', '../testing/temp-matter.ts'],
  ['electron/main/fine.ts', '../engine/index.ts'],
  ['electron/main/fine.ts', 'electron/main'],
  ['electron/cli/commands/fine.ts', '../../engine/index.ts'],
  ['electron/preload/fine.ts', 'electron/renderer'],
  ['renderer/app/fine.ts', '../features/docket/index.ts'],
  ['renderer/features/docket/fine.ts', '../evidence/index.ts'],
  ['renderer/features/docket/fine.ts', '../../ui/index.ts'],
  ['renderer/features/exhibits/builds/fine.ts', '../exhibits/columns.tsx'],
];

describe('import directions', () => {
  let folder;
  let findings;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'forthwith-lint-'));
    cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    const plant = (file, text) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    };
    [...forbidden, ...allowed].forEach(([file, source], index) =>
      plant(numbered(file, index), `import '${source}';\n`),
    );
    plant('shared/domain/cycle-a.ts', "import { b } from './cycle-b.ts';\nexport const a = () => b;\n");
    plant('shared/domain/cycle-b.ts', "import { a } from './cycle-a.ts';\nexport const b = () => a;\n");
    plant('electron/engine/docket/speaks.ts', "console.log('here');\n");
    const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--format=json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    findings = JSON.parse(stdout).diagnostics;
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const reasons = (file, rule) =>
    findings
      .filter(({ filename, code }) => filename === file && code.includes(rule))
      .map(({ help }) => help ?? '');

  it.each(forbidden.map((row, index) => [...row, index]))(
    '%s may not import %s',
    (file, _source, why, index) => {
      expect(reasons(numbered(file, index), 'no-restricted-imports')).toEqual([expect.stringContaining(why)]);
    },
  );

  it.each(allowed.map((row, index) => [...row, index]))('%s may import %s', (file, _source, index) => {
    expect(reasons(numbered(file, forbidden.length + index), 'no-restricted-imports')).toEqual([]);
  });

  it('modules may not import each other in a circle', () => {
    expect(reasons('shared/domain/cycle-a.ts', 'no-cycle')).toHaveLength(1);
  });

  it('the product does not write to the console', () => {
    expect(reasons('electron/engine/docket/speaks.ts', 'no-console')).toHaveLength(1);
  });
});

/** A place of its own for each planted import, with the zone of `file`. */
function numbered(file, index) {
  return file.replace(/(\.test)?\.ts$/, `-${index}$1.ts`);
}

/** Whatever a sentence asks for. */
const details = new Proxy({}, { get: () => 'Something' });

describe('error codes', () => {
  it.each(Object.entries(errorCodes))('%s has a sentence that ends', (_code, { message }) => {
    expect(message(details)).toMatch(/^[A-Z“"].*[.!?]["”]?$/s);
  });
});

describe('the engine without Electron', () => {
  it('makes, closes and opens a matter in plain Node where electron cannot be resolved', () => {
    const folder = mkdtempSync(join(tmpdir(), 'forthwith-plain-'));
    try {
      const { stdout, stderr } = spawnSync(
        'node',
        [
          '--import',
          pathToFileURL(join(root, 'scripts/testing/without-electron.mjs')).href,
          join(root, 'scripts/testing/plain-engine.mjs'),
          folder,
        ],
        { encoding: 'utf8' },
      );
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual({
        isElectronRefused: true,
        title: 'Parler LLC v. Amazon Web Services, Inc.',
        filesLeft: ['plain.matter'],
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('names electron in no file of its own', () => {
    const files = readdirSync(join(root, 'electron/engine'), { recursive: true }).filter((name) =>
      name.endsWith('.ts'),
    );
    const naming = files.filter((name) =>
      /from 'electron|import\('electron|require\('electron/.test(
        readFileSync(join(root, 'electron/engine', name), 'utf8'),
      ),
    );
    expect(naming).toEqual([]);
  });
});

describe('lengths of texts', () => {
  it('stand in shared alone, where the contract and the fields both take them from', () => {
    const naming = readdirSync(join(root, 'renderer'), { recursive: true })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|^\.tsc/.test(name))
      .filter((name) =>
        /maxLength=\{[\d_]+\}|mostCharacters = \d/.test(readFileSync(join(root, 'renderer', name), 'utf8')),
      );
    expect(naming).toEqual([]);
  });
});
