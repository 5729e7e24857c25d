import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Database } from '../../../platform/database/database';
import { DomainError, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { Outbox } from '../../../platform/outbox/outbox';
import type { AddedNote, Case } from '../../cases';
import { CaseWork, dateOf } from '../case-work';
import { CaseMention } from '../entities/hand-over.entity';
import { TellColleagues, telling } from '../jobs/cooperation.jobs';
import { Readers, type Colleague } from './readers';
import { statement } from '../../../platform/database/statement';

const IN_REACH = statement(
  'cooperation.case-in-reach',
  'SELECT 1 AS found FROM cases WHERE id = $1',
);

/** Naming a colleague in a note: they are told if, and only if, they may see the case. */
@Injectable()
export class MentionColleagues {
  constructor(
    private readonly database: Database,
    private readonly readers: Readers,
    private readonly work: CaseWork,
    private readonly outbox: Outbox,
  ) {}

  /** Whom the reader may name: colleagues who may see the case, of a sealed one its circle. */
  offer(actor: Actor, caseId: string, part: string | null): Promise<{ items: Colleague[] }> {
    return this.database.inTransaction(actor, async () => {
      const [found] = await this.database.query(IN_REACH, [caseId]);
      if (!found) throw notFound();
      return { items: await this.readers.list(caseId, part) };
    });
  }

  /**
   * Keeps the mentions of a note within its transaction. 422 COLLEAGUE_UNKNOWN at `mentions.<i>` for
   * whoever may not see the case, exactly as for whoever does not exist.
   */
  async noted(file: Case, note: AddedNote): Promise<void> {
    const named = [...new Set(note.mentions)];
    const may = await this.readers.among(file.id, named);
    const errors = note.mentions.flatMap((accountId, i) =>
      may.has(accountId) ? [] : [{ path: `mentions.${i}`, code: 'colleague_unknown' }],
    );
    if (errors.length > 0) throw new DomainError('VALIDATION_FAILED', { errors });
    for (const accountId of named) {
      const id = newId();
      await this.database.manager.insert(CaseMention, {
        id,
        caseId: file.id,
        entryId: note.entryId,
        accountId,
        mentionedBy: this.database.actor.accountId,
        at: dateOf(this.work.now()),
      });
      await this.outbox.append(TellColleagues, telling('mentioned', id));
    }
  }
}
