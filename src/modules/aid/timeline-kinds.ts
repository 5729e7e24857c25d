import { z } from 'zod';
import { AID_KINDS, AID_LINES, AID_STATES } from './domain/aid';

const about = {
  aidId: z.uuid(),
  aidNumber: z.string(),
  programme: z.enum(['palh', 'pah']),
  aidLine: z.enum(AID_LINES),
};

/** What the timeline of a case carries of aid: codes and numbers, never amounts of a person. */
export const aidTimelineKinds = {
  'aid.recorded': z.object({ ...about, aidKind: z.enum(AID_KINDS) }),
  'aid.decided': z.object({ ...about, aidState: z.enum(AID_STATES) }),
} as const;
