import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-contract';

/**
 * What is known of a person has changed in a way that decides how soon they are due attention
 * (birth date, vulnerability): whatever was planned upon it is planned again. A person may have cases
 * at posts that the editor does not reach, hence a job of the system.
 */
export const ApplyPerson = defineJob({
  name: 'person.apply',
  queue: 'system',
  payload: z.object({ personId: z.uuid(), version: z.int() }),
  key: ({ personId, version }) => `person.apply:${personId}:${version}`,
});
