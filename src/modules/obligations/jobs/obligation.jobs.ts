import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-contract';

/** A rung of a ladder has come: tell whoever it names. */
export const SendReminder = defineJob({
  name: 'reminder.send',
  queue: 'post',
  payload: z.object({ reminderId: z.uuid() }),
  key: ({ reminderId }) => `reminder.send:${reminderId}`,
});

/** Every open case that a new policy reaches is planned again. */
export const ReplanCases = defineJob({
  name: 'obligation.replan',
  queue: 'system',
  payload: z.object({ runId: z.uuid() }),
  key: ({ runId }) => `obligation.replan:${runId}`,
});
