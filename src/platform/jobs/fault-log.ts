import { Injectable, Logger } from '@nestjs/common';
import { describeFault } from './failure';

/** One place for faults of the transport: named by code, never by what a message may carry. */
@Injectable()
export class FaultLog {
  private readonly logger = new Logger('jobs');

  report(where: string, error: unknown, details: Record<string, string | number> = {}): void {
    this.logger.warn({ where, fault: describeFault(error), ...details });
  }
}
