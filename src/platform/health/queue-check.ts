import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM_QUEUE } from '../jobs/queue-names';
import { Queues } from '../jobs/queues';
import { Readiness } from './readiness';

/**
 * The queues answer. Not essential: work waits in the outbox while they are away, and a process that
 * stopped serving because of them would turn a delay into an outage.
 */
@Injectable()
export class QueueCheck implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly queues: Queues,
  ) {}

  onModuleInit(): void {
    this.readiness.register({
      name: 'queues',
      essential: false,
      check: async () => {
        await this.queues.counts(SYSTEM_QUEUE);
      },
    });
  }
}
