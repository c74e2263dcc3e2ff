export { NotesDialogs } from './NotesDialogs.tsx';
export { NotesPane } from './NotesPane.tsx';
export { readerNotes } from './reader-notes.ts';
