import { errorCode } from '../define.ts';

export const argumentErrors = {
  PIN_CITE_INVALID: errorCode(
    2,
    'The item has no such page or moment, so it cannot be cited there. Check the number and try again.',
  ),
} as const;
