import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { DomainError, invalidField } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import { CaseFiles, Timeline, type Case } from '../cases';
import { FullSight } from '../obligations';
import { checkArrangement, type NewArrangement } from './domain/new-arrangement';
import { SafeContactPolicies } from './safe-contact-policies';
import { SafeContact, SafeContactWay } from './safe-contact.entities';
import { CURRENT, TAKES_PART } from './safe-contact.statements';
import type { SafeContactRow } from './safe-contact.views';

/** What else comes with a change. */
export interface ArrangeSafeContact extends NewArrangement {
  personId: string;
  /** Version that the change starts from; 0 when there is none. */
  basedOn: number;
}

/** Arranges with a person of a case how they may be reached; each change is a new version. */
@Injectable()
export class SafeContacts {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFiles,
    private readonly policies: SafeContactPolicies,
    private readonly sight: FullSight,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * On an open case.
   * @throws DomainError 409 SAFE_CONTACT_CHANGED when somebody changed it meanwhile; 422 with every
   *   field to mend
   */
  arrange(
    actor: Actor,
    caseId: string,
    body: ArrangeSafeContact,
  ): Promise<{ id: string; version: number }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lockOpen(caseId);
      actor.require('case.edit', file.postId);
      return this.arrangeWithin(file, body);
    });
  }

  /** For families that ask on opening, in their transaction: with the person whom the case is about. */
  async arrangeFirst(file: Case, asked: NewArrangement): Promise<void> {
    const body = { ...asked, personId: file.subjectPersonId!, basedOn: 0 };
    await this.arrangeWithin(file, body, 'safeContact.');
  }

  private async arrangeWithin(
    file: Case,
    body: ArrangeSafeContact,
    at = '',
  ): Promise<{ id: string; version: number }> {
    const [[part], policy] = await Promise.all([
      this.database.query<{ id: string }>(TAKES_PART, [file.id, body.personId]),
      this.policies.current(),
    ]);
    if (!part) throw invalidField('personId', 'NOT_IN_THE_CASE');
    const checked = checkArrangement(body, policy.telltales);
    if (checked.errors.length > 0) {
      const errors = checked.errors.map((e) => ({ ...e, path: at + e.path }));
      throw new DomainError('VALIDATION_FAILED', { status: 422, errors });
    }
    const version = (await this.versionOf(file.id, part.id)) + 1;
    if (body.basedOn !== version - 1) {
      throw new DomainError('SAFE_CONTACT_CHANGED', { status: 409 });
    }
    const id = newId();
    this.database.insert(SafeContact, {
      id,
      caseId: file.id,
      personId: part.id,
      version,
      timeZone: body.timeZone,
      hours: body.hours.map(({ days, from, to }) => ({ days: [...days].sort(), from, to })),
      language: body.language,
      codeWord: protect(body.codeWord),
      seenBy: protect(body.seenBy),
      neutralText: protect(body.neutralText),
      note: protect(body.note),
      recordedBy: this.database.actor.accountId,
    });
    checked.ways.forEach(({ channel, address, mayLeaveMessage }, position) =>
      this.database.insert(SafeContactWay, {
        id: newId(),
        caseId: file.id,
        safeContactId: id,
        position,
        channel,
        address: protect(address),
        mayLeaveMessage,
      }),
    );
    await this.trace(file, { id, version, personId: part.id });
    return { id, version };
  }

  /** 0 when there is none. Versions count those that the writer may not see. */
  private async versionOf(caseId: string, personId: string): Promise<number> {
    const [row] = await this.sight.during(() =>
      this.database.query<SafeContactRow>(CURRENT, [caseId, personId]),
    );
    return row?.version ?? 0;
  }

  private async trace(
    file: Case,
    { id, version, personId }: { id: string; version: number; personId: string },
  ): Promise<void> {
    await this.timeline.append({
      caseId: file.id,
      kind: 'safe_contact.arranged',
      occurredAt: this.clock.now(),
      tier: 'restricted',
      data: { safeContactId: id, personId, version },
    });
    await this.audit.record({
      action: 'safe_contact.arranged',
      subjectType: 'case',
      subjectId: file.id,
      details: { safeContactId: id, version },
    });
  }
}
