import { useMatter } from '../../../client/index.ts';
import { Button, type MenuEntry } from '../../../ui/index.ts';
import { docketWords } from '../words.ts';

/** What the details offer of the menu of one entry, and of several. */
const ofOne = ['open', 'edit', 'link', 'unlink', 'move', 'automatic', 'mark'];
const ofSeveral = ['exportDocuments', 'mark'];

/** Parts of the chosen entries' menu as buttons; what cannot be done with them is left out. */
export function EntryButtons({ menu, isOne = false }: { menu: readonly MenuEntry[]; isOne?: boolean }) {
  const { isReadOnly } = useMatter();
  const offered = isOne ? ofOne : ofSeveral;
  return (
    <div role="group" aria-label={docketWords.actions} className="flex flex-wrap gap-1.5">
      {menu.map((item) =>
        item === 'separator' || !offered.includes(item.id) || (item.isDisabled && !isReadOnly) ? null : (
          <Button
            key={item.id}
            size="small"
            variant={item.id === 'open' ? 'primary' : 'plain'}
            changesMatter={item.id !== 'open' && item.id !== 'exportDocuments'}
            onPress={item.onAction}
          >
            {item.label}
          </Button>
        ),
      )}
    </div>
  );
}
