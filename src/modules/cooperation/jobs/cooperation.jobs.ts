import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-contract';

export const TOLD = [
  'transfer_proposed',
  'transfer_accepted',
  'transfer_rejected',
  'request_asked',
  'request_answered',
  'handed_over',
  'mentioned',
  'joined_case',
  'admitted',
] as const;
/** What people are told of working together; it names the words of the notice too. */
export type Told = (typeof TOLD)[number];

/** Something happened that colleagues must hear of; `subjectId` is the fact, whatever its kind. */
export const TellColleagues = defineJob({
  name: 'colleague.tell',
  queue: 'system',
  payload: z.object({ what: z.enum(TOLD), subjectId: z.uuid() }),
  key: ({ what, subjectId }) => `colleague.tell:${what}:${subjectId}`,
});

/** Somebody leaves: everything they hold goes to others. `round` grows when it is taken up again. */
export const MoveHoldings = defineJob({
  name: 'departure.move',
  queue: 'system',
  payload: z.object({ departureId: z.uuid(), round: z.int() }),
  key: ({ departureId, round }) => `departure.move:${departureId}:${round}`,
});

/** Payload of `TellColleagues`. */
export const telling = (what: Told, subjectId: string): { what: Told; subjectId: string } => ({
  what,
  subjectId,
});
