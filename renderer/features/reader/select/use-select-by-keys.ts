import type { FindHit } from '../../../../shared/contract/reader.ts';
import type { Pages } from '../pages/use-pages.ts';

/**
 * Selects words without a pointer: those of the hit that is shown, else the first word in sight. From there Shift and the arrow
 * keys extend it, as in any text.
 */
export function useSelectByKeys({ scroller, current }: Pages, hit: FindHit | undefined): () => void {
  return () => {
    const pages = scroller.current;
    if (!pages) return;
    pages.focus({ preventScroll: true });
    if (hit && selectHit(pages, hit)) return;
    const view = pages.getBoundingClientRect();
    const runs = [...pages.querySelectorAll<HTMLElement>(`section[data-page="${current + 1}"] [data-run]`)];
    const first = runs.find((run) => {
      const { top, bottom, width } = run.getBoundingClientRect();
      return width > 0 && top >= view.top && bottom <= view.bottom && run.textContent.trim() !== '';
    });
    const text = first?.firstChild;
    if (!text) return;
    window.getSelection()?.collapse(text, 0);
    window.getSelection()?.modify('extend', 'forward', 'word');
  };
}

/** Selects from the left edge of the first line of a hit to the right edge of its last; returns whether it could. */
function selectHit(pages: Element, { page, rects }: FindHit): boolean {
  const marks = pages.querySelectorAll<HTMLElement>(`section[data-page="${page + 1}"] mark[data-current]`);
  const [first, last] = [marks[0]?.getBoundingClientRect(), marks[rects.length - 1]?.getBoundingClientRect()];
  if (!first || !last) return false;
  const from = document.caretPositionFromPoint(first.left + 1, first.top + first.height / 2);
  const to = document.caretPositionFromPoint(last.right - 1, last.top + last.height / 2);
  if (!isInText(from?.offsetNode) || !isInText(to?.offsetNode)) return false;
  window.getSelection()?.setBaseAndExtent(from!.offsetNode, from!.offset, to!.offsetNode, to!.offset);
  return true;
}

function isInText(node: Node | undefined): boolean {
  return Boolean(node?.parentElement?.closest('[data-run]'));
}
