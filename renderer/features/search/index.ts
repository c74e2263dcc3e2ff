export { SearchCommands } from './SearchCommands.tsx';
export { SearchPane } from './SearchPane.tsx';
