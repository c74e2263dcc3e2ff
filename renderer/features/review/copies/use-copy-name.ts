import { useEngineQuery, useMatter } from '../../../client/index.ts';

/** Names of the copies made of this matter, by their ids; undefined of one that is not known. */
export function useCopyName(): (id: string | null) => string | undefined {
  const { id: matterId } = useMatter();
  const copies = useEngineQuery('review.copy.list', { matterId }).data?.copies;
  return (id) => copies?.find((copy) => copy.id === id)?.name;
}
