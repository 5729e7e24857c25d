import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-contract';

/**
 * Has one file looked at by the scanner. A scanner that is away is asked again for about six hours;
 * until there is a verdict the file stays in quarantine, and then a person decides on the jobs screen.
 */
export const ScanDocument = defineJob({
  name: 'document.scan',
  queue: 'post',
  payload: z.object({ versionId: z.uuid() }),
  key: ({ versionId }) => `document.scan:${versionId}`,
  attempts: 13,
  backoff: 5_000,
});
