import { expect, type ElectronApplication } from '@playwright/test';

/**
 * Asks the main process something that may be asked twice: under load its collector may take an answer before the test has it,
 * and the question is put again.
 *
 * @param given plain data, handed to the question
 */
export async function askMain<T>(
  electron: ElectronApplication,
  question: (electron: typeof Electron.CrossProcessExports, given: readonly string[]) => T,
  given: readonly string[] = [],
): Promise<T> {
  const answers: T[] = [];
  await expect(async () => {
    answers.push((await electron.evaluate(question, given)) as T);
  }).toPass();
  return answers[0]!;
}
