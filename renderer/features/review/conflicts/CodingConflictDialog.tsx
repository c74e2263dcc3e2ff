import { useId, useState } from 'react';
import { decisionFieldWords } from '../../../../shared/domain/review/decision-words.ts';
import type { CodingConflict, Codes } from '../../../../shared/model/review.ts';
import { formatInstant, useEngineMutation, useMatter } from '../../../client/index.ts';
import { Button, useEntry } from '../../../ui/index.ts';
import { codeFields, fieldInWords, useIssueNames } from '../coding/codes-in-words.ts';
import { useCopyName } from '../copies/use-copy-name.ts';
import { codingWords, words as common } from '../words.ts';
import { chooseAll, isSameChoice, settledCodes, type Choice } from './settled-codes.ts';
import { Differs, SettleDialog } from './SettleDialog.tsx';
import { conflictWords as words } from './words.ts';

interface Source {
  readonly name: string;
  readonly detail: string;
  readonly codes: Codes;
}

/** Reviewers' codes of one item side by side: one of them is taken, or each field from the reviewer who is right. */
export function CodingConflictDialog({
  conflict,
  onClose,
}: {
  conflict: CodingConflict;
  onClose: () => void;
}) {
  const { timezone } = useMatter();
  const copyName = useCopyName();
  const settle = useEngineMutation('review.settleCoding', {
    errors: 'inline',
    undoMessage: () => words.settledCoding(conflict.title),
    onSuccess: onClose,
  });
  const sources: readonly Source[] = [
    { name: words.now, detail: '', codes: conflict.codes },
    ...conflict.codings.map(({ reviewer, codedAt, copyId, codes }) => ({
      name: reviewer.name || common.unnamed,
      detail: [
        formatInstant(codedAt, timezone),
        ...(copyId === null ? [] : [codingWords.fromCopy(copyName(copyId))]),
      ].join(', '),
      codes,
    })),
  ];
  const codesOf = sources.map(({ codes }) => codes);
  const [choice, setChoice] = useState<Choice>(() => chooseAll(codesOf, 0));
  const submit = () =>
    settle.mutate({
      evidenceId: conflict.evidenceId,
      codes: settledCodes(codesOf, choice),
    });
  return (
    <SettleDialog
      title={words.codingTitle}
      item={conflict.title}
      body={words.codingBody}
      settling={settle}
      onSettle={submit}
      onClose={onClose}
    >
      <CodesTable sources={sources} fields={conflict.fields} choice={choice} onChoose={setChoice} />
    </SettleDialog>
  );
}

interface CodesTableProps {
  readonly sources: readonly Source[];
  /** Those in which the sources differ. */
  readonly fields: CodingConflict['fields'];
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** A column for each source, a row for each field; one value of each row is chosen. */
function CodesTable({ sources, fields, choice, onChoose }: CodesTableProps) {
  const group = useId();
  const names = useIssueNames();
  const choose = useEntry(choice, onChoose, isSameChoice);
  const all = (at: number) =>
    chooseAll(
      sources.map(({ codes }) => codes),
      at,
    );
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={words.codingTitle}>
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="align-bottom">
            <th className="w-40 pr-3 pb-2 text-sm font-medium text-ink-soft">{words.field}</th>
            {sources.map(({ name, detail }, at) => (
              <th key={`${name} ${detail}`} className="min-w-36 px-2 pb-2 font-semibold">
                <span className="block wrap-anywhere">{name}</span>
                <span className="block text-sm font-normal text-ink-soft tabular-nums">{detail}</span>
                <Button
                  size="small"
                  aria-label={words.takeAllOf(name)}
                  aria-pressed={isSameChoice(choice, all(at))}
                  onPress={() => choose(all(at))}
                >
                  {words.takeAll}
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {codeFields.map((field) => {
            const isDifferent = fields.includes(field);
            return (
              <tr
                key={field}
                className={`border-t border-line align-top ${isDifferent ? 'bg-warning-soft' : ''}`}
              >
                <th className="py-1.5 pr-3 pl-2 font-medium">
                  <span className="flex flex-col items-start gap-1">
                    {decisionFieldWords[field]}
                    {isDifferent && <Differs />}
                  </span>
                </th>
                {sources.map(({ name, codes }, at) => {
                  const value = fieldInWords(codes, field, names);
                  return (
                    <td key={at} className="px-2 py-1.5">
                      <label className="flex min-h-6 items-start gap-2">
                        <input
                          type="radio"
                          name={`${group} ${field}`}
                          aria-label={`${words.choiceOf(decisionFieldWords[field], name)}: ${value || codingWords.undecided}`}
                          checked={choice[field] === at}
                          onChange={() => choose({ ...choice, [field]: at })}
                          className="mt-0.5 size-4 shrink-0 accent-accent"
                        />
                        <span className={`wrap-anywhere ${value === '' ? 'text-ink-soft' : ''}`}>
                          {value || codingWords.undecided}
                        </span>
                      </label>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
