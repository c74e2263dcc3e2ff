import { useMemo } from 'react';
import type { GrantedFile } from '../../../../shared/contract/bridge.ts';
import { engineClient, showError, useDropDestination, useMatter } from '../../../client/index.ts';
import { askOrigin } from '../../evidence/index.ts';
import { splitDropped } from './dropped-files.ts';
import { importSources } from './import-store.ts';
import { importWords as words } from './words.ts';

async function takeDropped(matterId: string, files: readonly GrantedFile[]): Promise<void> {
  const { sources, documents } = await splitDropped(files, (pdfs) =>
    engineClient['docket.findPrints']({ files: pdfs.map(({ token }) => ({ token })) }),
  );
  askOrigin(matterId, documents);
  await importSources(matterId, sources);
}

/** While the docket is looked at, files dropped on its half of the window go into it. Mounted with the docket's list. */
export function DocketDrop() {
  const { id: matterId } = useMatter();
  const destination = useMemo(
    () => ({
      title: words.dropTitle,
      hint: words.dropHint,
      onDrop: (files: readonly GrantedFile[]) => {
        takeDropped(matterId, files).catch(showError);
      },
    }),
    [matterId],
  );
  useDropDestination(destination);
  return null;
}
