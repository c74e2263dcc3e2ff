import { useEffect } from 'react';
import { useCommand, useKeptItems, useReaderTarget } from '../client/index.ts';
import { showToast } from '../ui/index.ts';

/** Remembers which items are read, for the palette, and pins the item in the reader. */
export function KeptItems() {
  const { target } = useReaderTarget();
  const { remember, togglePin, isLoaded } = useKeptItems();
  const item =
    target && 'evidenceId' in target.source ? { id: target.source.evidenceId, title: target.title } : null;
  const id = item?.id;
  useEffect(() => {
    if (isLoaded && item) remember(item);
  }, [isLoaded, id, remember]);
  useCommand(
    'reader.pin',
    () => {
      if (!item) return;
      const isPinned = togglePin(item);
      showToast({
        message: isPinned ? `Pinned “${item.title}” in the palette` : `No longer pinned: “${item.title}”`,
      });
    },
    { isEnabled: item !== null },
  );
  return null;
}
