import { expect, test } from 'vitest';
import { buildChoices, rememberedChoices } from './build-choices.ts';

test.each([
  [{}, {}],
  [{ volumeCourt: 'nysd', page: 3 }, { court: 'nysd' }],
  [{ volumeMegabytes: 0, volumeCourt: 'nysd' }, { volumeMegabytes: 0 }],
  [
    { volumeMegabytes: 20, downsampleDpi: 150 },
    { volumeMegabytes: 20, downsampleDpi: 150 },
  ],
  [{ volumeMegabytes: 'many', volumeCourt: null, downsampleDpi: '150' }, {}],
])('of the view %j a build takes %j', (view, choices) =>
  expect(buildChoices(rememberedChoices(view))).toEqual(choices),
);
