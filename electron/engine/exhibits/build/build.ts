import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describeNumbers, formatBates, overflowsDigits } from '../../../../shared/domain/bates.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { BuildId } from '../../../../shared/model/common.ts';
import type { BuildResult, Finding } from '../../../../shared/model/exhibits.ts';
import type { JobContext } from '../../handlers.ts';
import { runInWorker } from '../../jobs/worker-pool.ts';
import type { Assembled, AssembleItem } from '../../pdf/assemble/index.ts';
import { safeFileName } from '../../platform/file-names.ts';
import { appendCustody } from '../../store/custody.ts';
import { sql } from '../../store/query-builder.ts';
import type { MatterSession } from '../../store/session.ts';
import { reserveNumbers, type PageNumber } from '../bates-ledger.ts';
import { getSet, listExhibits, type ExhibitRow, type SetRow } from '../exhibit-repository.ts';
import { captionOf, planHash } from '../exhibits-view.ts';
import { writeManifest } from './manifest.ts';
import { findSources, renditionFindings, type ExhibitSource } from './sources.ts';
import { beginStaging, dropStaging, publishFolder } from './staging-folder.ts';

const baseTimeoutMs = 600_000;
/** What a page may take at most, reading, writing and reading back. */
const pageTimeoutMs = 500;

const binderEnding = ' - Binder.pdf';
const indexEnding = ' - Index.pdf';

interface Output {
  readonly role: 'binder' | 'exhibit' | 'index' | 'manifest';
  readonly label: string | null;
  readonly file: string;
  readonly pages: number | null;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/**
 * Builds a set: binder, one PDF an exhibit, index and manifest, in a new folder inside the chosen one. The folder appears when
 * all of it is finished and read back; a build that fails, is cancelled or killed leaves nothing but reserved numbers.
 *
 * @param target the chosen folder; made if it is not there
 * @throws AppError NOT_FOUND, EXHIBIT_SET_EMPTY, EXHIBIT_SOURCE_UNREADABLE, BATES_NUMBER_TAKEN, FILE_UNWRITABLE, DISK_FULL
 */
export async function buildSet(setId: string, target: string, context: JobContext): Promise<BuildResult> {
  const { session, platform } = context;
  const set = getSet(session, setId);
  const exhibits = listExhibits(session, setId);
  if (exhibits.length === 0) throw new AppError('EXHIBIT_SET_EMPTY');
  const sources = await findSources(exhibits, context);
  const numbers = reserve(set, exhibits, sources, context);
  const staging = platform.newId();
  const staged = await beginStaging(session, target, staging);
  try {
    const plan = planOutputs(session, set, exhibits, sources, numbers, staged);
    const assembled = await runAssembler(sources, plan, context);
    const findings = collectFindings(set, exhibits, sources, assembled, numbers);
    const manifest = writeManifest({
      exhibits,
      sources,
      ...plan,
      assembled,
      findings,
      toolVersion: platform.appVersion,
    });
    await writeFile(join(staged, 'manifest.json'), manifest, { flush: true });
    context.signal.throwIfAborted();
    const folder = await publishFolder(staged, target, safeFileName(set.name));
    const outputs = listOutputs(exhibits, plan, assembled, manifest);
    try {
      const buildId = record(set, exhibits, folder, outputs, findings, context);
      return describeResult(buildId, folder, outputs, plan.items, findings, context.isTrusted);
    } catch (error) {
      // A folder that the matter knows nothing of would be taken for a finished build.
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  } catch (error) {
    if (context.signal.aborted) throw new AppError('CANCELLED', {}, { cause: error });
    throw error;
  } finally {
    await dropStaging(session, staging, staged);
  }
}

function reserve(
  set: SetRow,
  exhibits: readonly ExhibitRow[],
  sources: readonly ExhibitSource[],
  context: JobContext,
): PageNumber[][] | null {
  const { bates } = set;
  if (!bates) return null;
  const items = exhibits.map(({ evidenceId }, i) => ({ evidenceId, pages: sources[i]!.pages }));
  return context.commit(`reserve Bates numbers for “${set.name}”`, () =>
    reserveNumbers(context.session, bates, items),
  );
}

interface OutputPlan {
  readonly items: readonly AssembleItem[];
  readonly fileNames: readonly string[];
  readonly binderName: string;
  readonly indexName: string;
  readonly caption: readonly string[];
  readonly staged: string;
  readonly set: SetRow;
}

function planOutputs(
  session: MatterSession,
  set: SetRow,
  exhibits: readonly ExhibitRow[],
  sources: readonly ExhibitSource[],
  numbers: readonly PageNumber[][] | null,
  staged: string,
): OutputPlan {
  const fileNames: string[] = [];
  const items = exhibits.map((exhibit, i): AssembleItem => {
    const given = numbers?.[i] ?? null;
    const printed =
      given && set.bates
        ? given.map(({ number, digits }) => formatBates({ prefix: set.bates!.prefix, digits }, number))
        : null;
    const range =
      given && set.bates
        ? describeNumbers(
            { prefix: set.bates.prefix, digits: given[0]!.digits },
            given.map(({ number }) => number),
          )
        : '';
    const bracket = printed ? ` (${fileRange(printed)})` : '';
    const fileName = safeFileName(`Exhibit ${exhibit.label}${bracket}.pdf`);
    fileNames.push(fileName);
    return {
      label: exhibit.label,
      title: exhibit.title,
      source: exhibit.originalName,
      kind: sources[i]!.kind,
      pages: sources[i]!.pages,
      numbers: printed,
      numberRange: range,
      filePath: join(staged, fileName),
    };
  });
  return {
    items,
    fileNames,
    // However long the set's name, these two must stay two.
    binderName: safeFileName(`${set.name}${binderEnding}`, binderEnding),
    indexName: safeFileName(`${set.name}${indexEnding}`, indexEnding),
    caption: captionOf(session, set),
    staged,
    set,
  };
}

const fileRange = (printed: readonly string[]) =>
  printed.length === 1 ? printed[0]! : `${printed[0]}-${printed.at(-1)}`;

function runAssembler(
  sources: readonly ExhibitSource[],
  { items, binderName, indexName, caption, staged, set }: OutputPlan,
  context: JobContext,
): Promise<Assembled> {
  const total = sources.reduce((sum, { pages }) => sum + pages, 0);
  return runInWorker(
    context.platform,
    'exhibits.assemble',
    {
      matter: fileOf(context.session),
      originals: sources.map(({ contentId, kind }) => ({ contentId, kind })),
      items,
      options: {
        title: set.name,
        hasSlipSheets: set.hasSlipSheets,
        hasStickers: set.hasStickers,
        hasOutline: true,
        numberPosition: 'right',
        index: { title: 'Index of Exhibits', caption },
        binderPath: join(staged, binderName),
        indexPath: join(staged, indexName),
      },
    },
    {
      signal: context.signal,
      timeoutMs: baseTimeoutMs + total * pageTimeoutMs,
      onProgress: (value) => {
        const { done, total: all, item } = value as { done: number; total: number; item: number };
        context.progress(done, all, `Exhibit ${items[item]!.label}: ${items[item]!.title}`);
      },
    },
  );
}

function collectFindings(
  set: SetRow,
  exhibits: readonly ExhibitRow[],
  sources: readonly ExhibitSource[],
  assembled: Assembled,
  numbers: readonly PageNumber[][] | null,
): Finding[] {
  const findings: Finding[] = assembled.items.flatMap(({ findings: found }, i) =>
    found.map((finding) => ({ ...finding, label: exhibits[i]!.label })),
  );
  findings.push(...renditionFindings(exhibits, sources));
  if (assembled.missingCharacters.length > 0)
    findings.push({
      code: 'CHARACTERS_NOT_PRINTABLE',
      severity: 'warning',
      message: `No font for ${assembled.missingCharacters.join(' ')}: a box stands in each one’s place on slip sheets and index. Write the title otherwise.`,
      label: null,
    });
  const last = Math.max(0, ...(numbers ?? []).flat().map(({ number }) => number));
  if (set.bates && overflowsDigits(set.bates.digits, last))
    findings.push({
      code: 'BATES_DIGITS_OVERFLOW',
      severity: 'warning',
      message: `Numbers of ${set.bates.prefix} have outgrown their ${set.bates.digits} digits and no longer sort in order. Choose more digits for the next set.`,
      label: null,
    });
  findings.push({
    code: 'PRIVACY_NOT_CHECKED',
    severity: 'info',
    message: 'Privacy identifiers: not checked yet. Look for them before filing (Rule 5.2).',
    label: null,
  });
  return findings;
}

function listOutputs(
  exhibits: readonly ExhibitRow[],
  { fileNames, binderName, indexName }: OutputPlan,
  assembled: Assembled,
  manifest: string,
): Output[] {
  const outputs: Output[] = [
    {
      role: 'binder',
      label: null,
      file: binderName,
      pages: assembled.pages,
      sizeBytes: assembled.binder.bytes,
      sha256: assembled.binder.sha256,
    },
  ];
  exhibits.forEach(({ label }, i) => {
    const { file, filePages } = assembled.items[i]!;
    if (file)
      outputs.push({
        role: 'exhibit',
        label,
        file: fileNames[i]!,
        pages: filePages,
        sizeBytes: file.bytes,
        sha256: file.sha256,
      });
  });
  if (assembled.index)
    outputs.push({
      role: 'index',
      label: null,
      file: indexName,
      pages: assembled.indexPages,
      sizeBytes: assembled.index.bytes,
      sha256: assembled.index.sha256,
    });
  outputs.push({
    role: 'manifest',
    label: null,
    file: 'manifest.json',
    pages: null,
    sizeBytes: Buffer.byteLength(manifest),
    sha256: createHash('sha256').update(manifest).digest('hex'),
  });
  return outputs;
}

function record(
  set: SetRow,
  exhibits: readonly ExhibitRow[],
  folder: string,
  outputs: readonly Output[],
  findings: readonly Finding[],
  context: JobContext,
): BuildId {
  const { session, platform, person } = context;
  const id = platform.newId();
  context.commit(`build “${set.name}”`, () => {
    session.run(
      sql.insertInto('build').values({
        id,
        set_id: set.id,
        built_at: platform.now(),
        folder,
        plan_sha256: planHash(session, set, exhibits),
        findings: JSON.stringify(findings),
      }),
    );
    for (const { role, label, file, pages, sizeBytes, sha256 } of outputs)
      session.run(
        sql.insertInto('build_output').values({
          id: platform.newId(),
          build_id: id,
          role,
          label,
          file,
          pages,
          size_bytes: sizeBytes,
          sha256,
        }),
      );
    for (const exhibit of exhibits) {
      const output = outputs.find(({ role, label }) => role === 'exhibit' && label === exhibit.label);
      appendCustody(session, {
        evidenceId: exhibit.evidenceId,
        action: 'used_in_exhibit',
        person,
        details: {
          set: set.name,
          label: exhibit.label,
          folder: basename(folder),
          ...(output && { file: output.file, sha256: output.sha256 }),
        },
      });
    }
  });
  return id as BuildId;
}

function describeResult(
  buildId: BuildId,
  folder: string,
  outputs: readonly Output[],
  items: readonly AssembleItem[],
  findings: readonly Finding[],
  isTrusted: boolean,
): BuildResult {
  const place = (file: string) => (isTrusted ? join(folder, file) : file);
  const fileOfRole = (role: Output['role']) => place(outputs.find((output) => output.role === role)!.file);
  return {
    buildId,
    binder: fileOfRole('binder'),
    volumes: [fileOfRole('binder')],
    exhibits: outputs
      .filter(({ role }) => role === 'exhibit')
      .map(({ label, file, sha256 }, i) => ({
        label: label!,
        file: place(file),
        pages: items[i]!.pages,
        batesFirst: items[i]!.numbers?.[0] ?? null,
        batesLast: items[i]!.numbers?.at(-1) ?? null,
        sha256,
      })),
    manifest: fileOfRole('manifest'),
    index: fileOfRole('index'),
    findings: [...findings],
  };
}

const fileOf = ({ filePath, passphrase }: MatterSession) => ({ filePath, passphrase });
