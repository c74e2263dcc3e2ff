import { Minus, PenLine, Plus, UserPen } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { diffWords, type DiffPart } from '../../../../../shared/domain/word-diff.ts';
import type { DocketChange, DocketVersion } from '../../../../../shared/model/docket.ts';
import { formatDate } from '../../../../client/index.ts';
import { Badge, Button, type BadgeProps } from '../../../../ui/index.ts';
import { formatDocketNumber } from '../../docket-number.ts';
import { DiffText } from './DiffText.tsx';
import { fieldChanges, foldParts, versionOf, type ChangeKind } from './changes.ts';
import { changeKindWords, importWords as words } from '../words.ts';

const marks: Readonly<Record<ChangeKind, { tone: BadgeProps['tone'] & string; icon: ReactNode }>> = {
  added: { tone: 'success', icon: <Plus aria-hidden /> },
  changed: { tone: 'info', icon: <PenLine aria-hidden /> },
  gone: { tone: 'danger', icon: <Minus aria-hidden /> },
  kept: { tone: 'neutral', icon: <UserPen aria-hidden /> },
};

interface ChangeRowProps {
  readonly change: DocketChange;
  /** Names the sources that say so: where there is more than one, it matters which. */
  readonly showsSources: boolean;
}

/** One change of the redline: what kind, which entry, and the entry as it will read with what differs marked in it. */
export function ChangeRow({ change, showsSources }: ChangeRowProps) {
  const version = versionOf(change);
  const { tone, icon } = marks[change.kind];
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-2 gap-y-1 px-3 py-2 @xl:grid-cols-[7.5rem_3.25rem_1fr]">
      <span>
        <Badge tone={tone} icon={icon}>
          {changeKindWords[change.kind]}
        </Badge>
      </span>
      <span className="font-semibold @xl:text-right">
        {version && (formatDocketNumber(version) || <span className="sr-only">{words.noNumber}</span>)}
      </span>
      <div data-selectable className="col-span-2 flex min-w-0 flex-col gap-1 @xl:col-span-1">
        {change.kind === 'kept' ? <KeptText change={change} /> : <ChangedText change={change} />}
        <FieldChanges change={change} />
        <p className="text-sm text-ink-soft">
          {[
            version?.filedOn && `Filed ${formatDate(version.filedOn)}`,
            version?.filer,
            showsSources && change.sources.length > 0 && words.from(change.sources.join(', ')),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
    </div>
  );
}

function ChangedText({ change: { before, after, kind } }: { change: DocketChange }) {
  const parts = useMemo<readonly DiffPart[]>(() => {
    if (before && after) return diffWords(textOf(before), textOf(after));
    return [{ kind: 'same', text: textOf(after ?? before) }];
  }, [before, after]);
  return <FoldedText parts={parts} isMuted={kind === 'gone'} />;
}

/** Both texts side by side in words: nothing is struck out where nothing is removed. */
function KeptText({ change: { before, after } }: { change: DocketChange }) {
  const isTextSame = textOf(before) === textOf(after);
  return (
    <>
      <FoldedText parts={[{ kind: 'same', text: textOf(before) }]} label={isTextSame ? null : words.yours} />
      {!isTextSame && (
        <FoldedText parts={[{ kind: 'same', text: textOf(after) }]} label={words.courts} isMuted />
      )}
    </>
  );
}

function FoldedText(props: { parts: readonly DiffPart[]; label?: string | null; isMuted?: boolean }) {
  const { parts, label = null, isMuted = false } = props;
  const [isWhole, setIsWhole] = useState(false);
  const folded = useMemo(() => foldParts(parts), [parts]);
  return (
    <div className={`wrap-anywhere ${isMuted ? 'text-ink-soft' : ''}`}>
      {label !== null && <span className="mr-1.5 text-sm font-medium text-ink-soft">{label}:</span>}
      <DiffText parts={isWhole ? parts : folded.parts} />
      {folded.isFolded && (
        <span className="ml-1.5">
          <Button size="small" variant="quiet" onPress={() => setIsWhole(!isWhole)}>
            {isWhole ? words.showLess : words.showWhole}
          </Button>
        </span>
      )}
    </div>
  );
}

function FieldChanges({ change }: { change: DocketChange }) {
  const { fields, unnamed } = fieldChanges(change);
  const isKept = change.kind === 'kept';
  if (fields.length === 0 && unnamed.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5">
      {fields.map(({ label, before, after }) => (
        <li key={label} className="wrap-anywhere">
          <span className="font-medium">{label}:</span>{' '}
          {isKept ? (
            <>
              {before ?? words.nothing} <span className="text-ink-soft">({words.yours.toLowerCase()})</span>,{' '}
              {after ?? words.nothing} <span className="text-ink-soft">({words.courts.toLowerCase()})</span>
            </>
          ) : (
            <>
              {before !== null && <del className="text-danger-ink line-through">{before}</del>}
              {before !== null && after !== null && (
                <>
                  <span aria-hidden className="px-1 text-ink-soft">
                    →
                  </span>
                  <span className="sr-only select-none"> {words.becomes} </span>
                </>
              )}
              {after !== null && <ins className="text-success-ink underline underline-offset-2">{after}</ins>}
              {after === null && <span className="text-ink-soft"> {words.noLonger}</span>}
            </>
          )}
        </li>
      ))}
      {unnamed.length > 0 && <li className="text-ink-soft">{words.alsoDiffers(unnamed.join(', '))}</li>}
    </ul>
  );
}

function textOf(version: DocketVersion | null): string {
  return version?.text || version?.shortText || words.noText;
}
