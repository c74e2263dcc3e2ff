import { basename } from 'node:path';
import { compare } from '../../../../shared/domain/compare.ts';
import { mergeSources } from '../../../../shared/domain/docket/merge/merge.ts';
import { compareDockets } from '../../../../shared/domain/docket/redline.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { DocketSource, DocketWarning } from '../../../../shared/model/docket.ts';
import type { AppContext, AreaHandlers } from '../../handlers.ts';
import type { MatterSession } from '../../store/session.ts';
import { applyImport } from './apply.ts';
import { exportSources } from './export-sources.ts';
import { planImport } from './preview.ts';
import { isPrint, readFile } from './read-files.ts';
import { readSources } from './read-sources.ts';
import {
  docketHead,
  findSources,
  listApplied,
  loadSources,
  sweepReadSources,
  type SourceRow,
} from './source-repository.ts';

export { docketHead, sweepReadSources } from './source-repository.ts';

type Imports =
  | 'docket.header'
  | 'docket.parse'
  | 'docket.findPrints'
  | 'docket.import.read'
  | 'docket.import.preview'
  | 'docket.import.apply'
  | 'docket.import.discard'
  | 'docket.source.list'
  | 'docket.source.export'
  | 'docket.source.compare';

/** Sources in, the docket they give together, and what was imported before. */
export const importHandlers: Pick<AreaHandlers<'docket'>, Imports> = {
  'docket.header': (_input, { session }) => {
    const { header, parties } = docketHead(session);
    return { header, parties: [...parties] };
  },

  'docket.parse': ({ sources }, context) =>
    Promise.all(sources.map((ref) => parse(context.resolveFile(ref), context))),

  'docket.findPrints': async ({ files }, context) => {
    const paths = files.map((ref) => context.resolveFile(ref));
    const tokens = files.flatMap((ref, at) => ('token' in ref ? [[ref.token, paths[at]!] as const] : []));
    // They were only looked at: what becomes of them is still to be said.
    context.services.tokens.restore(new Map(tokens));
    return Promise.all(paths.map((path) => isPrint(context.platform, path)));
  },

  'docket.import.read': ({ sources }, context) => readSources(sources, context),

  'docket.import.preview': ({ importId, answers }, { session }) =>
    planImport(session, importId, answers).preview,

  'docket.import.apply': ({ importId, answers, planHash }, { session, describe }) => {
    const preview = applyImport(session, importId, answers, planHash);
    const readable = preview.sources.filter(({ error }) => error === undefined);
    describe(
      readable.length === 1 ? `import “${readable[0]!.path}”` : `import ${readable.length} docket sources`,
    );
    return preview;
  },

  'docket.import.discard': ({ importId }, { session, describe }) => {
    sweepReadSources(session, importId);
    describe('discard an import that was only read');
    return null;
  },

  'docket.source.list': (_input, { session }) =>
    listApplied(session)
      .sort((a, b) => compare(b.applied_at, a.applied_at) || compare(b.made_at, a.made_at))
      .map(describeSource),

  'docket.source.export': async ({ ids, target }, context) => ({
    files: await exportSources(ids, context.resolveFile(target), context),
  }),

  'docket.source.compare': ({ from, to }, { session }) => {
    const [earlier, later] = [getSource(session, from), getSource(session, to)];
    const [one, other] = [earlier, later].map((row) => mergeSources(loadSources(session, [row]), {}).entries);
    return compareDockets(one!, other!, {
      names: [earlier.name, later.name],
      isComplete: later.is_complete === 1,
    });
  },
};

async function parse(filePath: string, { platform, signal, isTrusted }: AppContext) {
  const { read, error } = await readFile(platform, filePath, { signal });
  signal.throwIfAborted();
  const path = isTrusted ? filePath : basename(filePath);
  if (!error) return { path, source: read.source };
  return { path, source: null, error: { code: error.code, message: error.message } };
}

function getSource(session: MatterSession, id: string): SourceRow {
  const [row] = findSources(session, [id]);
  if (!row) throw new AppError('NOT_FOUND', { what: 'imported source' });
  return row;
}

function describeSource(row: SourceRow & { readonly applied_at: string }): DocketSource {
  return {
    id: row.id as DocketSource['id'],
    name: row.name,
    kind: row.kind,
    printedAt: row.printed_at,
    importedAt: row.applied_at,
    sha256: row.sha256,
    entries: (JSON.parse(row.observations) as unknown[]).length,
    isComplete: row.is_complete === 1,
    warnings: JSON.parse(row.warnings) as DocketWarning[],
  };
}
