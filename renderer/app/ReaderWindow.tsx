import { LockKeyhole } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { systemText } from '../../shared/domain/system-text.ts';
import type { Matter } from '../../shared/model/matter.ts';
import {
  CommandsProvider,
  createQueryClient,
  EngineProvider,
  MatterProvider,
  ReaderNotesProvider,
  ReaderTargetProvider,
  useCommand,
  useCommandSources,
  useEngineQuery,
  useReaderTarget,
} from '../client/index.ts';
import { MatterBanners, WindowClosing } from '../features/matter/index.ts';
import { ArgumentDialogs } from '../features/argument/index.ts';
import { NotesDialogs, readerNotes } from '../features/notes/index.ts';
import { deskWords as words, ReaderPane } from '../features/reader/index.ts';
import {
  updateSettings,
  useSettings,
  useSingleKeysCommand,
  useSizeOfWindow,
} from '../features/settings/index.ts';
import { DensityContext, EmptyState, Toasts, useFocusInReader } from '../ui/index.ts';
import type { AskedDocument } from './asked-document.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { HistoryCommands, useMenuState } from './HistoryCommands.tsx';
import { ShortcutSheet } from './keyboard/ShortcutSheet.tsx';
import { useCutTextTold } from './use-cut-text-told.ts';
import { useHostNotices } from './use-host-notices.ts';

/** A window for one document of a matter that is open in the main window. It closes when the matter does. */
export function ReaderWindow({ asked }: { readonly asked: AskedDocument }) {
  const [queries] = useState(createQueryClient);
  return (
    <>
      <ErrorBoundary>
        <EngineProvider queries={queries}>
          <OfMatter asked={asked} />
        </EngineProvider>
      </ErrorBoundary>
      <WindowClosing queries={queries} />
    </>
  );
}

function OfMatter({ asked }: { readonly asked: AskedDocument }) {
  const { data: open } = useEngineQuery('matter.listOpen', {});
  const { density } = useSettings();
  useSizeOfWindow();
  useCutTextTold();
  const matter = open?.find(({ id }) => id === asked.source.matterId) ?? null;
  const wasOpen = useRef(false);
  useEffect(() => {
    if (matter) wasOpen.current = true;
    else if (wasOpen.current) window.close();
  }, [matter]);
  useHostNotices(true);
  if (!open) return null;
  return (
    <MatterProvider matter={matter}>
      <CommandsProvider isApart>
        <ReaderTargetProvider>
          <DensityContext value={density}>
            <ReaderNotesProvider notes={readerNotes}>
              {matter ? (
                <Document asked={asked} matter={matter} />
              ) : (
                <EmptyState icon={<LockKeyhole />} title={words.gone}>
                  {words.goneHelp}
                </EmptyState>
              )}
            </ReaderNotesProvider>
          </DensityContext>
        </ReaderTargetProvider>
        <Toasts />
      </CommandsProvider>
    </MatterProvider>
  );
}

function Document({ asked, matter }: { readonly asked: AskedDocument; readonly matter: Matter }) {
  const { source, page } = asked;
  const { show, target } = useReaderTarget();
  const [hasKeys, setHasKeys] = useState(false);
  const pane = useRef<HTMLElement>(null);
  useFocusInReader(pane, true);
  const isItem = 'evidenceId' in source;
  const item = useEngineQuery(
    'evidence.get',
    'evidenceId' in source ? { matterId: source.matterId, id: source.evidenceId } : null,
  );
  const title = item.data?.title ?? '';
  const isKnown = !isItem || item.isFetched;
  useEffect(() => {
    if (isKnown) show({ source, page, title, where: 'here' });
    // Once: what is opened from it afterwards stays.
  }, [isKnown]);
  useCommandSources(true);
  useMenuState(matter);
  useCommand('help.shortcuts', () => setHasKeys(true));
  useCommand('theme.system', () => updateSettings({ theme: 'system' }));
  useCommand('theme.light', () => updateSettings({ theme: 'light' }));
  useCommand('theme.dark', () => updateSettings({ theme: 'dark' }));
  useSingleKeysCommand();
  useEffect(() => {
    document.title = systemText([target?.title || title, matter.title].filter(Boolean).join(' — '));
  }, [target, title, matter.title]);
  return (
    <div className="flex h-full flex-col">
      <h1 className="sr-only">{document.title}</h1>
      <MatterBanners isApart />
      <main ref={pane} data-pane aria-label="Reader" tabIndex={-1} className="min-h-0 grow outline-none">
        <ReaderPane isKept={false} />
      </main>
      <NotesDialogs />
      <ArgumentDialogs />
      <HistoryCommands />
      {hasKeys && <ShortcutSheet onClose={() => setHasKeys(false)} />}
    </div>
  );
}
