import { useMemo } from 'react';
import { showError, useMatter } from '../../../client/index.ts';
import { askOrigin, useDropDestination } from '../../evidence/index.ts';
import { splitDropped } from './dropped-files.ts';
import { importSources } from './import-store.ts';
import { importWords as words } from './words.ts';

/** While the docket is looked at, files dropped on its half of the window go into it. Mounted with the docket's list. */
export function DocketDrop() {
  const { id: matterId } = useMatter();
  const destination = useMemo(
    () => ({
      title: words.dropTitle,
      hint: words.dropHint,
      onDrop: (files: Parameters<typeof splitDropped>[0]) => {
        const { sources, documents } = splitDropped(files);
        importSources(matterId, sources).catch(showError);
        askOrigin(matterId, documents);
      },
    }),
    [matterId],
  );
  useDropDestination(destination);
  return null;
}
