import { chooseInOpenDialog } from './dialogs.ts';
import { callEngine, valueOf } from './engine.ts';
import type { RunningApp } from './launch.ts';

/** Texts of the pages of a PDF that the app wrote, as its own reader reads them. */
export async function textsOfPdf({ electron, page }: RunningApp, path: string): Promise<string[]> {
  await chooseInOpenDialog(electron, path);
  const token = await page.evaluate(
    async () => (await window.forthwith.openFiles('evidence-files'))[0]!.token,
  );
  const pages = valueOf<{ text: string }[]>(await callEngine(page, 'pdf.text', { source: { token } }));
  return pages.map(({ text }) => text);
}

/** All that such a PDF says, in one line. */
export async function wordsOfPdf(app: RunningApp, path: string): Promise<string> {
  return (await textsOfPdf(app, path)).join(' ').replaceAll(/\s+/g, ' ');
}
