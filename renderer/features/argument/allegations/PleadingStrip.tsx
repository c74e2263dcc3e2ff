import { BadgeCheck, ChevronDown } from 'lucide-react';
import type { Allegations, Pleading } from '../../../../shared/model/argument.ts';
import { Button, MenuButton, SegmentedControl, Toolbar } from '../../../ui/index.ts';
import type { ArgumentView } from '../argument-view.ts';
import { allegationWords as words } from '../words.ts';

interface PleadingStripProps {
  readonly pleading: Pleading;
  readonly read: Allegations;
  readonly isUnshownOnly: boolean;
  readonly onChange: (change: Partial<ArgumentView>) => void;
  readonly onChoose: () => void;
  readonly onOpen: (page: number, paper: Omit<Pleading, 'cite'>) => void;
}

/** Whose allegations are listed, and which of them. */
export function PleadingStrip(props: PleadingStripProps) {
  const { pleading, isUnshownOnly, onChange } = props;
  const { pleadings, pagesWithoutText, verifiedOn, verification } = props.read;
  return (
    <Toolbar label={words.pleading} canWrap>
      <MenuButton
        label={words.pleading}
        items={[
          ...pleadings.map((each) => ({
            id: each.evidenceId,
            label: words.pleadingName(each),
            onAction: () => onChange({ pleadingId: each.evidenceId }),
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
        onChange={(value) => onChange({ isUnshownOnly: value === 'unshown' })}
        options={[
          { value: 'all', label: words.all },
          { value: 'unshown', label: words.unshownOnly },
        ]}
      />
    </Toolbar>
  );
}
