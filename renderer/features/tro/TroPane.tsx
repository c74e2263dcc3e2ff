/** Until its screen is there. */
export function TroPane() {
  return null;
}

export function TroDialogs() {
  return null;
}
