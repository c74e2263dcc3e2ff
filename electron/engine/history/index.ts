import type { AreaHandlers } from '../handlers.ts';

export const historyHandlers = {} as unknown as AreaHandlers<'history'>;
