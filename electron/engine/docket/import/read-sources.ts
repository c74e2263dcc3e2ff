import { basename } from 'node:path';
import { courtCitation } from '../../../../shared/domain/court-citation.ts';
import { courtPlace } from '../../../../shared/domain/court-zone.ts';
import { caseKey, isSameCase } from '../../../../shared/domain/docket/merge/case-number.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { errorCodes } from '../../../../shared/errors/error-codes.ts';
import type { DocketImportId, FileRef } from '../../../../shared/model/common.ts';
import type {
  DocketSourceReport,
  DocketWarning,
  ParsedDocket,
  ParsedSource,
} from '../../../../shared/model/docket.ts';
import type { JobContext } from '../../handlers.ts';
import { docketWarning } from '../../formats/docket-sources/warning.ts';
import { sql } from '../../store/query-builder.ts';
import { readFile, type ReadOutcome } from './read-files.ts';
import { docketHead, storeSource } from './source-repository.ts';

/** What is known of a source before any preview: its counts come with the preview. */
export type ReadReport = Pick<DocketSourceReport, 'path' | 'kind' | 'warnings' | 'error'>;

/** Which lawsuit a matter is; empty strings where not known. */
interface Expected {
  number: string;
  court: string;
}

/**
 * Reads sources and keeps them for a preview. One that cannot be read, or is of another lawsuit, is reported and does not keep
 * the others back.
 *
 * @throws AppError CANCELLED
 */
export async function readSources(sources: readonly FileRef[], context: JobContext) {
  const { session, platform, signal, isTrusted } = context;
  const paths = sources.map((ref) => context.resolveFile(ref));
  const { court, timezone } = session.one(sql.selectFrom('matter').select(['court', 'timezone']));
  // The zone of a matter without a court only says where it was made.
  const settled = court === '' ? {} : { timezone };
  const outcomes: ReadOutcome[] = [];
  let done = 0;
  const work = async (path: string, at: number) => {
    if (signal.aborted) throw new AppError('CANCELLED');
    outcomes[at] = await readFile(platform, path, { signal, ...settled });
    done += 1;
    context.progress(done, paths.length, `Reading “${basename(path)}”`);
  };
  await inTurns(paths, work);
  if (signal.aborted) throw new AppError('CANCELLED');

  const importId = platform.newId() as DocketImportId;
  const expected = expectedCase(context, outcomes);
  const reports = context.commit(`read ${paths.length} docket sources for a preview`, () =>
    outcomes.map((outcome) => {
      const { report, sourceId } = keep(outcome, expected, context);
      session.run(
        sql.insertInto('docket_read').values({
          import_id: importId,
          source_id: sourceId,
          report: JSON.stringify({ ...report, path: basename(outcome.filePath) }),
        }),
      );
      return { ...report, path: isTrusted ? outcome.filePath : basename(outcome.filePath) };
    }),
  );
  return {
    importId,
    readable: reports.filter(({ error }) => error === undefined).length,
    sources: reports.map((report) => ({ ...report, added: 0, updated: 0, unchanged: 0 })),
  };
}

/** As many at once as there are worker threads. */
async function inTurns(paths: readonly string[], work: (path: string, at: number) => Promise<void>) {
  let next = 0;
  const turn = async () => {
    while (next < paths.length) {
      const at = next;
      next += 1;
      await work(paths[at]!, at);
    }
  };
  await Promise.all([turn(), turn()]);
}

/**
 * The lawsuit of the matter, of what it imported before, or else of the first docket with a number among what was read. Where the
 * matter names its court, that court's and no other.
 */
function expectedCase({ session }: JobContext, outcomes: readonly ReadOutcome[]): Expected {
  const matter = session.one(sql.selectFrom('matter').select(['number', 'court']));
  if (caseKey(matter.number) !== '') return matter;
  const unnumbered = { number: '', court: matter.court };
  const inCourt = (header: Expected) =>
    courtCode(matter.court) === null ? header : { number: header.number, court: matter.court };
  const { header } = docketHead(session);
  if (header && header.number !== '') return inCourt(header);
  const dockets = outcomes.flatMap(({ read }) => read?.source.dockets ?? []);
  const first = dockets.find((one) => caseKey(one.header.number) !== '' && isOf(one.header, unnumbered));
  return first ? inCourt(first.header) : unnumbered;
}

function keep(
  { filePath, read, error }: ReadOutcome,
  expected: Expected,
  { session }: JobContext,
): { report: ReadReport; sourceId: string | null } {
  const path = basename(filePath);
  if (error) {
    const { code, message } = error;
    return { report: { path, kind: null, warnings: [], error: { code, message } }, sourceId: null };
  }
  const { source, bytes, sha256 } = read;
  const { kind, printedAt } = source;
  const dockets = source.dockets.filter(({ header }) => isOf(header, expected));
  if (dockets.length === 0) {
    const found = namesOf(source.dockets);
    const { code, message } = new AppError('DOCKET_SOURCE_OTHER_MATTER', {
      name: path,
      found,
      expected: nameOf(expected),
      differs: differsIn(source.dockets, expected),
    });
    return { report: { path, kind, warnings: [], error: { code, message } }, sourceId: null };
  }
  const docket = joined(dockets);
  const warnings = [...source.warnings, ...unplaced(source, docket), ...ofOtherCases(source, dockets)];
  const sourceId = storeSource(session, { name: path, kind, printedAt, sha256, bytes, docket, warnings });
  return { report: { path, kind, warnings }, sourceId };
}

/** A docket without a number may be anybody's: it is taken, with a warning. */
function isOf(header: Expected, expected: Expected): boolean {
  return !isOtherCourt(header, expected) && !isOtherNumber(header, expected);
}

function isOtherCourt(header: Expected, expected: Expected): boolean {
  const [found, own] = [courtCode(header.court), courtCode(expected.court)];
  return found !== null && own !== null && found !== own;
}

function isOtherNumber(header: Expected, expected: Expected): boolean {
  if (caseKey(header.number) === '' || caseKey(expected.number) === '') return false;
  return !isSameCase(header.number, expected.number);
}

/** In which of its marks a refused source is another lawsuit: the one to correct if the matter is wrong. */
function differsIn(dockets: readonly ParsedDocket[], expected: Expected): string {
  return [
    ...(dockets.some(({ header }) => isOtherCourt(header, expected)) ? ['court'] : []),
    ...(dockets.some(({ header }) => isOtherNumber(header, expected)) ? ['number'] : []),
  ].join(' and ');
}

/** Such as wawd or ca9. A person may have written the court's name instead, which tells nothing apart. */
function courtCode(court: string): string | null {
  const code = court.trim().toLowerCase();
  return /^[a-z]{2,6}\d{0,2}$/.test(court) || courtPlace(code).states.length > 0 ? code : null;
}

/** A feed or a notice may list the same lawsuit twice, once for each defendant. */
function joined(dockets: readonly ParsedDocket[]): ParsedDocket {
  const [first] = dockets as [ParsedDocket];
  return { ...first, entries: dockets.flatMap(({ entries }) => entries) };
}

function unplaced(source: ParsedSource, docket: ParsedDocket): DocketWarning[] {
  if (docket.header.number !== '' || source.kind === 'csv' || source.kind === 'json') return [];
  const code = 'DOCKET_SOURCE_WITHOUT_CASE';
  return [{ code, message: errorCodes[code].message({}), raw: '' }];
}

/**
 * Entries that are left out because they are about another lawsuit. A court's feed reports all its cases, and a notice of an entry in
 * several repeats it for each: nothing of these is missed.
 */
function ofOtherCases({ kind, dockets }: ParsedSource, taken: readonly ParsedDocket[]): DocketWarning[] {
  if (kind === 'rss') return [];
  const wordsOf = (entry: ParsedDocket['entries'][number]) => entry.text || entry.shortText;
  const known = new Set(taken.flatMap(({ entries }) => entries.map(wordsOf)));
  const others = dockets
    .filter((docket) => !taken.includes(docket))
    .map(({ header, entries }) => ({
      header,
      entries: entries.filter((entry) => !known.has(wordsOf(entry))),
    }))
    .filter(({ entries }) => entries.length > 0);
  const entries = others.flatMap((docket) => docket.entries);
  if (entries.length === 0) return [];
  const details = { entries: entries.length, cases: namesOf(others) };
  return [docketWarning('DOCKET_OTHER_CASES_LEFT_OUT', details, wordsOf(entries[0]!))];
}

/** The first lawsuits of several. */
function namesOf(dockets: readonly Pick<ParsedDocket, 'header'>[]): string {
  return [...new Set(dockets.map(({ header }) => nameOf(header)))].slice(0, 3).join('; ');
}

/** A lawsuit as a person reads it: its court by its citation, not by the code in its address. */
function nameOf({ number, court }: Expected): string {
  return [number || 'a case', ...(court === '' ? [] : [courtCitation(court) ?? court])].join(' in ');
}
