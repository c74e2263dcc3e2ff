import type { NoteKind, NoteRow } from '../../../../shared/model/notes.ts';
import { useEngineQuery, useMatter } from '../../../client/index.ts';
import { FilterPopover, FilterSection, YesNoFilter } from '../../../ui/index.ts';
import { TagDot, useTags } from '../../evidence/index.ts';
import { kindWords, words } from '../words.ts';
import { filterChips } from './filter-chips.ts';
import { noNarrowing, type NotesNarrowing } from './notes-view.ts';

interface FilterProps {
  readonly filter: NotesNarrowing;
  readonly onChange: (patch: Partial<NotesNarrowing>) => void;
}

/** Everything the list can be narrowed by, with how many notes have each. */
export function FilterButton({ filter, onChange }: FilterProps) {
  return (
    <FilterPopover
      inUse={filterChips(filter, useTags()).length}
      words={words}
      onRemoveAll={() => onChange({ ...noNarrowing, includesArchived: filter.includesArchived })}
    >
      <Choices filter={filter} onChange={onChange} />
    </FilterPopover>
  );
}

const none: readonly NoteRow[] = [];

/** Counted only while they are looked at. */
function Choices({ filter, onChange }: FilterProps) {
  const { id: matterId } = useMatter();
  const tags = useTags();
  const { includesArchived } = filter;
  const all = useEngineQuery('notes.list', { matterId, filter: { includesArchived } }).data ?? none;
  const count = (isMeant: (note: NoteRow) => boolean) => all.filter(isMeant).length;
  const authors = [...new Set(all.map(({ author }) => author.name))].toSorted();
  return (
    <div className="grid w-112 max-w-[calc(100vw-3rem)] grid-cols-2 gap-x-6 gap-y-3">
      <FilterSection
        title={words.kind}
        choices={(Object.keys(kindWords) as NoteKind[]).map((kind) => ({
          value: kind,
          label: kindWords[kind],
          count: count((note) => note.kind === kind),
        }))}
        chosen={filter.kinds}
        onChange={(kinds) => onChange({ kinds })}
      />
      <FilterSection
        title={words.author}
        choices={authors.map((name) => ({
          value: name,
          label: name === '' ? words.noAuthor : name,
          count: count(({ author }) => author.name === name),
        }))}
        chosen={filter.authors}
        onChange={(chosen) => onChange({ authors: chosen })}
      />
      {(['tag', 'issue'] as const).map((kind) => (
        <FilterSection
          key={kind}
          title={kind === 'tag' ? words.tags : words.issues}
          choices={tags
            .filter((tag) => tag.kind === kind)
            .map(({ id, name, color }) => ({
              value: id,
              label: name,
              icon: <TagDot color={color} />,
              count: count(({ tagIds }) => tagIds.includes(id)),
            }))}
          chosen={filter.tagIds}
          onChange={(tagIds) => onChange({ tagIds })}
        />
      ))}
      <YesNoFilter
        words={{ yes: words.workProduct, no: words.notWorkProduct, either: words.either }}
        value={filter.isWorkProduct}
        onChange={(isWorkProduct) => onChange({ isWorkProduct })}
        counts={[count(({ isWorkProduct }) => isWorkProduct), count(({ isWorkProduct }) => !isWorkProduct)]}
      />
    </div>
  );
}
