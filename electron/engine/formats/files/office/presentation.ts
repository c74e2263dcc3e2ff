import type { TextCollector } from '../text/extraction.ts';
import { drawingHandler, extractFigures } from './drawings.ts';
import { partName, relationId, type OfficePackage } from './package.ts';

/**
 * Reads the text of a presentation (ISO/IEC 29500 PresentationML): slides in the order they are shown, each a section
 * with its notes.
 */
export function extractPresentation(pack: OfficePackage, text: TextCollector): void {
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
      pack.read(target, type === 'comments' ? slideCommentHandler(text) : drawingHandler(text));
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
  const others = pack.names(/^ppt\/slides\/slide\d+\.xml$/).filter((part) => !listed.has(part));
  return [...slides, ...others];
}

function slideCommentHandler(text: TextCollector) {
  let isText = false;
  return {
    open(name: string) {
      if (name === 'text' || name === 't') isText = true;
    },
    text(data: string) {
      if (isText) text.write(data);
    },
    close(name: string) {
      if (name === 'text' || name === 't') {
        isText = false;
        text.endLine();
      }
    },
  };
}
