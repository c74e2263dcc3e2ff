export { TroDialogs, TroPane } from './TroPane.tsx';
