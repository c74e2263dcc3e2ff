import { codes } from '../define.ts';

export const searchErrors = {
  ...codes(2, {
    SEARCH_QUERY_INVALID: 'This search cannot be read: {reason|it is not finished}.',
  }),
};
