import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../platform/errors/domain-error';
import { People, type NewPerson } from '../people';
import { CasePerson } from './case-contents.entity';
import { CaseFiles } from './case-files';
import type { Case } from './case.entity';
import type { PersonRole } from './domain/case-vocabulary';
import { Timeline } from './timeline';

/** A duplicate enters a case as the person it stands for. */
const SHOWN = statement(
  'cases.person-shown',
  'SELECT coalesce(merged_into, id) AS id FROM persons WHERE id = $1',
);

/** Adds someone, known to the register, to a case in a role, and ends their part. */
@Injectable()
export class CasePeople {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFiles,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly people: People,
  ) {}

  add(
    actor: Actor,
    id: string,
    body: {
      personId?: string;
      person?: NewPerson & { id?: string };
      role: PersonRole;
      note?: string;
    },
  ): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lockOpen(id);
      actor.require('case.edit', file.postId);
      const person = await this.personOf(actor, file, body);
      const casePerson = await this.files.addPerson(file, person.id, body.role, protect(body.note));
      await this.timeline.append({
        caseId: file.id,
        kind: 'person.added',
        occurredAt: this.clock.now(),
        data: { personId: person.id, role: body.role },
      });
      await this.audit.record({
        action: 'case_person.added',
        subjectType: 'case',
        subjectId: file.id,
        details: { personId: person.id, role: body.role },
      });
      return { id: casePerson };
    });
  }

  private async personOf(
    actor: Actor,
    file: Case,
    { personId, person }: { personId?: string; person?: NewPerson & { id?: string } },
  ): Promise<{ id: string }> {
    if (person) {
      return this.people.registerOrUse(actor, person, { postId: file.postId, at: 'person.' });
    }
    const [known] = await this.database.query<{ id: string }>(SHOWN, [personId]);
    if (!known) throw invalidField('personId', 'UNKNOWN_PERSON');
    return known;
  }

  /**
   * Ends someone's part in a case; what they did in it stays.
   * @throws DomainError 409 MAIN_PERSON_STAYS, PART_HAS_ENDED; 404 when it is no part of the case
   */
  end(actor: Actor, id: string, partId: string): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lockOpen(id);
      actor.require('case.edit', file.postId);
      const { manager } = this.database;
      const part = await manager.findOneBy(CasePerson, { id: partId, caseId: id });
      if (!part) throw notFound();
      if (part.role === 'beneficiary' && part.personId === file.subjectPersonId) {
        throw new DomainError('MAIN_PERSON_STAYS', { status: 409 });
      }
      if (part.until) throw new DomainError('PART_HAS_ENDED', { status: 409 });
      const now = this.clock.now();
      await manager.update(CasePerson, partId, { until: new Date(now.epochMilliseconds) });
      const data = { personId: part.personId, role: part.role };
      await this.timeline.append({ caseId: id, kind: 'person.ended', occurredAt: now, data });
      await this.audit.record({
        action: 'case_person.ended',
        subjectType: 'case',
        subjectId: id,
        details: data,
      });
      return { id: partId };
    });
  }
}
