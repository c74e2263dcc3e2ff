import { useState } from 'react';
import { changesBy, correctedBy, keptBeside } from '../../../../shared/domain/evidence/overlay-rows.ts';
import {
  overlayFieldWords as fieldWords,
  overlayReasonWords as reasonWords,
} from '../../../../shared/domain/evidence/overlay-words.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import type { Overlay, OverlayField } from '../../../../shared/model/overlay.ts';
import { messageOf, runJob, showError, useAttempt, useMatter } from '../../../client/index.ts';
import {
  Button,
  Checkbox,
  Dialog,
  ErrorLine,
  ScrolledTable,
  buttonWords,
  showToast,
} from '../../../ui/index.ts';
import { JobProgress } from '../../jobs/index.ts';
import { LineList, shownAtMost } from '../LineList.tsx';
import { lineWords } from '../words.ts';
import { overlayWords as words } from './words.ts';

interface Shown {
  readonly id: EvidenceId;
  readonly overlay: Overlay;
}

/** Works out what a load file corrects, to be looked at before anything is changed. */
export function useOverlay() {
  const { id: matterId } = useMatter();
  const [shown, setShown] = useState<Shown | null>(null);
  const show = async (id: EvidenceId) => {
    try {
      setShown({ id, overlay: await runJob('evidence.overlay.plan', { matterId, id }) });
    } catch (error) {
      showError(error);
    }
  };
  return { shown, show: (id: EvidenceId) => void show(id), close: () => setShown(null) };
}

/** What a load file says otherwise of documents that are here: field by field, to be applied whole or in part. */
export function OverlayDialog({ id, overlay, onClose }: Shown & { readonly onClose: () => void }) {
  const { id: matterId } = useMatter();
  const [left, setLeft] = useState<ReadonlySet<OverlayField>>(new Set());
  const { isBusy, error, attempt } = useAttempt(words.canceled);
  const all = changesBy(overlay);
  const counts = Map.groupBy(all, ({ field }) => field);
  const chosen = all.filter(({ field }) => !left.has(field));
  const kept = keptBeside(overlay).map(({ range, field, was, now, reason }) =>
    words.stays(range, fieldWords[field], was, now, reasonWords[reason]),
  );
  const rows = (of: Overlay['notFound']) => of.map(({ range, row }) => words.row(range, row));
  const apply = async () => {
    const fields = [...counts.keys()].filter((field) => !left.has(field));
    const { planHash } = overlay;
    const applied = await runJob('evidence.overlay.apply', { matterId, id, planHash, fields });
    showToast({ message: words.applied(correctedBy(applied).length) });
    onClose();
  };
  const parts: readonly (readonly [title: string, lines: readonly string[]])[] = [
    [words.kept, kept],
    [words.notFound, rows(overlay.notFound)],
    [words.twice, rows(overlay.twice)],
    [words.unread, overlay.unread],
    [words.problems, overlay.problems.map(({ message }) => message)],
  ];
  return (
    <Dialog
      title={words.title(overlay.name)}
      width="large"
      losesEntries
      onClose={onClose}
      isBusy={isBusy}
      footer={
        <>
          {!isBusy && <Button onPress={onClose}>{buttonWords.cancel}</Button>}
          <Button
            variant="primary"
            changesMatter
            isDisabled={isBusy || chosen.length === 0}
            onPress={() => void attempt(apply)}
          >
            {words.apply}
          </Button>
        </>
      }
    >
      <p role="status">
        {words.summary(new Set(chosen.map(({ evidenceId }) => evidenceId)).size, {
          isAny: all.length > 0,
          unchanged: overlay.unchanged,
        })}
      </p>
      {isBusy && <JobProgress operation="evidence.overlay.apply" label={words.applying} />}
      {error !== null && <ErrorLine>{messageOf(error)}</ErrorLine>}
      {all.length > 0 && (
        <>
          <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
            <legend className="sr-only">{words.fields}</legend>
            {[...counts].map(([field, { length }]) => (
              <Checkbox
                key={field}
                isSelected={!left.has(field)}
                onChange={(isOn) =>
                  setLeft(new Set(isOn ? [...left].filter((each) => each !== field) : [...left, field]))
                }
              >
                {words.field(fieldWords[field], length)}
              </Checkbox>
            ))}
          </fieldset>
          {chosen.length > 0 && <Changes changes={chosen} />}
          <p className="text-sm text-ink-soft">{words.help}</p>
        </>
      )}
      {parts.map(
        ([title, lines]) => lines.length > 0 && <LineList key={title} title={title} lines={lines} />,
      )}
    </Dialog>
  );
}

function Changes({ changes }: { readonly changes: ReturnType<typeof changesBy> }) {
  return (
    <ScrolledTable
      label={words.changes}
      heads={[[words.document], [words.fieldHeading], [words.was], [words.now]]}
      isStacked
      after={
        changes.length > shownAtMost && (
          <p className="px-3 py-1 text-ink-soft">{lineWords.more(changes.length - shownAtMost)}</p>
        )
      }
    >
      {changes.slice(0, shownAtMost).map(({ range, field, was, now }, at) => (
        <tr key={`${at} ${range}`} className="border-t border-line">
          <td className="px-3 py-1 whitespace-nowrap tabular-nums">{range}</td>
          <td className="px-3 py-1 whitespace-nowrap">{fieldWords[field]}</td>
          <td data-head={words.was} className="px-3 py-1 wrap-anywhere text-ink-soft">
            <bdi>{was === '' ? '–' : was}</bdi>
          </td>
          <td data-head={words.now} className="px-3 py-1 font-medium wrap-anywhere">
            <bdi>{now}</bdi>
          </td>
        </tr>
      ))}
    </ScrolledTable>
  );
}
