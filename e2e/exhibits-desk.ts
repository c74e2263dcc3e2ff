import { expect, test, type Locator, type Page } from '@playwright/test';
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MadeDocuments } from './made-documents.ts';
import { expectAccessibleInBoth } from './support/axe.ts';
import { forthwith } from './support/command-line.ts';
import { chooseInMenu, chooseInOpenDialog } from './support/dialogs.ts';
import { callEngine, openMatterId, valueOf } from './support/engine.ts';
import { createFolder } from './support/launch.ts';
import { goToArea, openMatter, shareApp, type Journey } from './support/shared-app.ts';

/**
 * Has each journey of a file begin in the Exhibits area of a matter of its own.
 *
 * @param begin takes what the next journey works with
 */
export function eachWithExhibitsDesk(begin: (desk: ExhibitsDesk) => void): void {
  const folder = createFolder();
  const matter = join(folder, 'exhibits.matter');
  test.beforeAll(() => makeExhibitsMatter(matter));
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const beginJourney = shareApp();
  let desk: ExhibitsDesk;
  test.beforeEach(async () => {
    desk = await ExhibitsDesk.open(await beginJourney(), matter);
    begin(desk);
  });
  test.afterEach(() => desk.close());
}

/** Makes a matter with four readable items of evidence by the command line. */
async function makeExhibitsMatter(path: string): Promise<void> {
  const documents = new MadeDocuments(join(dirname(path), 'received'));
  const files = [
    await documents.pdf('Agreement.pdf', 4, 'Services agreement'),
    await documents.pdf('Letter.pdf', 2, 'Letter of suspension'),
    await documents.pdf('Screenshots.pdf', 3, 'Screenshots'),
    await documents.pdf('Late email.pdf', 1, 'A late e-mail'),
  ];
  forthwith('matter', 'create', path, '--title', 'Exhibit journeys');
  forthwith('evidence', 'add', path, ...files);
}

/** The Exhibits area of a fresh matter with four readable items of evidence, as a journey sees it. */
export class ExhibitsDesk {
  readonly app: Journey;
  readonly page: Page;
  readonly folder: string;
  readonly documents: MadeDocuments;

  private constructor(app: Journey) {
    this.app = app;
    this.page = app.page;
    this.folder = app.folder;
    this.documents = new MadeDocuments(join(this.folder, 'received'));
  }

  /**
   * @param app no matter is open in it
   * @param matter one that `makeExhibitsMatter` made; a copy of it is opened
   */
  static async open(app: Journey, matter: string): Promise<ExhibitsDesk> {
    const desk = new ExhibitsDesk(app);
    const copy = join(desk.folder, 'exhibits.matter');
    copyFileSync(matter, copy);
    chmodSync(copy, 0o666);
    await openMatter(app, copy);
    await desk.goTo('Exhibits');
    await expect(desk.page.getByRole('heading', { name: 'No exhibit sets yet' })).toBeVisible();
    return desk;
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** Goes to an area by its name in the navigation. */
  goTo(area: string): Promise<void> {
    return goToArea(this.page, area);
  }

  async add(...files: readonly string[]): Promise<void> {
    await chooseInOpenDialog(this.app.electron, ...files);
    await this.page.keyboard.press('Control+i');
    await expect(this.page.getByRole('dialog', { name: /as evidence$/ })).toBeVisible();
    await this.page.keyboard.press('Enter');
  }

  /** A new set with AMZ numbers, holding these items in this order. */
  async makeSet(...titles: readonly string[]): Promise<void> {
    await chooseInMenu(this.app.electron, 'exhibits.newSet');
    const form = this.page.getByRole('dialog', { name: 'New exhibit set' });
    await form.getByLabel('Name').fill('TRO exhibits');
    await form.getByRole('textbox', { name: /^Prefix/ }).fill('AMZ');
    await form.getByRole('textbox', { name: /^Prefix/ }).press('Enter');
    await this.page.getByRole('button', { name: 'Add Evidence…' }).first().click();
    await this.choose(...titles);
  }

  /** Chooses items in the picker and adds them. */
  async choose(...titles: readonly string[]): Promise<void> {
    const picker = this.page.getByRole('dialog');
    for (const title of titles) await picker.getByRole('option', { name: title }).click();
    await picker.getByRole('button', { name: /^Add \d+ exhibits?$/ }).click();
    await expect(picker).toBeHidden();
  }

  /** The ids of the matter, its only set and its evidence. */
  async ids(): Promise<{ matterId: string; setId: string; items: readonly string[] }> {
    const matterId = await openMatterId(this.page);
    const [set] = valueOf<{ id: string }[]>(await callEngine(this.page, 'exhibits.set.list', { matterId }));
    const items = valueOf<{ id: string }[]>(await callEngine(this.page, 'evidence.list', { matterId }));
    return { matterId, setId: set!.id, items: items.map(({ id }) => id) };
  }

  /** Marks a place on a page of an item for redaction. */
  async markForRedaction(title: string, page: number): Promise<void> {
    const matterId = await openMatterId(this.page);
    const items = valueOf<{ id: string; title: string }[]>(
      await callEngine(this.page, 'evidence.list', { matterId }),
    );
    await callEngine(this.page, 'notes.markForRedaction', {
      matterId,
      evidenceId: items.find((item) => item.title === title)!.id,
      places: [{ anchor: { page, rects: [{ x: 60, y: 400, width: 200, height: 60 }] }, text: 'Privileged' }],
    });
  }

  /** The input for an operation on the only set. */
  async set(): Promise<{ matterId: string; setId: string }> {
    const { matterId, setId } = await this.ids();
    return { matterId, setId };
  }

  /** A folder that the app may write, chosen in the next dialog. */
  async chooseOutput(): Promise<string> {
    const output = join(this.folder, 'filing');
    if (!existsSync(output)) mkdirSync(output);
    chmodSync(output, 0o777);
    await chooseInOpenDialog(this.app.electron, output);
    return output;
  }

  grid(): Locator {
    return this.page.getByRole('grid', { name: 'Exhibits: TRO exhibits' });
  }

  /** Labels of the exhibits, in their order. */
  labels(): Promise<string[]> {
    return this.grid().locator('[role=row] > [role=gridcell]:first-child').allInnerTexts();
  }

  settings(): Locator {
    return this.page.getByRole('region', { name: 'Settings', exact: true });
  }

  /** The page that is shown as a build would write it, once it is drawn. */
  shownPage(name: string): Locator {
    return this.page.locator(`:not([inert]) > section[aria-label="${name}"][data-drawn=true]`);
  }

  /** Chooses under “More actions”. */
  async menu(item: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: 'More actions' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  expectAccessibleInBoth(screen: string): Promise<void> {
    return expectAccessibleInBoth(this.page, screen);
  }
}
