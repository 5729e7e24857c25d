import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Outbox } from '../../../platform/outbox/outbox';
import { CaseRegistry, type CaseListener } from '../../cases';
import { TellColleagues, telling } from '../jobs/cooperation.jobs';

/** Whoever is admitted to the circle of a case hears of it, when their membership begins. */
@Injectable()
export class TellAdmitted implements OnModuleInit, CaseListener {
  constructor(
    private readonly registry: CaseRegistry,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.registry.addListener(this);
  }

  memberAdmitted(memberId: string, from: Temporal.Instant | null): Promise<void> {
    const options = from ? { availableAt: from } : {};
    return this.outbox.append(TellColleagues, telling('admitted', memberId), options);
  }
}
