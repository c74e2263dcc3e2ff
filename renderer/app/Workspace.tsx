import { ArrowLeft } from 'lucide-react';
import { useRef, type Ref } from 'react';
import type { DocketEntryId, EvidenceId } from '../../shared/model/common.ts';
import {
  DetailSectionsProvider,
  PagePreviewProvider,
  ReaderNotesProvider,
  useCommand,
  type DetailSections,
} from '../client/index.ts';
import { DeadlinesDialogs, EntryDeadlines, EvidenceDeadlines } from '../features/deadlines/index.ts';
import { DocketDialogs, DocketDrop, ImportDialogs, ThreadCommands } from '../features/docket/index.ts';
import { EvidenceIntake, RedactionDialogs } from '../features/evidence/index.ts';
import { JobNotices } from '../features/jobs/index.ts';
import { MatterBanners } from '../features/matter/index.ts';
import { ArgumentDialogs } from '../features/argument/index.ts';
import { NotesDialogs, readerNotes } from '../features/notes/index.ts';
import { ReviewCopyBanner, ReviewDialogs } from '../features/review/index.ts';
import { SearchCommands } from '../features/search/index.ts';
import { TroDialogs } from '../features/tro/index.ts';
import { EntryExhibits, WhereElse, WhereElseDialog } from '../features/where/index.ts';
import { PagePreview, ReaderPane } from '../features/reader/index.ts';
import { bringBack, Button, SplitPane, useFocusInArea, useFocusInReader } from '../ui/index.ts';
import { AreaNavigation } from './frame/AreaNavigation.tsx';
import { areas, type AreaId } from './frame/areas.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { HistoryCommands } from './HistoryCommands.tsx';
import { KeptItems } from './KeptItems.tsx';
import { AreaKeys, PlaceProvider, usePlace } from './frame/place.tsx';
import { StatusBar } from './frame/StatusBar.tsx';
import { TitleBar } from './frame/TitleBar.tsx';
import { useMediaQuery } from './use-media-query.ts';
import { useNextPane } from './frame/use-next-pane.ts';
import { useReadingAlone } from './frame/use-reading-alone.ts';

/** What other areas add to an item's details, and where else it is used. */
const detailSections: DetailSections = { entry: EntrySections, evidence: EvidenceSections };

function EntrySections({ id }: { id: DocketEntryId }) {
  return (
    <>
      <EntryExhibits id={id} />
      <EntryDeadlines id={id} />
    </>
  );
}

function EvidenceSections({ id }: { id: EvidenceId }) {
  return (
    <>
      <WhereElse id={id} />
      <EvidenceDeadlines id={id} />
    </>
  );
}

/** The open matter: areas, list and reader beside each other, with the title above and the status below. */
export function Workspace() {
  return (
    <div className="flex h-full flex-col">
      <TitleBar />
      <MatterBanners />
      <ReviewCopyBanner />
      <PlaceProvider>
        <DetailSectionsProvider sections={detailSections}>
          <PagePreviewProvider preview={PagePreview}>
            <ReaderNotesProvider notes={readerNotes}>
              <Panes />
            </ReaderNotesProvider>
          </PagePreviewProvider>
        </DetailSectionsProvider>
      </PlaceProvider>
      <StatusBar />
      <DeadlinesDialogs />
      <TroDialogs />
      <ReviewDialogs />
      <NotesDialogs />
      <ArgumentDialogs />
      <DocketDialogs />
      <EvidenceIntake />
      <RedactionDialogs />
      <ImportDialogs />
      <JobNotices />
      <HistoryCommands />
      <KeptItems />
      <SearchCommands />
      <ThreadCommands />
      <WhereElseDialog />
    </div>
  );
}

function Panes() {
  const { area, goTo, navWidth, readerWidth, isReaderShown, change } = usePlace();
  const isNarrow = useMediaQuery('(max-width: 959px)');
  const current = areas.find(({ id }) => id === area) ?? areas[0]!;
  const isTiny = useMediaQuery('(max-width: 699px)');
  const hasOnePane = (current.staysBeside ? isTiny : isNarrow) || current.hasOwnPages === true;
  const [isReadingAlone, setIsReadingAlone] = useReadingAlone(current, hasOnePane);
  useNextPane();
  const listPane = useRef<HTMLElement>(null);
  const readerPane = useRef<HTMLElement>(null);
  const isAlone = hasOnePane && isReadingAlone;
  // A matter that was just opened has the keyboard in its list; so has the list when the user returns to it from the reader.
  useFocusInArea(listPane, isAlone ? 'reader' : current.id, true);
  useFocusInReader(readerPane, isAlone);

  // Where a window made narrower leaves room for one pane only, it is the one that was worked in last, itself or a dialog of it.
  const workIn = (isReading: boolean) => () => {
    if (!hasOnePane) setIsReadingAlone(isReading);
  };
  // Where there is only one pane, going to an area means seeing its list.
  const showArea = (id: AreaId) => {
    goTo(id);
    setIsReadingAlone(false);
  };
  // Gone to by key, an area has the keyboard too, wherever that was before.
  const workInArea = (id: AreaId) => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && !listPane.current?.contains(activeElement))
      activeElement.blur();
    showArea(id);
    bringBack();
  };
  // The search itself answers while it is shown; it has the keyboard as it comes up.
  useCommand('search.open', () => showArea('search'));

  const besideReader = isReaderShown ? null : 'end';
  const inOnePane = isReadingAlone ? 'start' : 'end';
  // The same panes in the same places however wide the window is: what is open in them stays when it is resized or zoomed.
  return (
    <div className="flex min-h-0 grow">
      <AreaKeys goTo={workInArea} />
      {isNarrow && <AreaNavigation isRail onGo={showArea} />}
      <div className={`min-w-0 grow ${isNarrow ? 'border-l border-line' : ''}`}>
        <SplitPane
          label="Width of the navigation"
          sized="start"
          size={navWidth}
          onSizeChange={(width) => change({ navWidth: width })}
          minSize={140}
          maxSize={320}
          defaultSize={184}
          hidden={isNarrow ? 'start' : null}
          minRest={480}
          // It has no state to keep.
          start={!isNarrow && <AreaNavigation onGo={showArea} />}
          end={
            <main className="h-full">
              <SplitPane
                label="Width of the reader"
                sized="end"
                size={readerWidth}
                onSizeChange={(width) => change({ readerWidth: width })}
                minSize={320}
                maxSize={1600}
                defaultSize={560}
                hidden={hasOnePane ? inOnePane : besideReader}
                minRest={isNarrow ? 340 : 360}
                start={<AreaPane area={current} ref={listPane} onEnter={workIn(false)} />}
                end={
                  <ReaderSide
                    ref={readerPane}
                    onEnter={workIn(true)}
                    backTo={hasOnePane ? current.title.toLowerCase() : null}
                    onBack={() => setIsReadingAlone(false)}
                  />
                }
              />
            </main>
          }
        />
      </div>
    </div>
  );
}

interface SideProps {
  readonly ref: Ref<HTMLElement>;
  /** Called when the keyboard enters it, or a dialog opened from it. */
  readonly onEnter: () => void;
}

function AreaPane({ area, ref, onEnter }: SideProps & { readonly area: (typeof areas)[number] }) {
  return (
    <section
      ref={ref}
      data-pane
      aria-label={area.title}
      tabIndex={-1}
      onFocusCapture={onEnter}
      className="h-full min-w-0 overflow-y-auto bg-surface -outline-offset-2"
    >
      {/* In a window of very few lines, as at four times the size, the pane scrolls: its list would have no height left. */}
      <div className="flex h-full min-h-64 flex-col">
        <h1 className="sr-only">{area.title}</h1>
        <ErrorBoundary key={area.id} name={`The list of ${area.title.toLowerCase()}`}>
          <area.Pane />
        </ErrorBoundary>
        {area.id === 'docket' && <DocketDrop />}
      </div>
    </section>
  );
}

interface ReaderSideProps extends SideProps {
  /** The list that it hides; null where both are in sight. */
  readonly backTo: string | null;
  readonly onBack: () => void;
}

function ReaderSide({ ref, onEnter, backTo, onBack }: ReaderSideProps) {
  return (
    <section
      ref={ref}
      data-pane
      aria-label="Reader"
      tabIndex={-1}
      onFocusCapture={onEnter}
      className="flex h-full min-w-0 flex-col bg-paper-ground -outline-offset-2"
    >
      {backTo !== null && (
        <div className="border-b border-line bg-surface px-2 py-1">
          <Button variant="quiet" size="small" icon={<ArrowLeft />} onPress={onBack}>
            Back to {backTo}
          </Button>
        </div>
      )}
      <div className="min-h-0 grow">
        <ErrorBoundary name="The reader">
          <ReaderPane />
        </ErrorBoundary>
      </div>
    </section>
  );
}
