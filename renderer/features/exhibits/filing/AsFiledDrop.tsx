import { useMemo } from 'react';
import type { GrantedFile } from '../../../../shared/contract/bridge.ts';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { useDropDestination, useMatter } from '../../../client/index.ts';
import { checkAsFiled } from '../jobs/start-jobs.ts';
import { asFiledWords as words } from './words.ts';

/** While a set's builds are shown, files dropped on their half of the window are compared with the newest. */
export function AsFiledDrop({ set }: { readonly set: ExhibitSet }) {
  const { id: matterId } = useMatter();
  const destination = useMemo(
    () => ({
      title: words.dropTitle,
      hint: words.dropHint,
      onDrop: (files: readonly GrantedFile[]) => void checkAsFiled(matterId, set, { files }),
    }),
    [matterId, set],
  );
  useDropDestination(destination);
  return null;
}
