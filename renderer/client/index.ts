export {
  connect,
  engineClient,
  engineTransport,
  readerClient,
  readerTransport,
} from './engine/connection.ts';
export {
  createQueryClient,
  EngineProvider,
  useEngineEvents,
  useEngineQuery,
  type EngineQuery,
  type QueryState,
} from './engine/engine-provider.tsx';
export { QueryFallback } from './engine/QueryFallback.tsx';
export { forgetMatter } from './engine/query-keys.ts';
export {
  fieldErrors,
  messageOf,
  showError,
  showUnlessClosed,
  holdStep,
  stepInHistory,
  useEngineMutation,
} from './engine/mutations.ts';
export { runJob, useJobs, waitForJob } from './engine/jobs.ts';
export { MatterProvider, useCanComment, useMatter, useOpenMatter, useReviewCopy } from './matter.tsx';
export {
  PagePreview,
  PagePreviewProvider,
  type PagePreviewProps,
  type PreviewZoom,
} from './page-preview.tsx';
export {
  ReaderNotesProvider,
  useReaderNotes,
  type OpenItem,
  type ReaderNotes,
  type RunPlace,
  type SelectedWords,
} from './reader-notes.tsx';
export { ReaderTargetProvider, useReaderTarget, type ReaderTarget } from './reader-target.tsx';
export {
  CommandsProvider,
  isEditing,
  useCommand,
  useCommandEntry,
  useCommandSources,
  useCommandStates,
  useRunCommand,
  useTellWhyNot,
  useWhyNot,
} from './app-commands.tsx';
export { useDropDestination, useOfferedDestination } from './drop-destination.ts';
export { searchFor, useSearchTarget } from './search-target.ts';
export { onSelectionSettled } from './settled-selection.ts';
export { keysOf, useChangedKeys, useCommandKeys, useHasSingleKeys, useSingleKey } from './shortcuts.ts';
export {
  DetailSectionsProvider,
  EntrySections,
  EvidenceSections,
  type DetailSections,
} from './detail-sections.tsx';
export { useKeptItems } from './kept/kept-items.ts';
export { useKeptPlace } from './kept/kept-place.ts';
export { useKeptSelection, useRememberedSelections } from './kept/kept-selection.ts';
export { useAttempt } from './attempt.ts';
export { handOverToPrint, useFileWriting } from './file-writing.ts';
export { flushViewStates, useViewState, type Json } from './kept/view-state.ts';
export { formatCount, formatNumber, formatSize } from '../../shared/domain/amounts.ts';
export { formatDate, formatInstant, withDatesInWords } from './format.ts';
export {
  courtNow,
  formatCountdown,
  formatLength,
  formatDay,
  formatMinutes,
  formatMoment,
  formatTime,
  formatTimeZone,
  hasMinute,
  useNow,
  zoneLettersOf,
} from './moments.ts';
