import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-contract';

export const GLASS_EVENTS = ['asked', 'broken', 'reviewed'] as const;
export type GlassEvent = (typeof GLASS_EVENTS)[number];

/** Somebody asked to enter a sealed case, was let in, or was judged afterwards. */
export const FollowBreakGlass = defineJob({
  name: 'glass.follow',
  queue: 'system',
  payload: z.object({ what: z.enum(GLASS_EVENTS), requestId: z.uuid() }),
  key: ({ what, requestId }) => `glass.follow:${what}:${requestId}`,
});
