import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-contract';

/** Sends a message of an incident to one person of it. */
export const SendBroadcast = defineJob({
  name: 'broadcast.send',
  queue: 'system',
  payload: z.object({ recipientId: z.uuid() }),
  key: ({ recipientId }) => `broadcast.send:${recipientId}`,
  attempts: 13,
  backoff: 5_000,
});
