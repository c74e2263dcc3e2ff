import { useEffect, useMemo, useRef, useState } from 'react';
import { searchFor, useCommand, useMatter, useSearchTarget } from '../../client/index.ts';
import { Narrow } from './field/Narrow.tsx';
import { SearchBar } from './field/SearchBar.tsx';
import { SearchHelp } from './field/SearchHelp.tsx';
import { Findings, Unknown } from './Findings.tsx';
import { groupHits } from './hits/group-hits.ts';
import { layTrail, stepTo, useHitTrail } from './hits/hit-trail.ts';
import { useOpenHit } from './hits/use-open-hit.ts';
import { ManageDialog, SaveDialog } from './saved/SavedSearches.tsx';
import { useSearch, type Search } from './use-search.ts';
import { words } from './words.ts';

const none: readonly string[] = [];

type Asked = 'help' | 'save' | 'manage' | null;

/** Searching the whole matter: one field, what it finds by document, and the way to each hit. */
export function SearchPane() {
  const search = useSearch();
  const { id: matterId } = useMatter();
  const { answer, isLoaded } = search;
  const wanted = useSearchTarget();
  useEffect(() => {
    if (wanted === null || !isLoaded) return;
    search.settle(wanted);
    searchFor(null);
  }, [wanted, isLoaded, search]);
  const groups = useMemo(() => groupHits(answer?.hits ?? []), [answer]);
  const hits = useMemo(() => groups.flatMap((group) => group.hits.map(({ hit }) => hit)), [groups]);
  const marks = answer?.marks ?? none;
  const trail = useHitTrail(matterId);
  const asSearched = JSON.stringify([search.query, search.options]);
  const current = trail?.search === asSearched ? trail.current : null;
  const [asked, setAsked] = useState<Asked>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const open = useOpenHit();

  // A new search starts at the top; one the user returns to continues where it was left.
  const isAnswered = isLoaded && (answer !== undefined || search.query.trim() === '');
  useEffect(() => {
    if (isAnswered) layTrail({ matterId, search: asSearched, hits, marks });
  }, [isAnswered, matterId, asSearched, hits, marks]);

  const toField = () => {
    field.current?.focus();
    field.current?.select();
  };
  const moveOn = () => {
    if (hits.length === 0) return;
    if (current === null) stepTo(0);
    window.requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('[data-hit][tabindex="0"]')?.focus(),
    );
  };
  const openAt = (index: number) => {
    const hit = hits[index];
    if (!hit) return;
    stepTo(index);
    open(hit, marks);
  };
  useCommand('search.open', toField);
  useCommand('list.filter', toField);

  return (
    <div className="@container flex h-full min-h-0 flex-col">
      <SearchBar
        search={search}
        fieldRef={field}
        onMoveOn={moveOn}
        onHelp={() => setAsked('help')}
        onSave={() => setAsked('save')}
        onManage={() => setAsked('manage')}
        onChoose={(saved) => {
          search.setOptions(saved.options);
          search.settle(saved.query);
        }}
      />
      <div className="flex min-h-0 grow flex-col @lg:flex-row">
        {search.isNarrowShown && (
          <div className="max-h-44 shrink-0 overflow-auto border-b border-line bg-sunken @lg:max-h-none @lg:w-40 @lg:border-r @lg:border-b-0 @xl:w-44 low:max-h-24 low:@lg:max-h-none">
            <Narrow
              query={search.query}
              options={search.options}
              onChange={(query) => search.settle(query)}
            />
          </div>
        )}
        <div className="flex min-h-0 min-w-0 grow flex-col">
          <p role="status" className="min-h-7 shrink-0 px-3 pt-1.5 text-sm text-ink-soft tabular-nums">
            {summaryOf(search, groups.length)}
          </p>
          <div aria-busy={search.isOld} className="min-h-0 grow overflow-auto">
            <Findings
              search={search}
              groups={groups}
              current={current}
              onCurrent={stepTo}
              onOpen={(_hit, index) => openAt(index)}
              onLeave={toField}
              listRef={list}
            />
          </div>
          <Unknown search={search} />
        </div>
      </div>
      {asked === 'help' && (
        <SearchHelp
          onTry={(query) => {
            setAsked(null);
            search.settle(query);
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'save' && (
        <SaveDialog query={search.query} options={search.options} onClose={() => setAsked(null)} />
      )}
      {asked === 'manage' && <ManageDialog onClose={() => setAsked(null)} />}
    </div>
  );
}

function summaryOf({ answer, query, problem }: Search, documents: number): string {
  if (!answer || query.trim() === '' || problem !== null) return '';
  const { total, hits, isTotalExact } = answer;
  if (total === 0) return words.noneTitle;
  const found = words.found(total, isTotalExact);
  return hits.length === total
    ? words.foundIn(found, documents)
    : words.firstShown(found, hits.length, documents);
}
