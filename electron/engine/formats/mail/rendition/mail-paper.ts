import type { IllustratedPage, PlacedPicture } from '../../../pdf/draw/drawn-bytes.ts';
import { letter, topMargin } from '../../../pdf/draw/drawn-page.ts';
import type { Weight } from '../../../pdf/draw/font-shelf.ts';
import type { PaperImage } from '../../../pdf/draw/pictures/image-page.ts';
import { point, type Typesetter } from '../../../pdf/draw/typesetter.ts';

const left = 54;
const right = letter.width - 54;
/** Room at the foot for the lines that say what the page was made from. */
const bottom = 90;
/** To the right of it the exhibit's sticker and number have their place. */
const footRight = letter.width - 150;
const footSize = 7;
const labelWidth = 64;
const fixedSize = 8.5;
/** Letters of one width that stand on a line. */
export const fixedColumns = 98;

/** Letter pages of a mail that fill from the top; the foot of each is drawn when all are there. */
export class MailPaper {
  readonly #type: Typesetter;
  readonly #maxPages: number;
  readonly #pages: { content: string; pictures: PlacedPicture[] }[] = [];
  #y = 0;
  /** Whether there was more than the pages allowed. */
  isCut = false;

  constructor(type: Typesetter, maxPages: number) {
    this.#type = type;
    this.#maxPages = maxPages;
    this.#begin();
  }

  /** A header in gray with its words beside it. */
  labeled(label: string, words: string): void {
    const isLong = this.#type.width(label, 9.5, 'regular') > labelWidth - 6;
    if (isLong) this.#line(label, left, 9.5, 'regular', true);
    for (const [at, line] of this.#type.wrap(words, right - left - labelWidth, 9.5, 'regular').entries()) {
      if (!this.#room(13)) return;
      if (at === 0 && !isLong) this.#draw(label, left, 9.5, 'regular', true);
      this.#draw(line, left + labelWidth, 9.5, 'regular');
      this.#y -= 13;
    }
  }

  heading(text: string): void {
    this.#y -= 12;
    if (!this.#room(40)) return;
    this.#draw(text, left, 11, 'bold');
    this.#y -= 17;
  }

  /**
   * One line of the body, wrapped; an empty one is free room.
   *
   * @param quotes how deep in quotations it stands
   * @param indent spaces it begins with
   */
  bodyLine(text: string, quotes: number, indent: number): void {
    const size = 10;
    const leading = 13.5;
    if (text.trim() === '') {
      if (this.#room(leading)) this.#y -= leading * 0.7;
      return;
    }
    const from = left + Math.min(quotes, 12) * 10 + Math.min(indent, 40) * size * 0.28;
    for (const line of this.#type.wrap(text, right - from, size, 'regular')) {
      if (!this.#room(leading)) return;
      for (let bar = 0; bar < Math.min(quotes, 12); bar += 1)
        this.#write(
          `0.7 G 1 w ${left + bar * 10 + 2} ${point(this.#y - 3.5)} m ${left + bar * 10 + 2} ${point(this.#y + 10)} l S\n`,
        );
      this.#draw(line, from, size, 'regular', quotes > 0);
      this.#y -= leading;
    }
  }

  /** Lines of a text whose columns are made of spaces, already cut to `fixedColumns`. */
  fixedLine(text: string): void {
    if (text.trim() !== '') this.#line(text.trimEnd(), left, fixedSize, 'mono');
    else if (this.#room(fixedSize * 1.35)) this.#y -= fixedSize * 1.35;
  }

  /** A picture at its size on paper, made smaller where the page is. */
  picture(picture: PaperImage): void {
    const scale = Math.min(
      1,
      (right - left) / picture.area.width,
      (letter.height - topMargin - bottom - 20) / picture.area.height,
    );
    const [width, height] = [picture.area.width * scale, picture.area.height * scale];
    if (!this.#room(height + 8)) return;
    this.#pages.at(-1)!.pictures.push({ picture, x: left, y: this.#y + 10 - height, width, height });
    this.#y -= height + 10;
  }

  /** A small line of the list of attachments. */
  small(text: string, indent = 0): void {
    for (const line of this.#type.wrap(text, right - left - indent, 8.5, 'regular'))
      this.#line(line, left + indent, 8.5, 'regular', indent > 0);
  }

  rule(): void {
    this.#y += 4;
    this.#write(`0.75 w 0 G ${left} ${point(this.#y)} m ${right} ${point(this.#y)} l S\n`);
    this.#y -= 20;
  }

  /** All pages, each with the foot: what it was made from, and its number. */
  finish(foot: string): IllustratedPage[] {
    return this.#pages.map(({ content, pictures }, at) => {
      const drawn = this.#type
        .wrap(`${foot} Page ${at + 1} of ${this.#pages.length}.`, footRight - left, footSize, 'regular')
        .slice(0, 5)
        .map((line, which) => this.#type.draw(line, left, 62 - which * 9, footSize, 'regular'));
      return { ...letter, content: `${content}0.35 g\n${drawn.join('')}0 g\n`, pictures };
    });
  }

  #begin(): void {
    this.#pages.push({ content: '0 g\n', pictures: [] });
    this.#y = letter.height - topMargin - 12;
  }

  /** Whether that many points are left, on this page or a new one. */
  #room(height: number): boolean {
    if (this.isCut) return false;
    if (this.#y - height + 12 >= bottom) return true;
    if (this.#pages.length >= this.#maxPages) {
      this.isCut = true;
      return false;
    }
    this.#begin();
    return true;
  }

  #line(text: string, x: number, size: number, weight: Weight, isGray = false): void {
    if (!this.#room(size * 1.35)) return;
    this.#draw(text, x, size, weight, isGray);
    this.#y -= size * 1.35;
  }

  #draw(text: string, x: number, size: number, weight: Weight, isGray = false): void {
    if (text === '') return;
    const drawn = this.#type.draw(text, x, this.#y, size, weight);
    this.#write(isGray ? `0.35 g\n${drawn}0 g\n` : drawn);
  }

  #write(operators: string): void {
    this.#pages.at(-1)!.content += operators;
  }
}
