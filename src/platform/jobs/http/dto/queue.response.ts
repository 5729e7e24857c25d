import { ApiProperty } from '@nestjs/swagger';
import type { FailedJob, QueueOverview } from '../../job-queues';

export class QueueResponse implements QueueOverview {
  /** Code of the post, or `system`. */
  postCode: string;
  waiting: number;
  active: number;
  /** Waits for its next attempt or for its hour. */
  delayed: number;
  failed: number;
  paused: boolean;
}

export class QueueListResponse {
  @ApiProperty({ type: [QueueResponse] }) items: QueueResponse[];
}

export class FailedJobResponse implements FailedJob {
  id: string;
  job: string;
  /** What went wrong, as a code; never a person's data. */
  failure: string;
  failedAt: string;
  recordedAt: string;
}

export class FailedJobListResponse {
  @ApiProperty({ type: [FailedJobResponse] }) items: FailedJobResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
