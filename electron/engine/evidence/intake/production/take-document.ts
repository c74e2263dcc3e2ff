import { batesRun } from '../../../../../shared/domain/exhibits/bates.ts';
import { hasPages } from '../../../../../shared/domain/evidence/kind-groups.ts';
import { AppError, isAppError } from '../../../../../shared/errors/app-error.ts';
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
import { nameAt } from '../stored-path.ts';
import type { DocumentFiles, Listed } from './document-files.ts';
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
}

/** A page as an item. */
interface TakenPage {
  readonly key: string;
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
    const [first] = pages;
    if (pages.length === 1 && 'path' in first!)
      return this.#attempt({ path: first.path, as: 'pages', also: keep });
    const taken: TakenPage[] = [];
    for (const page of pages) {
      this.#work.gate();
      const received = 'taken' in page ? page.taken : await this.#attempt({ path: page.path, as: 'page' });
      if (received) taken.push({ key: page.key, received });
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
    const joined = findJoined(
      session,
      taken.map(({ received }) => received.id),
    );
    if (joined !== undefined) {
      const known = { ...getKnown(session, joined), status: 'duplicate' as const };
      context.commit(`receive “${this.#range}” again`, () => keep(known));
      return known;
    }
    const name = `${this.#range.replaceAll('–', '-')}.pdf`;
    if (!taken.every(({ received }) => hasPages(received.kind))) return this.#keepApart(taken, keep);
    let made: JoinedPages;
    try {
      made = await joinPages(
        taken.map(({ received }) => received),
        name,
        context,
      );
    } catch (error) {
      this.#tell(name, error);
      return this.#keepApart(taken, keep);
    }
    const staged = await stage(session, bytesReader(made.bytes), { signal });
    const looked = await this.#look(staged, name, true);
    const told = looked && withProblems(looked, made.problems);
    const arrival = {
      name,
      title: this.#title(),
      provenance: this.#provenance,
      details: { ...this.#details('pages'), madeFrom: taken.map(({ received }) => received.sha256) },
    };
    return receive(staged, told, arrival, context, (item) => {
      for (const [position, { key, received }] of taken.entries())
        insertMember(session, { parentId: item.id, position, childId: received.id, name: key });
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
      for (const [at, { key, received }] of taken.entries()) {
        showAgain(session, received.id);
        if (at > 0)
          insertGivenMember(session, {
            parentId: first.id,
            childId: received.id,
            position: positionOfPage(at),
            name: key,
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

  async #receive({ path, as, also }: Part): Promise<Received | null> {
    const name = nameAt(path);
    const { staged, details } = await this.#work.place.stage(path, this.#work.context);
    const { session } = this.#work.context;
    if (as === 'changed' && (isBlank(staged) || storedContent(session, staged) !== undefined)) {
      await discardStaged(session, staged);
      return null;
    }
    const isPage = as === 'page';
    const looked = await this.#look(staged, name, !isPage);
    const arrival = {
      name,
      ...(!isPage && { title: this.#title() + (as === 'changed' ? ' (sent again, changed)' : '') }),
      isArchived: isPage,
      provenance: this.#provenance,
      details: { ...this.#details(as), ...details },
    };
    return receive(staged, looked, arrival, this.#work.context, (received) => also?.(received));
  }

  /** What staged bytes are; what the load file says of the document stands in for what they do not say themselves. */
  async #look(staged: StagedContent, name: string, isWhole: boolean): Promise<LookedInto | null> {
    const { context } = this.#work;
    try {
      const looked = await lookInto(staged, name, context);
      return looked && isWhole ? { ...looked, reading: this.#completed(looked.reading) } : looked;
    } catch (error) {
      await discardStaged(context.session, staged);
      throw error;
    }
  }

  #completed(reading: Reading): Reading {
    const given = this.#listed.document.claims;
    if (reading.hasText || this.#text === null) return { ...reading, given };
    return {
      ...reading,
      given,
      hasText: true,
      needsOcr: false,
      problems: reading.problems.filter(({ code }) => code !== 'EVIDENCE_NO_TEXT'),
    };
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
    if (
      signal.aborted ||
      (isAppError(thrown) && ['CANCELLED', 'DISK_FULL', 'MATTER_IN_USE'].includes(thrown.code))
    )
      throw thrown;
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

function withProblems(looked: LookedInto, problems: readonly Problem[]): LookedInto {
  const { reading } = looked;
  return { ...looked, reading: { ...reading, problems: [...problems, ...reading.problems] } };
}
