import { createContext, use, type ReactNode } from 'react';
import type { Matter } from '../../shared/model/matter.ts';

const MatterContext = createContext<Matter | null>(null);

/** Gives the open matter to everything below; null while none is open. */
export function MatterProvider({ matter, children }: { matter: Matter | null; children: ReactNode }) {
  return <MatterContext value={matter}>{children}</MatterContext>;
}

/** The open matter, or null. */
export function useOpenMatter(): Matter | null {
  return use(MatterContext);
}

/** The open matter. For panes, which are shown only while a matter is open. */
export function useMatter(): Matter {
  const matter = use(MatterContext);
  if (!matter) throw new Error('useMatter was called with no matter open');
  return matter;
}
