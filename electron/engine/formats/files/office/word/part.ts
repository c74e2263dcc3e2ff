import type { TextCollector } from '../../text/extraction.ts';
import { struckOut } from '../../text/struck-out.ts';
import { writeAltText } from '../drawings.ts';
import { attribute, relationId, type OfficePackage, type XmlHandler } from '../package.ts';

type Attributes = Readonly<Record<string, string>>;

const hidden = { begin: '[hidden: ', end: ']' } as const;

/** What a run is beside its words (§17.3.2.41, 37 and 9): Word neither shows nor prints hidden text, and draws a line through struck text. */
export interface RunTraits {
  isHidden?: boolean;
  isStruck?: boolean;
  isStruckTwice?: boolean;
}

const traits: Readonly<Record<string, keyof RunTraits>> = {
  vanish: 'isHidden',
  strike: 'isStruck',
  dstrike: 'isStruckTwice',
};

/** Takes the trait that a property of a run gives, or takes back. @param name of the element, without prefix */
function takeTrait(run: RunTraits, name: string, attributes: Attributes): void {
  if (!Object.hasOwn(traits, name)) return;
  run[traits[name]!] = !/^(?:0|false|off)$/.test(attribute(attributes, 'val') ?? '');
}

/** Traits that styles of characters give, by the style's id: programs that compare documents strike out by a style of theirs. */
export function styleTraits(pack: OfficePackage): ReadonlyMap<string, RunTraits> {
  const styles = new Map<string, RunTraits>();
  let style: RunTraits | null = null;
  pack.read(pack.related(pack.mainPart('word/document.xml'), 'styles', 'word/styles.xml'), {
    open(name, attributes) {
      const id = attribute(attributes, 'styleId');
      if (name === 'style' && id !== undefined && attribute(attributes, 'type') === 'character')
        styles.set(id, (style = {}));
      else if (style !== null) takeTrait(style, name, attributes);
    },
    close(name) {
      if (name === 'style') style = null;
    },
  });
  return styles;
}

/** What a part does beside its own words. */
interface Hooks {
  /** Called before the first text. */
  readonly begin?: () => void;
  /** Called where another document is taken over, with the id of its relation. */
  readonly chunk?: (relation: string) => void;
}

/**
 * Reads one part of a Word document (the body, notes, comments, a header) into text: lines for paragraphs, tabs for cells, and marks
 * around what the page does not say as it stands there.
 */
export class WordPart implements XmlHandler {
  readonly #text: TextCollector;
  readonly #styles: ReadonlyMap<string, RunTraits>;
  readonly #hooks: Hooks;
  #isBegun: boolean;
  #isText = false;
  #deletions = 0;
  #isDeletionShown = false;
  /** Of each run that is open, what the page does not say as it stands there. */
  readonly #runs: RunTraits[] = [];
  #mark: typeof hidden | typeof struckOut | null = null;
  /** What describes the mark of a paragraph, and what a run was before, describe no words. */
  #otherProperties = 0;
  #fallbacks = 0;
  #cells = 0;
  #form: FormField | null = null;

  /** @param styles traits that styles of characters give, see `styleTraits` */
  constructor(text: TextCollector, styles: ReadonlyMap<string, RunTraits>, hooks: Hooks) {
    this.#text = text;
    this.#styles = styles;
    this.#hooks = hooks;
    this.#isBegun = hooks.begin === undefined;
  }

  open(name: string, attributes: Attributes): void {
    this.#takeTraits(name, attributes);
    switch (name) {
      case 'r':
        this.#runs.push({});
        return;
      case 'pPr':
      case 'rPrChange':
        this.#otherProperties++;
        return;
      case 't':
      case 'delText':
        this.#isText = true;
        return;
      case 'tab':
        // With a value it is a stop that a paragraph sets.
        if (attribute(attributes, 'val') === undefined) this.#write('\t');
        return;
      case 'ptab':
        return this.#write('\t');
      case 'br':
      case 'cr':
        return this.#write('\n');
      case 'noBreakHyphen':
        return this.#write('-');
      case 'del':
      case 'moveFrom':
        this.#deletions++;
        return;
      case 'Fallback':
        this.#fallbacks++;
        return;
      case 'tc':
        this.#cells++;
        return;
      case 'txbxContent':
        // A box stands in the paragraph that it is anchored to.
        if (this.#isBegun && this.#fallbacks === 0) this.#text.endLine();
        return;
      case 'docPr':
        return writeAltText(attributes, (words) => this.#write(words));
      case 'textpath':
        return this.#write(artText(attributes));
      case 'ffData':
        this.#form = { choices: [], chosen: 0, isTicked: null };
        return;
      case 'sym':
        return this.#write(signOf(attributes));
      case 'altChunk':
        return this.#hooks.chunk?.(relationId(attributes));
      case 'footnoteReference':
      case 'endnoteReference':
        return this.#write(noteNumber(attributes));
      case 'footnote':
      case 'endnote':
        // The separators between text and notes are notes by form only.
        if (attribute(attributes, 'type') === undefined) this.#write(`${noteNumber(attributes)} `);
        return;
      case 'comment':
        return this.#write(commentHead(attributes));
      default:
        if (this.#form) takeFormField(this.#form, name, attribute(attributes, 'val'));
    }
  }

  text(data: string): void {
    if (!this.#isText) return;
    if (this.#deletions > 0 && !this.#isDeletionShown) {
      this.#write('[deleted: ');
      this.#isDeletionShown = true;
    }
    const { isHidden, isStruck, isStruckTwice } = this.#runs.at(-1) ?? {};
    this.#show(isHidden ? hidden : isStruck || isStruckTwice ? struckOut : null);
    this.#write(data);
  }

  close(name: string): void {
    switch (name) {
      case 'r':
        this.#runs.pop();
        return;
      case 'pPr':
      case 'rPrChange':
        this.#otherProperties = Math.max(0, this.#otherProperties - 1);
        return;
      case 't':
      case 'delText':
        this.#isText = false;
        return;
      case 'del':
      case 'moveFrom':
        return this.#endDeletion();
      case 'ffData':
        if (this.#form) this.#write(stateOf(this.#form));
        this.#form = null;
        return;
      case 'Fallback':
        this.#fallbacks = Math.max(0, this.#fallbacks - 1);
        return;
      case 'tc':
        this.#cells = Math.max(0, this.#cells - 1);
        if (this.#isBegun) this.#write('\t');
        return;
      case 'p':
        return this.#endParagraph();
      case 'tr':
        if (this.#isBegun) this.#write('\n');
    }
  }

  #takeTraits(name: string, attributes: Attributes): void {
    const run = this.#otherProperties === 0 ? this.#runs.at(-1) : undefined;
    if (!run) return;
    if (name === 'rStyle') Object.assign(run, this.#styles.get(attribute(attributes, 'val') ?? ''));
    else takeTrait(run, name, attributes);
  }

  #endDeletion(): void {
    this.#deletions = Math.max(0, this.#deletions - 1);
    if (this.#deletions > 0 || !this.#isDeletionShown) return;
    this.#show(null);
    this.#write(']');
    this.#isDeletionShown = false;
  }

  #endParagraph(): void {
    if (!this.#isBegun) return;
    this.#show(null);
    if (this.#cells > 0) this.#text.space();
    else this.#write('\n');
  }

  /** Ends the mark that is open unless it is the wanted one, and begins that. */
  #show(wanted: typeof hidden | typeof struckOut | null): void {
    if (this.#mark === wanted) return;
    if (this.#mark) this.#write(this.#mark.end);
    this.#mark = wanted;
    if (wanted) this.#write(wanted.begin);
  }

  #write(piece: string): void {
    if (piece === '' || this.#fallbacks > 0) return;
    if (!this.#isBegun) this.#hooks.begin?.();
    this.#isBegun = true;
    this.#text.write(piece);
  }
}

const noteNumber = (attributes: Attributes) => `[${attribute(attributes, 'id') ?? ''}]`;

function commentHead(attributes: Attributes): string {
  const said = [attribute(attributes, 'author'), attribute(attributes, 'date')];
  return `[comment: ${said.filter(Boolean).join(', ')}] `;
}

/** Words drawn as a picture, as watermarks are (ISO/IEC 29500-4 §19.1.2.23): “CONFIDENTIAL” across a page is in none of its paragraphs. */
function artText(attributes: Attributes): string {
  const words = attribute(attributes, 'string')?.trim() ?? '';
  return words === '' ? '' : `[drawn: ${words}] `;
}

/** A field of a form as it was before content controls (§17.16.9, §17.16.7): its state stands beside the text. */
interface FormField {
  readonly choices: string[];
  chosen: number;
  /** Null of what is no box to tick. */
  isTicked: boolean | null;
}

function takeFormField(form: FormField, name: string, value: string | undefined): void {
  if (name === 'checkBox') form.isTicked = false;
  else if (name === 'listEntry') form.choices.push(value ?? '');
  else if (name === 'default' || name === 'checked' || name === 'result') {
    form.chosen = Number(value);
    if (form.isTicked !== null) form.isTicked = !/^(?:0|false|off)$/.test(value ?? '');
  }
}

/** What the page shows of a field: the choice that is made, or its box. */
function stateOf({ choices, chosen, isTicked }: FormField): string {
  if (isTicked === null) return choices[chosen] ?? '';
  return isTicked ? '☒' : '☐';
}

/** Boxes to tick and marks among the signs of Windows' fonts, by the last byte of their number. */
const signs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: { '6F': '☐', A8: '☐', '78': '☒', FD: '☒', FE: '☑', FB: '✗', FC: '✓' },
  'wingdings 2': { A3: '☐', '51': '☒', '53': '☒', '54': '☒', '52': '☑', '4F': '✗', '50': '✓' },
};

function signOf(attributes: Attributes): string {
  const font = attribute(attributes, 'font')?.toLowerCase() ?? '';
  const code = attribute(attributes, 'char')?.slice(-2).toUpperCase() ?? '';
  return Object.hasOwn(signs, font) ? (signs[font]![code] ?? '') : '';
}
