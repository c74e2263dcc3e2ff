import { formatCount, formatNumber } from '../../client/index.ts';

export const words = {
  title: 'Where else this is',
  nowhere: 'Nowhere else: it is not on the docket or in any exhibit set, and nothing is similar to it.',
  filed: (number: string) => (number === '' ? 'Docket' : `Dkt. ${number}`),
  usedAs: 'Exhibits of this document',
  inSet: (label: string, set: string) => `Ex. ${label}, ${set}`,
  exhibit: (label: string) => `Ex. ${label}`,
  cameIn: 'Came in',
  share: (share: number) => `${Math.round(share * 100)}%`,
  notes: (count: number) => formatCount(count, 'note'),
  fact: 'Shows',
  again: 'Received again',
  more: (count: number) => `${formatNumber(count)} more`,
} as const;
