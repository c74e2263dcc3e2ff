import type { SelectedWords } from '../../../client/index.ts';

/** Pages a selection may run over; what is beyond is left out. */
const mostPages = 50;

/**
 * The words of the text layers that are selected, page by page.
 *
 * @param pages the element that holds the pages
 * @returns null where nothing of a text layer is selected
 * @example readSelectedWords(scroller, window.getSelection())?.text
 */
export function readSelectedWords(pages: Element, selection: Selection | null): SelectedWords | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(pages)) return null;
  const parts: SelectedWords['parts'][number][] = [];
  const texts: string[] = [];
  for (const section of pages.querySelectorAll<HTMLElement>('section[data-page]')) {
    if (parts.length >= mostPages || !range.intersectsNode(section)) continue;
    const runs = [...section.querySelectorAll<HTMLElement>('[data-run]')].flatMap((run) => {
      const part = partOf(run, range);
      return part ? [part] : [];
    });
    const [first, last] = [runs[0], runs.at(-1)];
    if (!first || !last) continue;
    parts.push({
      page: Number(section.dataset['page']) - 1,
      from: { run: first.run, offset: first.from },
      to: { run: last.run, offset: last.to },
    });
    texts.push(runs.map(({ text, isLineEnd }) => text + (isLineEnd ? '\n' : '')).join(''));
  }
  const text = texts.join('\n').trim();
  if (parts.length === 0 || text === '') return null;
  const end = [...range.getClientRects()].filter(({ width }) => width > 0).at(-1);
  return { text, parts, at: { x: end?.right ?? 0, y: end?.bottom ?? 0 } };
}

/** The selected part of a run; null for nothing. */
function partOf(
  run: HTMLElement,
  range: Range,
): { run: number; from: number; to: number; text: string; isLineEnd: boolean } | null {
  if (!range.intersectsNode(run)) return null;
  const { length } = run.textContent;
  const from = run.contains(range.startContainer)
    ? offsetIn(range.startContainer, range.startOffset, length)
    : 0;
  const to = run.contains(range.endContainer)
    ? offsetIn(range.endContainer, range.endOffset, length)
    : length;
  if (to <= from) return null;
  const isLineEnd = run.nextElementSibling instanceof HTMLBRElement;
  const text = run.textContent.slice(from, to);
  return { run: Number(run.dataset['run']), from, to, text, isLineEnd: isLineEnd && to === length };
}

/** A place in a run's only text; where the run itself is meant, its beginning or its end. */
function offsetIn(node: Node, offset: number, length: number): number {
  return node instanceof Text ? Math.min(offset, length) : offset === 0 ? 0 : length;
}
