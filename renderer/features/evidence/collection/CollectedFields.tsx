import { writeTypedMoment } from '../../../../shared/domain/typed-moment.ts';
import type { Collected } from '../../../../shared/model/evidence.ts';
import { formatDate } from '../../../client/index.ts';
import { DayPicker, TextField } from '../../../ui/index.ts';
import { detailWords as words } from '../words.ts';
import { useReadCollectedAt } from './collected-at.ts';
import { textLimits } from '../../../../shared/model/text-limits.ts';

/** When, by whom, where and how items were collected, as the person says. */
export function CollectedFields(props: { value: Collected; onChange: (value: Collected) => void }) {
  const { value, onChange } = props;
  const day = useReadCollectedAt()(value.at);
  return (
    <div className="grid grid-cols-2 gap-3">
      <DayPicker
        day={day?.length === 10 ? day : null}
        onPick={(picked) => onChange({ ...value, at: writeTypedMoment(picked) })}
      >
        {(button) => (
          <TextField
            label={words.collectedAt}
            description={day === null || day.length !== 10 ? words.collectedAtHelp : formatDate(day)}
            error={day === null ? words.collectedAtError : null}
            value={value.at}
            onChange={(at) => onChange({ ...value, at })}
            button={button}
          />
        )}
      </DayPicker>
      <TextField
        label={words.collectedBy}
        value={value.by}
        onChange={(by) => onChange({ ...value, by })}
        maxLength={textLimits.evidence.collectedBy}
      />
      <TextField
        label={words.collectedWhere}
        value={value.where}
        onChange={(where) => onChange({ ...value, where })}
        maxLength={textLimits.evidence.collectedWhere}
      />
      <TextField
        label={words.collectedHow}
        value={value.how}
        onChange={(how) => onChange({ ...value, how })}
        maxLength={textLimits.evidence.collectedHow}
      />
    </div>
  );
}

/** Nothing said yet. */
export const notCollected: Collected = { at: '', by: '', where: '', how: '' };
