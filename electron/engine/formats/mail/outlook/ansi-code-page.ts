import { charsetOf } from '../../font-charset.ts';
import { alphabetCharset } from '../../alphabet-charset.ts';
import { asianCharset } from '../../asian-charset.ts';
import { isUtf8 } from '../../files/text/encoding.ts';
import { codePageOfLocale, ids, numberOf, string8, type MapiProperties } from './mapi.ts';

/** The code page of a message's text that is not Unicode. */
export interface AnsiCodePage {
  /** As Windows numbers it; such as 1252. */
  readonly codePage: number;
  /** Whether it was determined by the letters alone. */
  readonly isGuessed: boolean;
}

/** Windows' own code pages by those that mail of the same languages is sent in. */
const windowsPages: Readonly<Record<number, number>> = {
  20866: 1251,
  21866: 1251,
  28592: 1250,
  28594: 1257,
  28595: 1251,
  28596: 1256,
  28597: 1253,
  28598: 1255,
  28599: 1254,
  38598: 1255,
  50220: 932,
  50221: 932,
  50222: 932,
  50225: 949,
  51932: 932,
  51949: 949,
  52936: 936,
  54936: 936,
};
/** Code pages of Windows that are not Western, which text may be in though something Western is named. */
const foreignPages = [874, 932, 936, 949, 950, 1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258];
/** Code pages that letters can tell. */
const toldPages = [932, 51932, 54936, 949, 950, 1251, 20866, 1253, 1255, 1256, 874];
const western = 1252;
/** Bytes that tell. */
const sampled = 100_000;

/**
 * The code page of a message's text that is not Unicode: the one it names ([MS-OXPROPS], PidTagMessageCodepage), that of its locale, that of the charset it was
 * sent in, or the one its letters tell; Windows-1252 where nothing does.
 *
 * @param recipients whose names tell too
 * @param named what the file around the properties names; null where it names none
 */
export function ansiCodePage(
  properties: MapiProperties,
  recipients: readonly MapiProperties[],
  named: number | null = null,
): AnsiCodePage {
  const sentIn = numberOf(properties, ids.internetCodePage) ?? 0;
  const known =
    named ??
    numberOf(properties, ids.messageCodePage) ??
    codePageOfLocale(numberOf(properties, ids.messageLocale) ?? 0) ??
    windowsPages[sentIn] ??
    (foreignPages.includes(sentIn) ? sentIn : null);
  if (known !== null) return { codePage: known, isGuessed: false };
  const bytes = textIn([properties, ...recipients]);
  if (!bytes.some((byte) => byte > 0x7f)) return { codePage: western, isGuessed: false };
  if (isUtf8(bytes)) return { codePage: 65_001, isGuessed: true };
  const seen = asianCharset(bytes) ?? alphabetCharset(bytes);
  const told = seen === null ? undefined : toldPages.find((page) => charsetOf(page) === seen);
  return told === undefined ? { codePage: western, isGuessed: false } : { codePage: told, isGuessed: true };
}

/** What stands in properties as text that is not Unicode, its parts on lines. */
function textIn(all: readonly MapiProperties[]): Buffer {
  const parts = all.flatMap((properties) =>
    [...properties.values()].flatMap(({ type, bytes }) =>
      type === string8 ? [bytes.subarray(0, sampled), Buffer.from('\n')] : [],
    ),
  );
  return Buffer.concat(parts).subarray(0, sampled);
}
