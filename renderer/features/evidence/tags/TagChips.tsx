import type { Tag, TagColor, EvidenceItem } from '../../../../shared/model/evidence.ts';
import { useEngineQuery, useMatter } from '../../../client/index.ts';

const dots: Readonly<Record<TagColor, string>> = {
  grey: 'bg-[#8a919c]',
  red: 'bg-[#d64541]',
  orange: 'bg-[#e07b28]',
  yellow: 'bg-[#d8a800]',
  green: 'bg-[#3f9a5a]',
  blue: 'bg-[#3a77d0]',
  purple: 'bg-[#8a58c9]',
};

const none: readonly Tag[] = [];

/** All tags and issue codes of the matter. */
export function useTags(): readonly Tag[] {
  const { id: matterId } = useMatter();
  return useEngineQuery('evidence.tag.list', { matterId }).data ?? none;
}

/** A tag's color; its name is always beside it. */
export function TagDot({ color }: { color: TagColor }) {
  return <span aria-hidden className={`size-2.5 shrink-0 rounded-full ${dots[color]}`} />;
}

/** The tags of an item: wrapped, or on one line, shortened as needed, with all names in a tooltip. */
export function TagChips({ ids, isWrapped = false }: { ids: EvidenceItem['tagIds']; isWrapped?: boolean }) {
  const tags = useTags().filter(({ id }) => ids.includes(id));
  return (
    <span
      title={isWrapped ? undefined : tags.map(({ name }) => name).join('\n')}
      className={`flex items-center gap-1 ${isWrapped ? 'flex-wrap' : 'overflow-hidden'}`}
    >
      {tags.map(({ id, name, color, kind }) => (
        <span
          key={id}
          title={isWrapped ? name : undefined}
          className={`flex h-5 max-w-40 items-center gap-1 border border-line bg-surface px-1.5 text-sm text-ink ${
            kind === 'issue' ? 'rounded-sm' : 'rounded-full'
          } ${isWrapped ? 'shrink-0' : 'min-w-6'}`}
        >
          <TagDot color={color} />
          <span dir="auto" className="truncate">
            {name}
          </span>
        </span>
      ))}
    </span>
  );
}
