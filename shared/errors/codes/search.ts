import { errorCode } from '../define.ts';

export const searchErrors = {
  SEARCH_QUERY_INVALID: errorCode(
    2,
    (d) => `This search cannot be read: ${String(d['reason'] ?? 'it is not finished')}.`,
  ),
};
