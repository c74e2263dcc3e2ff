import { DetailRow } from '../../../ui/index.ts';
import type { Claim } from '../../../../shared/model/evidence.ts';
import { formatClaimedTime } from '../list/claimed-time.ts';
import { claimWords, detailWords as words } from '../words.ts';

/** What a file says of itself: said to be its claims, and never mixed with what is known. */
export function ItemClaims({ claims, timeZone }: { claims: readonly Claim[]; timeZone: string }) {
  if (claims.length === 0) return null;
  const byField = Map.groupBy(claims, ({ field }) => field);
  return (
    <section aria-labelledby="claims-heading" className="border-t border-line pt-3">
      <h3 id="claims-heading" className="font-semibold">
        {words.claims}
      </h3>
      <p className="mb-1.5 text-sm text-ink-soft">{words.claimsNote}</p>
      <dl data-selectable className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1">
        {[...byField].map(([field, values]) => (
          <DetailRow key={field} name={claimWords[field]}>
            {values.map(({ value }) => claimText(field, value, timeZone)).join(', ')}
          </DetailRow>
        ))}
      </dl>
    </section>
  );
}

function claimText(field: Claim['field'], value: string, timeZone: string): string {
  if (field.endsWith('At')) return formatClaimedTime(value, timeZone);
  if (field === 'durationMs' && /^\d+(\.\d+)?$/.test(value)) return formatLength(Number(value));
  return value;
}

/** A length of a recording: "1:02:09". */
function formatLength(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const two = (count: number) => String(count).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor((seconds % 3_600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
