import { useMatter } from '../../../client/index.ts';
import { Unasked } from '../../../ui/index.ts';
import { RedactDialog } from './RedactDialog.tsx';
import { RedactedReport } from './RedactedReport.tsx';
import { useRedaction } from './redaction-store.ts';
import { useRedactionCheck } from './redaction-check-store.ts';
import { RedactionReportDialog } from './RedactionReport.tsx';

/** Redacting copies and looking for failed redactions, whichever area the user is in by then. */
export function RedactionDialogs() {
  const { id: matterId } = useMatter();
  const { asked, saved } = useRedaction();
  const { found } = useRedactionCheck();
  return (
    <>
      {asked?.matterId === matterId &&
        (asked.isBack ? (
          <Unasked>
            <RedactDialog asked={asked} />
          </Unasked>
        ) : (
          <RedactDialog asked={asked} />
        ))}
      {saved?.matterId === matterId && (
        <Unasked>
          <RedactedReport saved={saved} />
        </Unasked>
      )}
      {found?.matterId === matterId && (
        <Unasked>
          <RedactionReportDialog report={found.report} others={found.others} />
        </Unasked>
      )}
    </>
  );
}
