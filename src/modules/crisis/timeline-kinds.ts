import { z } from 'zod';

const id = z.uuid();

/** What each entry of such a case's timeline carries. */
export const crisisTimelineKinds = {
  'crisis.opened': z.object({ incidentId: id, incidentPersonId: id }),
} as const;
