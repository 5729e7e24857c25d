import { z } from 'zod';
import { defineJob } from '../jobs/job-contract';

/** Long work goes on where it was, to its end. */
export const RunOperation = defineJob({
  name: 'operation.run',
  queue: 'post',
  payload: z.object({ operationId: z.uuid() }),
  key: ({ operationId }) => `operation.run:${operationId}`,
});
