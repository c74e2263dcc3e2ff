import type { Intake } from '../../../../shared/model/evidence.ts';
import { useEngineMutation, useEngineQuery, useMatter } from '../../../client/index.ts';
import { Banner, Button } from '../../../ui/index.ts';
import { intakeWords as words } from './words.ts';
import { goOnWith } from './intake-store.ts';

/** Banners shown at most; the newest matter most. */
const shownAtMost = 3;

/** Intakes that a pause, a cancel or a crash left, or whose files failed: offered above the list until someone decides. */
export function UnfinishedIntakes() {
  const { id: matterId } = useMatter();
  const intakes = useEngineQuery('evidence.intake.list', { matterId }).data ?? [];
  const dismiss = useEngineMutation('evidence.intake.dismiss');
  const open = intakes.filter(({ state }) => state !== 'running').slice(0, shownAtMost);
  return open.map((intake) => (
    <Banner
      key={intake.id}
      tone={intake.state === 'ended' ? 'warning' : 'info'}
      actions={
        <>
          {intake.done < intake.total && (
            <Button
              size="small"
              changesMatter
              onPress={() => void goOnWith(matterId, intake, 'evidence.intake.resume')}
            >
              {words.goOn}
            </Button>
          )}
          {intake.failed > 0 && (
            <Button
              size="small"
              changesMatter
              onPress={() => void goOnWith(matterId, intake, 'evidence.intake.retry')}
            >
              {words.tryFailures}
            </Button>
          )}
          <Button
            size="small"
            variant="quiet"
            changesMatter
            onPress={() => dismiss.mutate({ intakeId: intake.id })}
          >
            {words.dismiss}
          </Button>
        </>
      }
    >
      {sentenceOf(intake)}
    </Banner>
  ));
}

function sentenceOf({ state, total, done, failed }: Intake): string {
  const left = total - done;
  if (left === 0) return words.failures(failed, total);
  if (state === 'paused') return words.paused(left, total);
  if (state === 'cancelled') return words.cancelled(left, total);
  return words.interrupted(left, total);
}
