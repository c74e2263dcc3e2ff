import type { Element } from 'domhandler';
import { documentIdOf, documentLink, type DocumentPlace } from '../printed/court-links.ts';
import { elementsNamed } from '../printed/html-text.ts';

/**
 * The document that the first link in a cell, or the link itself, leads to. Null where none leads to a document.
 *
 * @param cell a cell or a link
 * @param court code of the court, to make an address whole that leaves the server out
 * @example <a href="https://ecf.nvd.uscourts.gov/doc1/11507002704" onclick="goDLS('/doc1/11507002704','128568','24',…">5</a> → sequence 24
 */
export function documentOf(cell: Element | undefined, court: string): DocumentPlace | null {
  if (!cell) return null;
  for (const anchor of cell.name === 'a' ? [cell] : elementsNamed(cell, 'a')) {
    const script = (anchor.attribs['onclick'] ?? anchor.attribs['href'] ?? '').slice(0, 2_000);
    const [, path, , sequence] =
      /goDLS\(\s?["']([^"']{1,300})["']\s?,\s?["'](\d{0,12})["']\s?,\s?["'](\d{0,9})["']/.exec(script) ?? [];
    const href = anchor.attribs['href'] ?? '';
    const place = (documentLink(href) ?? documentLink(path ?? ''))?.place;
    if (!place) continue;
    return {
      documentUrl: wholeUrl(place.documentUrl, court),
      documentId: place.documentId ?? documentIdOf(path?.split('/').at(-1) ?? ''),
      sequence: sequence ? Number(sequence) : place.sequence,
    };
  }
  return null;
}

function wholeUrl(url: string | null, court: string): string | null {
  return url?.startsWith('/') && !url.startsWith('//') && court !== ''
    ? `https://ecf.${court}.uscourts.gov${url}`
    : url;
}

/** "27.8 KB", "0.7 mb": courts count 1,024 bytes to a kilobyte. Null where it is no size. */
export function bytesOf(printed: string): number | null {
  const [, amount, unit] = /^([\d.,]+)\s*([kmg]?)b/i.exec(printed) ?? [];
  if (amount === undefined) return null;
  const power = ['', 'k', 'm', 'g'].indexOf((unit ?? '').toLowerCase());
  return Math.round(Number(amount.replaceAll(',', '')) * 1024 ** power);
}
