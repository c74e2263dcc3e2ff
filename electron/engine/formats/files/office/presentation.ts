import type { TextCollector } from '../text/extraction.ts';
import { drawingHandler, extractFigures } from './drawings.ts';
import { partName, relationId, type OfficePackage, type XmlHandler } from './package.ts';

/**
 * Reads the text of a presentation (ISO/IEC 29500 PresentationML): slides in the order they are shown, each a section
 * with its notes.
 */
export function extractPresentation(pack: OfficePackage, text: TextCollector): void {
  const authors = readAuthors(pack);
  for (const [index, part] of slidesInOrder(pack).entries()) {
    text.startSection();
    let isHidden = false;
    pack.read(part, {
      open(name, attributes) {
        if (name === 'sld') isHidden = attributes['show'] === '0' || attributes['show'] === 'false';
      },
    });
    text.write(`Slide ${index + 1}${isHidden ? ' (hidden)' : ''}\n`);
    pack.read(part, drawingHandler(text));
    extractFigures(pack, part, text);
    for (const { target, type } of pack.relations(part).values()) {
      if (type !== 'notesSlide' && type !== 'comments') continue;
      text.endLine();
      text.write(type === 'comments' ? 'Comments:\n' : 'Notes:\n');
      pack.read(target, type === 'comments' ? slideCommentHandler(text, authors) : drawingHandler(text));
    }
  }
}

function slidesInOrder(pack: OfficePackage): string[] {
  const main = pack.mainPart('ppt/presentation.xml');
  const relations = pack.relations(main);
  const slides: string[] = [];
  pack.read(main, {
    open(name, attributes) {
      if (name !== 'sldId') return;
      // A slide has two ids; its part is named by the one with a prefix.
      const target = relations.get(relationId(attributes))?.target;
      if (target !== undefined) slides.push(partName(target));
    },
  });
  const listed = new Set(slides);
  const others = pack.names(/^(?:[^/]+\/)?slides\/slide\d+\.xml$/).filter((part) => !listed.has(part));
  return [...slides, ...others];
}

/** Names of those who commented on slides, by the ids they have there: numbers, and in newer files GUIDs ([MS-PPTX] §2.8). */
function readAuthors(pack: OfficePackage): ReadonlyMap<string, string> {
  const authors = new Map<string, string>();
  for (const part of pack.names(/^(?:[^/]+\/)?(?:commentauthors|authors)\.xml$/i))
    pack.read(part, {
      open(element, { id = '', name = '' }) {
        if (element === 'cmAuthor' || element === 'author') authors.set(id, name);
      },
    });
  return authors;
}

/** Comments of a slide, each with who wrote it and when, its answers below it: newer files write them before its own words. */
function slideCommentHandler(text: TextCollector, authors: ReadonlyMap<string, string>): XmlHandler {
  const open: { readonly head: string; words: string; answers: string }[] = [];
  let isText = false;
  return {
    open(name, { authorId = '', dt, created }) {
      if (name === 'cm' || name === 'reply') {
        const said = [authors.get(authorId), dt ?? created].filter(Boolean).join(', ');
        open.push({ head: said === '' ? '' : `[comment: ${said}] `, words: '', answers: '' });
      }
      if (name === 'text' || name === 't') isText = true;
    },
    text(data) {
      const current = open.at(-1);
      if (isText && current) current.words += data;
    },
    close(name) {
      const current = open.at(-1);
      if (name === 'text' || name === 't') isText = false;
      if (name === 'p' && current) current.words += '\n';
      if ((name !== 'cm' && name !== 'reply') || !current) return;
      open.pop();
      const whole = `${current.head}${current.words.trim()}\n${current.answers}`;
      const around = open.at(-1);
      if (around) around.answers += whole;
      else text.write(whole);
    },
  };
}
