import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { stagedPath } from '../platform/publish.ts';

/** Lays beside a target what a process that is gone began to write for it. */
export function leaveHalfWritten(target: string): void {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const own = stagedPath(target, '0123456789ab');
  writeFileSync(own.replace(`.${process.pid}-`, `.${pid}-`), 'half');
}
