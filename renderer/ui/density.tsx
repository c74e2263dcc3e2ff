import { createContext, use } from 'react';

export type Density = 'comfortable' | 'compact';

/** Density of lists. */
export const DensityContext = createContext<Density>('comfortable');

/** Row height in pixels, for rows with one or two lines of text. */
export function useRowHeight(lines: 1 | 2): number {
  const density = use(DensityContext);
  if (density === 'compact') return lines === 1 ? 26 : 28;
  return lines === 1 ? 34 : 48;
}
