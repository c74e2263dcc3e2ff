import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FilesOnDisk } from './production-files.ts';
import { ProductionFolder } from './production-folder.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'forthwith-production-'));
  for (const path of [
    'secret.txt',
    'VOL001/DATA/vol001.dat',
    'VOL001/IMAGES/001/AB0001.TIF',
    'VOL001/NATIVES/Ledger.xlsx',
    'VOL001/NATIVES/ledger.xlsx',
    'VOL001/TEXT/AB0001.txt',
    'flat/flat.dat',
    'flat/AB0001.tif',
  ]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), path);
  }
  symlinkSync(root, join(root, 'VOL001/out'));
  symlinkSync(join(root, 'secret.txt'), join(root, 'VOL001/secret.txt'));
});
afterAll(() => rmSync(root, { recursive: true }));

const find = async (loadFile: string, named: string) => {
  const found = await new ProductionFolder(join(root, loadFile), new FilesOnDisk(new Set())).find(named);
  return 'path' in found ? relative(root, found.path) : found.reason;
};

test.each([
  ['from the folder of the volume', 'IMAGES\\001\\AB0001.TIF', 'VOL001/IMAGES/001/AB0001.TIF'],
  ['with a point before it', '.\\TEXT\\AB0001.txt', 'VOL001/TEXT/AB0001.txt'],
  ['from its root', '\\TEXT\\AB0001.txt', 'VOL001/TEXT/AB0001.txt'],
  ['from the folder of the load file', '..\\TEXT\\AB0001.txt', 'VOL001/TEXT/AB0001.txt'],
  ['in other case', 'images/001/ab0001.tif', 'VOL001/IMAGES/001/AB0001.TIF'],
  ['exactly, where another name differs in case only', 'NATIVES\\ledger.xlsx', 'VOL001/NATIVES/ledger.xlsx'],
  ['with a drive and folders above', 'D:\\Cases\\NGH\\VOL001\\TEXT\\AB0001.txt', 'VOL001/TEXT/AB0001.txt'],
  ['that is not there', 'TEXT\\AB0002.txt', 'missing'],
  ['that is a folder', 'TEXT', 'missing'],
  ['that climbs out', '..\\..\\secret.txt', 'outside'],
  ['that climbs out and back in', '..\\..\\VOL001\\TEXT\\AB0001.txt', 'outside'],
  ['that climbs far out', '../../../../../../etc/passwd', 'outside'],
  ['of another place of the system', '/etc/passwd', 'missing'],
  ['through a link to a folder', 'out\\secret.txt', 'missing'],
  ['that is a link', 'secret.txt', 'missing'],
  ['of nothing', '\\', 'missing'],
])('a path %s is found, or not: %s', async (_what, named, expected) => {
  expect(await find('VOL001/DATA/vol001.dat', named)).toBe(expected);
});

test('beside a load file that lies in no folder of its own, that folder is the production', async () => {
  expect(await find('flat/flat.dat', 'IMAGES\\AB0001.tif')).toBe('flat/AB0001.tif');
  expect(await find('flat/flat.dat', '..\\secret.txt')).toBe('outside');
});
