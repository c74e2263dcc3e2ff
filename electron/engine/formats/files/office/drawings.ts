import type { TextCollector } from '../text/extraction.ts';
import { showNumber } from './workbook/number-format.ts';
import { attribute, type OfficePackage, type XmlHandler } from './package.ts';

/** What holds the words of the charts and the diagrams (SmartArt) of a part, by the type of its relation. */
const figures: Readonly<Record<string, (text: TextCollector) => XmlHandler>> = {
  chart: chartHandler,
  chartEx: chartHandler,
  diagramData: drawingHandler,
  chartUserShapes: drawingHandler,
};
/** Elements of a chart after which another line begins: paragraphs, names of series, categories and values. */
const lines = new Set('p title tx cat val xVal yVal bubbleSize lvl strDim numDim'.split(' '));
const deepest = 3;

/** Reads the text of charts and diagrams, which stand in parts of their own beside the one that shows them. */
export function extractFigures(pack: OfficePackage, part: string, text: TextCollector, depth = 0): void {
  for (const { target, type } of pack.relations(part).values()) {
    const handler = Object.hasOwn(figures, type) ? figures[type] : undefined;
    if (handler === undefined || depth >= deepest) continue;
    text.endLine();
    pack.read(target, handler(text));
    text.endLine();
    extractFigures(pack, target, text, depth + 1);
  }
}

/** A chart with the values it had when it was saved (ISO/IEC 29500-1 §21.2; [MS-ODRAWXML] §2.24.3): each list on a line. */
function chartHandler(text: TextCollector): XmlHandler {
  let value: string | null = null;
  let format = 'General';
  const show = (raw: string) =>
    raw === '' || Number.isNaN(Number(raw)) ? raw : showNumber(Number(raw), format, false);
  return {
    open(name) {
      if (['t', 'v', 'pt', 'formatCode'].includes(name)) value = '';
      else if (name === 'numCache' || name === 'strCache') format = 'General';
    },
    text(data) {
      if (value !== null) value += data;
    },
    close(name) {
      if (lines.has(name)) text.endLine();
      if (value === null) return;
      if (name === 't') text.write(value);
      else if (name === 'formatCode') format = value;
      else if (name === 'v' || name === 'pt') {
        const shown = show(value.trim());
        if (shown !== '') text.write(`${shown}\t`);
      } else return;
      value = null;
    },
  };
}

/** Writes the words that stand for a picture, as they do for one of a web page: people search for what it shows. */
export function writeAltText(
  attributes: Readonly<Record<string, string>>,
  write: (words: string) => void,
): void {
  const words = attribute(attributes, 'descr')?.trim() ?? '';
  if (words !== '') write(`[picture: ${words}] `);
}

/** Text in the shapes that lie over a sheet or a slide: paragraphs on lines, cells of tables separated by tabs. */
export function drawingHandler(text: TextCollector): XmlHandler {
  let isText = false;
  let cells = 0;
  let fallbacks = 0;
  return {
    open(name, attributes) {
      if (name === 't') isText = true;
      else if (name === 'br') text.write('\n');
      else if (name === 'tc') cells++;
      else if (name === 'Fallback') fallbacks++;
      else if (name === 'cNvPr' && fallbacks === 0) writeAltText(attributes, (words) => text.write(words));
    },
    text(data) {
      if (isText && fallbacks === 0) text.write(data);
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'Fallback') fallbacks--;
      else if (name === 'p') {
        if (cells > 0) text.space();
        else text.endLine();
      } else if (name === 'tr') text.endLine();
      else if (name === 'tc') {
        cells--;
        text.write('\t');
      }
    },
  };
}
