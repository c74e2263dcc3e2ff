import { useState } from 'react';
import {
  CommandsProvider,
  createQueryClient,
  EngineProvider,
  ReaderTargetProvider,
} from '../client/index.ts';
import { MatterSessionProvider } from '../features/matter/index.ts';
import { Toasts } from '../ui/index.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Frame } from './frame/Frame.tsx';
import { useClosing } from './use-host-notices.ts';

export function App() {
  const [queries] = useState(createQueryClient);
  useClosing(queries);
  return (
    <ErrorBoundary>
      <EngineProvider queries={queries}>
        <MatterSessionProvider>
          <CommandsProvider>
            <ReaderTargetProvider>
              <Frame />
            </ReaderTargetProvider>
            <Toasts />
          </CommandsProvider>
        </MatterSessionProvider>
      </EngineProvider>
    </ErrorBoundary>
  );
}
