import { useState } from 'react';
import type { Exhibit, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { messageOf, useEngineQuery, useMatter, useViewState } from '../../../client/index.ts';
import { Button, Checkbox, Dialog, ErrorLine, RadioGroup, buttonWords } from '../../../ui/index.ts';
import { JobProgress } from '../../jobs/index.ts';
import { inOrder } from '../builds/build-outputs.ts';
import { printWords as words } from '../words.ts';
import { usePrinting } from './use-printing.ts';

interface PrintDialogProps {
  readonly set: ExhibitSet;
  readonly selected: readonly Exhibit[];
  readonly onClose: () => void;
}

const remembered = { isDoubleSided: false, hasSlipSheets: true };

/** Hands a volume, one exhibit, the slip sheets or the list for tabs to the system to print. */
export function PrintDialog({ set, selected, onClose }: PrintDialogProps) {
  const { id: matterId } = useMatter();
  /** Id of a built file, or which sheets are made now. */
  const [chosen, setChosen] = useState<string | null>(null);
  const [{ isDoubleSided, hasSlipSheets }, remember] = useViewState('exhibits.print', remembered);
  const { isBusy, writing, error, print } = usePrinting(set, onClose);
  const { data: builds } = useEngineQuery('exhibits.build.list', { matterId, setId: set.id });
  const [build] = builds ?? [];
  const [only] = selected;
  const outputs = build ? inOrder(build.outputs, set.scheme) : [];
  const volumes = outputs.filter(({ role }) => role === 'volume');
  // Files are told apart by their labels, and once the set has changed a label may be another exhibit's.
  const files = outputs.filter(
    ({ role, label }) => build?.isCurrent && role === 'exhibit' && label === only?.label,
  );
  // Usually the build is wanted on paper, as long as it is current.
  const what = chosen ?? (build?.isCurrent ? volumes[0]?.id : undefined) ?? 'slipSheets';
  const built = [...volumes, ...files].find(({ id }) => id === what);
  const options = [
    ...volumes.map(({ id, volume }) => ({
      value: id as string,
      ...words.binder(volumes.length > 1 ? volume : null),
    })),
    ...files.map(({ id, label }) => ({ value: id as string, ...words.exhibit(label!) })),
    { value: 'slipSheets', ...words.slipSheets },
    { value: 'tabs', ...words.tabs },
  ];
  return (
    <Dialog
      title={words.title}
      width="small"
      onClose={onClose}
      onSubmit={() =>
        builds &&
        void print(
          built
            ? { buildOutputId: built.id, isDoubleSided, hasSlipSheets }
            : { sheets: what === 'tabs' ? 'tabs' : 'slipSheets' },
        )
      }
      losesEntries={false}
      isBusy={isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isBusy}>
            {buttonWords.cancel}
          </Button>
          {/* It stays usable, and has the keyboard still when it is refused; the dialog does nothing twice. */}
          <Button variant="primary" type="submit" isDisabled={!builds}>
            {words.print}
          </Button>
        </>
      }
    >
      {builds && (
        <RadioGroup label={words.what} value={what} onChange={setChosen} options={options} autoFocus />
      )}
      {volumes.length > 0 && (
        <Checkbox
          isSelected={isDoubleSided}
          isDisabled={!built}
          onChange={(next) => remember({ isDoubleSided: next })}
          description={words.doubleSidedHelp}
        >
          {words.doubleSided}
        </Checkbox>
      )}
      {volumes.length > 0 && (
        <Checkbox
          isSelected={!hasSlipSheets}
          isDisabled={!built}
          onChange={(next) => remember({ hasSlipSheets: !next })}
          description={words.withoutSlipSheetsHelp}
        >
          {words.withoutSlipSheets}
        </Checkbox>
      )}
      {build && !build.isCurrent && <p className="text-sm text-ink-soft">{words.notCurrent(only?.label)}</p>}
      {builds && !build && <p className="text-sm text-ink-soft">{words.notBuilt}</p>}
      <p className="text-sm text-ink-soft">{words.how}</p>
      {writing !== null && <JobProgress operation={writing} label={words.writing} />}
      {error !== null && <ErrorLine>{messageOf(error)}</ErrorLine>}
    </Dialog>
  );
}
