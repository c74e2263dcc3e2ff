import type { AreaHandlers } from '../handlers.ts';

export const diagnosticsHandlers = {} as unknown as AreaHandlers<'diagnostics'>;
