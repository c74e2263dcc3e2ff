import { pageWords } from '../../../../../shared/domain/exhibits/page-words.ts';
import { familyHeads } from '../../../../../shared/domain/family-heads.ts';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import { ExhibitManifest } from '../../../../../shared/model/exhibit-manifest.ts';
import type { Finding } from '../../../../../shared/model/exhibits.ts';
import type { BuiltExhibit, BuiltSet } from './built-set.ts';
import type { PlannedExhibit, SetPlan } from '../plan/set-plan.ts';

/** What the file is called in a build’s folder. */
export const manifestName = 'manifest.json';

type ManifestExhibit = ExhibitManifest['exhibits'][number];

/** What a build was made from and what came of it, for anyone to check with any hash tool. */
export function writeManifest(
  plan: SetPlan,
  built: BuiltSet,
  findings: readonly Finding[],
  toolVersion: string,
): string {
  const { marks } = plan;
  const manifest: ExhibitManifest = {
    format: 'forthwith-exhibit-manifest',
    formatVersion: 2,
    tool: { name: 'Forthwith', version: toolVersion },
    set: {
      name: plan.name,
      fileStem: plan.fileStem,
      numberPosition: marks.numberPosition,
      stickerCorner: marks.stickerCorner,
      stickerColour: marks.stickerColour,
      stickerWords: marks.stickerWords,
      ...(marks.looksAtEveryPage && { looksAtEveryPage: true }),
      ...(plan.numbersPages && { numbersPages: true }),
      batesPrefix: plan.batesPrefix,
      flattensForms: plan.flattensForms,
      ...(plan.isArchival && { isArchival: true }),
      volumeLimitBytes: plan.volumeLimitBytes,
      volumeLimitSource: plan.volumeLimitSource,
      downsampleDpi: plan.downsampleDpi,
      indexTitle: plan.index.title,
      indexCaption: [...plan.index.caption],
      tableTitle: plan.tableTitle,
    },
    outputs: [...built.outputs],
    exhibits: plan.exhibits.map((planned, at) => exhibitOf(planned, built.exhibits[at]!, plan)),
    findings: [...findings],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function exhibitOf(planned: PlannedExhibit, built: BuiltExhibit, { numbersPages }: SetPlan): ManifestExhibit {
  const { item } = planned;
  const { original, sheet, standIn } = item;
  const ownFirst = sheet ? 2 : 1;
  return {
    label: item.label,
    title: item.title,
    parent: item.parent,
    isSealedCopy: planned.isUnderSealCopy,
    note: planned.note,
    source: planned.source,
    isOpenedByPassword: built.isOpenedByPassword,
    rendition: planned.rendition,
    carried: original && { kind: original.kind, pageCount: original.pageCount },
    slipSheet: sheet && { ...sheet, caption: [...sheet.caption], lines: [...sheet.lines] },
    standIn: standIn && { ...standIn, lines: [...standIn.lines] },
    hasSticker: item.hasSticker,
    designation: item.designation,
    banner: item.banner,
    batesRange: item.numberRange,
    sponsor: planned.sponsor,
    authentication: planned.authentication,
    objection: planned.objection,
    ruling: planned.ruling,
    citationLinks: item.citeLinks.map(({ sourcePage, area, exhibit, exhibitPage }) => ({
      page: sourcePage,
      area: [...area],
      item: exhibit,
      itemPage: exhibitPage,
    })),
    volume: built.volume,
    sealedVolume: planned.sealedVolume,
    startPage: built.startPage,
    file: planned.file,
    originalFile: planned.originalFile,
    isNative: planned.isNative,
    pages: Array.from({ length: item.pages }, (_, page) => ({
      sourcePage: original && (original.selected?.[page] ?? page) + 1,
      bates: (numbersPages ? null : item.numbers?.[page]) ?? null,
      filePage: planned.file === null ? null : ownFirst + page,
      volumePage: built.firstPage === null ? null : built.firstPage + page,
    })),
  };
}

/**
 * Reads a manifest back.
 *
 * @param name what its file is called
 * @throws AppError MANIFEST_UNREADABLE for anything else
 */
export function parseManifest(bytes: string, name: string): ExhibitManifest {
  try {
    const manifest = ExhibitManifest.parse(JSON.parse(bytes));
    if (!namesOnlyInside(manifest) || !hasItsPlaces(manifest)) throw new Error('it names what is not there');
    return manifest;
  } catch (error) {
    throw new AppError('MANIFEST_UNREADABLE', { name }, { cause: error });
  }
}

/** Whether all files it names are inside the build’s folder. What it describes is written into a folder of ours. */
function namesOnlyInside({ set, outputs, exhibits }: ExhibitManifest): boolean {
  const files = [
    set.fileStem,
    ...outputs.map(({ file }) => file),
    ...exhibits.flatMap(({ file, originalFile }) => [file, originalFile].filter((each) => each !== null)),
  ];
  const volumes = exhibits.flatMap(({ sealedVolume }) => sealedVolume ?? []);
  return files.every(isInside) && volumes.every(isVolume);
}

/** Whether the exhibits that others are parts of, or cite, are there; those filed under seal stand after all others. */
function hasItsPlaces({ exhibits }: ExhibitManifest): boolean {
  const firstCopy = exhibits.findIndex(({ isSealedCopy }) => isSealedCopy);
  const standing = firstCopy === -1 ? exhibits : exhibits.slice(0, firstCopy);
  const copies = exhibits.slice(standing.length);
  // A part may stand before what it is a part of: exhibits are moved, and keep their labels.
  return (
    familyHeads(standing.map(({ parent }) => parent)).every((head) => head !== null) &&
    copies.every(({ isSealedCopy, parent }) => isSealedCopy && parent === null) &&
    exhibits.every(({ citationLinks }) => citationLinks.every(({ item }) => item < exhibits.length))
  );
}

/** A volume's number, or that of one put after it: 2, 2-A. It becomes part of a file's name. */
const isVolume = (name: string) => /^[1-9]\d{0,5}(?:-[A-Z]{1,5})?$/.test(name);

function isInside(file: string): boolean {
  const parts = file.split('/');
  return (
    parts.length <= 2 &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\0]/.test(part))
  );
}

/** The plan a manifest was written from. */
export function planOfManifest({ set, exhibits }: ExhibitManifest): SetPlan {
  const { numberPosition, stickerCorner, stickerColour, stickerWords, looksAtEveryPage } = set;
  const { numbersPages = false } = set;
  return {
    name: set.name,
    fileStem: set.fileStem,
    marks: {
      numberPosition,
      stickerCorner,
      stickerColour,
      stickerWords,
      ...(looksAtEveryPage && { looksAtEveryPage }),
    },
    batesPrefix: set.batesPrefix,
    numbersPages,
    flattensForms: set.flattensForms,
    isArchival: set.isArchival ?? false,
    volumeLimitBytes: set.volumeLimitBytes,
    volumeLimitSource: set.volumeLimitSource,
    downsampleDpi: set.downsampleDpi,
    index: { title: set.indexTitle, caption: set.indexCaption },
    tableTitle: set.tableTitle,
    exhibits: exhibits.map((exhibit) => plannedOf(exhibit, numbersPages)),
  };
}

function plannedOf(exhibit: ManifestExhibit, numbersPages: boolean): PlannedExhibit {
  const { carried, pages } = exhibit;
  const selected = pages.flatMap(({ sourcePage }) => (sourcePage === null ? [] : [sourcePage - 1]));
  const isWhole = carried?.pageCount === selected.length && selected.every((page, at) => page === at);
  const numbers = numbersPages
    ? pageWords(exhibit.label, pages.length)
    : pages.flatMap(({ bates }) => bates ?? []);
  return {
    item: {
      label: exhibit.label,
      title: exhibit.title,
      parent: exhibit.parent,
      original: carried && { ...carried, selected: isWhole ? null : selected },
      standIn: exhibit.standIn,
      pages: pages.length,
      sheet: exhibit.slipSheet,
      hasSticker: exhibit.hasSticker,
      numbers: numbers.length > 0 && numbers.length === pages.length ? numbers : null,
      numberRange: exhibit.batesRange,
      designation: exhibit.designation,
      banner: exhibit.banner,
      citeLinks: exhibit.citationLinks.map((link) => ({
        sourcePage: link.page,
        area: link.area,
        exhibit: link.item,
        exhibitPage: link.itemPage,
      })),
    },
    file: exhibit.file,
    isUnderSealCopy: exhibit.isSealedCopy,
    sealedVolume: exhibit.sealedVolume,
    source: exhibit.source,
    rendition: exhibit.rendition,
    originalFile: exhibit.originalFile,
    isNative: exhibit.isNative,
    note: exhibit.note,
    sponsor: exhibit.sponsor,
    authentication: exhibit.authentication,
    objection: exhibit.objection,
    ruling: exhibit.ruling,
  };
}
