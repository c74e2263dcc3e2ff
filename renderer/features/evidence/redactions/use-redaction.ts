import { useState } from 'react';
import type { JobResult } from '../../../../shared/contract/api.ts';
import { termsOf } from '../../../../shared/domain/redaction/index.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { TagColor } from '../../../../shared/model/evidence.ts';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import { runJob, showError, useEngineQuery, useMatter } from '../../../client/index.ts';
import type { ItemToRedact } from './RedactDialog.tsx';
import { redactWords as words } from './words.ts';

/** What is asked for in the dialog. */
interface Wishes {
  /** One a line. */
  readonly words: string;
  readonly hasIdentifiers: boolean;
  /** Boxes of these colors are removed. */
  readonly colors: ReadonlySet<TagColor>;
}

/** A copy that was saved. */
interface SavedCopy {
  readonly name: string;
  readonly copy: JobResult<'evidence.redact'>;
}

/** Redacting a copy, from what is asked for to what came of it. */
export interface Redaction {
  /** The item the dialog asks about; null while none does. */
  readonly asked: ItemToRedact | null;
  readonly saved: SavedCopy | null;
  readonly wishes: Wishes;
  readonly boxes: readonly NoteRow[];
  /** Why the copy that was asked for last was not made. */
  readonly error: string | null;
  readonly ask: (item: ItemToRedact) => void;
  readonly change: (wishes: Partial<Wishes>) => void;
  /** Asks where, and has the copy made while the dialog is away. */
  readonly save: (item: ItemToRedact) => Promise<void>;
  readonly close: () => void;
}

const noWishes: Wishes = { words: '', hasIdentifiers: false, colors: new Set() };

export function useRedaction(): Redaction {
  const { id: matterId } = useMatter();
  const [asked, setAsked] = useState<ItemToRedact | null>(null);
  const [wishes, setWishes] = useState(noWishes);
  const [error, setError] = useState<string | null>(null);
  const [saved, setSaved] = useState<SavedCopy | null>(null);
  const filter = asked && asked.kind === 'pdf' ? { evidenceIds: [asked.id], kinds: ['box' as const] } : null;
  const boxes = useEngineQuery('notes.list', filter && { matterId, filter }).data ?? [];
  const save = async (item: ItemToRedact) => {
    try {
      const target = await window.forthwith.saveFile('redacted-pdf', words.copyName(item.title));
      if (!target) return;
      setAsked(null);
      const copy = await runJob('evidence.redact', {
        matterId,
        id: item.id,
        target: { token: target.token },
        terms: termsOf(wishes.words),
        hasIdentifiers: wishes.hasIdentifiers,
        areas: areasOf(boxes, wishes.colors),
      });
      setSaved({ name: target.name, copy });
    } catch (cause) {
      if (isAppError(cause, 'CANCELLED')) return showError(cause);
      setError(isAppError(cause) ? cause.message : String(cause));
      setAsked(item);
    }
  };
  return {
    asked,
    saved,
    wishes,
    boxes,
    error,
    ask: (item) => {
      setWishes(noWishes);
      setError(null);
      setAsked(item);
    },
    change: (changed) => setWishes({ ...wishes, ...changed }),
    save,
    close: () => {
      setAsked(null);
      setSaved(null);
    },
  };
}

function areasOf(boxes: readonly NoteRow[], colors: ReadonlySet<TagColor>) {
  return boxes.flatMap(({ color, anchor: { page, rects } }) =>
    page !== null && colors.has(color) ? rects.map((area) => ({ page, area })) : [],
  );
}
