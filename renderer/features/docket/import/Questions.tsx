import { CircleHelp } from 'lucide-react';
import { useMemo } from 'react';
import { diffWords } from '../../../../shared/domain/word-diff.ts';
import type { DocketQuestion, DocketVersion } from '../../../../shared/model/docket.ts';
import { formatDate } from '../../../client/index.ts';
import { SegmentedControl } from '../../../ui/index.ts';
import { formatDocketNumber } from '../docket-number.ts';
import { DiffText } from './redline/DiffText.tsx';
import { foldParts } from './redline/changes.ts';
import { importWords as words } from './words.ts';

export type Answer = 'same' | 'different';

/** Questions listed at most at one time; more follow as these are answered. */
const questionsShown = 50;

interface QuestionsProps {
  readonly questions: readonly DocketQuestion[];
  readonly answers: Readonly<Record<string, Answer>>;
  readonly onAnswer: (key: string, answer: Answer) => void;
}

/** Rows that may be one entry: a person decides, and the preview follows. */
export function Questions({ questions, answers, onAnswer }: QuestionsProps) {
  const answerOf = ({ key, answer }: DocketQuestion) => answers[key] ?? answer;
  const open = questions.filter((question) => answerOf(question) === null);
  const answered = questions.filter((question) => answerOf(question) !== null);
  return (
    <section aria-label={words.questions(questions.length)} className="flex flex-col gap-2">
      <h3 className="flex items-center gap-1.5 font-semibold">
        <CircleHelp aria-hidden className="size-4 text-warning-ink" />
        {words.questions(questions.length)}
      </h3>
      <ol className="flex flex-col gap-2">
        {[...open, ...answered].slice(0, questionsShown).map((question) => (
          <Question
            key={question.key}
            question={question}
            label={words.questionOf(questions.indexOf(question) + 1, questions.length)}
            answer={answerOf(question)}
            onAnswer={onAnswer}
          />
        ))}
      </ol>
    </section>
  );
}

interface QuestionProps {
  readonly question: DocketQuestion;
  readonly label: string;
  readonly answer: Answer | null;
  readonly onAnswer: QuestionsProps['onAnswer'];
}

function Question({ question: { key, one, other, reason }, label, answer, onAnswer }: QuestionProps) {
  const { parts } = useMemo(() => foldParts(diffWords(one.text, other.text)), [one, other]);
  return (
    <li
      className={`flex flex-col gap-1.5 rounded-md border px-3 py-2 ${
        answer === null ? 'border-warning-ink/50 bg-warning-soft/40' : 'border-line bg-surface'
      }`}
    >
      <p className="font-medium">{reason}</p>
      <div data-selectable className="wrap-anywhere">
        <DiffText parts={parts} />
      </div>
      <p data-selectable className="text-sm text-ink-soft">
        {placeOf(one) === placeOf(other) ? placeOf(one) : `${placeOf(one)} → ${placeOf(other)}`}
      </p>
      <div className="self-start">
        <SegmentedControl<Answer | 'open'>
          label={`${label}: ${reason}`}
          value={answer ?? 'open'}
          onChange={(next) => next !== 'open' && onAnswer(key, next)}
          options={[
            { value: 'same', label: words.same },
            { value: 'different', label: words.different },
          ]}
        />
      </div>
    </li>
  );
}

function placeOf(version: DocketVersion): string {
  const number = formatDocketNumber(version) || words.noNumber;
  return version.filedOn === null ? number : `${number}, ${formatDate(version.filedOn)}`;
}
