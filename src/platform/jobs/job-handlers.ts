import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { HANDLES } from './handles';
import { jobContracts, type AnyJobContract, type JobHandler } from './job-contract';

export interface HandledJob {
  contract: AnyJobContract;
  handler: JobHandler<object>;
}

/** Finds the handler of every job; a worker does not start unless each job has exactly one. */
@Injectable()
export class JobHandlers implements OnModuleInit {
  private readonly handlers = new Map<string, HandledJob>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const found = this.found();
    for (const contract of jobContracts()) {
      const handlers = found.get(contract.name) ?? [];
      const [handler] = handlers;
      if (!handler || handlers.length > 1) {
        const names = handlers.map((each) => each.constructor.name).join(', ') || 'none';
        throw new Error(`job ${contract.name} needs exactly one handler; found: ${names}`);
      }
      this.handlers.set(contract.name, { contract, handler });
    }
  }

  /** The job of that name, or null in a process older than the job. */
  get(name: string): HandledJob | null {
    return this.handlers.get(name) ?? null;
  }

  private found(): Map<string, JobHandler<object>[]> {
    const found = new Map<string, JobHandler<object>[]>();
    for (const { instance } of this.discovery.getProviders()) {
      const type = (instance as object | null | undefined)?.constructor;
      const name = type && this.reflector.get<string | undefined>(HANDLES, type);
      if (!name) continue;
      const handlers = found.get(name) ?? [];
      if (!handlers.includes(instance)) found.set(name, [...handlers, instance]);
    }
    return found;
  }
}
