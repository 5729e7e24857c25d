import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-contract';

/**
 * The business calendar of a post has another content than before: whatever was planned upon it is
 * planned again. Asked for by every change of declared days, zone, country or subdivision.
 */
export const ApplyCalendar = defineJob({
  name: 'calendar.apply',
  queue: 'post',
  payload: z.object({ postId: z.uuid(), calendarVersion: z.int() }),
  key: ({ postId, calendarVersion }) => `calendar.apply:${postId}:${calendarVersion}`,
});
