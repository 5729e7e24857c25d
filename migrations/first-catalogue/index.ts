import { ACTIONS } from './actions';
import { CRIME_VICTIM } from './crime-victim';
import { DESTITUTION } from './destitution';
import { FAMILIES_WITH_MODULES } from './families-with-modules';
import { HEALTH } from './health';
import { LABOUR } from './labour';
import { LEGAL_ORIENTATION, MARITIME, WELFARE_CHECK } from './other-families';

/** What headquarters starts with; every later version is theirs. Never edited: it has been loaded. */
export const FIRST_CATALOGUE = {
  families: [
    ...FAMILIES_WITH_MODULES,
    HEALTH,
    DESTITUTION,
    CRIME_VICTIM,
    LABOUR,
    LEGAL_ORIENTATION,
    MARITIME,
    WELFARE_CHECK,
  ],
  actions: ACTIONS,
};
