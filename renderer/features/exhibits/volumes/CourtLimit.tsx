import { BadgeCheck, CircleHelp } from 'lucide-react';
import type { CourtProfile, FileSizeLimit } from '../../../../shared/model/court-profile.ts';
import { volumeWords as words } from './words.ts';

/** The size a court accepts, who says so, and whether that is the court itself. */
export function CourtLimit({ profile, limit }: { profile: CourtProfile; limit: FileSizeLimit }) {
  const { otherFileSizes, profileDate } = profile;
  return (
    <div data-selectable className="flex flex-col gap-1.5 rounded-md bg-sunken px-2.5 py-2 text-sm">
      <Limit limit={limit} />
      {otherFileSizes.length > 0 && (
        <>
          <p className="font-medium">{words.others}</p>
          {otherFileSizes.map((limit) => (
            <Limit key={`${limit.megabytes} ${limit.source}`} limit={limit} />
          ))}
        </>
      )}
      <p className="text-ink-soft">{words.profileDate(profileDate)}</p>
    </div>
  );
}

function Limit({ limit }: { limit: FileSizeLimit }) {
  const isConfirmed = limit.confidence === 'confirmed';
  const Icon = isConfirmed ? BadgeCheck : CircleHelp;
  return (
    <div>
      <p className="wrap-anywhere tabular-nums">{words.limit(limit)}</p>
      <p className={`flex items-center gap-1 ${isConfirmed ? 'text-success-ink' : 'text-warning-ink'}`}>
        <Icon aria-hidden className="size-3.5 shrink-0" />
        {isConfirmed ? words.confirmed : words.reported}
      </p>
    </div>
  );
}
