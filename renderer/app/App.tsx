import { useState } from 'react';
import {
  CommandsProvider,
  createQueryClient,
  EngineProvider,
  ReaderTargetProvider,
} from '../client/index.ts';
import { MatterSessionProvider, WindowClosing } from '../features/matter/index.ts';
import { Toasts } from '../ui/index.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Frame } from './frame/Frame.tsx';

export function App() {
  const [queries] = useState(createQueryClient);
  return (
    <>
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
      <WindowClosing queries={queries} />
    </>
  );
}
