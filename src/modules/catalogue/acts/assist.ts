import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { CaseFiles } from '../../cases';
import { CatalogueFactsSource } from '../catalogue-facts.source';
import { Catalogues } from '../catalogues';
import { CaseGround } from './case-ground';

const INSERT_MARK = statement(
  'catalogue.insert-mark',
  `INSERT INTO checklist_marks (id, case_id, item, done, occurred_at, note, recorded_by)
   VALUES ($1, $2, $3, $4, $5, $6, app.account())`,
);

export interface MarkInput {
  item: string;
  done: boolean;
  occurredAt?: string;
  note?: string;
}

export interface ActionInput {
  action: string;
  occurredAt?: string;
  note?: string;
}

/** What is done for a person, and what an officer says is done of the checklist. */
@Injectable()
export class Assist {
  constructor(
    private readonly database: Database,
    private readonly ground: CaseGround,
    private readonly cases: CaseFiles,
    private readonly source: CatalogueFactsSource,
    private readonly catalogues: Catalogues,
  ) {}

  /** An action of assistance, counted as such; it may meet duties and steps. 422 for an unknown one. */
  action(actor: Actor, caseId: string, input: ActionInput): Promise<{ id: string }> {
    return this.ground.on(actor, caseId, 'contact.record', async (file) => {
      const { content } = await this.catalogues.at(file.case.catalogueVersion);
      const known = content.actions.find(({ code, retired }) => code === input.action && !retired);
      if (!known) throw invalidField('action', 'isIn');
      const occurredAt = this.ground.moment(input.occurredAt, file.now);
      const note = protect(input.note);
      const id = await this.cases.recordAction(caseId, known.code, occurredAt, { note });
      await this.ground.record(file, {
        kind: 'action.recorded',
        occurredAt,
        data: { action: known.code, label: known.label, note },
        details: { factId: id },
      });
      return { id };
    });
  }

  /**
   * An officer's word on a step. 422 for a step that other facts show (a field, an action); 409
   * NO_FIELDS when the case has no checklist of the catalogue.
   */
  mark(actor: Actor, caseId: string, input: MarkInput): Promise<{ id: string }> {
    return this.ground.on(actor, caseId, 'contact.record', async (file) => {
      const facts = await this.source.of(caseId);
      if (!facts) throw new DomainError('NO_FIELDS', { status: 409 });
      const item = facts.content.checklist.find(({ code }) => code === input.item);
      if (item?.metBy.by !== 'mark') throw invalidField('item', 'NOT_MARKABLE');
      const occurredAt = this.ground.moment(input.occurredAt, file.now);
      const note = protect(input.note);
      const id = newId();
      await this.database.query(INSERT_MARK, [
        id,
        caseId,
        item.code,
        input.done,
        occurredAt.toString(),
        note && JSON.stringify(note.toStored()),
      ]);
      await this.ground.record(file, {
        kind: 'checklist.marked',
        occurredAt,
        data: { item: item.code, label: item.label, done: input.done, note },
        details: { factId: id, item: item.code, done: input.done },
      });
      return { id };
    });
  }
}
