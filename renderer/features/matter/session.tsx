import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { isAppError } from '../../../shared/errors/app-error.ts';
import type { Matter } from '../../../shared/model/matter.ts';
import {
  engineClient,
  engineTransport,
  forgetMatter,
  MatterProvider,
  showError,
  useEngineEvents,
  useEngineQuery,
  waitForJob,
} from '../../client/index.ts';
import { leaveStored } from './leave-stored.ts';
import { chooseFirst, rememberLast } from './first-matter.ts';

/** A matter to open: one chosen in a dialog or dropped, or one of the recent ones. */
export type MatterSource = { readonly token: string } | { readonly recentId: string };

/** What stands in the way of opening a matter, and needs the person's word. */
export type OpenQuestion =
  | {
      readonly kind: 'unlock';
      readonly source: MatterSource;
      readonly name: string;
      readonly isWrong: boolean;
    }
  | {
      readonly kind: 'in-use';
      readonly source: MatterSource;
      readonly name: string;
      readonly message: string;
      readonly passphrase?: string;
    };

export interface OpenOptions {
  readonly passphrase?: string;
  readonly isReadOnly?: boolean;
}

export interface MatterSession {
  readonly matter: Matter | null;
  /** Until it is known which matter to begin with. */
  readonly isStarting: boolean;
  /** The job that fills a new sample matter, while it runs. */
  readonly preparing: { readonly matterId: string; readonly jobId: string } | null;
  readonly question: OpenQuestion | null;
  readonly open: (source: MatterSource, name: string, options?: OpenOptions) => Promise<void>;
  /** Shows a matter that was just opened or made, and closes the one before. */
  readonly enter: (matter: Matter, recentId?: string) => Promise<void>;
  readonly openSample: (isReset: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly lock: () => Promise<void>;
  readonly dismissQuestion: () => void;
}

const SessionContext = createContext<MatterSession | null>(null);

/** The matter this window shows, and how to go to another. */
export function useMatterSession(): MatterSession {
  const session = use(SessionContext);
  if (!session) throw new Error('useMatterSession was called outside MatterSessionProvider');
  return session;
}

export function MatterSessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [opened, setOpened] = useState<Matter | null>(null);
  const [isStarting, setIsStarting] = useState(true);
  const [preparing, setPreparing] = useState<MatterSession['preparing']>(null);
  const [question, setQuestion] = useState<OpenQuestion | null>(null);
  const current = useRef<Matter | null>(null);
  /** Matters this window is letting go by itself. */
  const leaving = useRef(new Set<string>());
  /** Settles once none is being opened or let go: one that is still open for a moment would be shown again, and then close. */
  const settled = useRef<Promise<unknown>>(Promise.resolve());
  const show = useCallback((matter: Matter | null) => {
    current.current = matter;
    setOpened(matter);
  }, []);

  /** Ends the engine's hold on a matter, after all that windows still remember of it was stored. */
  const release = useCallback(
    (matterId: string, act: 'matter.close' | 'matter.lock') => {
      const letGo = async () => {
        await Promise.all([leaveStored(queries), window.forthwith.closeReaderWindows()]);
        leaving.current.add(matterId);
        try {
          await engineClient[act]({ matterId });
          forgetMatter(queries, matterId);
        } finally {
          leaving.current.delete(matterId);
        }
      };
      const released = letGo();
      settled.current = Promise.allSettled([settled.current, released]);
      return released;
    },
    [queries],
  );
  const leave = useCallback(
    async (act: 'matter.close' | 'matter.lock') => {
      await settled.current;
      const matterId = current.current?.id;
      if (!matterId) return;
      await release(matterId, act);
      if (current.current?.id === matterId) show(null);
    },
    [release, show],
  );

  const enter = useCallback(
    async (matter: Matter, recentId?: string) => {
      // What is still told is of the matter before, or of one that would not open.
      await leaveStored(queries);
      const before = current.current;
      setQuestion(null);
      show(matter);
      rememberLast(recentId ?? null);
      if (before && before.id !== matter.id) await release(before.id, 'matter.close').catch(showError);
    },
    [release, show, queries],
  );

  const openNow = useCallback(
    async (source: MatterSource, name: string, { passphrase, isReadOnly = false }: OpenOptions) => {
      try {
        const matter = await engineClient['matter.open']({
          source,
          isReadOnly,
          ...(passphrase !== undefined && { passphrase }),
        });
        await enter(matter, 'recentId' in source ? source.recentId : undefined);
      } catch (error) {
        if (isAppError(error, 'MATTER_LOCKED') || isAppError(error, 'MATTER_WRONG_PASSPHRASE')) {
          const isWrong = error.code === 'MATTER_WRONG_PASSPHRASE';
          setQuestion({ kind: 'unlock', source, name, isWrong });
        } else if (isAppError(error, 'MATTER_IN_USE') || isAppError(error, 'MATTER_NOT_WRITABLE')) {
          const { message } = error;
          setQuestion({
            kind: 'in-use',
            source,
            name,
            message,
            ...(passphrase !== undefined && { passphrase }),
          });
        } else throw error;
      }
    },
    [enter],
  );
  /** One after the other: of two chosen at once, the second would be let go for the first, or the first stay open. */
  const open = useCallback(
    (source: MatterSource, name: string, options: OpenOptions = {}) => {
      const opened = settled.current.then(() => openNow(source, name, options));
      settled.current = Promise.allSettled([opened]);
      return opened;
    },
    [openNow],
  );

  const openSample = useCallback(
    async (isReset: boolean) => {
      await settled.current;
      // The sample matter made anew takes the place of the one that is open.
      if (isReset && current.current?.isSample) await leave('matter.close');
      const { matter, jobId } = await engineClient['matter.createSample']({ isReset });
      if (jobId !== null) setPreparing({ matterId: matter.id, jobId });
      await enter(matter);
      setIsStarting(false);
      if (jobId === null) return;
      try {
        await waitForJob(matter.id, () => Promise.resolve(jobId));
      } finally {
        setPreparing(null);
        void queries.invalidateQueries({ queryKey: [matter.id] });
      }
    },
    [enter, leave, queries],
  );

  // Once, when the window opens: the matter that is open already, the one of last time, or the sample on the first day.
  const hasStarted = useRef(false);
  useEffect(() => {
    if (hasStarted.current) return;
    hasStarted.current = true;
    const start = async () => {
      const first = await chooseFirst();
      if (first.kind === 'open') await enter(first.matter);
      else if (first.kind === 'recent') await open({ recentId: first.recent.recentId }, first.recent.title);
      else if (first.kind === 'sample') await openSample(false);
    };
    start()
      .catch(showError)
      .finally(() => setIsStarting(false));
  }, [enter, open, openSample]);

  /** The engine no longer holds the matter shown. Where only its passphrase is missing, that is asked for at once. */
  const lose = useCallback(
    async (lost: Matter, isLocked: boolean) => {
      show(null);
      forgetMatter(queries, lost.id);
      if (!isLocked || leaving.current.has(lost.id)) return;
      const recents = await engineClient['matter.listRecent']({});
      const recent = recents
        .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt))
        .find(
          ({ fileName, isEncrypted, isMissing }) => fileName === lost.fileName && isEncrypted && !isMissing,
        );
      if (!recent || current.current !== null) return;
      setQuestion({
        kind: 'unlock',
        source: { recentId: recent.recentId },
        name: lost.title,
        isWrong: false,
      });
    },
    [queries, show],
  );

  useEngineEvents(
    useCallback(
      (event) => {
        if (event.name !== 'matter.closed' && event.name !== 'matter.locked') return;
        const shown = current.current;
        if (shown?.id === event.matterId) lose(shown, event.name === 'matter.locked').catch(showError);
      },
      [lose],
    ),
  );

  // An engine that was started again has opened the matters anew, unless it could not.
  useEffect(
    () =>
      engineTransport.onRestart(() => {
        engineClient['matter.listOpen']({})
          .then(async (open) => {
            setPreparing(null);
            const shown = current.current;
            if (shown && !open.some(({ id }) => id === shown.id)) await lose(shown, shown.isEncrypted);
          })
          .catch(showError);
      }),
    [lose],
  );

  const info = useEngineQuery('matter.get', opened && { matterId: opened.id });
  const matter = opened && (info.data ?? opened);
  const session = useMemo<MatterSession>(
    () => ({
      matter,
      isStarting,
      preparing,
      question,
      open,
      enter,
      openSample,
      close: async () => {
        await leave('matter.close');
        rememberLast('');
      },
      lock: () => leave('matter.lock'),
      dismissQuestion: () => setQuestion(null),
    }),
    [matter, isStarting, preparing, question, open, enter, openSample, leave],
  );
  return (
    <SessionContext value={session}>
      <MatterProvider matter={matter}>{children}</MatterProvider>
    </SessionContext>
  );
}
