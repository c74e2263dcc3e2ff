import { isCompoundFile } from '../files/office/compound-file.ts';
import { utf16Of } from './printed/html.ts';
import { isPropertyList } from './safari-archive.ts';

/** What a file is made of, before it is known what it says. */
export type SourceForm =
  | 'empty'
  | 'binary'
  | 'property_list'
  | 'pdf'
  | 'mail'
  | 'compound'
  | 'xml'
  | 'html'
  | 'json'
  | 'table';

/** How much of a file its form is found from. */
const headLength = 20_000;
const mailFields =
  /^(?:received|return-path|delivered-to|message-id|mime-version|from|to|subject|date|reply-to|content-type|x-[\w-]+|dkim-signature|authentication-results|arc-seal):/i;

/**
 * Finds what a file is made of from how it begins.
 *
 * @param bytes the whole file
 * @param text the same, decoded
 * @example sourceForm(bytes, '<?xml version="1.0"?><rss>…') // 'xml'
 */
export function sourceForm(bytes: Uint8Array, text: string): SourceForm {
  const head = text.slice(0, headLength).replace(/^[\s\ufeff]+/, '');
  if (head === '') return text.trim() === '' ? 'empty' : 'table';
  // A mail of Outlook's, or an Office document that is old or locked.
  if (isCompoundFile(bytes)) return 'compound';
  if (isPdf(bytes)) return 'pdf';
  if (isPropertyList(bytes)) return 'property_list';
  if (isBinary(bytes)) return 'binary';
  if (isMail(head)) return 'mail';
  if (head.startsWith('<')) return isXml(head) ? 'xml' : 'html';
  if (/^[[{]/.test(head)) return 'json';
  // Words before the first tag: a page saved by a program that put a line of its own on top.
  return /<(?:html|head|body|table)\b/i.test(head) ? 'html' : 'table';
}

/** Mail may have a PDF's mark in its first lines, so only the very beginning tells, but for empty lines. */
function isPdf(bytes: Uint8Array): boolean {
  return /^[\s\0\xef\xbb\xbf]*%PDF-/.test(String.fromCharCode(...bytes.subarray(0, 64)));
}

/** NUL bytes stand in no text but UTF-16. */
function isBinary(bytes: Uint8Array): boolean {
  if (utf16Of(bytes) !== null) return false;
  const magic = String.fromCharCode(...bytes.subarray(0, 5));
  return magic.startsWith('{\\rtf') || bytes.subarray(0, headLength).includes(0);
}

/** A message begins with header fields, at least two of which every mail system knows. */
function isMail(head: string): boolean {
  let known = 0;
  for (const line of head.split(/\r\n|\r|\n/, 60)) {
    if (line === '') break;
    if (mailFields.test(line)) known += 1;
    else if (!/^(?:[\w-]{1,80}:|[ \t]|From )/.test(line)) return false;
  }
  return known >= 2;
}

/** Pages written as XHTML begin like XML and are pages nevertheless. */
function isXml(head: string): boolean {
  if (/<!doctype\s+html|<html\b/i.test(head)) return false;
  return (
    /^<\?xml\b/i.test(head) ||
    /^(?:<[?!][^>]{0,500}>\s*){0,8}<(?:rss|feed|rdf:rdf|gov_uscourts_docket|djvu)\b/i.test(head)
  );
}
