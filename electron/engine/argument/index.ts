import type { AreaHandlers } from '../handlers.ts';
import { checkCites } from './check-cites.ts';
import { addElements, moveElement, removeElement, updateElement } from './edit-elements.ts';
import { addFact, addPinCite, removeFacts, removePinCite, updateFact } from './edit-facts.ts';
import { exportArgument } from './export-argument.ts';
import { readAllegations } from './read-allegations.ts';
import { readArgument } from './read-argument.ts';

export { addElements } from './edit-elements.ts';
export { addFact } from './edit-facts.ts';
export { readArgument } from './read-argument.ts';

/** What the contract’s operations on facts and elements do. */
export const argumentHandlers: AreaHandlers<'argument'> = {
  'argument.get': ({ evidenceId }, { session }) => readArgument(session, evidenceId),
  'argument.allegations': ({ pleadingId }, { session }) => readAllegations(session, pleadingId),
  'argument.check': (_input, { session }) => checkCites(session),
  'argument.fact.add': ({ fields, pinCites }, context) => addFact(fields, pinCites, context),
  'argument.fact.update': ({ id, fields, ...pinCites }, context) => updateFact(id, fields, pinCites, context),
  'argument.fact.delete': ({ ids }, context) => removeFacts(ids, context),
  'argument.pinCite.add': ({ factId, pinCite }, context) => addPinCite(factId, pinCite, context),
  'argument.pinCite.delete': ({ id }, context) => removePinCite(id, context),
  'argument.element.add': ({ elements }, context) => addElements(elements, context),
  'argument.element.update': ({ id, fields }, context) => updateElement(id, fields, context),
  'argument.element.delete': ({ id }, context) => removeElement(id, context),
  'argument.element.move': ({ id, beforeId }, context) => moveElement(id, beforeId, context),
  'argument.export': (options, context) => exportArgument(options, context),
};
