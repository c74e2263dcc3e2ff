import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { docketCsv, docketJson } from '../../../shared/domain/docket/export.ts';
import { documentNames } from '../../../shared/domain/docket/export/document-name.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { DocketEntry } from '../../../shared/model/docket.ts';
import { exportOriginals, getItems } from '../evidence/index.ts';
import type { AreaHandlers } from '../handlers.ts';
import { sql } from '../store/query-builder.ts';
import type { MatterSession } from '../store/session.ts';
import { listEntries } from './docket-repository.ts';
import { writeNewFile } from '../platform/write-file.ts';

/** The docket out of the matter: as a table, as JSON, and its documents under the docket's own names. */
export const exportHandlers: Pick<AreaHandlers<'docket'>, 'docket.export' | 'docket.exportDocuments'> = {
  'docket.export': async ({ format, ids, target }, { session, platform, resolveFile }) => {
    const entries = chosenEntries(session, ids);
    const ofCase = session.one(sql.selectFrom('matter').select(['court', 'number']));
    const content = format === 'csv' ? docketCsv(entries, ofCase) : docketJson(entries, ofCase);
    if (!target) return { entries: entries.length, content };
    await writeNewFile(resolveFile(target), platform.newId(), (staged) =>
      writeFile(staged, content, { flag: 'wx' }),
    );
    return { entries: entries.length, content: null };
  },

  'docket.exportDocuments': async ({ ids, target }, context) => {
    const { session } = context;
    const chosen = chosenEntries(session, ids);
    const entries = chosen.filter((entry) => entry.evidenceId !== null);
    const items = getItems(
      session,
      entries.map((entry) => entry.evidenceId!),
    );
    const endings = new Map(items.map(({ id, originalName, kind }) => [id, endingOf(originalName, kind)]));
    // A document that several entries share is written once, under the first of them.
    const seen = new Set<string>();
    const firsts = entries.filter(({ evidenceId }) => !seen.has(evidenceId!) && seen.add(evidenceId!));
    const named = documentNames(
      firsts.map((entry) => ({ entry, extension: endings.get(entry.evidenceId!)! })),
      highestNumber(session),
    );
    const names = new Map(firsts.map((entry, i) => [entry.evidenceId!, named[i]!]));
    const { files } = await exportOriginals([...names.keys()], context.resolveFile(target), context, names);
    const written = new Map(files.map(({ id, ...file }) => [id, file]));
    return {
      files: entries.flatMap(({ id, evidenceId }) => {
        const file = written.get(evidenceId!);
        return file ? [{ entryId: id, ...file }] : [];
      }),
      withoutDocument: chosen.length - entries.length,
    };
  },
};

/**
 * Entries in docket order.
 *
 * @param ids only these; all where left out
 * @throws AppError NOT_FOUND when one of them is not there
 */
export function chosenEntries(session: MatterSession, ids: readonly string[] | undefined): DocketEntry[] {
  const all = listEntries(session);
  if (!ids) return all;
  const wanted = new Set(ids);
  const chosen = all.filter(({ id }) => wanted.has(id));
  if (chosen.length < wanted.size) throw new AppError('NOT_FOUND', { what: 'docket entry' });
  return chosen;
}

function highestNumber(session: MatterSession): number {
  const row = session.get(
    sql.selectFrom('docket_entry').select((e) => e.fn.max<number | null>('number').as('highest')),
  );
  return row?.highest ?? 0;
}

/** The ending that fits what a file is, whatever it was called. */
function endingOf(originalName: string, kind: string): string {
  const endings: Readonly<Record<string, string>> = { pdf: '.pdf', png: '.png', jpeg: '.jpg' };
  return endings[kind] ?? extname(originalName).slice(0, 12).toLowerCase();
}
