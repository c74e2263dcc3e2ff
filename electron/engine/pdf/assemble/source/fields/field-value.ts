import { point } from '../../../draw/typesetter.ts';
import {
  PdfArray,
  type PdfDict,
  PdfName,
  PdfStream,
  PdfString,
  type Box,
  type PdfValue,
} from '../../../objects/index.ts';
import { appearanceWords, frameLook, textColor } from './field-look.ts';
import { inherited } from './inherited.ts';
import type { ItemContext } from '../item-context.ts';

/** Field flags (ISO 32000-1 tables 226, 228, 230). */
const radio = 0x8000;
const pushButton = 0x10000;
const multiline = 0x1000;
const password = 0x2000;
const comb = 0x1000000;
const combo = 0x20000;
/** What programs lay behind the chosen entries of a list. */
const chosenGround = '0.6 0.757 0.855 rg';
const margin = 2;
const maxCharacters = 20_000;
const smallest = 4;
/** A text that stands in a stream is read up to this size. */
const maxTextBytes = 1024 * 1024;

/** An entry of a choice: what the form sends, and what a person reads. */
interface Option {
  readonly code: string;
  readonly shown: string;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  /** Operand of cm: from the field's own upright frame into the page. */
  readonly matrix: string;
}

/**
 * Draws the value of a field that has no picture of its own: text, a choice, a mark in a box, in the frame it asks for.
 *
 * @param kind Tx, Ch or Btn
 * @returns operators in the page's own space; empty when there is no value to show
 */
export function drawFieldValue(context: ItemContext, widget: PdfDict, kind: string, rectangle: Box): string {
  const flags = Number(inherited(context.objects, widget, 'Ff') ?? 0) || 0;
  const frame = frameOf(context, widget, rectangle);
  const drawn =
    kind === 'Btn'
      ? drawButton(context, widget, flags, frame)
      : drawText(context, widget, kind, flags, frame);
  return drawn === '' ? '' : inFrame(context, widget, frame, drawn);
}

/**
 * Draws what a field without a picture shows beside its value: its ground and border, and the words on a button.
 *
 * @returns operators in the page's own space; empty when there is nothing to show
 */
export function drawEmptyField(context: ItemContext, widget: PdfDict, rectangle: Box): string {
  const frame = frameOf(context, widget, rectangle);
  const caption = drawCaption(context, widget, frame);
  return caption === '' && frameLook(context, widget, frame) === ''
    ? ''
    : inFrame(context, widget, frame, caption);
}

function inFrame(context: ItemContext, widget: PdfDict, frame: Frame, drawn: string): string {
  return (
    `q ${frame.matrix} cm 0 0 ${point(frame.width)} ${point(frame.height)} re W n\n` +
    `${frameLook(context, widget, frame)}${textColor(context, widget)}\n${drawn}Q\n`
  );
}

/** The words on a button that does something (MK’s CA); those of other buttons are signs. */
function drawCaption(context: ItemContext, widget: PdfDict, { width, height }: Frame): string {
  const { objects, type } = context;
  const look = objects.dictAt(widget, 'MK');
  const isPush = (Number(inherited(objects, widget, 'Ff') ?? 0) & pushButton) !== 0;
  const text = look && isPush ? wordsOf(context, objects.get(look, 'CA')).slice(0, maxCharacters) : '';
  if (text.trim() === '') return '';
  const wanted = sizeOf(context, widget) || Math.min(12, height * 0.66);
  const fits = (width - 2 * margin) / type.width(text, 1, 'regular');
  const size = round(Math.max(smallest, Math.min(wanted, fits)));
  const start = Math.max(margin, (width - type.width(text, size, 'regular')) / 2);
  return type.draw(text, start, (height - size * 0.7) / 2, size, 'regular');
}

/** The field upright, whatever way its page is turned (MK’s R). */
function frameOf({ objects }: ItemContext, widget: PdfDict, [left, bottom, right, top]: Box): Frame {
  const look = objects.dictAt(widget, 'MK');
  const turn = ((((look && objects.numberAt(look, 'R')) ?? 0) % 360) + 360) % 360;
  const [width, height] = [right - left, top - bottom];
  switch (turn) {
    case 90:
      return { width: height, height: width, matrix: `0 1 -1 0 ${point(right)} ${point(bottom)}` };
    case 180:
      return { width, height, matrix: `-1 0 0 -1 ${point(right)} ${point(top)}` };
    case 270:
      return { width: height, height: width, matrix: `0 -1 1 0 ${point(left)} ${point(top)}` };
    default:
      return { width, height, matrix: `1 0 0 1 ${point(left)} ${point(bottom)}` };
  }
}

function drawButton(
  { objects }: ItemContext,
  widget: PdfDict,
  flags: number,
  { width, height }: Frame,
): string {
  if ((flags & pushButton) !== 0) return '';
  const state = objects.get(widget, 'AS') ?? inherited(objects, widget, 'V');
  if (!(state instanceof PdfName) || state.text === 'Off') return '';
  const side = Math.min(width, height) * 0.6;
  const [x, y] = [(width - side) / 2, (height - side) / 2];
  if ((flags & radio) !== 0) {
    // A dot as wide as its stroke, with round ends.
    return `1 J ${point(side)} w ${point(width / 2)} ${point(height / 2)} m ${point(width / 2)} ${point(height / 2)} l S\n`;
  }
  const [r, t] = [point(x + side), point(y + side)];
  return `${point(Math.max(0.8, side / 8))} w ${point(x)} ${point(y)} m ${r} ${t} l ${point(x)} ${t} m ${r} ${point(y)} l S\n`;
}

function drawText(context: ItemContext, widget: PdfDict, kind: string, flags: number, frame: Frame): string {
  const { objects, type } = context;
  if (kind === 'Ch' && (flags & combo) === 0) return drawList(context, widget, frame);
  let text = textOf(context, widget, kind).slice(0, maxCharacters);
  if (text.trim() === '') return '';
  if ((flags & password) !== 0 && kind === 'Tx') text = '*'.repeat(text.length);
  const room = frame.width - 2 * margin;
  const wanted = sizeOf(context, widget);
  const isMultiline = kind === 'Tx' && (flags & multiline) !== 0;
  const alignment = inherited(objects, widget, 'Q');
  const startOf = (across: number) =>
    Math.max(
      margin,
      alignment === 1 ? (frame.width - across) / 2 : alignment === 2 ? frame.width - margin - across : margin,
    );
  if (isMultiline || text.includes('\n')) return drawLines(context, text, wanted || 10, frame, startOf);
  const cells = (flags & comb) !== 0 ? Number(inherited(objects, widget, 'MaxLen') ?? 0) : 0;
  let size = wanted || Math.min(12, frame.height * 0.66);
  if (cells > 1 && cells <= 500) return drawCells(context, text, cells, size, frame);
  const width = type.width(text, size, 'regular');
  if (width > room) size = Math.max(smallest, (size * room) / width);
  const across = type.width(text, size, 'regular');
  return type.draw(text, startOf(across), (frame.height - size * 0.7) / 2, round(size), 'regular');
}

/** @param startOf where a line of a given width begins */
function drawLines(
  { type }: ItemContext,
  text: string,
  wanted: number,
  frame: Frame,
  startOf: (across: number) => number,
): string {
  const room = Math.max(1, frame.width - 2 * margin);
  for (let size = wanted; ; size = Math.max(smallest, size - 1)) {
    const lines = text
      .split('\n')
      .flatMap((line) => (line.trim() === '' ? [''] : type.wrap(line, room, size, 'regular')));
    const leading = size * 1.15;
    if (lines.length * leading > frame.height - margin && size > smallest) continue;
    return lines
      .slice(0, Math.ceil(frame.height / leading))
      .map((line, i) =>
        line === ''
          ? ''
          : type.draw(
              line,
              startOf(type.width(line, size, 'regular')),
              frame.height - margin - leading * i - size * 0.9,
              round(size),
              'regular',
            ),
      )
      .join('');
  }
}

function drawCells({ type }: ItemContext, text: string, cells: number, wanted: number, frame: Frame): string {
  const cell = frame.width / cells;
  const size = round(Math.min(wanted, cell * 1.2));
  return [...text]
    .slice(0, cells)
    .map((character, i) => {
      const x = cell * (i + 0.5) - type.width(character, size, 'regular') / 2;
      return character.trim() === ''
        ? ''
        : type.draw(character, x, (frame.height - size * 0.7) / 2, size, 'regular');
    })
    .join('');
}

/** A list with as many of its entries as have room, from the one it says is at the top (table 231), those chosen on a ground of their own. */
function drawList(context: ItemContext, widget: PdfDict, { width, height }: Frame): string {
  const { objects, type } = context;
  const chosen = new Set(codesOf(context, widget));
  const options = optionsOf(context, widget);
  const isChosen = ({ code, shown }: Option) => chosen.has(code) || chosen.has(shown);
  // What is chosen shows, though the list does not have it.
  const known = new Set(options.flatMap(({ code, shown }) => [code, shown]));
  const lost = [...chosen].filter((code) => !known.has(code)).map((code) => ({ code, shown: code }));
  const entries = [...lost, ...options];
  const widest = Math.max(1, ...entries.map(({ shown }) => type.width(shown, 1, 'regular')));
  const fitting = Math.min(12, (width - 2 * margin) / widest, (height - margin) / (entries.length * 1.15));
  const size = sizeOf(context, widget) || Math.max(smallest, fitting);
  const leading = size * 1.15;
  // A hair more, for a size made to fit.
  const count = Math.max(1, Math.floor((height - margin) / leading + 0.001));
  const stated = Number(inherited(objects, widget, 'TI') ?? 0);
  const first = entries.findIndex(isChosen);
  // What is chosen is what matters.
  const isInView = first < 0 || (first >= stated && first < stated + count);
  const top = Math.max(0, Math.trunc((isInView ? stated : first) || 0));
  return entries
    .slice(top, top + count)
    .map((entry, i) => {
      const bottom = height - margin / 2 - leading * (i + 1);
      const ground = `${point(margin / 2)} ${point(bottom)} ${point(Math.max(0, width - margin))} ${point(leading)} re f`;
      const text = entry.shown.replaceAll('\n', ' ');
      const drawn =
        text.trim() === '' ? '' : type.draw(text, margin, bottom + size * 0.25, round(size), 'regular');
      return isChosen(entry) ? `q ${chosenGround} ${ground} Q\n${drawn}` : drawn;
    })
    .join('');
}

/** The value as a person reads it: of a choice, its words and not its code. */
function textOf(context: ItemContext, widget: PdfDict, kind: string): string {
  if (kind !== 'Ch') return wordsOf(context, inherited(context.objects, widget, 'V'));
  const shown = new Map(optionsOf(context, widget).map((option) => [option.code, option.shown]));
  return codesOf(context, widget)
    .map((code) => shown.get(code) ?? code)
    .join('\n');
}

function wordsOf({ objects }: ItemContext, value: PdfValue | undefined): string {
  const found = objects.resolve(value);
  if (found instanceof PdfString) return found.text.replaceAll(/\r\n?/g, '\n');
  // A long text may stand in a stream (table 228).
  const stored = found instanceof PdfStream ? objects.decode(found, maxTextBytes) : null;
  return stored === null ? '' : new PdfString(stored.bytes).text.replaceAll(/\r\n?/g, '\n');
}

/** What is chosen, as the form sends it. */
function codesOf(context: ItemContext, widget: PdfDict): string[] {
  const value = inherited(context.objects, widget, 'V');
  const all = value instanceof PdfArray ? [...value].slice(0, 1_000) : [value];
  return all.map((one) => wordsOf(context, one)).filter((code) => code !== '');
}

function optionsOf(context: ItemContext, widget: PdfDict): Option[] {
  const options = inherited(context.objects, widget, 'Opt');
  if (!(options instanceof PdfArray)) return [];
  return [...options].slice(0, 5_000).map((option) => {
    const found = context.objects.resolve(option);
    const [code, shown] = found instanceof PdfArray ? [found.at(0), found.at(1)] : [found, found];
    return { code: wordsOf(context, code), shown: wordsOf(context, shown ?? code) };
  });
}

/** Size in the default appearance; 0 for one that fits. */
function sizeOf(context: ItemContext, widget: PdfDict): number {
  const words = appearanceWords(context, widget);
  const at = words.lastIndexOf('Tf');
  const size = at > 0 ? Number(words[at - 1]) : 0;
  return size > 0 && size <= 200 ? size : 0;
}

const round = (size: number) => Math.floor(size * 100) / 100;
