import { expect, type Page } from '@playwright/test';
import { join } from 'node:path';
import { MadeDocuments } from './made-documents.ts';
import { chooseInMenu, chooseInOpenDialog } from './support/dialogs.ts';
import { askOpen, callEngine, valueOf } from './support/engine.ts';
import { openMatter, makeMatter, type Journey } from './support/shared-app.ts';
import { setWindowSize } from './support/screens.ts';

/** Longer than any place has room for. */
export const longTitle =
  'Letter of January 9 on the suspension of hosting, with the table of posts complained of, as sent by the trust desk of Northgate';
const longIssue = 'Irreparable harm of a customer whose site went dark without any warning';

/** The review of a new matter, as a journey sees it. */
export class ReviewDesk {
  readonly app: Journey;
  readonly page: Page;
  /** Where the matter is, and where files may be written. */
  readonly folder: string;

  private constructor(app: Journey) {
    this.app = app;
    this.page = app.page;
    this.folder = app.folder;
  }

  /**
   * Makes a matter that holds nothing yet.
   *
   * @param app no matter is open in it
   */
  static async open(app: Journey): Promise<ReviewDesk> {
    const desk = new ReviewDesk(app);
    await makeMatter(app, desk.matterFile);
    await desk.actAs('A. Reyes');
    return desk;
  }

  close(): Promise<void> {
    return this.app.close();
  }

  get matterFile(): string {
    return join(this.folder, 'fairwater.matter');
  }
  get list() {
    return this.page.getByRole('grid', { name: 'Items in review' });
  }
  get panel() {
    return this.page.getByRole('complementary', { name: 'Coding' });
  }
  get reader() {
    return this.page.getByRole('region', { name: 'Reader' });
  }
  get conflicts() {
    return this.page.getByRole('grid', { name: 'Conflicts' });
  }
  queue(name: RegExp) {
    return this.page.getByRole('navigation', { name: 'Queues' }).getByRole('button', { name });
  }
  dialog(name: string | RegExp) {
    return this.page.getByRole('dialog', { name });
  }
  /** The title of the item that is being coded. */
  heading(title: string) {
    return this.panel.getByRole('heading', { name: title });
  }

  /** Asks the engine about the open matter. */
  async ask<T>(operation: string, input: object = {}): Promise<T> {
    return askOpen<T>(this.page, operation, input);
  }

  async idOf(words: string): Promise<string> {
    const { ids } = await this.ask<{ ids: string[] }>('evidence.find', { filter: { words } });
    return ids[0]!;
  }

  /** What is known of the item whose title has these words. */
  async item(words: string): Promise<Record<string, unknown>> {
    const ids = [await this.idOf(words)];
    const [item] = await this.ask<Record<string, unknown>[]>('evidence.rows', { ids });
    return item!;
  }

  async actAs(name: string): Promise<void> {
    const patch = { person: { name, role: 'Associate', barNumber: '' } };
    valueOf(await callEngine(this.page, 'settings.update', { patch }));
  }

  /** Takes in eleven invoices and a letter, and makes three issues. */
  async addItems(): Promise<void> {
    const documents = new MadeDocuments(join(this.folder, 'received'));
    const files = [];
    for (let at = 1; at <= 11; at += 1) {
      const name = `Invoice ${String(at).padStart(2, '0')}.pdf`;
      files.push(await documents.pdf(name, 1, `Invoice ${at} for hosting`));
    }
    files.push(await documents.pdf(`${longTitle}.pdf`, 2, 'Letter of suspension'));
    await chooseInOpenDialog(this.app.electron, ...files);
    await this.page.keyboard.press('Control+i');
    await expect(this.dialog(/as evidence$/)).toBeVisible();
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByText('Added 12 items of evidence')).toBeVisible();
    const issues = { Notice: 'blue', Bond: 'orange', [longIssue]: 'red' };
    for (const [name, color] of Object.entries(issues))
      await this.ask('evidence.tag.add', { fields: { name, kind: 'issue', color } });
  }

  async goToReview(): Promise<void> {
    await this.page.keyboard.press('Control+8');
    await expect(this.page.getByRole('group', { name: 'Review', exact: true })).toBeVisible();
  }

  /** Closes the matter and opens another. */
  async openOther(path: string, passphrase?: string): Promise<void> {
    await chooseInMenu(this.app.electron, 'matter.close');
    await expect(this.page.getByRole('heading', { name: 'Recent matters' })).toBeVisible();
    if (passphrase === undefined) return openMatter(this.app, path);
    await chooseInOpenDialog(this.app.electron, path);
    await chooseInMenu(this.app.electron, 'matter.open');
    await this.page.getByRole('dialog').getByLabel('Passphrase').fill(passphrase);
    await this.page.keyboard.press('Enter');
    return expect(this.page.getByRole('navigation', { name: 'Areas' })).toBeVisible();
  }

  /** Goes through the dialog that merges a copy. */
  async mergeCopy(path: string, passphrase: string): Promise<void> {
    const merge = this.dialog('Merge review copy');
    await chooseInOpenDialog(this.app.electron, path);
    await merge.getByRole('button', { name: 'Choose file…' }).click();
    await expect(merge.getByText('for-okafor.matter')).toBeVisible();
    await merge.getByLabel('Passphrase of the copy').fill(passphrase);
    await merge.getByRole('button', { name: 'Merge', exact: true }).click();
  }

  setSize(width: number, height: number): Promise<void> {
    return setWindowSize(this.app, width, height);
  }
}
