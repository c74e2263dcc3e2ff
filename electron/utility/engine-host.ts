import { safeStack } from '../../shared/errors/scrub.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';
import type {
  EngineProcessConfig,
  EngineProcessMessage,
  EngineProcessReply,
  RememberedMatter,
} from '../../shared/contract/processes.ts';
import type { Matter } from '../../shared/model/matter.ts';
import { createEngine, createNodePlatform, type EngineConnection } from '../engine/index.ts';
import { logToMain } from './log-to-main.ts';
import type { Port } from './port.ts';
import { createReaderLink } from './reader-link.ts';
import { createTidying } from './tidying.ts';
import { createWindowPorts } from './window-ports.ts';

/** Everything main may send once the engine is running. */
type HostMessage = Exclude<EngineProcessMessage, { type: 'start' }>;

/**
 * Hosts the engine: windows by their ports, main by its private channel.
 *
 * @param workerUrl the worker threads' entry; PDFium's module is beside it
 * @param reopen matters that were open in an engine that died; encrypted ones come back locked
 * @param reply sends to main
 * @returns takes main's next messages
 */
export function hostEngine({
  config,
  workerUrl,
  reopen,
  reply,
}: {
  config: EngineProcessConfig;
  workerUrl: URL;
  reopen: readonly RememberedMatter[];
  reply(message: EngineProcessReply): void;
}): (message: HostMessage, port: Port | undefined) => void {
  const log = logToMain(reply);
  const link = createReaderLink();
  const filePaths = new Map<string, { filePath: string; isEncrypted: boolean }>();
  const engine = createEngine({
    platform: createNodePlatform({ ...config, workerUrl, log }),
    startsJobsOnOpen: true,
    readerHost: {
      opened(matter) {
        const { filePath, passphrase } = matter;
        filePaths.set(matter.matterId, { filePath, isEncrypted: passphrase !== null });
        link.opened(matter);
      },
      passwordGiven: link.passwordGiven,
      release: (matterId) => link.release(matterId),
    },
  });
  const main = engine.connect({ isTrusted: true });
  const openMatters = new Set<string>();
  const tidying = createTidying();
  const { call } = engine.connect({ isTrusted: false });
  const windows = createWindowPorts({
    call(...asked) {
      tidying.asked();
      return call(...asked);
    },
    // Later, so that the events of reopening are received below.
    isReady: Promise.resolve().then(reopenMatters),
    refuse: () => log.warn('message of a window refused'),
  });

  engine.subscribe((event) => {
    windows.tell(event);
    if (event.name === 'matter.opened') {
      openMatters.add(event.matterId);
      tidying.opened();
      void remember(event.matterId);
    }
    if (event.name === 'matter.closed' || event.name === 'matter.locked') {
      openMatters.delete(event.matterId);
      reply({ type: 'matter-forgotten', matterId: event.matterId });
    }
  });

  return (message, port) => {
    switch (message.type) {
      case 'window-port':
        if (port) windows.add(port, lockedMatters());
        break;
      case 'reader-port':
        if (port) link.attach(port);
        break;
      case 'grant-file':
        reply({ type: 'file-granted', id: message.id, token: engine.grantFile(message.path) });
        break;
      case 'find-build-folder':
        void findBuildFolder(main.client, message)
          // The matter may have been closed meanwhile; main reports that there is no folder.
          .catch((error: unknown) => log.warn('build folder not found', { stack: safeStack(error) }))
          .then((path) => reply({ type: 'build-folder', id: message.id, path: path ?? null }));
        break;
      case 'close':
        void engine
          .close()
          // What could not be closed properly is closed when the process ends; SQLite recovers it on the next open.
          .catch((error: unknown) => log.error('matters not closed', { stack: safeStack(error) }))
          .then(() => reply({ type: 'closed', id: message.id }));
        break;
      default:
        // A newer main would mean a broken build; the type says there is nothing else.
        message satisfies never;
    }
  };

  async function reopenMatters(): Promise<void> {
    for (const { filePath, isReadOnly, isEncrypted } of reopen) {
      if (isEncrypted) continue;
      const opened = await main.call('matter.open', { source: { path: filePath }, isReadOnly });
      // The window finds the matter closed and offers it again; nothing more can be done from here.
      if (!opened.ok) log.error('matter not reopened', { code: opened.error.code });
    }
  }

  /** What a window must be told at once: matters it knew as open, whose passphrase was lost with the last engine. */
  function lockedMatters(): readonly EngineEvent[] {
    return reopen
      .filter(({ matterId, isEncrypted }) => isEncrypted && !openMatters.has(matterId))
      .map(({ matterId }) => ({ name: 'matter.locked', matterId }));
  }

  async function remember(matterId: string): Promise<void> {
    const place = filePaths.get(matterId);
    const open = await main.call('matter.listOpen', {});
    // Another open matter may be unreadable, as when its disk is gone. This one is then not reopened after a crash.
    if (!open.ok) return log.error('matter not remembered', { code: open.error.code });
    const matter = (open.value as readonly Matter[]).find(({ id }) => id === matterId);
    if (place && matter)
      reply({
        type: 'matter-remembered',
        matter: { matterId, isReadOnly: matter.isReadOnly, isSample: matter.isSample, ...place },
      });
  }
}

/** @returns null where the build is gone, or has no folder */
async function findBuildFolder(
  client: EngineConnection['client'],
  { matterId, buildId }: Extract<HostMessage, { type: 'find-build-folder' }>,
): Promise<string | null> {
  for (const { id: setId } of await client['exhibits.set.list']({ matterId })) {
    const builds = await client['exhibits.build.list']({ matterId, setId });
    const build = builds.find(({ id }) => id === buildId);
    if (build) return build.folderPath ?? null;
  }
  return null;
}
