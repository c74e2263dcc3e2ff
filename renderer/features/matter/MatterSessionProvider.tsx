import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Matter, MatterInfo } from '../../../shared/model/matter.ts';
import { engineTransport, MatterProvider, useEngineEvents, useEngineQuery } from '../../client/index.ts';
import { Session, type SessionState } from './session.ts';

/** The matter this window shows, what is being asked or prepared, and how to go to another. */
export interface MatterSession
  extends
    Omit<SessionState, 'opened'>,
    Pick<Session, 'open' | 'enter' | 'openSample' | 'close' | 'lock' | 'dismissQuestion'> {
  /** As the engine describes it now. */
  readonly matter: Matter | null;
}

const SessionContext = createContext<MatterSession | null>(null);

/** The matter this window shows, and how to go to another. */
export function useMatterSession(): MatterSession {
  const session = use(SessionContext);
  if (!session) throw new Error('useMatterSession was called outside MatterSessionProvider');
  return session;
}

/** Gives the window's session to everything below it, and passes it the engine's events. */
export function MatterSessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [session] = useState(() => new Session(queries));
  useEffect(() => void session.start(), [session]);
  useEngineEvents(session.hear);
  useEffect(() => engineTransport.onRestart(() => void session.hearRestart()), [session]);

  const { opened, isStarting, preparing, question } = session.use();
  const info = useEngineQuery('matter.get', opened && { matterId: opened.id }, { select: withoutCounts });
  const matter = opened && (info.data ?? opened);
  const value = useMemo<MatterSession>(
    () => ({ ...session, matter, isStarting, preparing, question }),
    [session, matter, isStarting, preparing, question],
  );
  return (
    <SessionContext value={value}>
      <MatterProvider matter={matter}>{children}</MatterProvider>
    </SessionContext>
  );
}

/** The whole window depends on the matter; its counts and the time it was verified change with nearly every step. */
function withoutCounts(info: MatterInfo): Matter {
  const { counts: _counts, sizeBytes: _size, verifiedAt: _verified, reviewCopy: _copy, ...matter } = info;
  return matter;
}
