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
