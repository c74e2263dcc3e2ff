import { expect, test } from 'vitest';
import { evidenceColumns } from './columns.tsx';

test('columns that nobody chose are those that fit, from the narrowest pane on, so that nothing is cut off at the side', () => {
  const scrollbar = 11;
  for (let width = 338; width <= 1_600; width += 1) {
    const columns = evidenceColumns('America/Los_Angeles', width, null, 'none');
    const least = columns.reduce((sum, column) => sum + column.width, 0);
    expect(least + scrollbar, `in ${width} pixels`).toBeLessThanOrEqual(width);
  }
});
