import { useEffect } from 'react';

/** What cuts its text where there is no room for it. */
const cutting = '.truncate, [class*="line-clamp-"]';
/** Marks titles set here, which are removed once the text has room. */
const own = 'data-cut-text';

function isCut({ scrollWidth, clientWidth, scrollHeight, clientHeight }: Element): boolean {
  // Glyphs may stick out of a line by a pixel.
  return scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 2;
}

/** The words as they are seen: a badge is separate from the text beside it, a marked part of a word is not. */
function wordsOf({ childNodes }: Element): string {
  const words = [...childNodes].map((node) => {
    const isApart = node instanceof Element && getComputedStyle(node).display !== 'inline';
    return isApart ? ` ${node.textContent} ` : node.textContent;
  });
  return words.join('').replaceAll(/\s+/g, ' ').trim();
}

/** Shows a cut text in full in the system's own tooltip when it is pointed at, unless something around it has another tooltip. */
function tellWhole({ target }: MouseEvent): void {
  if (!(target instanceof Element)) return;
  const element = target.closest(cutting);
  if (element === null) return;
  if (element.hasAttribute(own)) element.removeAttribute('title');
  element.toggleAttribute(own, false);
  if (!isCut(element) || target.closest('[title]') !== null) return;
  element.setAttribute('title', wordsOf(element));
  element.toggleAttribute(own, true);
}

/** Shows every text of the window that is cut for lack of room in full when it is pointed at. */
export function useCutTextTold(): void {
  useEffect(() => {
    document.addEventListener('mouseover', tellWhole);
    return () => document.removeEventListener('mouseover', tellWhole);
  }, []);
}
