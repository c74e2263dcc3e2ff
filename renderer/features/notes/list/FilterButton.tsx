import { ListFilter } from 'lucide-react';
import type { NoteKind, NoteRow } from '../../../../shared/model/notes.ts';
import { useEngineQuery, useMatter } from '../../../client/index.ts';
import { Button, FilterChoice, FilterSection, Select } from '../../../ui/index.ts';
import { PopoverButton, TagDot, toggled, useTags } from '../../evidence/index.ts';
import { kindWords, words } from '../words.ts';
import { filterChips } from './filter-chips.ts';
import { noNarrowing, type NotesNarrowing } from './notes-view.ts';

interface FilterProps {
  readonly filter: NotesNarrowing;
  readonly onChange: (patch: Partial<NotesNarrowing>) => void;
}

/** Everything the list can be narrowed by, with how many notes have each. */
export function FilterButton({ filter, onChange }: FilterProps) {
  const inUse = filterChips(filter, useTags()).length;
  return (
    <PopoverButton
      icon={<ListFilter aria-hidden />}
      label={inUse === 0 ? words.filter : words.narrowed(inUse)}
      text={inUse === 0 ? words.filter : `${words.filter} (${inUse})`}
    >
      <Choices filter={filter} onChange={onChange} />
      <div className="flex justify-end border-t border-line pt-3">
        <Button
          size="small"
          isDisabled={inUse === 0}
          onPress={() => onChange({ ...noNarrowing, includesArchived: filter.includesArchived })}
        >
          {words.removeAll}
        </Button>
      </div>
    </PopoverButton>
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
      <FilterSection title={words.kind}>
        {(Object.keys(kindWords) as NoteKind[]).map((kind) => (
          <FilterChoice
            key={kind}
            label={kindWords[kind]}
            count={count((note) => note.kind === kind)}
            isSelected={filter.kinds.includes(kind)}
            onToggle={() => onChange({ kinds: toggled(filter.kinds, kind) })}
          />
        ))}
      </FilterSection>
      <FilterSection title={words.author}>
        {authors.map((name) => (
          <FilterChoice
            key={name}
            label={name === '' ? words.noAuthor : name}
            count={count(({ author }) => author.name === name)}
            isSelected={filter.authors.includes(name)}
            onToggle={() => onChange({ authors: toggled(filter.authors, name) })}
          />
        ))}
      </FilterSection>
      {(['tag', 'issue'] as const).map((kind) => {
        const own = tags.filter((tag) => tag.kind === kind);
        return (
          own.length > 0 && (
            <FilterSection key={kind} title={kind === 'tag' ? words.tags : words.issues}>
              {own.map(({ id, name, color }) => (
                <FilterChoice
                  key={id}
                  label={name}
                  icon={<TagDot color={color} />}
                  count={count(({ tagIds }) => tagIds.includes(id))}
                  isSelected={filter.tagIds.includes(id)}
                  onToggle={() => onChange({ tagIds: toggled(filter.tagIds, id) })}
                />
              ))}
            </FilterSection>
          )
        );
      })}
      <Select
        label={words.workProduct}
        value={filter.isWorkProduct === null ? 'either' : filter.isWorkProduct ? 'yes' : 'no'}
        onChange={(next) => onChange({ isWorkProduct: next === 'either' ? null : next === 'yes' })}
        options={[
          { value: 'either', label: words.either },
          { value: 'yes', label: words.workProduct, count: count(({ isWorkProduct }) => isWorkProduct) },
          { value: 'no', label: words.notWorkProduct, count: count(({ isWorkProduct }) => !isWorkProduct) },
        ]}
      />
    </div>
  );
}
