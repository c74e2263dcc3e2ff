import { Check } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { eventWords } from '../../../../../shared/domain/deadlines/event-words.ts';
import { periodWords } from '../../../../../shared/domain/deadlines/reason.ts';
import { periodOf } from '../../../../../shared/domain/deadlines/rules/period-of.ts';
import type { CitedRule } from '../../../../../shared/model/deadlines.ts';
import type { ListedRule } from '../../../../../shared/model/rule-pack.ts';
import { formatDate, QueryFallback, useEngineQuery, useMatter } from '../../../../client/index.ts';
import { Badge, Button, Checkbox, OwnEntries, SearchField, useEntry } from '../../../../ui/index.ts';
import { confidenceWords } from '../../rule-words.ts';
import { editWords as words } from '../words.ts';
import { courtsOfRule, offeredRules } from './offered-rules.ts';

export interface RuleFieldProps {
  readonly chosen: CitedRule | null;
  readonly onChoose: (rule: ListedRule) => void;
  /** The day of the trigger, whose version of each rule is offered. */
  readonly on: string;
  readonly error: string | null;
  /** Whether it has the focus when the dialog opens. */
  readonly autoFocus: boolean;
}

/** Rules offered at once; typing leads to the rest. */
const offeredAtMost = 200;

/** A rule: the chosen one, or the list it is found in by typing its cite, title, trigger or court; each in the version of the trigger's day. */
export function RuleField({ chosen, onChoose, on, error, autoFocus }: RuleFieldProps) {
  const { court } = useMatter();
  const [search, setSearch] = useState({ typed: '', isEveryCourt: court === '' });
  const [isChoosing, setIsChoosing] = useState(chosen === null);
  /** Whether what is shown replaced what had the focus. */
  const [isSwapped, setIsSwapped] = useState(false);
  const swap = (isNowChoosing: boolean) => {
    setIsChoosing(isNowChoosing);
    setIsSwapped(true);
  };
  const enter = useEntry(chosen && keyOf(chosen), () => undefined);
  const rules = useEngineQuery('deadlines.rules', {}).data?.rules;
  const why = error !== null && <span className="text-sm text-danger-ink">{error}</span>;
  if (chosen === null || isChoosing)
    return (
      <div className="flex flex-col gap-1.5">
        <RuleList
          chosen={chosen}
          onChoose={(rule) => {
            // Pressing the chosen one again would leave none selected: it stays.
            if (rule) {
              enter(keyOf(rule));
              onChoose(rule);
            }
            swap(false);
          }}
          search={search}
          onSearch={setSearch}
          on={on}
          isWrong={error !== null}
          autoFocus={autoFocus || isSwapped}
        />
        {why}
      </div>
    );
  return (
    <div className="flex items-start gap-3 rounded-md border border-line bg-sunken px-3 py-2">
      <div className="flex min-w-0 grow flex-col">
        <RuleName rule={chosen} courts={rules?.find((rule) => keyOf(rule) === keyOf(chosen))?.courts} />
        {why || <span className="text-sm text-ink-soft">{words.inForce(formatDate(on))}</span>}
      </div>
      <Button size="small" autoFocus={isSwapped} onPress={() => swap(true)}>
        {words.changeRule}
      </Button>
    </div>
  );
}

interface RuleListProps extends Pick<RuleFieldProps, 'chosen' | 'on' | 'autoFocus'> {
  /** Without a rule where the chosen one was pressed again. */
  readonly onChoose: (rule: ListedRule | undefined) => void;
  readonly search: { readonly typed: string; readonly isEveryCourt: boolean };
  readonly onSearch: (search: RuleListProps['search']) => void;
  readonly isWrong: boolean;
}

/** The rules in force on a day, filtered by what is typed. */
function RuleList({ chosen, onChoose, search, onSearch, on, isWrong, autoFocus }: RuleListProps) {
  const { court } = useMatter();
  const { typed, isEveryCourt } = search;
  const list = useRef<HTMLDivElement>(null);
  const filter = useDeferredValue(typed);
  const query = useEngineQuery('deadlines.rules', {});
  const { data } = query;
  const offered = useMemo(
    () => offeredRules(data?.rules ?? [], { court, isEveryCourt, on, typed: filter }),
    [data, isEveryCourt, on, court, filter],
  );
  return (
    <>
      <div className="flex items-center gap-3">
        <SearchField
          label={words.findRule}
          autoFocus={autoFocus}
          value={typed}
          onChange={(typed) => onSearch({ ...search, typed })}
          onMoveOn={() => list.current?.querySelector<HTMLElement>('[role="option"]')?.focus()}
        />
        {court !== '' && (
          <OwnEntries value={null}>
            <Checkbox
              isSelected={isEveryCourt}
              onChange={(isEveryCourt) => onSearch({ ...search, isEveryCourt })}
            >
              {words.everyCourt}
            </Checkbox>
          </OwnEntries>
        )}
      </div>
      <div
        ref={list}
        className={`h-48 overflow-auto [@media(min-height:50rem)]:h-64 rounded-md border ${isWrong ? 'border-danger' : 'border-line'}`}
      >
        {data ? (
          <ListBox
            aria-label={words.rulesList}
            selectionMode="single"
            selectedKeys={chosen === null ? [] : [keyOf(chosen)]}
            onSelectionChange={(keys) =>
              onChoose(offered.find((each) => keys === 'all' || keys.has(keyOf(each))))
            }
            renderEmptyState={() => <p className="p-3 text-ink-soft">{words.noRules}</p>}
            className="p-1 outline-none"
          >
            {offered.slice(0, offeredAtMost).map((rule) => (
              <ListBoxItem
                key={keyOf(rule)}
                id={keyOf(rule)}
                textValue={`${rule.cite} ${rule.title}`}
                className="flex cursor-default gap-2 rounded-sm px-2 py-1 outline-none data-focus-visible:outline-2 data-focus-visible:outline-solid data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus data-focused:bg-selected data-hovered:bg-hover"
              >
                {({ isSelected }) => (
                  <>
                    <Check
                      aria-hidden
                      className={`mt-0.5 size-3.5 shrink-0 ${isSelected ? '' : 'invisible'}`}
                    />
                    <span className="flex min-w-0 grow flex-col">
                      <RuleName rule={rule} courts={rule.courts} />
                      <span className="truncate text-sm text-ink-soft">
                        {periodWords(periodOf(rule))} {rule.triggerText || eventWords[rule.trigger]}
                      </span>
                    </span>
                  </>
                )}
              </ListBoxItem>
            ))}
          </ListBox>
        ) : (
          <QueryFallback query={query} label={words.readingRules} />
        )}
      </div>
    </>
  );
}

type RuleNameProps = {
  readonly rule: Pick<CitedRule, 'cite' | 'title' | 'confidence'>;
  /** Undefined where they are not known. */
  readonly courts: readonly string[] | undefined;
};

/** A rule's cite and title, with its court where that is another than the matter's. */
function RuleName({ rule, courts = [] }: RuleNameProps) {
  const { court } = useMatter();
  const elsewhere = courts.includes(court.toLowerCase()) ? '' : courtsOfRule({ courts });
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-1.5">
      <span className="font-semibold">{rule.cite}</span>
      {elsewhere !== '' && <Badge>{elsewhere}</Badge>}
      {rule.confidence === 'unverified' && (
        <Badge tone="warning" title={confidenceWords.unverified}>
          {words.unconfirmed}
        </Badge>
      )}
      <span className="min-w-0">{rule.title}</span>
    </span>
  );
}

function keyOf({ pack, id }: Pick<ListedRule, 'pack' | 'id'>): string {
  return `${pack}.${id}`;
}
