import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { concordanceDat, opticonOpt } from '../../../../../shared/domain/exhibits/load-files.ts';
import type { Finding } from '../../../../../shared/model/exhibits.ts';
import { writeWordDocument } from '../../../formats/word/index.ts';
import {
  assemble,
  drawIndex,
  SourceUnreadable,
  writeIndexFile,
  type Assembled,
  type AssembleItem,
  type OpenOriginal,
  type PictureReduction,
  type WrittenFile,
} from '../../../pdf/assemble/index.ts';
import type { WrittenOutput } from '../../build-repository.ts';
import { ArchivalFiles } from './archival-files.ts';
import { OtherOrder, VolumeBinder } from './bind-volumes.ts';
import {
  indexCsv,
  indexDocument,
  indexRow,
  indexRows,
  loadFileRows,
  tableOfExhibits,
  type PlacedExhibit,
} from './index-papers.ts';
import { putBeside } from './put-beside.ts';
import type { SetPlan } from '../plan/set-plan.ts';

export interface AssembleSetTools {
  readonly assetsDirectory: string;
  readonly pdfiumWasmPath: string;
  /** What is put in for an exhibit, by its place in the plan. */
  openContent(place: number): OpenOriginal;
  /** Left out where pictures stay as they are. */
  readonly pictures?: PictureReduction | undefined;
  /** An exhibit’s original itself. */
  openOriginal(place: number): OpenOriginal;
  progress(done: number, total: number, place: number): void;
}

/** An exhibit as it was built. */
export interface BuiltExhibit {
  /** Null for the exhibit itself of one filed under seal. */
  readonly volume: string | null;
  /** Pages of its volume, from 1: where it begins, its own first. */
  readonly startPage: number | null;
  readonly firstPage: number | null;
  /** Pages of its own file, its slip sheet counted. */
  readonly filePages: number;
  /** Whether only a password opened its original. */
  readonly isOpenedByPassword: boolean;
}

export interface BuiltSet {
  /** In reading order; the manifest is not among them. */
  readonly outputs: readonly WrittenOutput[];
  /** One for each of the plan. */
  readonly exhibits: readonly BuiltExhibit[];
  readonly findings: readonly Finding[];
  /** Files that are PDF/A-2b and say so. */
  readonly archivalFiles: readonly string[];
}

/**
 * Makes every file of a build but its manifest: volumes, one PDF an exhibit, exhibits filed under seal apart, index, table of
 * exhibits, load files, and originals that are put beside. The same plan and originals give the same bytes.
 *
 * @param folder an empty folder
 * @throws SourceUnreadable with the place in the plan, which names all others that cannot be carried; the file system's own errors
 */
export async function assembleSet(plan: SetPlan, folder: string, tools: AssembleSetTools): Promise<BuiltSet> {
  for (const { file } of plan.exhibits)
    if (file !== null) mkdirSync(dirname(join(folder, file)), { recursive: true });
  const { assembled, binder, order } = await bind(plan, folder, tools);
  for (const file of binder.abandonedFiles) await rm(join(folder, file), { force: true });
  const rank = new Map(order.map((place, at) => [place, at]));
  const parts = plan.exhibits.map((_, place) => assembled.items[rank.get(place)!]!);
  const volumeOf = new Map(
    binder.volumes.flatMap(({ name, places }) => places.map((place) => [place, name] as const)),
  );
  const placed = plan.exhibits.flatMap((planned, place): PlacedExhibit[] =>
    planned.isUnderSealCopy
      ? []
      : [{ planned, volume: volumeOf.get(place) ?? '', page: parts[place]!.startPage }],
  );
  const outputs: WrittenOutput[] = assembled.volumes.map(({ file, pages }, at) => ({
    ...fileFacts(binder.volumes[at]!.file, file),
    role: 'volume',
    volume: binder.volumes[at]!.name,
    label: null,
    pages,
  }));
  plan.exhibits.forEach(({ file, item, isUnderSealCopy }, place) => {
    const written = parts[place]!.file;
    if (file === null || !written) return;
    outputs.push({
      ...fileFacts(file, written),
      role: isUnderSealCopy ? 'sealed' : 'exhibit',
      volume: volumeOf.get(place) ?? null,
      label: item.label,
      pages: parts[place]!.filePages,
    });
  });
  const archival = new ArchivalFiles();
  assembled.volumes.forEach(({ file }, at) => archival.add(binder.volumes[at]!.file, file));
  plan.exhibits.forEach(({ file }, place) => archival.add(file, parts[place]!.file));
  outputs.push(...(await writePapers(plan, placed, folder, tools, archival)));
  const findings = describeFindings(plan, assembled, parts, binder);
  if (plan.isArchival) findings.push(...archival.findings());
  for (const place of originalsBeside(plan, parts)) {
    const { originalFile, item } = plan.exhibits[place]!;
    const source = tools.openOriginal(place);
    try {
      const written = await putBeside(source, folder, originalFile!);
      const facts = fileFacts(originalFile!, written);
      outputs.push({ ...facts, role: 'original', volume: null, label: item.label, pages: null });
    } finally {
      source.close();
    }
    findings.push(besideFinding(plan, place));
  }
  return {
    outputs,
    exhibits: plan.exhibits.map((_, place) => {
      const { startPage, firstPage, filePages, findings: own } = parts[place]!;
      const isOpenedByPassword = own.some(({ code }) => code === openedCode);
      return { volume: volumeOf.get(place) ?? null, startPage, firstPage, filePages, isOpenedByPassword };
    }),
    findings,
    archivalFiles: archival.met,
  };
}

async function bind(
  plan: SetPlan,
  folder: string,
  tools: AssembleSetTools,
): Promise<{ assembled: Assembled; binder: VolumeBinder; order: readonly number[] }> {
  const binder = new VolumeBinder(plan, folder);
  for (;;) {
    const { order } = binder;
    try {
      return { assembled: await assembleInOrder(plan, folder, order, binder, tools), binder, order };
    } catch (error) {
      if (error instanceof SourceUnreadable)
        for (const each of [error, ...error.others]) if (each.item !== null) each.item = order[each.item]!;
      if (!(error instanceof OtherOrder)) throw error;
    }
  }
}

function assembleInOrder(
  plan: SetPlan,
  folder: string,
  order: readonly number[],
  binder: VolumeBinder,
  tools: AssembleSetTools,
): Promise<Assembled> {
  const rank = new Map(order.map((place, at) => [place, at]));
  const items = order.map((place): AssembleItem => {
    const { item, file } = plan.exhibits[place]!;
    return {
      ...item,
      parent: item.parent === null ? null : (rank.get(item.parent) ?? null),
      citeLinks: item.citeLinks.map((link) => ({ ...link, exhibit: rank.get(link.exhibit)! })),
      filePath: file === null ? null : join(folder, file),
    };
  });
  return assemble(
    items,
    {
      marks: plan.marks,
      hasOutline: true,
      flattensForms: plan.flattensForms,
      isArchival: plan.isArchival,
      pictures: tools.pictures,
    },
    {
      assetsDirectory: tools.assetsDirectory,
      pdfiumWasmPath: tools.pdfiumWasmPath,
      original: (item) => tools.openContent(order[item]!),
      planVolumes: (aloneBytes, written) => binder.bind(aloneBytes, written),
      drawIndex(volume, startPages, type) {
        const named = binder.volumes.find((each) => volume.path === join(folder, each.file))!;
        const { title, caption } = plan.index;
        const line = named.title === plan.name ? [] : [`Volume ${named.name}`];
        const rows = named.places.map((place, at) => ({
          ...indexRow(plan.exhibits[place]!),
          volume: '',
          page: startPages[at]!,
          target: rank.get(place)!,
        }));
        return drawIndex({ title, caption: [...caption, ...line] }, rows, type);
      },
      progress: (done, total, item) => tools.progress(done, total, order[item] ?? 0),
    },
  );
}

/** Index, table of exhibits and load files. */
async function writePapers(
  plan: SetPlan,
  placed: readonly PlacedExhibit[],
  folder: string,
  tools: AssembleSetTools,
  archival: ArchivalFiles,
): Promise<WrittenOutput[]> {
  const { fileStem } = plan;
  const indexFile = `${fileStem} - Index.pdf`;
  const index = await writeIndexFile(join(folder, indexFile), {
    title: `${plan.name} – ${plan.index.title}`,
    draw: (type) => drawIndex(plan.index, indexRows(placed), type),
    assetsDirectory: tools.assetsDirectory,
    isArchival: plan.isArchival,
  });
  const outputs: WrittenOutput[] = [
    { ...fileFacts(indexFile, index.file), role: 'index', volume: null, label: null, pages: index.pages },
  ];
  archival.add(indexFile, index.file);
  const loadRows = loadFileRows(plan, placed);
  const papers: readonly (readonly [WrittenOutput['role'], string, Buffer])[] = [
    ['indexDocx', 'Index.docx', await writeWordDocument(indexDocument(plan, placed))],
    ['indexCsv', 'Index.csv', Buffer.from(indexCsv(plan, placed))],
    ['tableOfExhibits', 'Table of Exhibits.docx', await writeWordDocument(tableOfExhibits(plan, placed))],
    ['dat', 'Load File.dat', Buffer.from(concordanceDat(loadRows))],
    ['opt', 'Load File.opt', Buffer.from(opticonOpt(loadRows))],
  ];
  for (const [role, name, bytes] of papers) {
    const file = `${fileStem} - ${name}`;
    await writeFile(join(folder, file), bytes, { flush: true });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    outputs.push({
      ...fileFacts(file, { bytes: bytes.length, sha256 }),
      role,
      volume: null,
      label: null,
      pages: null,
    });
  }
  return outputs;
}

function fileFacts(file: string, { bytes, sha256 }: WrittenFile) {
  return { file, sizeBytes: bytes, sha256 };
}

/** Findings of the assembler about digital signatures, which only the untouched original can prove. */
const signatureCode = /SIGNATURE/;

/** The assembler's finding about an original that only a password opens. */
const openedCode = 'OPENED_BY_PASSWORD';

function originalsBeside(plan: SetPlan, parts: Assembled['items']): number[] {
  return plan.exhibits.flatMap(({ originalFile, isNative }, place) => {
    if (originalFile === null) return [];
    return isNative || parts[place]!.findings.some(({ code }) => signatureCode.test(code)) ? [place] : [];
  });
}

function besideFinding(plan: SetPlan, place: number): Finding {
  const { originalFile, isNative, item, source } = plan.exhibits[place]!;
  const file = originalFile!;
  return isNative
    ? {
        code: 'PRODUCED_IN_NATIVE_FORM',
        severity: 'info',
        message: `A page stands for “${source!.name}”. The original is in “${file}”: hand it over with the binder.`,
        label: item.label,
      }
    : {
        code: 'SIGNED_ORIGINAL_BESIDE',
        severity: 'info',
        message: `The original with its digital signature is in “${file}”, byte for byte as it was received.`,
        label: item.label,
      };
}

function describeFindings(
  plan: SetPlan,
  assembled: Assembled,
  parts: Assembled['items'],
  binder: VolumeBinder,
): Finding[] {
  const findings: Finding[] = parts.flatMap((part, place) =>
    part.findings.map((finding) => ({ ...finding, label: plan.exhibits[place]!.item.label })),
  );
  if (assembled.missingCharacters.length > 0)
    findings.push({
      code: 'CHARACTERS_NOT_PRINTABLE',
      severity: 'warning',
      message: `No font for ${assembled.missingCharacters.join(' ')}: a box stands in each one’s place on slip sheets and index. Write the title otherwise.`,
      label: null,
    });
  const limit = plan.volumeLimitBytes;
  if (limit === null) return findings;
  assembled.volumes.forEach(({ file }, at) => {
    const { file: name, places } = binder.volumes[at]!;
    if (file.bytes <= limit) return;
    const alone = places.length === 1 ? plan.exhibits[places[0]!]!.item.label : null;
    findings.push({
      code: 'VOLUME_OVER_LIMIT',
      severity: 'warning',
      message: `“${name}” is ${megabytes(file.bytes)} MB, over the limit of ${megabytes(limit)} MB (${plan.volumeLimitSource}).${alone === null ? '' : ' It holds one exhibit, which cannot be split.'}`,
      label: alone,
    });
  });
  return findings;
}

/** Millions of bytes to a hundredth; of less than one, to two digits that are not zero. */
function megabytes(bytes: number): string {
  const millions = bytes / 1_000_000;
  return String(millions < 1 ? Number(millions.toPrecision(2)) : Math.round(millions * 100) / 100);
}
