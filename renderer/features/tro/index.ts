export { TroDialogs } from './TroDialogs.tsx';
export { TroPane } from './TroPane.tsx';
