export type { AnnotatedCopy, NoteOutcome, NoteToDraw } from './annotation.ts';
