import type { AreaHandlers } from '../handlers.ts';

export const exhibitsHandlers = {} as unknown as AreaHandlers<'exhibits'>;
