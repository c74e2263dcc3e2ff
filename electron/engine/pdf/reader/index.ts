export { createPageReader, type PageReader, type ReaderConnection } from './page-reader.ts';
export { ReaderMatters, type OpenedMatter } from './documents/reader-matters.ts';
export { startWatchdog } from './watchdog.ts';
