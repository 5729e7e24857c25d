import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../../platform/access/actor';
import type { Json, OperationRow, RowEnd } from '../../../platform/operations/operation';
import type { Case } from '../../cases';
import { SnoozeCase } from '../../obligations';
import { kindOf, type BulkAction, type BulkInput } from '../bulk-action';
import { reveal, store, storedText } from './params';

const params = z.object({ until: z.iso.date(), reason: storedText });
const snoozes = z.record(z.uuid(), z.string().nullable());

/** Puts off the officer's reminders of each case, where nothing of it must not wait. */
@Injectable()
export class SnoozeAction implements BulkAction {
  readonly kind = kindOf('snooze');

  constructor(private readonly snooze: SnoozeCase) {}

  toParams({ until, reason }: BulkInput): Json {
    return { until, reason: store(reason) };
  }

  async examine(actor: Actor, file: Case, given: Json): Promise<boolean> {
    await this.snooze.examine(actor, file, params.parse(given).until);
    return true;
  }

  async run(actor: Actor, given: Json, { subjectId }: OperationRow): Promise<RowEnd> {
    const { until, reason } = params.parse(given);
    const { before, after } = await this.snooze.run(actor, subjectId, {
      until,
      reason: reveal(reason)!,
    });
    return { state: 'done', before, after };
  }

  async undo(actor: Actor, _: Json, { subjectId, before, after }: OperationRow): Promise<RowEnd> {
    const was = snoozes.parse(before);
    const left = snoozes.parse(after);
    await this.snooze.restore(actor, subjectId, was, left);
    return { state: 'done', before: left, after: was };
  }
}
