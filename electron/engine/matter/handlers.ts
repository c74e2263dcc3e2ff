import { resolve } from 'node:path';
import type { AppContext, AreaHandlers, JobContext } from '../handlers.ts';
import { runInWorker } from '../jobs/worker-pool.ts';
import { withoutUndefined } from '../platform/without-undefined.ts';
import { sql } from '../store/query-builder.ts';
import { isToReadOnly } from '../store/review-copies.ts';
import type { CheckProgress } from './care/check-matter.ts';
import { backUpFile, backUpMoved, restoreFile, withoutTimeLimit, type CopiedFile } from './care/copies.ts';
import { describeMatter, describeMatterInfo, verifiedMark } from './describe.ts';
import { newFields, withCourtCode } from './empty-fields.ts';
import { openFile } from './file/open-file.ts';
import { openSample } from './sample.ts';

/** Handlers of the operations on matter files. */
export const matterHandlers: AreaHandlers<'matter'> = {
  'matter.create': ({ target, fields, passphrase }, { services, resolveFile }) =>
    describeMatter(
      services.matters.create(resolve(resolveFile(target)), newFields(withoutUndefined(fields)), {
        passphrase: passphrase ?? null,
      }),
    ),

  'matter.createSample': async ({ target, isReset }, context) => {
    const path = target === undefined ? null : resolve(context.resolveFile(target));
    const { session, jobId } = await openSample({ target: path, isReset }, context);
    return { matter: describeMatter(session), jobId };
  },

  'matter.open': ({ source, passphrase, isReadOnly }, { services, resolveFile }) => {
    const { matters } = services;
    const path = 'recentId' in source ? matters.recent.getPath(source.recentId) : resolveFile(source);
    return describeMatter(matters.open(resolve(path), { passphrase: passphrase ?? null, isReadOnly }));
  },

  'matter.listOpen': (_input, { services }) => services.matters.list().map(describeMatter),
  'matter.listRecent': (_input, { services }) => services.matters.listRecent(),
  'matter.forgetRecent': ({ recentId }, { services }) => (services.matters.recent.forget(recentId), null),

  'matter.restore': async (input, context) => {
    const { platform, signal, resolveFile } = context;
    const filePath = resolve(resolveFile(input.backup));
    const target = resolve(resolveFile(input.target));
    const { nativeBinding } = platform;
    const opened = openFile(filePath, {
      passphrase: input.passphrase ?? null,
      isReadOnly: true,
      nativeBinding,
    });
    opened.db.close();
    const { passphrase } = opened;
    return withPath(await restoreFile(platform, { filePath, passphrase }, target, signal), target, context);
  },

  'matter.close': async (_input, { services, session }) => (await services.matters.close(session), null),
  'matter.lock': async (_input, { services, session }) => ({
    recentId: await services.matters.lock(session),
  }),

  'matter.setPassphrase': async ({ current, next }, { services, session, signal, person }) => {
    await services.matters.setPassphrase(session, { current, next }, signal);
    const verb = current === null ? 'set' : next === null ? 'take away' : 'change';
    session.transact(
      {
        operation: 'matter.setPassphrase',
        person,
        isUndoable: false,
        summary: () => `${verb} the passphrase`,
      },
      () => {},
    );
    return describeMatter(session);
  },

  'matter.get': (_input, { session }) => describeMatterInfo(session),

  'matter.update': ({ fields }, { session, services, describe }) => {
    describe('edit matter details');
    const patch = withCourtCode(withoutUndefined(fields));
    if (Object.keys(patch).length > 0) session.run(sql.updateTable('matter').set(patch));
    services.matters.remember(session);
    return describeMatter(session);
  },

  'matter.backup': async ({ target }, context) => {
    const { platform, session, signal } = context;
    const path = resolve(context.resolveFile(target));
    const { filePath, passphrase } = session;
    const copied = session.isInPlace()
      ? await backUpFile(platform, { filePath, passphrase }, path, {
          signal,
          onProgress: ({ done, total, note }) => context.progress(done, total, note),
        })
      : await backUpMoved(session, path);
    if (!isToReadOnly(session) && session.isInPlace())
      context.commit(`back up to ${copied.fileName}, SHA-256 ${copied.sha256}`, () => {});
    return withPath(copied, path, context);
  },

  'matter.verify': async (_input, context) => {
    const { filePath, passphrase } = context.session;
    const verification = await runInWorker(
      context.platform,
      'matter.check',
      { filePath, passphrase },
      {
        ...withoutTimeLimit,
        limitCode: 'INTERRUPTED',
        signal: context.signal,
        onProgress: (value) => {
          const { done, total, note } = value as CheckProgress;
          context.progress(done, total, note);
        },
      },
    );
    if (!isToReadOnly(context.session)) {
      recordVerification(context, verification);
      context.emit({ name: 'matter.changed', matterId: context.session.id });
    }
    return verification;
  },
};

function recordVerification(
  { session, platform, commit }: JobContext,
  { ok, problems, checked }: { ok: boolean; problems: readonly unknown[]; checked: { evidence: number } },
): void {
  const finding = ok ? 'all in order' : `${problems.length} problems found`;
  commit(`verify ${checked.evidence} originals: ${finding}`, () => {
    const value = platform.now();
    if (!ok) return;
    session.run(
      sql
        .insertInto('mark')
        .values({ name: verifiedMark, value })
        .onConflict((c) => c.column('name').doUpdateSet({ value })),
    );
  });
}

/** Adds the copy's path for callers that may see paths. */
function withPath(
  copied: CopiedFile,
  path: string,
  { isTrusted }: AppContext,
): CopiedFile & { path?: string } {
  return isTrusted ? { ...copied, path } : copied;
}
