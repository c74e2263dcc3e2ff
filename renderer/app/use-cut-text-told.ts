import { useEffect } from 'react';

/** What cuts its text where there is no room for it. */
const cutting = '.truncate, [class*="line-clamp-"]';
/** Titles given here, which go again once the text has room. */
const own = 'data-cut-text';

function isCut({ scrollWidth, clientWidth, scrollHeight, clientHeight }: Element): boolean {
  // Glyphs may stand out of a line by a pixel.
  return scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 2;
}

/** The words as they are seen: a badge stands apart from the text beside it, a marked part of a word does not. */
function wordsOf({ childNodes }: Element): string {
  const words = [...childNodes].map((node) => {
    const isApart = node instanceof Element && getComputedStyle(node).display !== 'inline';
    return isApart ? ` ${node.textContent} ` : node.textContent;
  });
  return words.join('').replaceAll(/\s+/g, ' ').trim();
}

/** Tells a text whole, in the system's own tip, where it is pointed at and cut, and nothing around it tells something else. */
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

/** Has every text of the window that is cut for want of room told whole when it is pointed at. */
export function useCutTextTold(): void {
  useEffect(() => {
    document.addEventListener('mouseover', tellWhole);
    return () => document.removeEventListener('mouseover', tellWhole);
  }, []);
}
