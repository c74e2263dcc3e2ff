import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { privilegeWords } from '../../../../shared/domain/review/decision-words.ts';
import type { Privilege } from '../../../../shared/model/evidence.ts';
import { ContextMenu } from '../../../ui/index.ts';
import { codingWords } from '../words.ts';

const privileges: readonly Privilege[] = [
  'attorney_client',
  'work_product',
  'common_interest',
  'other',
  'none',
];

interface PrivilegeMenu {
  /** Opens the menu under the buttons of privilege. */
  readonly open: () => void;
  /** For the element that holds these buttons. */
  readonly buttonsRef: RefObject<HTMLDivElement | null>;
  readonly menu: ReactNode;
}

/**
 * A menu of all kinds of privilege.
 *
 * @param onClose once it is closed, also by choosing
 */
export function usePrivilegeMenu(
  onChoose: (privilege: Privilege) => void,
  onClose: () => void,
): PrivilegeMenu {
  const buttonsRef = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const open = () => {
    const button = buttonsRef.current?.querySelector('[aria-pressed]');
    if (!button) return;
    button.scrollIntoView({ block: 'nearest' });
    const { left, bottom } = button.getBoundingClientRect();
    setAt({ x: left, y: bottom });
  };
  const menu = at && (
    <ContextMenu
      label={codingWords.choosePrivilege}
      at={at}
      items={privileges.map((privilege) => ({
        id: privilege,
        label: privilegeWords[privilege],
        onAction: () => onChoose(privilege),
      }))}
      onClose={() => {
        setAt(null);
        onClose();
      }}
    />
  );
  return { open, buttonsRef, menu };
}
