import { writeFileSync } from 'node:fs';
import { makeLockedPdf, makePdf, pdfWithoutPages } from '../../testing/pdf-files.ts';
import { gone, it, plantItem, type Case, type World } from './case.ts';

/** An exhibit set of the matter, with what else the call needs. */
const onSet = (more: (world: World) => object | Promise<object>) => async (world: World) => {
  const { t, matterId } = world;
  const { id: setId } = await t.client['exhibits.set.create']({
    matterId,
    fields: { name: 'Papers' },
  });
  return { matterId, setId, ...(await more(world)) };
};

/** A brief in a file. */
const inFile = (bytes: Uint8Array | string) => (world: World) => {
  const path = world.at('brief.pdf');
  writeFileSync(path, bytes);
  return { brief: { file: { path } } };
};

const brief = async (world: World) => inFile(await makePdf([{ text: 'See Ex. A at 4.' }]))(world);

/** Citations of exhibits in briefs. */
export const citationCases: readonly Case[] = [
  it('exhibits.citations.check', 'ok', onSet(brief)),
  it('exhibits.citations.check', 'NOT_FOUND', async (world) => ({
    ...(await onSet(brief)(world)),
    setId: gone,
  })),
  it(
    'exhibits.citations.check',
    'NOT_FOUND',
    onSet(() => ({ brief: { evidenceId: gone } })),
  ),
  it(
    'exhibits.citations.check',
    'FILE_NOT_FOUND',
    onSet((world) => ({ brief: { file: { path: world.at('gone.pdf') } } })),
  ),
  it('exhibits.citations.check', 'PDF_NOT_A_PDF', onSet(inFile('a note'))),
  it('exhibits.citations.check', 'PDF_DAMAGED', onSet(inFile('%PDF-1.7\nand nothing more'))),
  it('exhibits.citations.check', 'PDF_ENCRYPTED', onSet(inFile(makeLockedPdf('open sesame')))),
  it('exhibits.citations.check', 'PDF_NO_PAGES', onSet(inFile(pdfWithoutPages))),
  it(
    'exhibits.citations.check',
    'EVIDENCE_TEXT_NOT_READ',
    onSet(async (world) => ({
      brief: { evidenceId: await plantItem(world, 'video', 'moving pictures') },
    })),
  ),
  it(
    'exhibits.citations.list',
    'ok',
    onSet(() => ({})),
  ),
  it('exhibits.citations.list', 'NOT_FOUND', ({ matterId }) => ({ matterId, setId: gone })),
];
