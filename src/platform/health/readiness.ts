import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import {
  HealthCheckService,
  HealthIndicatorService,
  type HealthCheckResult,
  type HealthIndicatorResult,
} from '@nestjs/terminus';
import { DomainError } from '../errors/domain-error';

/** One thing this process depends on. */
export interface ReadinessCheck {
  /** As it reads in the answer of /health/ready, e.g. `database`. */
  readonly name: string;
  /** False: the process serves without it, and its loss is shown and no more. Default true. */
  readonly essential?: boolean;
  /** Tries the real thing; rejects when it is not there. */
  check(): Promise<void>;
}

/** A check that has not answered after this many milliseconds has failed. */
const PATIENCE = 3_000;

/** Whether this process can serve now. Modules register what they depend on when they start. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  private readonly checks: ReadinessCheck[] = [];
  private stopping = false;

  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
  ) {}

  register(check: ReadinessCheck): void {
    if (this.checks.some(({ name }) => name === check.name)) {
      throw new Error(`readiness check ${check.name} is registered twice`);
    }
    this.checks.push(check);
  }

  /** Runs every check; the answer names what failed and nothing of why (that is in the log). */
  async run(): Promise<HealthCheckResult> {
    const all = [{ name: 'process', check: () => this.assertRunning() }, ...this.checks];
    try {
      return await this.health.check(all.map((check) => () => this.indicate(check)));
    } catch (error) {
      const response = (error as { getResponse?: () => unknown }).getResponse?.();
      if (response) return response as HealthCheckResult;
      throw error;
    }
  }

  /** Load balancers stop sending requests while those in hand are finished. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  private assertRunning(): Promise<void> {
    return this.stopping ? Promise.reject(new Error('stopping')) : Promise.resolve();
  }

  private async indicate({
    name,
    essential = true,
    check,
  }: ReadinessCheck): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check(name);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new DomainError('LATE')), PATIENCE);
    });
    try {
      await Promise.race([check(), late]);
      return indicator.up();
    } catch (error) {
      const reason = error instanceof DomainError ? error.code : 'unavailable';
      return essential ? indicator.down(reason) : indicator.up(reason);
    } finally {
      clearTimeout(timer);
    }
  }
}
