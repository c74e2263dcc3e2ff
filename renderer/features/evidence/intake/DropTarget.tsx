import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { showError, useMatter } from '../../../client/index.ts';
import { askOrigin } from './intake-store.ts';
import { intakeWords } from '../words.ts';

/** Takes files dropped anywhere on the window, and shows while they hover that they may be dropped. */
export function DropTarget() {
  const { id: matterId, title, isReadOnly } = useMatter();
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    // Every element passed over enters and leaves; only when all were left has the drag left the window.
    let depth = 0;
    const isFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const mayDrop = () => !isReadOnly && document.querySelector('[data-modal-overlay]') === null;
    const enter = (event: DragEvent) => {
      if (!isFiles(event)) return;
      depth += 1;
      setIsOver(mayDrop());
    };
    const leave = (event: DragEvent) => {
      if (!isFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setIsOver(false);
    };
    const over = (event: DragEvent) => {
      if (!isFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = mayDrop() ? 'copy' : 'none';
    };
    const drop = (event: DragEvent) => {
      if (!isFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      depth = 0;
      setIsOver(false);
      if (!mayDrop()) return;
      window.forthwith
        .grantDropped([...event.dataTransfer.files])
        .then((files) => askOrigin(matterId, files))
        .catch(showError);
    };
    const heard = { dragenter: enter, dragleave: leave, dragover: over, drop } as const;
    for (const [name, listener] of Object.entries(heard)) {
      window.addEventListener(name as keyof typeof heard, listener);
    }
    return () => {
      for (const [name, listener] of Object.entries(heard)) {
        window.removeEventListener(name as keyof typeof heard, listener);
      }
    };
  }, [matterId, isReadOnly]);

  if (!isOver) return null;
  return (
    <div
      data-testid="drop-target"
      className="pointer-events-none fixed inset-0 z-50 flex items-center justify-center bg-scrim p-4"
    >
      <div className="flex h-full w-full items-center justify-center rounded-lg border-2 border-dashed border-accent bg-surface/90">
        <div className="flex max-w-104 flex-col items-center gap-2 text-center">
          <FileDown aria-hidden className="size-10 stroke-[1.25] text-accent-text" />
          <p className="text-xl font-semibold">{intakeWords.dropTitle}</p>
          <p className="text-ink-soft">{intakeWords.dropHint(title)}</p>
        </div>
      </div>
    </div>
  );
}
