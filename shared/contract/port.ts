import type { EngineEvent } from './events.ts';
import type { Reply } from './define.ts';

/** What travels over a MessagePort between a window and the engine (or the page reader). */
export type PortRequest = { readonly id: number; readonly operation: string; readonly input: unknown };
export type PortMessage = { readonly id: number; readonly reply: Reply } | { readonly event: EngineEvent };
