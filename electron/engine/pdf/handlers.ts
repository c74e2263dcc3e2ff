import type { AreaHandlers } from '../handlers.ts';

export const pdfHandlers = {} as unknown as AreaHandlers<'pdf'>;
