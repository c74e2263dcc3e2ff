import type Database from 'better-sqlite3';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { Verification } from '../../../../shared/model/matter.ts';
import { hashContent } from '../../store/content.ts';
import { verifyChains } from '../../store/verify-chains.ts';
import { schemaVersion } from '../migrations/index.ts';
import { checkDescriptions } from './check-descriptions.ts';
import { checkDocketSources } from './check-docket-sources.ts';
import { checkFormat } from './check-format.ts';
import { attempt, findDatabaseProblems, ofDetails, problem, type CheckProblem } from './database-checks.ts';

export interface CheckProgress {
  /** Bytes of originals hashed so far, and in total. */
  readonly done: number;
  readonly total: number;
  readonly note: string;
}

/**
 * Checks a whole matter: everything that is checked in a copy, and also its table definitions, and its items' names and
 * sources against their custody.
 *
 * Synchronous and long: runs in a worker thread (tasks.ts).
 *
 * @param db any connection to the matter; only read
 */
export function verifyMatter(
  db: Database.Database,
  platform: { readonly nativeBinding?: string | undefined },
  tell: (progress: CheckProgress) => void,
): Verification {
  const { problems, checked } = checkMatter(db, tell);
  // An older version's matter, open read-only, has other definitions.
  if (db.pragma('user_version', { simple: true }) !== schemaVersion)
    return { ok: problems.length === 0, problems, checked };
  const all = [...problems, ...checkFormat(db, platform), ...checkDescriptions(db)];
  return { ok: all.length === 0, problems: all, checked };
}

/**
 * Checks the contents of a matter or of a copy: the database, every original and imported docket source against the hash it
 * came in with, the custody and audit chains. Damage is reported, never thrown, and one damaged item does not keep the
 * others from being checked. An older version's backup is checked as it is.
 *
 * Synchronous and long: runs in a worker thread (tasks.ts).
 *
 * @param db any connection to the matter; only read
 */
export function checkMatter(db: Database.Database, tell: (progress: CheckProgress) => void): Verification {
  tell({ done: 0, total: 0, note: 'Checking the database' });
  const databaseProblems = findDatabaseProblems(db);
  const originals = checkOriginals(db, tell);
  tell({
    done: originals.bytes,
    total: originals.bytes,
    note: 'Checking docket sources, custody and audit records',
  });
  const sources = checkDocketSources(db);
  const chains = attempt(() => verifyChains(db));
  const problems = [...databaseProblems, ...originals.problems, ...sources.problems, ...brokenChains(chains)];
  return {
    ok: problems.length === 0,
    problems,
    checked: {
      evidence: originals.count,
      bytes: originals.bytes,
      docketSources: sources.count,
      custodyEvents: chains?.custody.checked ?? 0,
      auditEvents: chains?.audit.checked ?? 0,
    },
  };
}

type Chains = ReturnType<typeof verifyChains>;

/** @param chains null if their rows cannot be read */
function brokenChains(chains: Chains | null): CheckProblem[] {
  if (!chains) return [unreadable('custody and audit')];
  return (['custody', 'audit'] as const).flatMap((chain) =>
    chains[chain].broken.map((sequence) =>
      problem(`${chain} event ${sequence}`, new AppError('MATTER_CHAIN_BROKEN', { chain, sequence })),
    ),
  );
}

interface Original {
  readonly content_id: number;
  /** Null if the bytes never arrived completely. */
  readonly sha256: string | null;
  readonly size_bytes: number;
  readonly evidence_id: string | null;
  /** Name of the original that this content is a PDF rendition of; null if it is not one. */
  readonly rendition_of: string | null;
  /** Name of the original that this content was produced with as its text; null if it was not. */
  readonly text_of: string | null;
  readonly title: string | null;
  readonly original_name: string | null;
}

function checkOriginals(
  db: Database.Database,
  tell: (progress: CheckProgress) => void,
): { problems: CheckProblem[]; count: number; bytes: number } {
  const problems: CheckProblem[] = [];
  const originals = attempt(() =>
    db
      .prepare<[], Original>(
        `SELECT content.id AS content_id, content.sha256, content.size_bytes,
                item.id AS evidence_id, item.original_name, description.title, ${renditionOf(db)} AS rendition_of, ${textOf(db)} AS text_of
           FROM content
           LEFT JOIN evidence_item AS item ON item.content_id = content.id
           LEFT JOIN evidence_description AS description ON description.id = item.id
          WHERE content.state = 'stored' OR item.id IS NOT NULL ORDER BY content.id`,
      )
      .all(),
  );
  if (!originals) return { problems: [unreadable('evidence')], count: 0, bytes: 0 };
  // Bytes are compared with the hash in the custody chain: the one beside them could have been changed with them.
  const received = attempt(() => receivedHashes(db));
  const total = originals.reduce((sum, { size_bytes: sizeBytes }) => sum + sizeBytes, 0);
  let bytes = 0;
  let count = 0;
  for (const { content_id: id, sha256, size_bytes: sizeBytes, ...item } of originals) {
    const title =
      item.title ??
      item.original_name ??
      item.rendition_of ??
      item.text_of ??
      'an original without description';
    tell({ done: bytes, total, note: `Checking ${title}` });
    const found = attempt(() => hashContent(db, id));
    bytes += sizeBytes;
    const subject = item.evidence_id ?? `content ${id}`;
    const receivedAs = received?.get(subject);
    const isAltered =
      found?.sha256 !== sha256 || found.sizeBytes !== sizeBytes || (receivedAs ?? sha256) !== sha256;
    // A PDF made from an original is not evidence; it only has to be unchanged.
    const isRendition = item.evidence_id === null && item.rendition_of !== null;
    // Nor is a text that came with one: it was produced for it.
    const isText = item.evidence_id === null && item.text_of !== null;
    if (!isRendition && !isText) count += 1;
    const alteredCode = isRendition ? 'EVIDENCE_RENDITION_ALTERED' : 'EVIDENCE_ALTERED';
    if (isAltered) problems.push(problem(subject, new AppError(alteredCode, { title })));
    const missing = [
      item.evidence_id === null && !isRendition && !isText && 'evidence',
      item.evidence_id !== null && item.title === null && 'description',
      item.evidence_id !== null && received && receivedAs === undefined && 'custody',
    ];
    for (const record of missing)
      if (record) problems.push(problem(subject, new AppError('EVIDENCE_RECORD_MISSING', { title, record })));
  }
  return { problems, count, bytes };
}

/** SQL for the name of the original that content is a rendition of. An older version's backup has no renditions. */
function renditionOf(db: Database.Database): string {
  return hasTable(db, 'rendition')
    ? `(SELECT original.original_name FROM rendition JOIN evidence_item AS original USING (content_id)
         WHERE rendition.rendition_id = content.id)`
    : 'NULL';
}

/** SQL for the name of the original that content is the text of, as its production gives it. An older version's backup has no productions. */
function textOf(db: Database.Database): string {
  return hasTable(db, 'produced_document')
    ? `(SELECT original.original_name FROM produced_document JOIN evidence_item AS original ON original.id = evidence_id
         WHERE text_id = content.id)`
    : 'NULL';
}

function hasTable(db: Database.Database, name: string): boolean {
  return db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined;
}

/**
 * The hash each item came in with, from the first receipt in its custody: another receipt could be appended to the record later.
 * Null where a receipt cannot be read, which the chain tells of.
 */
function receivedHashes(db: Database.Database): Map<string, string | null> {
  const rows = db
    .prepare<[], { evidence_id: string; sha256: string | null }>(
      `SELECT evidence_id, ${ofDetails('custody_event', '$.sha256')} AS sha256 FROM custody_event WHERE action = 'received'
         ORDER BY sequence DESC`,
    )
    .all();
  return new Map(rows.map(({ evidence_id: id, sha256 }) => [id, sha256]));
}

function unreadable(subject: string): CheckProblem {
  return problem(
    subject,
    new AppError('MATTER_DAMAGED', { reason: `its ${subject} records cannot be read` }),
  );
}
