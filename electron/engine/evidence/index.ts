import type { AreaHandlers } from '../handlers.ts';

export const evidenceHandlers = {} as unknown as AreaHandlers<'evidence'>;
