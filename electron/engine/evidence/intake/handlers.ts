import { AppError } from '../../../../shared/errors/app-error.ts';
import type { AreaHandlers } from '../../handlers.ts';
import { addEvidence, resumeIntake, retryIntake } from './intake.ts';
import { forgetIntake, getProvenance, listIntakes } from './intake-record.ts';
import { runningIntake } from './running-intakes.ts';

/** Taking files in, and going on with it. */
export const intakeHandlers: Pick<
  AreaHandlers<'evidence'>,
  | 'evidence.add'
  | 'evidence.intake.list'
  | 'evidence.intake.pause'
  | 'evidence.intake.resume'
  | 'evidence.intake.retry'
  | 'evidence.intake.dismiss'
> = {
  'evidence.add': addEvidence,
  'evidence.intake.list': (_input, { session }) => listIntakes(session),
  'evidence.intake.pause': async ({ intakeId }, { session }) => {
    if (session.isReadOnly) throw new AppError('MATTER_READ_ONLY');
    getProvenance(session, intakeId);
    await runningIntake(session, intakeId)?.pause();
    return null;
  },
  'evidence.intake.resume': ({ intakeId }, context) => resumeIntake(intakeId, context),
  'evidence.intake.retry': ({ intakeId }, context) => retryIntake(intakeId, context),
  'evidence.intake.dismiss': ({ intakeId }, { session, person }) => {
    if (runningIntake(session, intakeId)) throw new AppError('EVIDENCE_INTAKE_RUNNING');
    session.transact(
      {
        operation: 'evidence.intake.dismiss',
        person,
        isUndoable: false,
        summary: () => 'take an intake off the list',
      },
      () => forgetIntake(session, intakeId),
    );
    return null;
  },
};
