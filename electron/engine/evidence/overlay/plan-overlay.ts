import { createHash } from 'node:crypto';
import { batesRun } from '../../../../shared/domain/exhibits/bates.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { Claim } from '../../../../shared/model/evidence.ts';
import type { Overlay, OverlayField } from '../../../../shared/model/overlay.ts';
import type { ProducedDocument, Production } from '../../formats/load-files/index.ts';
import type { JobContext } from '../../handlers.ts';
import type { MatterSession } from '../../store/session.ts';
import { getKnown } from '../evidence-repository.ts';
import { readLoadFiles } from '../intake/production/load-files.ts';
import { locationOf } from '../content/originals.ts';
import { cutTitle } from '../intake/receiving/receive.ts';

type Difference = Overlay['documents'][number];
type Change = Difference['changes'][number];
type Kept = Difference['kept'][number];

/** Documents compared before others that wait for the engine have their turn. */
const documentsPerTurn = 200;

/**
 * Works out what a load file says otherwise of documents that are here. Its rows are found by the first numbers under which productions
 * brought them; nothing is changed.
 *
 * @param isInTurns whether others may use the matter meanwhile; not where changes follow that rest on what was compared
 * @throws AppError NOT_FOUND, EVIDENCE_NOT_A_LOAD_FILE, EVIDENCE_TOO_DEMANDING, CANCELLED
 */
export async function planOverlay(
  id: string,
  context: JobContext,
  { isInTurns = false }: { isInTurns?: boolean } = {},
): Promise<Overlay> {
  const { session, signal } = context;
  const loadFile = getKnown(session, id);
  const table = locationOf(loadFile.contentId, session);
  const production = await readLoadFiles({ table, images: null }, loadFile.name, context);
  const { documents, columns, unread, problems } = production;
  const rows = documents.filter(({ isOfImagesOnly }) => !isOfImagesOnly);
  if (rows.length === 0 || !columns.includes('first')) throw new AppError('EVIDENCE_NOT_A_LOAD_FILE');
  const items = producedItems(session);
  const byNumber = Map.groupBy(rows, ({ first }) => first.toUpperCase());
  const overlay: Omit<Overlay, 'planHash'> = {
    name: loadFile.name,
    documents: [],
    unchanged: 0,
    notFound: [],
    twice: [],
    unread: [...unread],
    problems: [...problems.filter(({ code }) => code !== 'EVIDENCE_PRODUCTION_GAP'), ...oddRows(rows)],
  };
  for (const [at, [number, same]] of [...byNumber].entries()) {
    if (isInTurns && at % documentsPerTurn === 0) {
      context.progress(at, byNumber.size, loadFile.name);
      await new Promise(setImmediate);
      signal.throwIfAborted();
    }
    const found = items.get(number);
    const named = same.map(({ row, first, last }) => ({ row, range: batesRun(first, last) }));
    if (!found) overlay.notFound.push(...named);
    else if (same.length > 1) overlay.twice.push(...named);
    else
      for (const item of found) {
        const difference = new Comparison(session, same[0]!, production, item).run();
        if (difference) overlay.documents.push(difference);
        else overlay.unchanged += 1;
      }
  }
  const planHash = createHash('sha256').update(JSON.stringify(overlay)).digest('hex');
  return { ...overlay, planHash };
}

/** What is odd about rows; ranges and pages are not what an overlay is about. */
function oddRows(rows: readonly ProducedDocument[]) {
  return rows.flatMap((row) => row.problems).filter(({ code }) => code === 'EVIDENCE_PRODUCTION_ROW_ODD');
}

/** An item that a production brought as a document, or as the page images of one. */
interface ProducedItem {
  readonly id: string;
  readonly first: string;
  readonly last: string;
  readonly isPages: boolean;
  /** Whether the same bytes came under other numbers too: one item, of which each row says what it likes. */
  readonly isShared: boolean;
}

/** Items by the first number of their document, in capitals. */
function producedItems(session: MatterSession): Map<string, ProducedItem[]> {
  const rows = session
    .prepare(
      `SELECT evidence_id AS id, bates_first AS first, bates_last AS last, min(is_pages) AS isPages FROM produced_document
        GROUP BY evidence_id, upper(bates_first) ORDER BY is_pages, evidence_id`,
    )
    .all() as (Omit<ProducedItem, 'isPages' | 'isShared'> & { readonly isPages: number })[];
  const places = Map.groupBy(rows, ({ id }) => id);
  return Map.groupBy(
    rows.map((row) => ({
      ...row,
      isPages: row.isPages === 1,
      isShared: places.get(row.id)!.length > 1,
    })),
    ({ first }) => first.toUpperCase(),
  );
}

/** What is kept as claims: by which field, and which column of a load file gives it. */
const correctable = [
  { field: 'documentTitle', claim: 'title', column: 'title' },
  { field: 'subject', claim: 'subject', column: 'subject' },
  { field: 'author', claim: 'author', column: 'author' },
  { field: 'from', claim: 'from', column: 'from' },
  { field: 'to', claim: 'to', column: 'to' },
  { field: 'cc', claim: 'cc', column: 'cc' },
  { field: 'bcc', claim: 'bcc', column: 'bcc' },
  { field: 'messageId', claim: 'messageId', column: 'messageId' },
  { field: 'sentAt', claim: 'sentAt', column: 'sentOn' },
  { field: 'receivedAt', claim: 'receivedAt', column: 'receivedOn' },
  { field: 'createdAt', claim: 'createdAt', column: 'createdOn' },
  { field: 'modifiedAt', claim: 'modifiedAt', column: 'modifiedOn' },
  { field: 'confidentiality', claim: 'confidentiality', column: 'confidentiality' },
] as const satisfies readonly {
  readonly field: OverlayField;
  readonly claim: Claim['field'];
  readonly column: Production['columns'][number];
}[];

/** The claim that a field is kept as; undefined for what an item is called and whose it was. */
export function claimOf(field: OverlayField): Claim['field'] | undefined {
  return correctable.find((each) => each.field === field)?.claim;
}

/** How a day stands that could be read. */
const isoDay = /^\d{4}-\d{2}-\d{2}/;

/** Whether a moment may fall on the day that a load file gives, which is by a clock of any zone. */
function mayBeOnDay(moment: string, day: string): boolean {
  if (moment.length <= 10) return moment === day;
  return Math.abs(Date.parse(moment) - Date.parse(`${day}T12:00:00Z`)) <= 26 * 3_600_000;
}

/** What a row says of an item, beside what is known of it. */
class Comparison {
  readonly #session: MatterSession;
  readonly #document: ProducedDocument;
  readonly #columns: Production['columns'];
  readonly #item: ProducedItem;
  readonly #changes: Change[] = [];
  readonly #kept: Kept[] = [];

  constructor(
    session: MatterSession,
    document: ProducedDocument,
    { columns }: Production,
    item: ProducedItem,
  ) {
    this.#session = session;
    this.#document = document;
    this.#columns = columns;
    this.#item = item;
  }

  /** @returns null where it says nothing else */
  run(): Difference | null {
    const { id, first, last } = this.#item;
    const { title, custodian } = this.#session
      .prepare('SELECT title, custodian FROM evidence_description WHERE id = ?')
      .get(id) as { title: string; custodian: string };
    if (this.#columns.includes('custodian')) this.#compare('custodian', custodian, this.#document.custodian);
    this.#compareClaims();
    this.#compareTitle(title, batesRun(first, last));
    if (this.#document.isDamaged) this.#keepAll('damaged');
    if (this.#item.isShared) this.#keepAll('shared');
    if (this.#columns.includes('last')) this.#compareNumbers();
    if (!this.#item.isPages) this.#compareFamily();
    if (this.#changes.length + this.#kept.length === 0) return null;
    return {
      row: this.#document.row,
      range: batesRun(first, last),
      evidenceId: id as EvidenceId,
      title,
      changes: this.#changes,
      kept: this.#kept,
    };
  }

  #keepAll(reason: Kept['reason']): void {
    this.#kept.push(...this.#changes.splice(0).map((change): Kept => ({ ...change, reason })));
  }

  #compare(field: OverlayField, was: string, now: string): void {
    if (was === now) return;
    // An empty cell may mean that there is nothing, or that nothing is said.
    if (now === '') this.#kept.push({ field, was, now, reason: 'empty' });
    else if (field.endsWith('At') && !isoDay.test(now))
      this.#kept.push({ field, was, now, reason: 'damaged' });
    else this.#changes.push({ field, was, now });
  }

  #compareClaims(): void {
    const claims = this.#claims();
    for (const { field, claim, column } of correctable) {
      if (!this.#columns.includes(column)) continue;
      const now = this.#given(claim);
      const own = claims.filter((each) => each.field === claim && each.isGiven === 0);
      if (own.length === 0)
        this.#compare(field, claims.find((each) => each.field === claim)?.value ?? '', now);
      else {
        const was = own.map(({ value }) => value).join(', ');
        const isSame = claim.endsWith('At') ? mayBeOnDay(was, now) : was === now;
        if (now !== '' && !isSame) this.#kept.push({ field, was, now, reason: 'own' });
      }
    }
  }

  #given(claim: Claim['field']): string {
    return this.#document.claims.find(({ field }) => field === claim)?.value ?? '';
  }

  #claims(): readonly { readonly field: string; readonly value: string; readonly isGiven: number }[] {
    return this.#session
      .prepare(
        `SELECT c.field, c.value, c.is_given AS isGiven FROM claim c JOIN evidence_item i ON i.content_id = c.content_id
          WHERE i.id = ? ORDER BY c.id`,
      )
      .all(this.#item.id) as { field: string; value: string; isGiven: number }[];
  }

  /** A title that a person gave stays, and says so where the document has another name now. */
  #compareTitle(was: string, range: string): void {
    const called = this.#called();
    if (called === '') return;
    const now = cutTitle(`${range} ${called}`);
    const isRenamed = this.#changes.some(({ field }) => field === 'subject' || field === 'documentTitle');
    if (was.startsWith(range)) this.#compare('title', was, now);
    else if (isRenamed) this.#kept.push({ field: 'title', was, now, reason: 'hand' });
  }

  /** What the document is called: by its subject, its title, its file; a row that leaves out the first does not rename it by the next. */
  #called(): string {
    if (!(['subject', 'title', 'fileName'] as const).some((column) => this.#columns.includes(column)))
      return '';
    const known = (claim: 'subject' | 'title') =>
      this.#given(claim) ||
      (this.#claims().find((each) => each.field === claim && each.isGiven)?.value ?? '');
    return known('subject') || known('title') || this.#document.title;
  }

  #compareNumbers(): void {
    const { first, last } = this.#document;
    if (last.toUpperCase() === this.#item.last.toUpperCase()) return;
    const was = batesRun(this.#item.first, this.#item.last);
    this.#kept.push({ field: 'numbers', was, now: batesRun(first, last), reason: 'numbers' });
  }

  #compareFamily(): void {
    if (!(['attachFirst', 'parent'] as const).some((column) => this.#columns.includes(column))) return;
    const parents = this.#session
      .prepare(
        `SELECT DISTINCT p.bates_first FROM evidence_member m JOIN produced_document p ON p.evidence_id = m.parent_id
          WHERE m.child_id = ? ORDER BY p.bates_first`,
      )
      .pluck()
      .all(this.#item.id) as string[];
    const now = this.#document.attachedTo;
    const isKnown = (number: string) => number.toUpperCase() === now.toUpperCase();
    const isSame = now === '' ? parents.length === 0 : parents.some(isKnown);
    if (!isSame) this.#kept.push({ field: 'family', was: parents.join(', '), now, reason: 'family' });
  }
}
