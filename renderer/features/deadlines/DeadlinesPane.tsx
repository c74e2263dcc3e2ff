/** Until its screen is there. */
export function DeadlinesPane() {
  return null;
}

export function DeadlinesDialogs() {
  return null;
}
