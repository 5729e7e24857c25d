import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { invalidField } from '../../platform/errors/domain-error';
import { CaseFiles } from './case-files';
import type { PersonRole } from './domain/case-vocabulary';
import { Timeline } from './timeline';

const VISIBLE = statement('cases.person-visible', 'SELECT 1 AS visible FROM persons WHERE id = $1');

/** Adds someone, known to the register, to a case in a role. */
@Injectable()
export class CasePeople {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFiles,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  add(
    actor: Actor,
    id: string,
    body: { personId: string; role: PersonRole; note?: string },
  ): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lockOpen(id);
      actor.require('case.edit', file.postId);
      const [visible] = await this.database.query(VISIBLE, [body.personId]);
      if (!visible) throw invalidField('personId', 'UNKNOWN_PERSON');
      const casePerson = await this.files.addPerson(
        file,
        body.personId,
        body.role,
        protect(body.note),
      );
      await this.timeline.append({
        caseId: file.id,
        kind: 'person.added',
        occurredAt: this.clock.now(),
        data: { personId: body.personId, role: body.role },
      });
      await this.audit.record({
        action: 'case_person.added',
        subjectType: 'case',
        subjectId: file.id,
        details: { personId: body.personId, role: body.role },
      });
      return { id: casePerson };
    });
  }
}
