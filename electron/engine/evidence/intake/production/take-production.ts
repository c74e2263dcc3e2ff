import { formatShare } from '../../../../../shared/domain/amounts.ts';
import { batesRun } from '../../../../../shared/domain/exhibits/bates.ts';
import { AppError, isAppError } from '../../../../../shared/errors/app-error.ts';
import { safeStack } from '../../../../../shared/errors/scrub.ts';
import type { Problem } from '../../../../../shared/model/common.ts';
import type { IntakeItem } from '../../../../../shared/model/evidence.ts';
import type { ProducedDocument, Production } from '../../../formats/load-files/index.ts';
import { problemOf } from '../../../formats/reading.ts';
import type { JobContext } from '../../../handlers.ts';
import { sql } from '../../../store/query-builder.ts';
import type { MatterSession } from '../../../store/session.ts';
import { getKnown, writeUnpacking, type KnownEvidence } from '../../evidence-repository.ts';
import { isOfTheIntake, unpack } from '../receiving/unpack.ts';
import { linkFamilies } from './families.ts';
import { readProduction, type LoadFiles } from './load-files.ts';
import { pagesTaken, producedBy, producedNumbers } from './produced-records.ts';
import type { ProductionFiles, ProductionWork } from './production-files.ts';
import { ProductionFolder } from './production-folder.ts';
import { DocumentFiles, missingOf, whereOf } from './document-files.ts';
import { takeChanged, takeDocument, type TakenDocument } from './take-document.ts';

/** What the codes of problems with productions begin with: those found again take the place of those found before. */
const productionCodes = 'EVIDENCE_PRODUCTION';
/** Problems of its documents that the load file names; the rest are counted. */
const maxNamed = 20;

/**
 * Takes in the documents that a production's load file lists: each becomes one item, with its files as they came. What was taken
 * in already is not taken in again, so that work a crash left is continued. What is missing or odd becomes a problem, of the
 * document and of the load file, and the rest is taken in.
 *
 * @param leading the load file, which is evidence already
 * @param status of the load file in this intake
 * @param children filled as documents end
 * @returns the problems the load file now has
 * @throws AppError DISK_FULL, CANCELLED; what `gate` throws
 */
export async function takeProduction(
  leading: KnownEvidence,
  files: LoadFiles,
  status: 'added' | 'duplicate',
  work: ProductionWork,
  children: IntakeItem[],
): Promise<readonly Problem[]> {
  const { context } = work;
  const production = await read(files, work.place, context);
  if (production === null) return keepProblems(leading, [problemOf('EVIDENCE_PRODUCTION_UNREAD')], context);
  const taking = new ProductionIntake(leading, files, status, work, children);
  const found = await taking.run(production.documents);
  await linkFamilies(context, taking.places, production.documents);
  return keepProblems(leading, [...(taking.isAlone ? [] : production.problems), ...found], context);
}

/** @returns null where they cannot be read @throws what concerns the whole intake */
async function read(
  files: LoadFiles,
  place: ProductionFiles,
  context: JobContext,
): Promise<Production | null> {
  try {
    return await readProduction(files, place, context);
  } catch (error) {
    if (context.signal.aborted || isOfTheIntake(error)) throw error;
    context.platform.log.error('load files not read', {
      reason: isAppError(error) ? error.code : safeStack(error),
    });
    return null;
  }
}

class ProductionIntake {
  /** Items by the place of their document in the load file. */
  readonly places: Map<number, string>;
  /** Whether the load file came without files: a table like any other, whose rows and gaps are no missing evidence. */
  isAlone = false;
  readonly #leading: KnownEvidence;
  readonly #files: LoadFiles;
  readonly #status: 'added' | 'duplicate';
  readonly #work: ProductionWork;
  readonly #children: IntakeItem[];
  readonly #shown = new Map<number, IntakeItem>();
  readonly #folder: ProductionFolder;

  constructor(
    leading: KnownEvidence,
    files: LoadFiles,
    status: 'added' | 'duplicate',
    work: ProductionWork,
    children: IntakeItem[],
  ) {
    this.#leading = leading;
    this.#files = files;
    this.#status = status;
    this.#work = work;
    this.#children = children;
    this.#folder = new ProductionFolder((files.table ?? files.images)!, work.place);
    this.places = producedBy(work.context.session, leading.id);
  }

  /** @returns the problems of the documents */
  async run(documents: readonly ProducedDocument[]): Promise<Problem[]> {
    const problems: Problem[] = [];
    this.isAlone = this.places.size === 0 && !(await this.#hasAnyFile(documents));
    if (this.isAlone) return this.#tellAlone(documents);
    for (const [at, document] of documents.entries()) {
      this.#work.gate();
      const note = `${this.#leading.name}, ${formatShare(at + 1, documents.length)}: ${batesRun(document.first, document.last)}`;
      this.#work.context.progress(at, documents.length, note);
      const child: IntakeItem = {
        path: batesRun(document.first, document.last),
        status: 'failed',
        problems: [...document.problems],
      };
      this.#parentOf(document).push(child);
      this.#shown.set(placeOf(document, this.#files), child);
      try {
        await this.#take(document, child);
      } catch (error) {
        if (this.#work.context.signal.aborted || !isAppError(error) || isOfTheIntake(error)) throw error;
        child.error = { code: error.code, message: error.message };
      }
      if (child.error) problems.push(child.error);
      problems.push(...child.problems.filter(({ code }) => code.startsWith(productionCodes)));
    }
    return problems;
  }

  /** What is told of a load file that came without files. */
  #tellAlone(documents: readonly ProducedDocument[]): Problem[] {
    const numbers = producedNumbers(this.#work.context.session);
    const count = documents.filter(({ first }) => numbers.has(first.toUpperCase())).length;
    const namesFiles = documents.some(
      ({ nativePath, textPath, pages }) => nativePath || textPath || pages.length > 0,
    );
    if (count === 0) return namesFiles ? [problemOf('EVIDENCE_PRODUCTION_NOT_FOUND')] : [];
    return [problemOf('EVIDENCE_PRODUCTION_OVERLAY', { count, total: documents.length })];
  }

  /** Children of the document it was attached to, where that is known by now; else of the load file. */
  #parentOf({ parentRow }: ProducedDocument): IntakeItem[] {
    const parent = parentRow === null ? undefined : this.#shown.get(parentRow);
    return parent ? (parent.children ??= []) : this.#children;
  }

  async #hasAnyFile(documents: readonly ProducedDocument[]): Promise<boolean> {
    for (const { nativePath, textPath, pages } of documents) {
      this.#work.gate();
      for (const path of [nativePath, pages[0]?.path ?? '', textPath])
        if (path !== '' && 'path' in (await this.#folder.find(path))) return true;
    }
    return false;
  }

  #find(document: ProducedDocument): Promise<DocumentFiles> {
    const place = placeOf(document, this.#files);
    const taken = pagesTaken(this.#work.context.session, this.#leading.id, place);
    return DocumentFiles.find(document, this.#folder, taken);
  }

  /** The same bytes may have come before from somebody else, as whose they are listed. */
  #tellCustodian(document: ProducedDocument, id: string): Problem[] {
    const { custodian, first, last } = document;
    const before = custodianOf(this.#work.context.session, id);
    if (custodian === '' || before === '' || custodian === before) return [];
    const range = batesRun(first, last);
    return [
      problemOf('EVIDENCE_PRODUCTION_CUSTODIAN', { range, custodian, before, where: whereOf(document) }),
    ];
  }

  async #take(document: ProducedDocument, child: IntakeItem): Promise<void> {
    const place = placeOf(document, this.#files);
    const { context } = this.#work;
    const known = this.places.get(place);
    const before = known === undefined ? null : getKnown(context.session, known);
    const told = missingOf(before?.problems ?? [], whereOf(document));
    const found = before !== null && told.length === 0 ? null : await this.#find(document);
    let taken: TakenDocument;
    if (before !== null && !found?.hasMoreThan(told)) {
      taken = { ...before, status: this.#status };
      // Sent again, a production may have other pages under the numbers of the first.
      if (this.#status === 'duplicate') {
        const files = await DocumentFiles.find(document, this.#folder, new Map());
        await takeChanged({ document, place, leading: this.#leading, before }, files, this.#work, child);
      }
    } else {
      child.problems.push(...found!.problems);
      if (found!.isEmpty)
        throw new AppError('EVIDENCE_PRODUCTION_NO_FILE', {
          range: batesRun(document.first, document.last),
          where: found!.where,
        });
      const listed = { document, place, leading: this.#leading, before };
      taken = await takeDocument(listed, found!, this.#work, child);
      this.places.set(place, taken.id);
      if (taken.status === 'duplicate') child.problems.push(...this.#tellCustodian(document, taken.id));
    }
    const { status, id, sha256, kind, pages } = taken;
    Object.assign(child, { status, id, sha256, kind, pages });
    // What it came without is kept with the item too.
    const own = [...child.problems, ...taken.problems.filter((each) => !isAmong(child.problems, each))];
    child.problems = own;
    if (!taken.isPartial) return;
    const members: IntakeItem[] = (child.children ??= []);
    const ofMembers = await unpack(id, status, this.#work.beginUnpacking(), members);
    child.problems = [
      ...own.filter(({ code }) => !taken.problems.some((each) => each.code === code)),
      ...ofMembers,
    ];
  }
}

function custodianOf(session: MatterSession, id: string): string {
  return session.get(sql.selectFrom('evidence_description').select('custodian').where('id', '=', id))!
    .custodian;
}

function isAmong(problems: readonly Problem[], { message }: Problem): boolean {
  return problems.some((each) => each.message === message);
}

/** Rows of the table count from 1; lines that only the list of page images has stand below zero beside a table. */
function placeOf({ row, isOfImagesOnly }: ProducedDocument, { table }: LoadFiles): number {
  return isOfImagesOnly && table !== null ? -row : row;
}

/** Writes what is wrong with a production to its load file, the first of many by name. */
function keepProblems(
  { id, contentId, name }: KnownEvidence,
  found: readonly Problem[],
  context: JobContext,
): readonly Problem[] {
  const { session } = context;
  const before = getKnown(session, id).problems;
  const kept = before.filter(({ code }) => !code.startsWith(productionCodes));
  const more = found.length - maxNamed;
  const problems = [
    ...kept,
    ...found.slice(0, maxNamed),
    ...(more > 0 ? [problemOf('EVIDENCE_PRODUCTION_NOT_TAKEN', { count: more })] : []),
  ];
  if (JSON.stringify(problems) !== JSON.stringify(before))
    context.commit(`take in the production of “${name}”`, () =>
      writeUnpacking(session, contentId, { isComplete: true, problems }),
    );
  return problems;
}
