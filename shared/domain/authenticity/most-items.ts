/** Items of one paper: it has a page for each, or for four; a thousand pages are drawn in some ten seconds. */
export const mostItemsInPaper = 5_000;
