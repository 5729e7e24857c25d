import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { Actor } from '../access/actor';
import { FaultLog } from './fault-log';
import { JobQueues } from './job-queues';
import { WorkerPool } from './worker-pool';

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const;

/** Jobs by queue and state, read from the truth when somebody asks; idle queues are left out. */
@Injectable()
export class QueueMetrics implements OnModuleInit {
  constructor(
    private readonly queues: JobQueues,
    private readonly pool: WorkerPool,
    private readonly faults: FaultLog,
    @Optional() private readonly registry?: Registry,
  ) {}

  onModuleInit(): void {
    if (!this.registry) return;
    const { queues, pool, faults } = this;
    new Gauge({
      name: 'amparo_jobs',
      help: 'Jobs by queue (code of the post, or system) and state',
      labelNames: ['queue', 'state'],
      registers: [this.registry],
      async collect() {
        this.reset();
        try {
          for (const queue of await queues.overview(Actor.system())) {
            for (const state of STATES) {
              if (queue[state] > 0) this.set({ queue: queue.postCode, state }, queue[state]);
            }
          }
        } catch (error) {
          faults.report('metrics', error);
        }
      },
    });
    new Gauge({
      name: 'amparo_job_workers',
      help: 'Workers open in this process, and queues that wait for one',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        this.set({ state: 'open' }, pool.size.open);
        this.set({ state: 'awaited' }, pool.size.waiting);
      },
    });
  }
}
