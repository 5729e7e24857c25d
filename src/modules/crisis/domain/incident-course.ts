import type { IncidentState } from './vocabulary';

/** What each state allows next; a crisis that flares up again is activated again, with its reason. */
export const INCIDENT_TRANSITIONS = {
  prepared: ['active'],
  active: ['stood_down'],
  stood_down: ['active'],
} as const satisfies Record<IncidentState, readonly IncidentState[]>;

export const mayBecome = (from: IncidentState, to: IncidentState): boolean =>
  (INCIDENT_TRANSITIONS[from] as readonly IncidentState[]).includes(to);
