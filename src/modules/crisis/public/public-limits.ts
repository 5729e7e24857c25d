import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Actor } from '../../../platform/access/actor';
import { RateLimits } from '../../../platform/access/rate-limits';
import { Database } from '../../../platform/database/database';
import { CrisisPolicies } from '../crisis-policies';
import type { CrisisPolicy } from '../domain/policy';

export const REGISTRATIONS = 'crisis.registrations';
export const BY_CODE = 'crisis.codes';

/** A flood must not become a flood of questions for the limit (milliseconds). */
const REMEMBERED = 5_000;

/** How often one address may come to the public page: what the policy in force says. */
@Injectable()
export class PublicLimits implements OnModuleInit {
  private known: { until: number; limits: Promise<CrisisPolicy['limits']> } | null = null;

  constructor(
    private readonly rates: RateLimits,
    private readonly policies: CrisisPolicies,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.rates.register(REGISTRATIONS, async () => (await this.current()).registrations);
    this.rates.register(BY_CODE, async () => (await this.current()).codes);
  }

  /** Asked once for all who come meanwhile; a failure is not remembered. */
  private current(): Promise<CrisisPolicy['limits']> {
    const now = performance.now();
    if (this.known && this.known.until > now) return this.known.limits;
    const limits = this.database.inTransaction(
      Actor.system(),
      async () => (await this.policies.current()).limits,
    );
    this.known = { until: now + REMEMBERED, limits };
    limits.catch(() => (this.known = null));
    return limits;
  }
}
