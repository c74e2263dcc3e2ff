/** How a load file begins: þ (254) around each field and ASCII 20 between them, the defaults of Concordance. */
const head = /^\u00fe[^\u00fe\u0014\r\n]{0,200}\u00fe\u0014/;
const signs = /\u00fe?\u0014\u00fe?|^\u00fe|\u00fe$/gm;

/**
 * Whether a text is a Concordance load file (DAT), the table of documents that comes with a production.
 *
 * @param beginning of the text, of any length, without byte order mark
 */
export function isLoadFile(beginning: string): boolean {
  return head.test(beginning);
}

/**
 * A piece of a load file with tabs between its fields, so that their words stand free; a þ within a word stays.
 *
 * @example fieldsOfLoadFile('þABC001þ\u0014þDoe, Janeþ') // 'ABC001⇥Doe, Jane'
 */
export function fieldsOfLoadFile(text: string): string {
  return text.replace(signs, (sign) => (sign.includes('\u0014') ? '\t' : ''));
}
