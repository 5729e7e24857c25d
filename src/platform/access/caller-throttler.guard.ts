import { Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { AmparoRequest } from './decorators';

/** Counts by account once known, else by address: a whole consulate may share one address. */
@Injectable()
export class CallerThrottlerGuard extends ThrottlerGuard {
  protected override getTracker(request: AmparoRequest): Promise<string> {
    return Promise.resolve(request.actor?.accountId ?? request.ip);
  }
}
