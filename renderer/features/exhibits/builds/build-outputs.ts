import { compareLabels } from '../../../../shared/domain/exhibits/exhibit-label.ts';
import type { Build, ExhibitSet } from '../../../../shared/model/exhibits.ts';

export type Output = Build['outputs'][number];

/** What is filed first, then the exhibits by label, then what goes with them and what vouches for them. */
const roles: readonly Output['role'][] = [
  'volume',
  'sealed',
  'index',
  'indexDocx',
  'indexCsv',
  'tableOfExhibits',
  'exhibit',
  'original',
  'dat',
  'opt',
  'manifest',
];

/** Files of a build in the order a person looks for them. */
export function inOrder(outputs: readonly Output[], scheme: ExhibitSet['scheme']): readonly Output[] {
  return outputs.toSorted(
    (a, b) =>
      roles.indexOf(a.role) - roles.indexOf(b.role) ||
      compareLabels(scheme, a.label ?? '', b.label ?? '') ||
      (a.volume ?? '').localeCompare(b.volume ?? '', 'en', { numeric: true }),
  );
}

/** The volume that a build begins with: what is opened to look at it. */
export function firstVolume(build: Build | undefined): Output | undefined {
  return build?.outputs
    .filter(({ role }) => role === 'volume')
    .toSorted((a, b) => (a.volume ?? '').localeCompare(b.volume ?? '', 'en', { numeric: true }))[0];
}

/** The files of a build that are not as it wrote them, and those that may be: they only have a later time. */
export function disturbance({ disturbedFiles }: Pick<Build, 'disturbedFiles'>): {
  readonly changed: Build['disturbedFiles'];
  readonly redated: Build['disturbedFiles'];
} {
  return {
    changed: disturbedFiles.filter(({ change }) => change !== 'redated'),
    redated: disturbedFiles.filter(({ change }) => change === 'redated'),
  };
}

/** Whether the reader can show it. */
export function isReadable({ file, pages }: Output): boolean {
  return pages !== null && /\.pdf$/i.test(file);
}
