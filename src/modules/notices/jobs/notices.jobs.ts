import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-contract';

/** Sends one mail. An unreachable mail server is tried for about six hours, then a person decides. */
export const SendMail = defineJob({
  name: 'mail.send',
  queue: 'post',
  payload: z.object({ mailId: z.uuid() }),
  key: ({ mailId }) => `mail.send:${mailId}`,
  attempts: 13,
  backoff: 5_000,
});
