import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { archivalDraft } from '../archival/archival-draft.ts';
import { drawIndex } from '../draw/index-pages.ts';
import { writeIndexFile } from './index-file.ts';
import { assetsDirectory } from './testing.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-index-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test.skipIf(process.platform !== 'linux')(
  'a full disk while an index is made PDF/A is told as such (elsewhere than on Linux skipped)',
  async () => {
    const path = join(folder, 'Index.pdf');
    symlinkSync('/dev/full', archivalDraft(path));
    const row = {
      label: 'A',
      title: 'Agreement',
      bates: '',
      note: '',
      isPart: false,
      volume: '',
      page: 1,
      target: 0,
    };
    const written = writeIndexFile(path, {
      title: 'Index',
      isArchival: true,
      assetsDirectory,
      draw: (type) => drawIndex({ title: 'Index', caption: [] }, [row], type),
    });
    await expect(written).rejects.toMatchObject({ code: 'ENOSPC' });
  },
);
