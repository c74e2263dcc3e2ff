import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { systemText } from '../../../shared/domain/system-text.ts';
import { useCommandSources } from '../../client/index.ts';
import {
  MatterCommands,
  PreparingSample,
  useMatterSession,
  WelcomeScreen,
} from '../../features/matter/index.ts';
import { useSettings, useSizeOfWindow } from '../../features/settings/index.ts';
import { DensityContext } from '../../ui/index.ts';
import { AppCommands } from '../AppCommands.tsx';
import { useCutTextTold } from '../use-cut-text-told.ts';
import { useHostNotices } from '../use-host-notices.ts';
import { Workspace } from '../Workspace.tsx';

/** The window: the open matter's workspace, or the welcome screen, with what is always there. */
export function Frame() {
  const { matter, isStarting, preparing } = useMatterSession();
  const { density, theme } = useSettings();
  const isReady = !isStarting && preparing === null;
  useCommandSources(isReady);
  useHostNotices(isReady);
  useEffect(() => window.forthwith.setTheme(theme), [theme]);
  useSizeOfWindow();
  useCutTextTold();
  useEffect(() => {
    document.title = matter ? `${systemText(matter.title)} — Forthwith` : 'Forthwith';
  }, [matter]);

  return (
    <DensityContext value={density}>
      {preparing && matter ? (
        <PreparingSample jobId={preparing.jobId} />
      ) : matter ? (
        <Workspace key={matter.id} />
      ) : (
        !isStarting && <WelcomeScreen />
      )}
      <MatterCommands />
      <AppCommands />
      <ReadySignal isSettled={isReady} />
    </DensityContext>
  );
}

/** Tells main once that the first screen shows its content. Separate, because it is redrawn with everything that is read. */
function ReadySignal({ isSettled }: { isSettled: boolean }) {
  const hasTold = useRef(false);
  const isReading = useIsFetching() > 0;
  useEffect(() => {
    if (!isSettled || isReading || hasTold.current) return;
    hasTold.current = true;
    window.forthwith.ready();
  }, [isSettled, isReading]);
  return null;
}
