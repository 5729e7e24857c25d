import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { protect, ProtectedText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { Revisions } from '../../platform/database/revisions';
import { invalidField } from '../../platform/errors/domain-error';
import { CaseFiles } from './case-files';
import type { Case } from './case.entity';
import type { IntakeChannel } from './domain/case-vocabulary';
import { Timeline } from './timeline';

export interface CaseEdit {
  summary?: string | null;
  place?: string | null;
  country?: string;
  subdivision?: string | null;
  intakeChannel?: IntakeChannel;
  intakeReference?: string | null;
}

/** Notes, reviews and edits of a case's own fields. */
@Injectable()
export class WriteInCase {
  constructor(
    private readonly database: Database,
    private readonly files: CaseFiles,
    private readonly timeline: Timeline,
    private readonly revisions: Revisions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A note, about a moment that is not in the future (default: now). Returns the entry's id. */
  addNote(
    actor: Actor,
    id: string,
    body: { text: string; occurredAt?: string; mentions?: string[] },
  ): Promise<{ id: string }> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lockOpen(id);
      actor.require('contact.record', file.postId);
      const now = this.clock.now();
      const occurredAt = body.occurredAt ? Temporal.Instant.from(body.occurredAt) : now;
      if (Temporal.Instant.compare(occurredAt, now) > 0)
        throw invalidField('occurredAt', 'notInFuture');
      const entry = await this.timeline.append({
        caseId: file.id,
        kind: 'note.added',
        occurredAt,
        data: { text: ProtectedText.clear(body.text) },
      });
      await this.audit.record({
        action: 'note.added',
        subjectType: 'case',
        subjectId: file.id,
        details: { entry },
      });
      const { mentions = [] } = body;
      if (mentions.length > 0) await this.files.announceNote(file, { entryId: entry, mentions });
      return { id: entry };
    });
  }

  /** Edits the case's own fields; 412 with what changed when someone saved in between. */
  edit(actor: Actor, id: string, expected: number, body: CaseEdit): Promise<Case> {
    return this.database.inTransaction(actor, async () => {
      const file = await this.files.lockOpen(id);
      actor.require('case.edit', file.postId);
      await this.revisions.assertCurrent('case', file.id, file.version, expected, file);
      const { summary, place, ...plain } = body;
      const before = { ...file };
      await this.files.update(file, {
        ...plain,
        ...(summary === undefined ? {} : { summary: protect(summary) }),
        ...(place === undefined ? {} : { place: protect(place) }),
      });
      const fields = Object.keys(body).filter((key) => body[key as keyof CaseEdit] !== undefined);
      await this.revisions.record('case', file.id, file.version, fields, before);
      await this.timeline.append({
        caseId: file.id,
        kind: 'case.edited',
        occurredAt: this.clock.now(),
        data: { fields },
      });
      await this.audit.record({
        action: 'case.edited',
        subjectType: 'case',
        subjectId: file.id,
        before,
        after: file,
        details: { fields },
      });
      if (body.country !== undefined || body.subdivision !== undefined) {
        await this.files.announce(file, 'place_changed');
      }
      return file;
    });
  }
}
