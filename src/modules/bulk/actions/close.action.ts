import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../../platform/access/actor';
import type { Json, OperationRow, RowEnd } from '../../../platform/operations/operation';
import { Case, CASE_STATUSES, CaseFiles, ChangeStatus, OUTCOMES } from '../../cases';
import { kindOf, type BulkAction, type BulkInput } from '../bulk-action';
import { reveal, store, storedText } from './params';

const params = z.object({ outcome: z.enum(OUTCOMES), note: storedText.nullable() });
const state = z.object({ status: z.enum(CASE_STATUSES), wakeOn: z.string().nullable() });
const closing = z.object({ closedAt: z.string(), outcome: z.enum(OUTCOMES) });

/** Closes each case with the same outcome, where its family's requirements are met. */
@Injectable()
export class CloseAction implements BulkAction {
  readonly kind = kindOf('close');

  constructor(
    private readonly files: CaseFiles,
    private readonly status: ChangeStatus,
  ) {}

  toParams({ outcome, reason }: BulkInput): Json {
    return { outcome, note: store(reason) };
  }

  async examine(actor: Actor, file: Case, given: Json): Promise<boolean> {
    await this.status.examineClosing(actor, file, params.parse(given).outcome);
    return true;
  }

  async run(actor: Actor, given: Json, { subjectId }: OperationRow): Promise<RowEnd> {
    const { outcome, note: stored } = params.parse(given);
    const { status, wakeOn } = await this.files.lock(subjectId);
    const note = reveal(stored);
    const file = await this.status.close(actor, subjectId, { outcome, ...(note ? { note } : {}) });
    return {
      state: 'done',
      before: { status, wakeOn },
      after: { closedAt: file.closedAt!.toISOString(), outcome },
    };
  }

  async undo(actor: Actor, _: Json, { subjectId, before, after }: OperationRow): Promise<RowEnd> {
    const was = state.parse(before);
    const left = closing.parse(after);
    await this.status.undoClosing(actor, subjectId, was, left);
    return { state: 'done', before: left, after: was };
  }
}
