/** How the review area was left: kept for each person and matter. */
export const reviewDefaults = {
  /** Key of the current queue; empty for the first. */
  queue: '',
  /** Whether Responsive, Not responsive and Reviewed move to the next item. */
  advances: true,
  queuesWidth: 168,
};
