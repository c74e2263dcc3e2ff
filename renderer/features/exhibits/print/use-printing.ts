import { useState } from 'react';
import type { Build, ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { handOverToPrint, runJob, useAttempt, useMatter } from '../../../client/index.ts';
import { printWords as words } from '../words.ts';

/** A built file, as it is or as a copy for paper; or sheets that are made now. */
type Wanted =
  | {
      readonly buildOutputId: Build['outputs'][number]['id'];
      readonly isDoubleSided: boolean;
      readonly hasSlipSheets: boolean;
    }
  | { readonly sheets: 'tabs' | 'slipSheets' };

/** Hands what is wanted to the system to print; what is not a built file is written first, where the user says. */
export function usePrinting(set: ExhibitSet, onPrinted: () => void) {
  const { id: matterId } = useMatter();
  const { isBusy, error, attempt } = useAttempt();
  /** The operation that is writing the copy for the printer. */
  const [writing, setWriting] = useState<'exhibits.printCopy' | 'exhibits.printSheets' | null>(null);
  const handOver = async (wanted: Wanted) => {
    const name = `“${set.name}”`;
    if ('buildOutputId' in wanted && !wanted.isDoubleSided && wanted.hasSlipSheets) {
      await handOverToPrint({ matterId, buildOutputId: wanted.buildOutputId }, name);
      return true;
    }
    const chosen = await window.forthwith.saveFile('exhibits-print', words.fileName(set.name));
    if (!chosen) return false;
    const target = { token: chosen.token };
    if ('sheets' in wanted) {
      setWriting('exhibits.printSheets');
      await runJob('exhibits.printSheets', { matterId, setId: set.id, target, ...wanted });
    } else {
      setWriting('exhibits.printCopy');
      await runJob('exhibits.printCopy', { matterId, target, ...wanted });
    }
    await handOverToPrint(target, name);
    return true;
  };
  const print = async (wanted: Wanted) => {
    await attempt(async () => {
      if (await handOver(wanted)) onPrinted();
    });
    setWriting(null);
  };
  return { isBusy, writing, error, print };
}
