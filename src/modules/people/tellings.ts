import { Injectable, Module } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { DomainError } from '../../platform/errors/domain-error';

/** Something about a person that is about to be told to a private person. */
export interface Telling {
  /** The case in hand. */
  caseId: string;
  /** Whose data; absent: those of every beneficiary of the case. */
  aboutId?: string;
  /** Who is told; null for somebody who is not in the register, or is not named. */
  personId: string | null;
  at: Temporal.Instant;
}

/** By which way out it goes. */
export type WayOut = 'disclosure' | 'contact' | 'paper';

/** Knows of whom nothing may be told to some, in the ambient transaction and the actor's scope. */
export interface TellingGuard {
  /** Code of the refusal, UPPER_SNAKE; null: it may be told. */
  refusal(telling: Telling): Promise<string | null>;
}

/**
 * The one place that says whether a private person may be told about another. Whatever leaves towards
 * one (a disclosure, a call, a paper) asks here. A family registers its guard at start.
 */
@Injectable()
export class Tellings {
  private guard: TellingGuard | null = null;

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  guardBy(guard: TellingGuard): void {
    if (this.guard) throw new Error('two guards of tellings');
    this.guard = guard;
  }

  /** The code of the refusal, or null. For pages that say what may be shared. */
  async refusal(telling: Telling): Promise<string | null> {
    return (await this.guard?.refusal(telling)) ?? null;
  }

  /**
   * Inside a transaction: refuses with the guard's code (422). The attempt stays on the audit of the
   * case in hand, although nothing else of the transaction does.
   * @param path of the request, where the recipient was named
   */
  async assert(telling: Telling, by: WayOut, path: string): Promise<void> {
    const code = await this.refusal(telling);
    if (!code) return;
    this.database.afterRollback(() =>
      this.audit.record({
        action: 'telling.refused',
        subjectType: 'case',
        subjectId: telling.caseId,
        outcome: 'refused',
        details: { by, code, personId: telling.personId },
      }),
    );
    throw new DomainError(code, { errors: [{ path, code }] });
  }
}

/** For whoever tells, and for the family that guards. */
@Module({ providers: [Tellings], exports: [Tellings] })
export class TellingsModule {}
