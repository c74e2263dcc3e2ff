import type { JobResult } from '../../../../shared/contract/api.ts';
import type { BuildChoices } from '../../../../shared/domain/exhibits/build-choices.ts';
import type { AsFiledCheck } from '../../../../shared/model/as-filed.ts';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { createStore, showToast } from '../../../ui/index.ts';

/** An exhibit whose original cannot be read, and why. */
export interface RefusedExhibit {
  readonly label: string;
  readonly reason: string;
  readonly isLocked: boolean;
}

interface Outcomes {
  built: { readonly set: ExhibitSet; readonly result: JobResult<'exhibits.build'> };
  refused: {
    readonly set: ExhibitSet;
    readonly exhibits: readonly RefusedExhibit[];
    readonly choices: BuildChoices;
  };
  compared: { readonly comparison: JobResult<'exhibits.compare'> };
  checked: { readonly set: ExhibitSet; readonly result: JobResult<'exhibits.checkFiling'> };
  asFiled: { readonly set: ExhibitSet } & Pick<AsFiledCheck, 'files' | 'disturbed'>;
}

/** A job on exhibits that ended, and what came of it. */
export type EndedJob = {
  [K in keyof Outcomes]: Outcomes[K] & { readonly kind: K; readonly matterId: string };
}[keyof Outcomes];

/** What the dialog about ended jobs of a kind is given. */
export type EndedProps<K extends keyof Outcomes> = Outcomes[K] & {
  readonly matterId: string;
  readonly onClose: () => void;
};

const ended = createStore<readonly { readonly id: number; readonly job: EndedJob }[]>([]);
let lastId = 0;

/** Which of a matter's jobs ended and was not yet looked at, the first first. It waits here while the user is in another area. */
export function useEndedJob(matterId: string): { readonly id: number; readonly job: EndedJob } | undefined {
  return ended.use().find(({ job }) => job.matterId === matterId);
}

/**
 * Shows how a job ended.
 *
 * @param toast what reports it where it is not shown at once, because the user went to another area
 */
export function showEnded(job: EndedJob, toast: string): void {
  ended.set([...ended.get(), { id: (lastId += 1), job }]);
  if (!ended.isShown()) showToast({ tone: job.kind === 'refused' ? 'error' : 'done', message: toast });
}

/** Closes what was looked at. */
export function closeEnded(id: number): void {
  ended.set(ended.get().filter((each) => each.id !== id));
}
