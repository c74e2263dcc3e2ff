import { ListView } from '../../../../shared/model/evidence.ts';
import { keptByName } from '../../store/kept-by-name.ts';

const State = ListView.omit({ id: true, name: true });

/** Lists of evidence as they are set up. What a later version added to the filters has its usual value. */
export const listViews = keptByName('list_view', 'list', {
  read: ({ id, name, state }): ListView => ({ id, name, ...State.parse(JSON.parse(state)) }),
  write: ({ name, ...state }) => ({ name, state: JSON.stringify(State.parse(state)) }),
});
