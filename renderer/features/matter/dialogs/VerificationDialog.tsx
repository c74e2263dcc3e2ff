import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { Verification } from '../../../../shared/model/matter.ts';
import { formatSize } from '../../../client/index.ts';
import { Dialog } from '../../../ui/index.ts';
import { matterWords as words } from '../words.ts';

/** What verifying found: that all is as it came in, or each thing that is not. */
export function VerificationDialog({ result, onClose }: { result: Verification; onClose: () => void }) {
  const { ok, problems, checked } = result;
  return (
    <Dialog title={words.verify} onClose={onClose}>
      <div className="flex items-start gap-3">
        {ok ? (
          <CircleCheck aria-hidden className="size-5 shrink-0 text-success-ink" />
        ) : (
          <TriangleAlert aria-hidden className="size-5 shrink-0 text-danger-ink" />
        )}
        <p className="font-medium">
          {ok ? words.verifiedOk(checked.evidence) : words.verifiedBad(problems.length)}
        </p>
      </div>
      {problems.length > 0 && (
        <ul data-selectable className="flex flex-col divide-y divide-line rounded-md border border-line">
          {problems.map((problem, index) => (
            <li key={`${problem.code} ${problem.subject} ${index}`} className="px-3 py-2">
              {problem.message}
            </li>
          ))}
        </ul>
      )}
      <p className="text-ink-soft">
        {words.checked(
          checked.evidence,
          formatSize(checked.bytes),
          checked.docketSources,
          checked.custodyEvents,
          checked.auditEvents,
        )}
      </p>
    </Dialog>
  );
}
