import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Audit } from '../../platform/audit/audit';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { DomainError } from '../../platform/errors/domain-error';
import { Timeline, type Tier } from '../cases';
import { FullSight } from '../obligations';
import { ContactRules, type Clearance, type Contact, type ContactGuard } from '../people';
import { mayContact, type SafeContactRefusal } from './domain/may-contact';
import { CURRENT, GROUND } from './safe-contact.statements';
import { arrangementOf, type SafeContactRow } from './safe-contact.views';

/** A refusal, or that a sealed case has no arrangement yet. */
type Refusal = SafeContactRefusal | 'REQUIRED';

interface Ground {
  tier: Tier;
  anyArranged: boolean;
  inDanger: boolean;
}

/**
 * Whoever reaches out to a person of a case passes here: what was arranged with them decides, and in
 * a sealed case something must be arranged before anybody is contacted (rules §4). Only danger to
 * life sets a refusal aside, in writing, for the circle to see.
 */
@Injectable()
export class SafeContactGuard implements ContactGuard, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly rules: ContactRules,
    private readonly sight: FullSight,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.rules.guardBy(this);
  }

  /** @throws DomainError SAFE_CONTACT_REQUIRED, _CHANNEL, _ADDRESS, _HOURS, _MESSAGE (409) */
  async clear(personId: string, contact: Contact): Promise<Clearance> {
    const { caseId } = contact;
    if (!caseId) return { safeContactId: null, hasCodeWord: false, overridden: null };
    const [row, ground] = await this.read(caseId, personId);
    const refusal = row ? this.refusalOf(row, contact) : neededIn(ground);
    if (refusal) await this.setAside(caseId, personId, contact, refusal.why, refusal.opensAt, row);
    return {
      safeContactId: row?.id ?? null,
      hasCodeWord: Boolean(row?.codeWord),
      overridden: refusal?.why ?? null,
    };
  }

  /** With the system's sight: whoever may write to a person misses nothing that was arranged. */
  private read(caseId: string, personId: string): Promise<[SafeContactRow | null, Ground | null]> {
    return this.sight.during(async () => {
      const [[row], [ground]] = await Promise.all([
        this.database.query<SafeContactRow>(CURRENT, [caseId, personId]),
        this.database.query<Ground>(GROUND, [caseId, personId]),
      ]);
      return [row ?? null, ground ?? null];
    });
  }

  private refusalOf(row: SafeContactRow, contact: Contact): RefusalWith | null {
    const { channel, address = null, at, leavesMessage = false } = contact;
    const verdict = mayContact(arrangementOf(row), channel, address, at, { leavesMessage });
    if (verdict.allowed) return null;
    return {
      why: verdict.why,
      opensAt: verdict.opensAt && wallClock(verdict.opensAt, row.timeZone),
    };
  }

  /** Throws unless life is in danger; then the circle reads what was set aside, and why. */
  private async setAside(
    caseId: string,
    personId: string,
    { dangerToLife, channel, at }: Contact,
    why: Refusal,
    opensAt: string | null,
    row: SafeContactRow | null,
  ): Promise<void> {
    const reason = protect(dangerToLife);
    if (!reason) {
      const code = why === 'HOURS' && !opensAt ? 'SAFE_CONTACT_NEVER' : `SAFE_CONTACT_${why}`;
      throw new DomainError(code, { status: 409, params: { opensAt: opensAt ?? '' } });
    }
    await this.timeline.append({
      caseId,
      kind: 'safe_contact.overridden',
      occurredAt: at,
      tier: 'restricted',
      data: { safeContactId: row?.id ?? null, personId, channel, refusal: why, reason },
    });
    await this.audit.record({
      action: 'safe_contact.overridden',
      subjectType: 'case',
      subjectId: caseId,
      details: { refusal: why, channel },
    });
  }
}

interface RefusalWith {
  why: Refusal;
  /** Wall clock of the person. */
  opensAt: string | null;
}

/** Before anything is arranged in a sealed case, and for whoever is in danger there, nothing is. */
const neededIn = (ground: Ground | null): RefusalWith | null =>
  ground?.tier === 'sealed' && (!ground.anyArranged || ground.inDanger)
    ? { why: 'REQUIRED', opensAt: null }
    : null;

/** `2026-03-02 18:00 (Europe/Madrid)`. */
const wallClock = (at: Temporal.Instant, zone: string): string => {
  const local = at.toZonedDateTimeISO(zone).toPlainDateTime();
  return `${local.toString({ smallestUnit: 'minute' }).replace('T', ' ')} (${zone})`;
};
