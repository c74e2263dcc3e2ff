import type { BuildOutput } from '../../../../shared/model/exhibits.ts';

/** The kinds of a build's files that are filed; papers and load files are not. */
const filedRoles: ReadonlySet<BuildOutput['role']> = new Set(['volume', 'exhibit', 'sealed', 'index']);

/** Whether a file of a build is one that is filed. */
export function isFiled({ role, file }: Pick<BuildOutput, 'role' | 'file'>): boolean {
  return filedRoles.has(role) && /\.pdf$/i.test(file);
}
