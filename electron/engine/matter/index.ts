import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { MatterFields, type Matter } from '../../../shared/model/matter.ts';
import type { AreaHandlers } from '../handlers.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Platform } from '../platform/platform.ts';
import { withoutUndefined } from '../platform/without-undefined.ts';
import { applicationId, openDatabase } from '../store/database.ts';
import { migrations, schemaVersion } from './migrations/index.ts';
import { sql } from '../store/query-builder.ts';
import { MatterSession } from '../store/session.ts';

/** A process or worker that reads matters on its own connection. Must let go before a matter can be closed. */
export interface ReaderHost {
  opened(matter: { matterId: string; filePath: string; passphrase: string | null }): void;
  /** Resolves once its connection is closed. */
  release(matterId: string): Promise<void>;
}

/** The matters that are open in this engine. */
export class MatterRegistry {
  readonly #open = new Map<string, MatterSession>();
  readonly #options: {
    platform: Platform;
    jobs: Jobs;
    emit: (event: EngineEvent) => void;
    readerHost?: ReaderHost;
  };

  constructor(options: {
    platform: Platform;
    jobs: Jobs;
    emit: (event: EngineEvent) => void;
    readerHost?: ReaderHost;
  }) {
    this.#options = options;
  }

  /** @throws AppError MATTER_NOT_OPEN */
  getOpen(matterId: string): MatterSession {
    const session = this.#open.get(matterId);
    if (!session) throw new AppError('MATTER_NOT_OPEN');
    return session;
  }

  list(): MatterSession[] {
    return [...this.#open.values()];
  }

  create(filePath: string, fields: MatterFields, passphrase: string | null, isSample = false): MatterSession {
    const { platform } = this.#options;
    if (existsSync(filePath)) throw new AppError('MATTER_EXISTS', { name: basename(filePath) });
    const db = openDatabase(filePath, {
      passphrase,
      isReadOnly: false,
      mustExist: false,
      nativeBinding: platform.nativeBinding,
    });
    db.pragma(`application_id = ${applicationId}`);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    const id = platform.newId();
    db.transaction(() => {
      for (const migration of migrations) migration.up(db);
      db.pragma(`user_version = ${schemaVersion}`);
    })();
    const session = new MatterSession({ id, filePath, isReadOnly: false, passphrase, db, platform });
    session.run(
      sql
        .insertInto('matter')
        .values({ id, ...fields, is_sample: isSample ? 1 : 0, created_at: platform.now() }),
    );
    return this.#add(session);
  }

  open(filePath: string, passphrase: string | null, isReadOnly: boolean): MatterSession {
    const { platform, jobs } = this.#options;
    if (!existsSync(filePath)) throw new AppError('MATTER_NOT_FOUND', { name: basename(filePath) });
    const db = openDatabase(filePath, {
      passphrase,
      isReadOnly,
      mustExist: true,
      nativeBinding: platform.nativeBinding,
    });
    const { id } = db.prepare('SELECT id FROM matter').get() as { id: string };
    if (!isReadOnly) db.pragma('journal_mode = WAL');
    const session = new MatterSession({ id, filePath, isReadOnly, passphrase, db, platform });
    if (!isReadOnly) jobs.markInterrupted(session);
    return this.#add(session);
  }

  async close(session: MatterSession): Promise<void> {
    await this.#options.jobs.stopAll(session);
    await this.#options.readerHost?.release(session.id);
    if (!session.isReadOnly) {
      session.db.pragma('wal_checkpoint(TRUNCATE)');
      session.db.pragma('journal_mode = DELETE');
    }
    session.db.close();
    this.#open.delete(session.id);
    this.#options.emit({ name: 'matter.closed', matterId: session.id });
  }

  async closeAll(): Promise<void> {
    for (const session of this.list()) await this.close(session);
  }

  #add(session: MatterSession): MatterSession {
    this.#open.set(session.id, session);
    this.#options.readerHost?.opened({
      matterId: session.id,
      filePath: session.filePath,
      passphrase: session.passphrase,
    });
    this.#options.emit({ name: 'matter.opened', matterId: session.id });
    return session;
  }
}

function describeMatter(session: MatterSession): Matter {
  const row = session.get(sql.selectFrom('matter').selectAll())!;
  return {
    id: row.id as Matter['id'],
    title: row.title,
    court: row.court,
    number: row.number,
    judge: row.judge,
    timezone: row.timezone,
    fileName: basename(session.filePath),
    isEncrypted: session.passphrase !== null,
    isReadOnly: session.isReadOnly,
    isSample: row.is_sample === 1,
    createdAt: row.created_at,
    schemaVersion,
    warnings: [],
  };
}

const emptyFields: MatterFields = {
  title: '',
  court: '',
  number: '',
  judge: '',
  timezone: 'America/Los_Angeles',
};

const partialHandlers: Partial<AreaHandlers<'matter'>> = {
  'matter.create': ({ target, fields, passphrase }, { services, resolveFile }) =>
    describeMatter(
      services.matters.create(
        resolveFile(target),
        { ...emptyFields, ...withoutUndefined(fields) },
        passphrase ?? null,
      ),
    ),
  'matter.open': ({ source, passphrase, isReadOnly }, { services, resolveFile }) => {
    if ('recentId' in source) throw new AppError('MATTER_NOT_FOUND', { name: 'recent' });
    return describeMatter(services.matters.open(resolveFile(source), passphrase ?? null, isReadOnly));
  },
  'matter.listOpen': (_input, { services }) => services.matters.list().map(describeMatter),
  'matter.close': async (_input, { services, session }) => (await services.matters.close(session), null),
  'matter.update': ({ fields }, { session, describe }) => {
    describe('edit the matter');
    session.run(sql.updateTable('matter').set(withoutUndefined(fields)));
    return describeMatter(session);
  },
  // Until each is written below: see the handlers' type for what is missing.
};
export const matterHandlers = partialHandlers as AreaHandlers<'matter'>;
