export { DeadlinesDialogs, DeadlinesPane } from './DeadlinesPane.tsx';
