import { expect, test } from 'vitest';
import { declaredError } from './system-errors.ts';

const thrown = (code: string) => declaredError(Object.assign(new Error(code), { code }));

test.each(['EFBIG', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_TRUNCATE', 'SQLITE_IOERR_FSYNC'])(
  'a write that the disk refuses (%s) never calls the matter damaged: nobody is to give up a night’s work for a backup',
  (code) => {
    expect(thrown(code)).toMatchObject({
      code: 'DISK_FULL',
      message:
        'The disk could not take more data: it is full or failing, or cannot hold a file of that size (FAT32: 4 GB at most). Nothing already stored was lost. Free some space or use another disk, and try again.',
    });
  },
);

test('what cannot be read is damage, and a full disk is called that', () => {
  for (const code of [
    'SQLITE_IOERR_READ',
    'SQLITE_IOERR_SHORT_READ',
    'SQLITE_IOERR_CORRUPTFS',
    'SQLITE_CORRUPT',
  ])
    expect(thrown(code)).toMatchObject({ code: 'MATTER_DAMAGED' });
  for (const code of ['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'])
    expect(thrown(code)?.message).toBe(
      'The disk is full. Nothing already stored was lost. Free some space and try again.',
    );
});

test('of a folder that was deleted under the program it is said which', () => {
  const error = Object.assign(new Error('uv_cwd'), { code: 'ENOENT', syscall: 'uv_cwd' });
  expect(declaredError(error)?.message).toBe(
    'There is no file or folder “the current folder” there. Check the name and try again.',
  );
});
