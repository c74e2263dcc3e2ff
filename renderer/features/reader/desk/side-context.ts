import { createContext, use } from 'react';
import type { CommandId } from '../../../../shared/contract/commands.ts';
import { useCommand } from '../../../client/index.ts';
import type { Desk } from './desk.ts';

/** What a document can do with the desk it is on. */
export interface DeskActions {
  readonly newTab: () => void;
  readonly split: (how: Desk['split']) => void;
  readonly join: () => void;
  readonly move: () => void;
  readonly openWindow: () => void;
  readonly present: () => void;
}

/** The side of the desk a document is on. */
export interface DeskPlace {
  /** Whether commands and keys are for this side. */
  readonly isFocused: boolean;
  readonly isSplit: boolean;
  /** Whether the document fills the screen, without anything around it. */
  readonly isPresenting: boolean;
  /** Null where a document is by itself. */
  readonly actions: DeskActions | null;
}

const alone: DeskPlace = { isFocused: true, isSplit: false, isPresenting: false, actions: null };

export const DeskPlaceContext = createContext<DeskPlace>(alone);

/** Where on the desk the document is. */
export function useDeskPlace(): DeskPlace {
  return use(DeskPlaceContext);
}

/** Answers a command as `useCommand` does, while the keyboard is on this side of the desk. */
export function useSideCommand(
  id: CommandId,
  handler: () => void,
  options: { isEnabled?: boolean } = {},
): void {
  const { isFocused } = useDeskPlace();
  useCommand(id, handler, { ...options, isOffered: isFocused });
}
