import { codes } from '../define.ts';

export const argumentErrors = {
  ...codes(2, {
    PIN_CITE_INVALID:
      'The item has no such page or moment, so it cannot be cited there. Check the number and try again.',
  }),
} as const;
