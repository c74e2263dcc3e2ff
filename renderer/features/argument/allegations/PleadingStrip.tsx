import { BadgeCheck, ChevronDown } from 'lucide-react';
import type { Allegations, Pleading } from '../../../../shared/model/argument.ts';
import type { EvidenceId } from '../../../../shared/model/common.ts';
import { Button, MenuButton, SegmentedControl, Toolbar } from '../../../ui/index.ts';
import { allegationWords as words } from '../words.ts';

interface PleadingStripProps {
  readonly pleading: Pleading;
  readonly pleadings: readonly Pleading[];
  readonly pagesWithoutText: number;
  /** The page of the pleading's verification; null where none was found. */
  readonly verifiedOn: number | null;
  /** The paper that is its verification; null where that stands in the pleading. */
  readonly verification: Allegations['verification'];
  readonly isUnshownOnly: boolean;
  readonly onUnshownOnly: (is: boolean) => void;
  readonly onPick: (pleadingId: EvidenceId) => void;
  readonly onChoose: () => void;
  readonly onOpen: (page: number, paper: Omit<Pleading, 'cite'>) => void;
}

/** Whose allegations are listed, and which of them. */
export function PleadingStrip(props: PleadingStripProps) {
  const { pleading, pleadings, pagesWithoutText, verifiedOn, verification, isUnshownOnly } = props;
  return (
    <Toolbar label={words.pleading} canWrap>
      <MenuButton
        label={words.pleading}
        items={[
          ...pleadings.map((each) => ({
            id: each.evidenceId,
            label: words.pleadingName(each),
            onAction: () => props.onPick(each.evidenceId),
          })),
          'separator',
          { id: 'choose', label: words.choose, onAction: props.onChoose },
        ]}
      >
        <Button variant="quiet" iconAfter={<ChevronDown aria-hidden />}>
          <span className="max-w-96 truncate">{words.pleadingName(pleading)}</span>
        </Button>
      </MenuButton>
      {verifiedOn !== null && (
        <Button
          variant="quiet"
          icon={<BadgeCheck aria-hidden />}
          onPress={() => props.onOpen(verifiedOn, verification ?? pleading)}
        >
          {verification ? words.verifiedBy(verification.docketNumber) : words.verifiedOn(verifiedOn)}
        </Button>
      )}
      <span className="grow" />
      {pagesWithoutText > 0 && (
        <span className="text-sm text-warning-ink">{words.withoutText(pagesWithoutText)}</span>
      )}
      <SegmentedControl
        label={words.listed}
        value={isUnshownOnly ? 'unshown' : 'all'}
        onChange={(value) => props.onUnshownOnly(value === 'unshown')}
        options={[
          { value: 'all', label: words.all },
          { value: 'unshown', label: words.unshownOnly },
        ]}
      />
    </Toolbar>
  );
}
