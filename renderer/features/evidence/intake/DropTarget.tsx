import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { showError, useMatter, useOfferedDestination } from '../../../client/index.ts';
import { askOrigin } from './intake-store.ts';
import { intakeWords } from './words.ts';

/** Which half of the window the files hover over; with one place to drop them, the whole window is that place. */
type Half = 'left' | 'right';

/**
 * Takes files dropped anywhere on the window, and shows while they hover that they may be dropped. Where the area looked at
 * takes files too, the window's left half is for that area and its right half for the evidence.
 */
export function DropTarget() {
  const { id: matterId, title, isReadOnly } = useMatter();
  const destination = useOfferedDestination();
  const [over, setOver] = useState<Half | null>(null);

  useEffect(() => {
    // Every element passed over enters and leaves; only when all were left has the drag left the window.
    let depth = 0;
    const isFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const mayDrop = () => !isReadOnly && document.querySelector('[data-modal-overlay]') === null;
    const halfOf = (event: DragEvent): Half => (event.clientX < window.innerWidth / 2 ? 'left' : 'right');
    const enter = (event: DragEvent) => {
      if (!isFiles(event)) return;
      depth += 1;
      setOver(mayDrop() ? halfOf(event) : null);
    };
    const leave = (event: DragEvent) => {
      if (!isFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(null);
    };
    const hover = (event: DragEvent) => {
      if (!isFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = mayDrop() ? 'copy' : 'none';
      if (mayDrop()) setOver(halfOf(event));
    };
    const drop = (event: DragEvent) => {
      if (!isFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      depth = 0;
      setOver(null);
      if (!mayDrop()) return;
      // Whether something is a folder is known only during the drop.
      const isFolder = event.dataTransfer.items[0]?.webkitGetAsEntry()?.isDirectory ?? false;
      const take =
        destination && halfOf(event) === 'left'
          ? destination.onDrop
          : (files: Parameters<typeof askOrigin>[1]) => askOrigin(matterId, files, { isFolder });
      window.forthwith
        .grantDropped([...event.dataTransfer.files])
        .then(take)
        .catch(showError);
    };
    const heard = { dragenter: enter, dragleave: leave, dragover: hover, drop } as const;
    for (const [name, listener] of Object.entries(heard)) {
      window.addEventListener(name as keyof typeof heard, listener);
    }
    return () => {
      for (const [name, listener] of Object.entries(heard)) {
        window.removeEventListener(name as keyof typeof heard, listener);
      }
    };
  }, [matterId, isReadOnly, destination]);

  if (over === null) return null;
  return (
    <div
      data-testid="drop-target"
      className="pointer-events-none fixed inset-0 z-50 flex items-stretch gap-3 bg-scrim p-4"
    >
      {destination && <Zone title={destination.title} hint={destination.hint} isOver={over === 'left'} />}
      <Zone
        title={intakeWords.dropTitle}
        hint={intakeWords.dropHint(title)}
        isOver={!destination || over === 'right'}
      />
    </div>
  );
}

function Zone({ title, hint, isOver }: { title: string; hint: string; isOver: boolean }) {
  return (
    <div
      data-over={isOver}
      className={`flex grow basis-0 items-center justify-center rounded-lg border-2 p-4 ${
        isOver ? 'border-accent bg-surface' : 'border-dashed border-edge bg-sunken'
      }`}
    >
      <div className="flex max-w-104 flex-col items-center gap-2 text-center">
        <FileDown
          aria-hidden
          className={`size-10 stroke-[1.25] ${isOver ? 'text-accent-text' : 'text-ink-soft'}`}
        />
        <p className="text-xl font-semibold">{title}</p>
        <p className="text-balance text-ink-soft">{hint}</p>
      </div>
    </div>
  );
}
