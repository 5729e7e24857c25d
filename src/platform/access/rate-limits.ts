import { Injectable, SetMetadata } from '@nestjs/common';

export const LIMITED_BY = 'access:limited-by';

/** The route takes as many requests a minute from one caller as policy says (`RateLimits`). */
export const LimitedBy = (name: string): MethodDecorator => SetMetadata(LIMITED_BY, name);

/** Limits per caller that are policy: a module says how its own are found out. */
@Injectable()
export class RateLimits {
  private readonly limits = new Map<string, () => Promise<number>>();

  register(name: string, limit: () => Promise<number>): void {
    this.limits.set(name, limit);
  }

  /** Requests a minute. A limit that nobody registered lets nothing through. */
  async of(name: string): Promise<number> {
    return (await this.limits.get(name)?.()) ?? 0;
  }
}
