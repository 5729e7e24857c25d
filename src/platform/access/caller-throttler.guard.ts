import { Inject, Injectable } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerRequest } from '@nestjs/throttler';
import type { AmparoRequest } from './decorators';
import { LIMITED_BY, RateLimits } from './rate-limits';

/** Counts by account once known, else by address: a whole consulate may share one address. */
@Injectable()
export class CallerThrottlerGuard extends ThrottlerGuard {
  @Inject() private readonly limits: RateLimits;

  protected override getTracker(request: AmparoRequest): Promise<string> {
    return Promise.resolve(request.actor?.accountId ?? request.ip);
  }

  protected override async handleRequest(request: ThrottlerRequest): Promise<boolean> {
    const name = this.reflector.get<string | undefined>(LIMITED_BY, request.context.getHandler());
    return super.handleRequest(
      name === undefined ? request : { ...request, limit: await this.limits.of(name) },
    );
  }
}
