export type { NoteOutcome, NoteToDraw } from './annotation.ts';
export type { AnnotateInput } from './task.ts';
