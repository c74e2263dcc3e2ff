/**
 * The words on pages that are numbered within their exhibit.
 *
 * @param label empty where exhibits have none
 * @example pageWords('A', 2) // ['Exhibit A – Page 1 of 2', 'Exhibit A – Page 2 of 2']
 */
export function pageWords(label: string, pages: number): string[] {
  const exhibit = label === '' ? '' : `Exhibit ${label} – `;
  return Array.from({ length: pages }, (_, at) => `${exhibit}Page ${at + 1} of ${pages}`);
}
