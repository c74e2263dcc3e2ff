export { connect, engineClient, engineTransport, readerClient, readerTransport } from './connection.ts';
export { createQueryClient, EngineProvider, useEngineEvents, useEngineQuery } from './engine-provider.tsx';
export { forgetMatter } from './query-keys.ts';
export { fieldErrors, messageOf, showError, useEngineMutation } from './mutations.ts';
export { runJob, useJobs, waitForJob } from './jobs.ts';
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
  useCommandSources,
  useCommandStates,
  useRunCommand,
} from './app-commands.tsx';
export { keysOf, useChangedKeys, useCommandKeys, useHasSingleKeys, useSingleKey } from './shortcuts.ts';
export {
  DetailSectionsProvider,
  EntrySections,
  EvidenceSections,
  type DetailSections,
} from './detail-sections.tsx';
export { useKeptItems } from './kept-items.ts';
export { useKeptSelection } from './kept-selection.ts';
export { flushViewStates, useViewState, type Json } from './view-state.ts';
export { formatBytes, formatCount, formatDate, formatInstant, formatTimeZone } from './format.ts';
export {
  courtNow,
  formatCountdown,
  formatDay,
  formatMinutes,
  formatMoment,
  formatTime,
  hasMinute,
  useNow,
  zoneLettersOf,
} from './moments.ts';
