import type { AreaHandlers } from '../handlers.ts';

export const docketHandlers = {} as unknown as AreaHandlers<'docket'>;
