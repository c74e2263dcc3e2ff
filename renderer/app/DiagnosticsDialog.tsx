import { useState } from 'react';
import { engineClient, formatSize, messageOf, useEngineQuery, QueryFallback } from '../client/index.ts';
import { Dialog, ErrorLine, showToast } from '../ui/index.ts';

/** Shows exactly what an export would hold, then saves it. */
export function DiagnosticsDialog({ onClose }: { onClose: () => void }) {
  const preview = useEngineQuery('diagnostics.preview', {});
  const [error, setError] = useState<string | null>(null);
  const save = async () => {
    setError(null);
    const target = await window.forthwith.saveFile('diagnostics', 'Forthwith diagnostics');
    if (!target) return;
    try {
      const { fileName, sizeBytes } = await engineClient['diagnostics.export']({
        target: { token: target.token },
      });
      showToast({ message: `Saved ${fileName} (${formatSize(sizeBytes)})` });
      onClose();
    } catch (thrown) {
      setError(messageOf(thrown));
    }
  };
  return (
    <Dialog
      title="Export diagnostics"
      width="large"
      onClose={onClose}
      onSubmit={() => void save()}
      submitLabel="Save…"
      canSubmit={preview.data !== undefined}
    >
      <p>
        This is all the export holds. It has no document text, no names of people and no folders. It is saved
        where you choose and sent nowhere.
      </p>
      <div
        className="h-96 overflow-auto rounded-md border border-line bg-sunken"
        role="region"
        aria-label="What the export holds"
        tabIndex={0}
      >
        {preview.data ? (
          preview.data.map(({ file, content }) => (
            <section key={file} className="border-b border-line p-3 last:border-0">
              <h3 className="mb-1 font-semibold">{file}</h3>
              <pre data-selectable className="font-mono text-sm wrap-anywhere whitespace-pre-wrap">
                {content}
              </pre>
            </section>
          ))
        ) : (
          <QueryFallback query={preview} />
        )}
      </div>
      {error && <ErrorLine>{error}</ErrorLine>}
    </Dialog>
  );
}
