export { fontChecker } from './font-check.ts';
export { hasUnreadInk } from './unread-ink.ts';
export { unseenWords } from './unseen-words.ts';
