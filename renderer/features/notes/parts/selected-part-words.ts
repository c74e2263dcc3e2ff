import type { NoteAnchor } from '../../../../shared/model/notes.ts';

/** Characters kept of the text around words. */
const contextLength = 64;
const quoteLimit = 20_000;

/**
 * An anchor for the words that are selected in a text without pages; null where nothing is.
 * Words that run over several parts are anchored in the first.
 */
export function selectedPartAnchor(): NoteAnchor | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const part = elementOf(range.startContainer)?.closest<HTMLElement>('[data-part]');
  if (!part) return null;
  const whole = document.createRange();
  whole.selectNodeContents(part);
  const before = whole.cloneRange();
  before.setEnd(range.startContainer, range.startOffset);
  const isWithin = part.contains(range.endContainer);
  const own = range.cloneRange();
  if (!isWithin) own.setEnd(whole.endContainer, whole.endOffset);
  const after = whole.cloneRange();
  after.setStart(own.endContainer, own.endOffset);
  const quote = oneLine(own.toString()).slice(0, quoteLimit);
  if (quote === '') return null;
  return {
    page: Number(part.dataset['part']),
    quote,
    prefix: oneLine(before.toString().slice(-contextLength)),
    suffix: oneLine(after.toString().slice(0, contextLength)),
    rects: [],
    atMs: null,
  };
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
