import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { protect } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { invalidField } from '../../../platform/errors/domain-error';
import { CaseFiles, Timeline } from '../../cases';
import { FullSight } from '../planning/full-sight';
import { Obligations } from '../planning/obligations';

/** The acts that meet the duties of every case, whatever its family. */
@Injectable()
export class CaseActs {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFiles,
    private readonly timeline: Timeline,
    private readonly sight: FullSight,
    private readonly obligations: Obligations,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A review note: somebody looked at a silent file. Returns the entry's id. */
  review(
    actor: Actor,
    caseId: string,
    body: { note: string; occurredAt?: string },
  ): Promise<{ id: string }> {
    return this.append(actor, caseId, 'review.recorded', body.occurredAt, {
      tier: 'standard',
      data: { text: protect(body.note) },
    });
  }

  private append(
    actor: Actor,
    caseId: string,
    kind: string,
    when: string | undefined,
    entry: { tier: 'standard' | 'restricted'; data: Record<string, unknown> },
  ): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lockOpen(caseId);
      actor.require('case.edit', file.postId);
      const now = this.clock.now();
      const occurredAt = when ? Temporal.Instant.from(when) : now;
      if (Temporal.Instant.compare(occurredAt, now) > 0) {
        throw invalidField('occurredAt', 'notInFuture');
      }
      const id = await this.sight.during(() =>
        this.timeline.append({ caseId, kind, occurredAt, ...entry }),
      );
      await this.audit.record({
        action: kind,
        subjectType: 'case',
        subjectId: caseId,
        details: { entry: id },
      });
      await this.obligations.replan(caseId, kind.replace('.', '_'));
      return { id };
    });
  }
}
