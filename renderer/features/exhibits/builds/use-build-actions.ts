import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { showError, useMatter, useReaderTarget } from '../../../client/index.ts';
import type { Output } from './build-outputs.ts';
import { buildWords as words } from './words.ts';

export interface BuildActions {
  /** Shows a built PDF in the reader. */
  readonly open: (output: Output) => void;
  /** Shows the build's folder in the system's file manager. */
  readonly reveal: (buildId: string) => void;
}

/** What can be done with what a build of a set wrote. */
export function useBuildActions({ name }: ExhibitSet): BuildActions {
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  return {
    open: ({ id, role, label }) => {
      const what = label === null ? words.roles[role] : words.place(label, undefined);
      show({ source: { matterId, buildOutputId: id }, title: `${name} · ${what}` });
    },
    reveal: (buildId) => void window.forthwith.revealBuild(matterId, buildId).catch(showError),
  };
}
