import {
  engineClient,
  formatSize,
  messageOf,
  QueryFallback,
  useEngineQuery,
  useFileWriting,
} from '../client/index.ts';
import { Dialog, ErrorLine, showToast } from '../ui/index.ts';

/** Shows exactly what an export would hold, then saves it. */
export function DiagnosticsDialog({ onClose }: { onClose: () => void }) {
  const preview = useEngineQuery('diagnostics.preview', {});
  const { isWriting, error, save } = useFileWriting();
  const write = () =>
    save('diagnostics', 'Forthwith diagnostics', async (target) => {
      const { fileName, sizeBytes } = await engineClient['diagnostics.export']({ target });
      showToast({ message: `Saved ${fileName} (${formatSize(sizeBytes)})` });
      onClose();
    });
  return (
    <Dialog
      title="Export diagnostics"
      width="large"
      onClose={onClose}
      onSubmit={() => void write()}
      isBusy={isWriting}
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
      {error !== null && <ErrorLine>{messageOf(error)}</ErrorLine>}
    </Dialog>
  );
}
