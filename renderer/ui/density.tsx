import { createContext, use } from 'react';

export type Density = 'comfortable' | 'compact';

/** How closely lists are set. */
export const DensityContext = createContext<Density>('comfortable');

/** Height of a list's rows in pixels, for rows of one or two lines of text. */
export function useRowHeight(lines: 1 | 2): number {
  const density = use(DensityContext);
  if (density === 'compact') return lines === 1 ? 26 : 28;
  return lines === 1 ? 34 : 48;
}
