import { showError, useMatter, useReaderTarget } from '../../../client/index.ts';
import type { Output } from './build-outputs.ts';

export interface BuildActions {
  /** Shows a built PDF in the reader. */
  readonly open: (output: Output, title: string) => void;
  /** Shows the build's folder in the system's file manager. */
  readonly reveal: (buildId: string) => void;
}

/** What can be done with what a build wrote. */
export function useBuildActions(): BuildActions {
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  return {
    open: (output, title) => show({ source: { matterId, buildOutputId: output.id }, title }),
    reveal: (buildId) => void window.forthwith.revealBuild(matterId, buildId).catch(showError),
  };
}
