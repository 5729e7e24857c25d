import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../../platform/access/actor';
import { Database } from '../../../platform/database/database';
import type { Json, OperationRow, RowEnd } from '../../../platform/operations/operation';
import { AssignCase, Case, CASE_STATUSES, type Holding } from '../../cases';
import { kindOf, type BulkAction, type BulkInput } from '../bulk-action';
import { reveal, store, storedText } from './params';

const params = z.object({ accountId: z.uuid(), reason: storedText.nullable() });
const holding = z.object({ assigneeId: z.uuid().nullable(), status: z.enum(CASE_STATUSES) });

/** Gives each case to the same officer. */
@Injectable()
export class AssignAction implements BulkAction {
  readonly kind = kindOf('assign');

  constructor(
    private readonly database: Database,
    private readonly assign: AssignCase,
  ) {}

  toParams({ accountId, reason }: BulkInput): Json {
    return { accountId, reason: store(reason) };
  }

  examine(actor: Actor, file: Case, given: Json): Promise<boolean> {
    return this.assign.examine(actor, file, params.parse(given).accountId);
  }

  async run(actor: Actor, given: Json, { subjectId }: OperationRow): Promise<RowEnd> {
    const { accountId, reason: stored } = params.parse(given);
    const was = await this.holding(subjectId);
    const reason = reveal(stored);
    const file = await this.assign.run(actor, subjectId, {
      accountId,
      ...(reason ? { reason } : {}),
    });
    const left = holdingOf(file);
    if (was?.assigneeId === left.assigneeId) return { state: 'unchanged' };
    return { state: 'done', before: { ...was! }, after: { ...left } };
  }

  async undo(actor: Actor, _: Json, { subjectId, before, after }: OperationRow): Promise<RowEnd> {
    const was = holding.parse(before);
    const left = holding.parse(after);
    await this.assign.restore(actor, subjectId, was, left);
    return { state: 'done', before: { ...left }, after: { ...was } };
  }

  /** As the case is under its lock: nobody moves it between this and the act. */
  private async holding(id: string): Promise<Holding | null> {
    const file = await this.database.manager.findOne(Case, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return file && holdingOf(file);
  }
}

const holdingOf = ({ assigneeId, status }: Case): Holding => ({ assigneeId, status });
