import { formatCount } from '../../../../../shared/domain/amounts.ts';
import { batesRun } from '../../../../../shared/domain/exhibits/bates.ts';
import { hasPages } from '../../../../../shared/domain/evidence/kind-groups.ts';
import { AppError } from '../../../../../shared/errors/app-error.ts';
import type { Problem } from '../../../../../shared/model/common.ts';
import type { IntakeItem } from '../../../../../shared/model/evidence.ts';
import { decodeText } from '../../../formats/files/text/encoding.ts';
import { problemOf, type Reading } from '../../../formats/reading.ts';
import { getKnown, insertMember, type KnownEvidence } from '../../evidence-repository.ts';
import { expectGivenText, renewDerived } from '../../text/index.ts';
import { intakeError } from '../intake-files.ts';
import type { Provenance } from '../intake-record.ts';
import { lookInto, receive, type LookedInto, type Received } from '../receiving/receive.ts';
import {
  bytesReader,
  discardStaged,
  stage,
  storeContent,
  storedContent,
  type StagedContent,
} from '../receiving/staging.ts';
import { isOfTheIntake } from '../receiving/unpack.ts';
import { nameAt } from '../stored-path.ts';
import { ownPages, type DocumentFiles, type Listed, type PageFile } from './document-files.ts';
import type { ProductionWork } from './production-files.ts';
import { insertGivenMember, positionOfPage, positionOfRow } from './families.ts';
import { joinPages, type JoinedPages } from './join-pages.ts';
import { fillIn, findJoined, insertProduced, keepMissing, showAgain, supersede } from './produced-records.ts';

/** The item that a document became. */
export type TakenDocument = Pick<
  KnownEvidence,
  'id' | 'sha256' | 'kind' | 'pages' | 'problems' | 'isPartial'
> & {
  readonly status: 'added' | 'duplicate';
};

/**
 * Takes in one document: its native file is the item, else the file of its pages; pages in several files become one PDF, and the
 * files are kept with it, out of sight. The text that was produced with it is kept for what has none of its own.
 *
 * @param child its problems are added to, for files that cannot be read
 * @throws AppError EVIDENCE_PRODUCTION_NO_FILE when none of its files could be read; DISK_FULL, CANCELLED
 */
export async function takeDocument(
  listed: Listed,
  files: DocumentFiles,
  work: ProductionWork,
  child: IntakeItem,
): Promise<TakenDocument> {
  return new DocumentIntake(listed, files, work, child).run();
}

/**
 * Takes in those files of a document that have other bytes than when it was taken in, each as an item by itself, and says so.
 *
 * @param child told which they are
 */
export async function takeChanged(
  listed: Listed,
  files: DocumentFiles,
  work: ProductionWork,
  child: IntakeItem,
): Promise<void> {
  await new DocumentIntake(listed, files, work, child).takeChanged();
}

/** What makes an item of a file of the document. */
interface Part {
  readonly path: string;
  readonly as: 'native' | 'pages' | 'page' | 'text' | 'changed';
  /** What goes into the transaction of the item. */
  readonly also?: (received: Received) => void;
  /** Of what may be a file of several documents' pages: which are this one's. */
  readonly page?: PageFile;
}

/** A page as an item. */
interface TakenPage {
  readonly page: PageFile;
  readonly received: KnownEvidence | Received;
}

class DocumentIntake {
  readonly #listed: Listed;
  readonly #files: DocumentFiles;
  readonly #work: ProductionWork;
  readonly #child: IntakeItem;
  readonly #range: string;
  readonly #provenance: Provenance;
  #text: StagedContent | null = null;
  /** Content of the text, once it is kept. */
  #textId: number | null = null;

  constructor(listed: Listed, files: DocumentFiles, work: ProductionWork, child: IntakeItem) {
    const { document, leading } = listed;
    this.#listed = listed;
    this.#files = files;
    this.#work = work;
    this.#child = child;
    this.#range = batesRun(document.first, document.last);
    const { custodian, source, collected } = work.provenance;
    this.#provenance = {
      custodian: document.custodian || custodian,
      source: source || `Production ${document.volume || leading.name}`,
      collected,
    };
  }

  async run(): Promise<TakenDocument> {
    const { native, text, pages } = this.#files;
    try {
      if (text !== null) await this.#readText(text);
      const isPages = native !== null;
      const ofPages =
        pages.length > 0 ? await this.#takePages((received) => this.#keepNumbers(received, isPages)) : null;
      if (native !== null) {
        const received = await this.#attempt({
          path: native,
          as: 'native',
          also: (item) => {
            this.#keepNumbers(item, false);
            if (ofPages && ofPages.id !== item.id)
              insertGivenMember(this.#work.context.session, {
                parentId: item.id,
                childId: ofPages.id,
                position: positionOfRow(this.#listed.document.row),
                name: this.#range,
              });
          },
        });
        if (received) return received;
        // Its pages are the document then.
        if (ofPages) {
          this.#work.context.commit('keep the numbers of a document', () =>
            this.#keepNumbers(ofPages, false),
          );
          return ofPages;
        }
      }
      if (ofPages) return ofPages;
      const ofText = await this.#takeText(text);
      if (ofText) return ofText;
      throw new AppError('EVIDENCE_PRODUCTION_NO_FILE', { range: this.#range, where: this.#files.where });
    } finally {
      await this.#dropText();
    }
  }

  async takeChanged(): Promise<void> {
    const { native, text, pages } = this.#files;
    for (const path of [native, text, ...pages.map((page) => ('path' in page ? page.path : null))]) {
      if (path === null) continue;
      this.#work.gate();
      const received = await this.#attempt({ path, as: 'changed' });
      const told = { path: nameAt(path), where: this.#files.where, range: this.#range };
      if (received) this.#child.problems.push(problemOf('EVIDENCE_PRODUCTION_FILE_CHANGED', told));
    }
  }

  async #dropText(): Promise<void> {
    const text = this.#text;
    this.#text = null;
    const isKept = text !== null && 'contentId' in text && text.contentId === this.#textId;
    if (text && !isKept) await discardStaged(this.#work.context.session, text);
  }

  /**
   * Writes under which numbers an item was produced, and its text. Must run inside a transaction.
   *
   * @param isPages whether they are the page images of a native file that is the item
   */
  #keepNumbers({ id, contentId }: Pick<Received, 'id' | 'contentId'>, isPages: boolean): void {
    const { session } = this.#work.context;
    const { document, place, leading, before } = this.#listed;
    const textId = this.#text ? storeContent(session, this.#text) : null;
    this.#textId = textId;
    const { first, last } = document;
    insertProduced(session, { loadFileId: leading.id, place, isPages, evidenceId: id, first, last, textId });
    // The same bytes may have come before as a page of another document.
    showAgain(session, id);
    const by = `${leading.name}, ${this.#files.where}`;
    fillIn(session, { id, contentId }, document, { by, person: this.#work.context.person });
    if (!isPages) keepMissing(session, id, this.#child.problems, this.#files.where);
    if (before !== null && before.id !== id) {
      supersede(session, before.id);
      renewDerived(session, before.contentId);
    }
    if (textId !== null) expectGivenText(session, contentId);
    renewDerived(session, contentId);
  }

  /** The item of a document of which there is nothing but its text. */
  async #takeText(path: string | null): Promise<TakenDocument | null> {
    if (path === null) return null;
    await this.#dropText();
    return this.#attempt({ path, as: 'text', also: (received) => this.#keepNumbers(received, false) });
  }

  async #readText(path: string): Promise<void> {
    try {
      const { staged } = await this.#work.place.stage(path, this.#work.context);
      if (isBlank(staged)) return;
      this.#text = staged;
    } catch (error) {
      this.#tell(path, error);
    }
  }

  /** The item of the document's pages: the one file they are in, or the PDF that joins them. Null where none could be read. */
  async #takePages(
    keep: (received: Pick<Received, 'id' | 'contentId'>) => void,
  ): Promise<(TakenDocument & { readonly contentId: number }) | null> {
    const { pages } = this.#files;
    const taken: TakenPage[] = [];
    for (const page of pages) {
      this.#work.gate();
      if (pages.length === 1 && 'path' in page) {
        const isWhole = (item: Received) => ownPages(page, item.pages) === null;
        const also = (item: Received) => (isWhole(item) ? keep(item) : undefined);
        const received = await this.#attempt({ path: page.path, as: 'pages', page, also });
        if (!received || isWhole(received)) return received;
        taken.push({ page, received });
        continue;
      }
      const received =
        'taken' in page ? page.taken : await this.#attempt({ path: page.path, as: 'page', page });
      if (received) taken.push({ page, received });
    }
    if (taken.length === 0) return null;
    return this.#join(taken, keep);
  }

  async #join(
    taken: readonly TakenPage[],
    keep: (received: Pick<Received, 'id' | 'contentId'>) => void,
  ): Promise<(TakenDocument & { readonly contentId: number }) | null> {
    const { context } = this.#work;
    const { session, signal } = context;
    const parts = taken.map((each) => ({ ...each.received, only: ownPages(each.page, each.received.pages) }));
    // Of one file there may be many documents.
    const joined = parts.some(({ only }) => only) ? undefined : findJoined(session, parts);
    if (joined !== undefined) {
      const known = { ...getKnown(session, joined), status: 'duplicate' as const };
      context.commit(`receive “${this.#range}” again`, () => keep(known));
      return known;
    }
    const name = `${this.#range.replaceAll('–', '-')}.pdf`;
    if (!taken.every(({ received }) => hasPages(received.kind))) return this.#keepApart(taken, keep);
    let made: JoinedPages;
    try {
      made = await joinPages(parts, name, context);
    } catch (error) {
      this.#tell(name, error);
      return this.#keepApart(taken, keep);
    }
    const staged = await stage(session, bytesReader(made.bytes), { signal });
    const told = this.#completed(await this.#look(staged, name), made.problems);
    const arrival = {
      name,
      title: this.#title(),
      provenance: this.#provenance,
      details: { ...this.#details('pages'), madeFrom: taken.map(({ received }) => received.sha256) },
    };
    return receive(staged, told, arrival, context, (item) => {
      if (item.status === 'added')
        for (const [position, { page, received }] of taken.entries())
          insertMember(session, { parentId: item.id, position, childId: received.id, name: page.key });
      keep(item);
    });
  }

  /** Pages that cannot be joined: the first stands for the document, the others are with it. */
  #keepApart(
    taken: readonly TakenPage[],
    keep: (received: Pick<Received, 'id' | 'contentId'>) => void,
  ): TakenDocument & { readonly contentId: number } {
    const { session, commit } = this.#work.context;
    const { received: first } = taken[0]!;
    this.#child.problems.push(problemOf('EVIDENCE_PRODUCTION_PAGES_APART', { files: taken.length }));
    commit(`keep the pages of “${this.#range}”`, () => {
      for (const [at, { page, received }] of taken.entries()) {
        showAgain(session, received.id);
        if (at > 0)
          insertGivenMember(session, {
            parentId: first.id,
            childId: received.id,
            position: positionOfPage(at),
            name: page.key,
          });
      }
      keep(first);
    });
    return { status: 'duplicate', ...first };
  }

  /** Takes one file in; null where it cannot be read, which is a problem of the document, or has not changed. */
  async #attempt(part: Part): Promise<Received | null> {
    try {
      return await this.#receive(part);
    } catch (error) {
      this.#tell(part.path, error);
      return null;
    }
  }

  async #receive({ path, as, also, page }: Part): Promise<Received | null> {
    const name = nameAt(path);
    const { staged, details } = await this.#work.place.stage(path, this.#work.context);
    const { session } = this.#work.context;
    if (as === 'changed' && (isBlank(staged) || storedContent(session, staged) !== undefined)) {
      await discardStaged(session, staged);
      return null;
    }
    const looked = await this.#look(staged, name);
    const isPart = page && looked && ownPages(page, looked.reading.pages);
    const isPage = as === 'page' || Boolean(isPart);
    const arrival = {
      name,
      ...(!isPage && { title: this.#title() + (as === 'changed' ? ' (sent again, changed)' : '') }),
      isArchived: isPage,
      provenance: this.#provenance,
      details: { ...this.#details(isPage ? 'page' : as), ...details },
    };
    const told = isPage ? looked : this.#completed(looked);
    const received = await receive(staged, told, arrival, this.#work.context, (item) => also?.(item));
    if (page && as === 'pages') this.#tellPages(page, path, received);
    return received;
  }

  async #look(staged: StagedContent, name: string): Promise<LookedInto | null> {
    const { context } = this.#work;
    try {
      return await lookInto(staged, name, context);
    } catch (error) {
      await discardStaged(context.session, staged);
      throw error;
    }
  }

  /**
   * What was found, where what the load file says of the document stands in for what the bytes do not say themselves.
   *
   * @param more problems, before those that were found
   */
  #completed(looked: LookedInto | null, more: readonly Problem[] = []): LookedInto | null {
    if (looked === null) return null;
    const problems = [...more, ...looked.reading.problems];
    const reading: Reading = { ...looked.reading, problems, given: this.#listed.document.claims };
    if (reading.hasText || this.#text === null) return { ...looked, reading };
    const others = problems.filter(({ code }) => code !== 'EVIDENCE_NO_TEXT');
    return { ...looked, reading: { ...reading, hasText: true, needsOcr: false, problems: others } };
  }

  /** A file with other pages than the document has may lack some, or have those of others too. */
  #tellPages(page: PageFile, path: string, { pages: found }: Received): void {
    const { isOfImagesOnly, row, pageCount } = this.#listed.document;
    if (found === null || pageCount === null || found === pageCount || ownPages(page, found)) return;
    const what = `${isOfImagesOnly ? 'Line' : 'Row'} ${row} of the load file gives ${this.#range} ${formatCount(pageCount, 'page')}`;
    this.#child.problems.push(problemOf('EVIDENCE_PRODUCTION_PAGES', { what, found, file: nameAt(path) }));
  }

  #title(): string {
    const { title } = this.#listed.document;
    return title === '' ? this.#range : `${this.#range} ${title.replaceAll(/\s+/g, ' ')}`;
  }

  #details(as: Part['as']): Readonly<Record<string, unknown>> {
    const { document, leading } = this.#listed;
    return {
      batesFirst: document.first,
      batesLast: document.last,
      production: `${leading.name}, ${this.#files.where}`,
      producedAs: as,
    };
  }

  /** A file that cannot be taken in is a problem of the document. @throws what concerns the whole intake */
  #tell(path: string, thrown: unknown): void {
    const { signal } = this.#work.context;
    if (signal.aborted || isOfTheIntake(thrown)) throw thrown;
    const name = nameAt(path);
    const { message } = intakeError(thrown, name);
    this.#child.problems.push(
      problemOf('EVIDENCE_PRODUCTION_FILE_NOT_TAKEN', {
        path: name,
        where: this.#files.where,
        reason: message,
      }),
    );
  }
}

/** Whether it is a text of nothing but blanks, which is not kept. */
function isBlank(staged: StagedContent): boolean {
  return 'bytes' in staged && decodeText(staged.bytes).trim() === '';
}
