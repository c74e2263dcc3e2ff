import { privilegeWords } from '../../../../shared/domain/review/decision-words.ts';
import { ArrowDown, ArrowUp, BookOpen, Flag, Flame } from 'lucide-react';
import type { RefObject } from 'react';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import { useEngineQuery, useMatter, useRunCommand } from '../../../client/index.ts';
import { Button, Checkbox, Kbd } from '../../../ui/index.ts';
import { KindIcon, kindWords, TagDot, useRow, useTags } from '../../evidence/index.ts';
import { codingWords as words, relevanceNames } from '../words.ts';
import { CodeButton, CodeGroup } from './CodeButton.tsx';
import { CodingHistory } from './CodingHistory.tsx';
import type { CodeItem } from './code-item.ts';
import { PrivilegeNote } from './PrivilegeNote.tsx';
import { useCodingKeyNames } from './use-coding-keys.ts';

interface CodingPanelProps {
  readonly id: EvidenceId;
  /** "Item 3 of 40". */
  readonly position: string;
  readonly act: CodeItem;
  readonly advances: boolean;
  readonly onAdvances: (advances: boolean) => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onChoosePrivilege: () => void;
  readonly privilegeRef: RefObject<HTMLDivElement | null>;
}

/** What is decided about one item, and the buttons and keys that decide it. */
export function CodingPanel(props: CodingPanelProps) {
  const { id, act } = props;
  const item = useRow(id);
  const codingKeys = useCodingKeyNames();
  const run = useRunCommand();
  return (
    <div className="@container flex h-full min-h-0 flex-col low:h-auto">
      {item && <Facts item={item} position={props.position} />}
      <div className="min-h-0 grow overflow-y-auto px-3 pb-2.5 low:overflow-visible">
        {!act.isEnabled && <p className="mt-2 text-sm text-ink-soft">{words.readOnly}</p>}
        {item && (
          <div className="flex flex-col gap-2">
            <Codes item={item} {...props} />
            <CodingHistory item={item} />
          </div>
        )}
      </div>
      <footer className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-surface px-3 py-1 low:sticky low:bottom-0">
        <span className="flex gap-1.5">
          <Button size="small" icon={<ArrowUp aria-hidden />} onPress={() => props.onStep(-1)}>
            <Name>{words.previous}</Name> <Key letter={codingKeys.previous} />
          </Button>
          <Button size="small" icon={<ArrowDown aria-hidden />} onPress={() => props.onStep(1)}>
            <Name>{words.next}</Name> <Key letter={codingKeys.next} />
          </Button>
          <span className="hidden max-[699px]:inline-flex">
            <Button
              size="small"
              icon={<BookOpen aria-hidden />}
              onPress={() => void run('view.toggleReader')}
            >
              {words.read}
            </Button>
          </span>
        </span>
        <span title={words.advancesHelp}>
          <Checkbox isSelected={props.advances} onChange={props.onAdvances}>
            {words.advances([codingKeys.responsive, codingKeys.notResponsive, codingKeys.reviewed])}
          </Checkbox>
        </span>
      </footer>
    </div>
  );
}

/** What a button does, in words where there is room for them. */
function Name({ children }: { children: string }) {
  return <span className="sr-only @sm:not-sr-only">{children}</span>;
}

function Key({ letter }: { letter: string }) {
  return letter === '' ? null : (
    <span aria-hidden>
      <Kbd keys={[letter]} />
    </span>
  );
}

function Facts({ item, position }: { item: EvidenceItem; position: string }) {
  const { title, kind, pages, custodian, claimedFrom, claimedTo, batesSeen, exhibitLabels, docketNumbers } =
    item;
  const facts = [
    kindWords[kind],
    ...(pages === null ? [] : [words.pages(pages)]),
    custodian,
    claimedFrom && (claimedTo ? `${claimedFrom} → ${claimedTo}` : claimedFrom),
    batesSeen,
    ...docketNumbers.map((number) => `Dkt. ${number}`),
    ...exhibitLabels,
  ].filter((fact) => fact !== '' && fact !== null);
  return (
    <div className="flex shrink-0 flex-col gap-0.5 px-3 py-2">
      {/* For users who move on by key with the focus elsewhere. */}
      <p role="status" className="text-sm text-ink-soft tabular-nums">
        {position}
        <span className="sr-only">: {title}</span>
      </p>
      <h2 data-selectable className="flex items-start gap-1.5 font-semibold wrap-anywhere">
        <span className="mt-0.5 shrink-0 text-ink-soft">
          <KindIcon kind={kind} />
        </span>
        <span
          dir="auto"
          className="line-clamp-2 text-left [@media(max-height:700px)]:line-clamp-1"
          title={title}
        >
          {title}
        </span>
      </h2>
      <p
        data-selectable
        className="line-clamp-2 text-sm wrap-anywhere text-ink-soft [@media(max-height:700px)]:line-clamp-1"
      >
        {facts.join(' · ')}
      </p>
    </div>
  );
}

function Codes({ item, act, onChoosePrivilege, privilegeRef }: CodingPanelProps & { item: EvidenceItem }) {
  const isDisabled = !act.isEnabled;
  const codingKeys = useCodingKeyNames();
  const { isResponsive, relevance, privilege } = item;
  const clearing = (value: unknown, set: (none: null) => void) =>
    value === null || isDisabled ? null : () => set(null);
  return (
    <>
      <CodeGroup label={words.responsive} onClear={clearing(isResponsive, act.setResponsive)}>
        {[true, false].map((value) => (
          <CodeButton
            key={String(value)}
            isOn={isResponsive === value}
            shortcut={value ? codingKeys.responsive : codingKeys.notResponsive}
            isDisabled={isDisabled}
            onPress={() => act.setResponsive(value)}
          >
            {value ? words.responsive : words.notResponsive}
          </CodeButton>
        ))}
      </CodeGroup>
      <CodeGroup label={words.relevance} onClear={clearing(relevance, act.setRelevance)}>
        {relevanceNames.map((name, value) => (
          <CodeButton
            key={name}
            isOn={relevance === value}
            shortcut={codingKeys.relevance[value] ?? ''}
            isDisabled={isDisabled}
            {...(value === 3 && { icon: <Flame aria-hidden /> })}
            onPress={() => act.setRelevance(value)}
          >
            {name}
          </CodeButton>
        ))}
      </CodeGroup>
      <Issues item={item} act={act} />
      <div ref={privilegeRef}>
        <CodeGroup label={words.privilege} onClear={clearing(privilege, act.setPrivilege)}>
          <CodeButton
            isOn={privilege !== null}
            shortcut={codingKeys.privilege}
            isDisabled={isDisabled}
            onPress={onChoosePrivilege}
          >
            {privilege === null ? words.choosePrivilege : privilegeWords[privilege]}
          </CodeButton>
        </CodeGroup>
        {privilege !== null && privilege !== 'none' && <PrivilegeNote key={item.id} item={item} act={act} />}
      </div>
      <CodeGroup label={words.state}>
        <CodeButton
          isOn={item.isReviewed}
          shortcut={codingKeys.reviewed}
          isDisabled={isDisabled || (item.isReviewed && !act.canMark)}
          onPress={() => act.setReviewed(!item.isReviewed)}
        >
          {words.reviewed}
        </CodeButton>
        <CodeButton
          isOn={item.isFlagged}
          shortcut={codingKeys.flagged}
          isDisabled={!act.canMark}
          icon={<Flag aria-hidden />}
          onPress={() => act.setFlagged(!item.isFlagged)}
        >
          {words.flagged}
        </CodeButton>
      </CodeGroup>
    </>
  );
}

function Issues({ item, act }: { item: EvidenceItem; act: CodeItem }) {
  const { id: matterId } = useMatter();
  const codingKeys = useCodingKeyNames();
  const { isPending } = useEngineQuery('evidence.tag.list', { matterId });
  const issues = useTags().filter(({ kind }) => kind === 'issue');
  return (
    <CodeGroup label={words.issues}>
      {issues.map(({ id, name, color }, at) => (
        <CodeButton
          key={id}
          isOn={item.tagIds.includes(id)}
          shortcut={codingKeys.issues[at] ?? ''}
          isDisabled={!act.isEnabled}
          icon={<TagDot color={color} />}
          onPress={() => act.toggleIssue(id)}
        >
          {name}
        </CodeButton>
      ))}
      {issues.length === 0 && !isPending && <p className="text-sm text-ink-soft">{words.noIssues}</p>}
    </CodeGroup>
  );
}
