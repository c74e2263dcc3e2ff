import { useState, type RefObject } from 'react';
import { showError, type SelectedWords } from '../../../client/index.ts';
import type { PageShape } from '../pages/page-layout.ts';
import type { Turn } from '../pages/turned.ts';
import type { Cite } from '../select/use-cite.ts';
import { pageUnder, passageRect, type Passage } from './passage.ts';

/** A passage to be enlarged: words that are selected, or an area that is chosen. */
export function useCallOut({
  scroller,
  pages,
  turn,
  cite,
  readNow,
}: {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly pages: readonly PageShape[];
  readonly turn: Turn;
  readonly cite: Cite;
  readonly readNow: () => SelectedWords | null;
}) {
  const [isPicking, setIsPicking] = useState(false);
  const [shown, setShown] = useState<{ passage: Passage; cite: string } | null>(null);

  const show = (passage: Passage) => {
    setIsPicking(false);
    setShown({ passage, cite: '' });
    cite
      .of(passage.page, passage.page)
      .then(
        (text) => setShown((before) => (before?.passage === passage ? { passage, cite: text } : before)),
        showError,
      );
  };
  return {
    isPicking,
    passage: shown?.passage ?? null,
    cite: shown?.cite ?? '',
    begin: () => {
      const selected = readNow();
      const page = selected?.parts[0]?.page;
      const section = scroller.current?.querySelector(`section[data-page="${(page ?? -1) + 1}"]`);
      const range = window.getSelection()?.rangeCount ? window.getSelection()?.getRangeAt(0) : undefined;
      const rect =
        section && range && page !== undefined
          ? passageRect([...range.getClientRects()], section.getBoundingClientRect(), pages[page]!, turn)
          : null;
      if (rect && selected && page !== undefined) show({ page, rect, text: selected.text });
      else setIsPicking(true);
    },
    pick: (box: DOMRectReadOnly) => {
      const section = scroller.current && pageUnder(scroller.current, box);
      if (!section) return;
      const page = Number(section.dataset['page']) - 1;
      const rect = passageRect([box], section.getBoundingClientRect(), pages[page]!, turn, { x: 0, y: 0 });
      if (rect) show({ page, rect, text: '' });
    },
    leave: () => {
      setIsPicking(false);
      scroller.current?.focus({ preventScroll: true });
    },
    close: () => setShown(null),
  };
}
