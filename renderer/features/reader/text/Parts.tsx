import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { findWords, type WantedWords } from '../../../../shared/domain/search/find-words.ts';
import { useSideCommand } from '../desk/side-context.ts';
import { FindBar } from '../find/FindBar.tsx';
import type { FindBarState } from '../find/use-find-bar.ts';
import { useSteps } from '../find/use-steps.ts';
import { MarkedText } from './MarkedText.tsx';
import { PartStore, type ReadParts } from './part-store.ts';
import { PartsScroller } from './PartsScroller.tsx';
import { useFindInParts } from './use-find-in-parts.ts';

/** How the parts of a document are drawn, and how hits in them are counted. */
export interface PartForm {
  readonly count: (part: number, text: string, wanted: WantedWords) => number;
  /** @param current which of the part's places is the present one, from 0; -1 for none */
  readonly draw: (part: number, text: string, wanted: WantedWords, current: number) => ReactNode;
  readonly header?: (wanted: WantedWords, current: number) => ReactNode;
  readonly role?: 'table';
  readonly className?: string;
}

interface PartsProps {
  readonly label: string;
  readonly total: number;
  readonly read: ReadParts;
  readonly form: PartForm;
  readonly bar: FindBarState;
  /** Part to begin with, from 1. */
  readonly start: number;
  /** A part asked for while the text was shown already; a new object each time. */
  readonly asked: { readonly part: number } | null;
  readonly onMove: (part: number) => void;
}

/** A text part by part, with its find bar. */
export function Parts({ label, total, read, form, bar, start, asked, onMove }: PartsProps) {
  const store = useMemo(() => new PartStore(read), [read]);
  const { wanted } = bar;
  const count = useCallback((part: number, text: string) => form.count(part, text, wanted), [form, wanted]);
  const find = useFindInParts(total, read, wanted, count);
  const [reveal, setReveal] = useState<{ part: number } | null>(null);
  const place = useRef(start);
  const move = useCallback(
    (part: number) => {
      place.current = part;
      onMove(part);
    },
    [onMove],
  );

  const { hit, position, step } = useSteps(bar, find.hits, {
    led: find.hits.find(({ part }) => part >= start),
    isAhead: ({ part }) => part >= place.current,
    reveal: ({ part }) => setReveal({ part }),
  });
  const firstAsked = useRef(asked);
  useEffect(() => {
    if (asked && asked !== firstAsked.current) setReveal({ part: asked.part });
  }, [asked]);
  useSideCommand('reader.find', bar.open);

  const currentIn = (part: number) => (hit?.part === part ? hit.index : -1);
  return (
    <>
      {bar.isOpen && <FindBar asked={bar} find={find} position={position} onStep={step} />}
      <PartsScroller
        key={`${form.role}`}
        label={label}
        total={total}
        store={store}
        start={start}
        reveal={reveal}
        onMove={move}
        draw={(part, text) => form.draw(part, text, wanted, currentIn(part))}
        header={form.header?.(wanted, currentIn(1))}
        {...(form.role && { role: form.role })}
        {...(form.className !== undefined && { className: form.className })}
      />
    </>
  );
}

/** Running text: as it is, with its line ends. */
export function textForm(textClass: string): PartForm {
  return {
    count: (_part, text, wanted) => findWords(text, wanted).length,
    draw: (_part, text, wanted, current) => (
      <div className={`px-4 whitespace-pre-wrap wrap-anywhere ${textClass}`}>
        <MarkedText text={text} wanted={wanted} current={current} />
      </div>
    ),
    className: 'py-3',
  };
}
