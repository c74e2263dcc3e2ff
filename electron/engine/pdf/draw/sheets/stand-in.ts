import type { StandInText } from '../../assemble/plan.ts';
import { letter, type DrawnPage } from '../drawn-page.ts';
import { headStart, Sheet } from './sheet.ts';
import type { Typesetter } from '../typesetter.ts';

/** The page that stands for an exhibit, such as “EXHIBIT C FILED UNDER SEAL” (W.D. Wash. LCR 5(g)(4)). Its foot is left free. */
export function drawStandIn(text: StandInText, type: Typesetter): DrawnPage {
  const sheet = new Sheet(type);
  sheet.layOut(headStart, text.heading, [{ texts: text.lines, size: 13, weight: 'regular', above: 30 }]);
  return { ...letter, content: sheet.content, links: [] };
}
