import { useState } from 'react';
import { useCommand, useMatter } from '../../../client/index.ts';
import { clearToasts } from '../../../ui/index.ts';
import { useIntake } from '../../evidence/index.ts';
import { chooseSampleSheet, chooseSources, useImport } from './import-store.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { SourcesDialog } from './SourcesDialog.tsx';
import { StampedDocuments } from './stamps/StampedDocuments.tsx';

/**
 * Everything that brings the court's record in, from whichever area is looked at: importing sources with their preview, the
 * sources kept, and stamped documents that file themselves. Mounted once while a matter is open.
 */
export function ImportDialogs() {
  const { id: matterId, isSample } = useMatter();
  const underWay = useImport();
  const { asked } = useIntake();
  const [showsSources, setShowsSources] = useState(false);
  useCommand('docket.import', () => void chooseSources(matterId));
  useCommand('docket.importSample', () => void chooseSampleSheet(matterId), { isEnabled: isSample });
  useCommand('docket.sources', () => {
    clearToasts();
    setShowsSources(true);
  });
  return (
    <>
      {/* Of files dropped together, the origin of those that become evidence is asked first. */}
      {underWay?.matterId === matterId && asked === null && <ImportDialog {...underWay} />}
      {showsSources && (
        <SourcesDialog
          onClose={() => setShowsSources(false)}
          onImport={() => {
            setShowsSources(false);
            void chooseSources(matterId);
          }}
        />
      )}
      <StampedDocuments />
    </>
  );
}
