import type { GrantedFile } from '../../../../shared/contract/bridge.ts';
import { isAppError } from '../../../../shared/errors/app-error.ts';
import type { Collected, Intake, IntakeItem } from '../../../../shared/model/evidence.ts';
import { runJob, showError } from '../../../client/index.ts';
import { createStore, showToast } from '../../../ui/index.ts';
import { intakeReport, type IntakeReport } from './intake-report.ts';
import { intakeWords } from './words.ts';

/** What an intake asks for besides the files: whose they were, where they came from and how they were collected. */
export interface IntakeOrigin {
  readonly custodian: string;
  readonly source: string;
  readonly collected: Collected;
}

/** What is known of files before anybody is asked. */
export type KnownOrigin = Pick<IntakeOrigin, 'custodian' | 'source'>;

interface IntakeState {
  /** Files chosen or dropped, waiting for custodian and source. */
  readonly asked: {
    readonly matterId: string;
    readonly files: readonly GrantedFile[];
    /** Whether it is one folder, with everything inside. */
    readonly isFolder: boolean;
    /** What is known of them; null where what was answered last is suggested. */
    readonly known: KnownOrigin | null;
  } | null;
  /** The result last shown, with what it takes to try its failures again. */
  readonly shown: {
    readonly matterId: string;
    readonly report: IntakeReport;
    readonly origin: IntakeOrigin;
  } | null;
}

const state = createStore<IntakeState>({ asked: null, shown: null });

function set(patch: Partial<IntakeState>): void {
  state.set({ ...state.get(), ...patch });
}

/** The intake under way in this window. It outlives the evidence screen: work goes on while another area is looked at. */
export const useIntake = state.use;

type EndListener = (matterId: string, evidenceIds: readonly string[]) => void;
const endListeners = new Set<EndListener>();

/**
 * Called when an intake has ended, with the items that it added or that were there already. Returns a function that
 * stops it.
 */
export function onIntakeEnded(listener: EndListener): () => void {
  endListeners.add(listener);
  return () => endListeners.delete(listener);
}

/** Lets the user choose files, or a folder, and asks for their origin. */
export async function chooseEvidence(
  matterId: string,
  purpose: 'evidence-files' | 'evidence-folder',
): Promise<void> {
  askOrigin(matterId, await window.forthwith.openFiles(purpose), {
    isFolder: purpose === 'evidence-folder',
  });
}

/** Asks for the origin of files the user chose or dropped, or of which it is known already. */
export function askOrigin(
  matterId: string,
  files: readonly GrantedFile[],
  { isFolder = false, known = null }: { isFolder?: boolean; known?: KnownOrigin | null } = {},
): void {
  if (files.length > 0)
    set({ asked: { matterId, files, isFolder: isFolder && files.length === 1, known }, shown: null });
}

/** Discards the chosen files. */
export function forgetAsked(): void {
  set({ asked: null });
}

/** Closes the result. */
export function closeReport(): void {
  set({ shown: null });
}

/**
 * Takes files in and shows what became of each. When all went well a toast says so; anything to look at opens the list.
 *
 * @param tokens of a dialog or a drop, or those an earlier intake gave for its failures
 */
export async function takeIn(
  matterId: string,
  tokens: readonly string[],
  origin: IntakeOrigin,
): Promise<void> {
  set({ asked: null, shown: null });
  await reportOn(matterId, origin, () =>
    runJob('evidence.add', {
      matterId,
      sources: tokens.map((token) => ({ token })),
      ...origin,
      isRecursive: true,
    }),
  );
}

/** Goes on with an intake that was left, or reads its failures again, and shows what became of each file. */
export async function goOnWith(
  matterId: string,
  intake: Intake,
  how: 'evidence.intake.resume' | 'evidence.intake.retry',
): Promise<void> {
  set({ asked: null, shown: null });
  const { custodian, source, id: intakeId } = intake;
  // How they were collected is written down with the intake itself; here it only serves a later choice of files.
  const origin = { custodian, source, collected: { at: '', by: '', where: '', how: '' } };
  await reportOn(matterId, origin, () => runJob(how, { matterId, intakeId }));
}

async function reportOn(
  matterId: string,
  origin: IntakeOrigin,
  run: () => Promise<{ items: IntakeItem[] }>,
): Promise<void> {
  try {
    const { items } = await run();
    const report = intakeReport(items);
    const show = () => set({ shown: { matterId, report, origin } });
    if (report.rows.every(({ outcome }) => outcome === 'added') && report.added > 0) {
      showToast({
        message: intakeWords.allAdded(report.added),
        action: { label: intakeWords.showList, onAction: show },
      });
    } else show();
    const taken = report.rows.flatMap(({ evidenceId }) => (evidenceId === null ? [] : [evidenceId]));
    if (taken.length > 0) for (const listener of endListeners) listener(matterId, taken);
  } catch (error) {
    if (isAppError(error, 'CANCELLED')) showToast({ tone: 'notice', message: error.message });
    else showError(error);
  }
}
