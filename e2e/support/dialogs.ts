import { expect, type ElectronApplication } from '@playwright/test';

/** The next open or folder dialogs answer with these paths, as a user's choice would; none is a canceled dialog. */
export function chooseInOpenDialog(
  electron: ElectronApplication,
  ...paths: readonly string[]
): Promise<void> {
  return electron.evaluate(({ dialog }, chosen) => {
    const filePaths = [...chosen];
    dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
  }, paths);
}

/** The next save dialogs answer with this path; null is a canceled dialog. */
export function chooseInSaveDialog(electron: ElectronApplication, path: string | null): Promise<void> {
  return electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);
}

/** The next message boxes are answered with this button, counted from 0. Returns what they said. */
export async function answerMessageBoxes(
  electron: ElectronApplication,
  button: number,
): Promise<() => Promise<readonly string[]>> {
  await electron.evaluate(({ dialog, app }, response) => {
    const said: string[] = [];
    Object.assign(app, { messageBoxesSaid: said });
    dialog.showMessageBox = (...input: unknown[]) => {
      const options = input.at(-1) as { message: string };
      said.push(options.message);
      return Promise.resolve({ response, checkboxChecked: false });
    };
  }, button);
  return () =>
    electron.evaluate(({ app }) => (app as unknown as { messageBoxesSaid: string[] }).messageBoxesSaid);
}

/** Chooses a command in the system menu, as a click there does, once it can be chosen: the menu follows the window. */
export async function chooseInMenu(electron: ElectronApplication, command: string): Promise<void> {
  const choose = () =>
    electron.evaluate(({ Menu }, id) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(id);
      if (item?.enabled !== true) return false;
      item.click();
      return true;
    }, command);
  await expect.poll(choose, { message: `${command} can be chosen in the menu` }).toBe(true);
}

/** What the menu shows for a command now. */
export function readMenuItem(
  electron: ElectronApplication,
  command: string,
): Promise<{ label: string; isEnabled: boolean }> {
  return electron.evaluate(({ Menu }, id) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id);
    if (!item) throw new Error(`${id} is not in the menu`);
    return { label: item.label, isEnabled: item.enabled };
  }, command);
}
