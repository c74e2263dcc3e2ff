import { expect, type Locator, type Page } from '@playwright/test';

/** The reader of a window, as a journey sees it. */
export class ReaderPages {
  readonly page: Page;
  readonly root: Locator;

  /** @param root the part of the window that is the reader; the pane of the main window by itself */
  constructor(page: Page, root: Locator = page.getByRole('region', { name: 'Reader', exact: true })) {
    this.page = page;
    this.root = root;
  }

  /** A page by its number, from 1, where it is seen. */
  sheet(number: number): Locator {
    return this.root.locator(`section[data-page="${number}"]:not([inert])`);
  }

  pageField(): Locator {
    return this.root.getByRole('textbox', { name: 'Page', exact: true });
  }

  /** The element that scrolls. */
  pages(): Locator {
    return this.root.getByRole('region', { name: /^Pages of/ });
  }

  tab(title: string): Locator {
    return this.root.getByRole('tab', { name: title, exact: true });
  }

  /** Opens an item from the list of evidence. */
  async open(title: string, modifiers: ('Control' | 'Shift')[] = []): Promise<void> {
    await this.page.getByRole('button', { name: /^Evidence/ }).click();
    await this.page.getByRole('row', { name: new RegExp(title) }).dblclick({ modifiers });
  }

  /** Types a page's number or label, and goes there. */
  async goTo(page: string): Promise<void> {
    await this.pageField().fill(page);
    await this.pageField().press('Enter');
  }

  /** The page is drawn, and something dark is on it. */
  async expectDrawn(number: number): Promise<void> {
    await expect(this.sheet(number)).toHaveAttribute('data-drawn', 'true');
    const darkest = await this.sheet(number)
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        return data.reduce((least, value, index) => (index % 4 === 0 ? Math.min(least, value) : least), 255);
      });
    expect(darkest).toBeLessThan(128);
  }

  /** Where a page is in the window. */
  async box(number: number): Promise<{ x: number; y: number; width: number; height: number }> {
    const box = await this.sheet(number).boundingBox();
    if (!box) throw new Error(`page ${number} is not in the window`);
    return box;
  }

  /** Selects words of the page by their runs of text, as a drag over them does. */
  async select(number: number, fromRun: number, toRun: number): Promise<void> {
    await this.sheet(number).evaluate(
      (section, [from, to]) => {
        const text = (run: number) => section.querySelector(`[data-run="${run}"]`)!.firstChild as Text;
        window.getSelection()!.setBaseAndExtent(text(from), 0, text(to), text(to).length);
      },
      [fromRun, toRun] as const,
    );
  }
}
