/** Stems of the verbs by which a court puts a day that it set on another. */
const stems =
  '(?:accelerat|adjourn|advanc|chang|continu|defer|delay|expedit|mov|postpon|push|re-?schedul|re-?set|trail)';

/** "continued", "reset": what is done to a day that is on another now. */
export const moved = `(?:${stems}r?ed|re-?set)`;
/** "continuing", "resetting". */
export const moving = `${stems}[rt]?ing`;
/** "continues", "resets", "continuing": what an order does by its own words. */
export const movingNow = `(?:${stems}(?:e?s|[rt]?ing))`;
/** All forms of these: "continues", "resets". */
export const moves = `${stems}(?:e|s|es|r?ed|[rt]?ing)?`;
/** "cancelled", "held in abeyance": what is done to a day that is no more, or not for now. */
export const takenAway =
  '(?:abated|cancell?ed|(?:held )?in abeyance|moot(?:ed)?|stayed|stricken|struck|suspended|terminated|tolled|vacated|(?:taken |removed )?(?:off|from) (?:the )?(?:court’s )?calendar)';
/** "cancels", "vacating". */
export const takesAway =
  '(?:cancel(?:s|l?ing)?|stay(?:s|ing)?|strik(?:e|es|ing)|suspend(?:s|ing)?|terminat(?:e|es|ing)|toll(?:s|ing)?|vacat(?:e|es|ing))';
