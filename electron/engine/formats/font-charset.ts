const pages: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/**
 * The code page of the character set that a font of an RTF has (RTF 1.9.1, fcharset; [MS-OXRTFEX]).
 *
 * @returns null for Western sets and those that are the document's
 * @example codePageOfFontCharset(204) // 1251
 */
export function codePageOfFontCharset(charset: number): number | null {
  return pages[charset] ?? null;
}

/** The charset of a Windows code page, as the Encoding Standard names it. */
export function charsetOf(codePage: number): string {
  const special: Readonly<Record<number, string>> = {
    866: 'ibm866',
    932: 'shift_jis',
    936: 'gbk',
    949: 'euc-kr',
    950: 'big5',
    1200: 'utf-16le',
    20127: 'us-ascii',
    20866: 'koi8-r',
    20932: 'euc-jp',
    21866: 'koi8-u',
    50220: 'iso-2022-jp',
    50221: 'iso-2022-jp',
    50222: 'iso-2022-jp',
    51932: 'euc-jp',
    51949: 'euc-kr',
    54936: 'gb18030',
    65000: 'utf-7',
    65001: 'utf-8',
    10000: 'macintosh',
  };
  if (special[codePage] !== undefined) return special[codePage];
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  if (codePage === 874) return 'windows-874';
  if (codePage >= 28591 && codePage <= 28606) return `iso-8859-${codePage - 28590}`;
  return '';
}
