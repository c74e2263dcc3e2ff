import type { Fact, PinCite } from '../../../shared/model/argument.ts';
import { useEngineMutation, useMatter, useReaderTarget } from '../../client/index.ts';
import { words } from './words.ts';

/** What can be done with facts from lists and details; each change can be undone. */
export interface FactActions {
  readonly remove: (facts: readonly Fact[]) => void;
  readonly removeCite: (pinCite: PinCite) => void;
  /** Shows the place in the reader, its words marked. */
  readonly open: (pinCite: PinCite) => void;
}

/** @see FactActions */
export function useFactActions(): FactActions {
  const { id: matterId } = useMatter();
  const { show } = useReaderTarget();
  const remove = useEngineMutation('argument.fact.delete', {
    undoMessage: (_output, { ids }) => words.deleted(ids.length),
  });
  const removeCite = useEngineMutation('argument.pinCite.delete', { undoMessage: () => words.citeRemoved });
  return {
    remove: (facts) => {
      if (facts.length > 0) remove.mutate({ ids: facts.map(({ id }) => id) });
    },
    removeCite: ({ id }) => removeCite.mutate({ id }),
    open: ({ evidenceId, title, anchor: { page, atMs, quote } }) =>
      show({
        source: { matterId, evidenceId },
        title,
        ...(page !== null && { page }),
        ...(atMs !== null && { atMs }),
        ...(quote !== '' && { marks: [beginningOf(quote)] }),
      }),
  };
}

/** Characters by which words are found on their page: the beginning of a long quote identifies the place. */
const maxSought = 200;

/** As much of a quote as identifies its place. */
export function beginningOf(quote: string): string {
  if (quote.length <= maxSought) return quote;
  const space = quote.lastIndexOf(' ', maxSought);
  return quote.slice(0, space > 0 ? space : maxSought);
}
