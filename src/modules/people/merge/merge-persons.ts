import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import { ProtectedText } from '../../../platform/crypto/protected-text';
import { DataKeys } from '../../../platform/database/data-keys';
import { Database } from '../../../platform/database/database';
import { Revisions } from '../../../platform/database/revisions';
import { statement } from '../../../platform/database/statement';
import { DomainError, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { inOrder, mergeObstacle } from '../domain/merging';
import { PersonFile } from '../person-file';
import type { Person } from '../person.entity';
import type { PersonView } from '../person.view';
import { PersonMerge } from './merge.entity';

/** Merges are rare: one at a time keeps every chain of them whole. */
const ONE_AT_A_TIME = statement(
  'people.merge_lock',
  `SELECT pg_advisory_xact_lock(hashtextextended('people.merge', 0))`,
);
const UNDO = statement(
  'people.undo_merge',
  `UPDATE person_merges SET undone_at = transaction_timestamp(), undone_by = app.account(), undone_reason = $2
    WHERE id = $1`,
);
const SETTLE = statement('people.settle_merges', 'SELECT app.settle_merges($1)');
const TELL = statement('people.tell_merge', 'SELECT app.tell_cases_of_merge($1, $2)');

export interface MergeRequest {
  /** The duplicate. */
  personId: string;
  /** Its version, as the editor saw it. */
  version: number;
  reason: string;
}

/**
 * Makes one person of two records, and two of one again.
 *
 * One mechanism: `person_merges` says which record stands for which, since when and until when, and
 * `persons.merged_into` is drawn from it (`app.settle_merges`). Documents, contacts, ties, keys and the
 * rows of cases stay with the record they were written for; whoever reads gathers the records of a
 * person (`recordsOf`) or names the survivor (`joinPerson`). So undoing has nothing to restore: the
 * pointer goes, and each record is what it was, with every later edit where it was made. A duplicate
 * is not written to meanwhile (`PersonFile.lock`); new facts go to the survivor and stay there.
 *
 * Scope: only persons are read and written, and whoever works cases sees all of them; the timelines of
 * cases, seen by the actor or not, are written by a function that says nothing of them. No unique
 * constraint takes part, so nothing fails on a row that the actor cannot see. Figures as of a date use
 * the two times of each merge (`app.survivors_as_of`; rules §10).
 */
@Injectable()
export class MergePersons {
  constructor(
    private readonly database: Database,
    private readonly file: PersonFile,
    private readonly revisions: Revisions,
    private readonly clock: Clock,
    private readonly keys: DataKeys,
  ) {}

  /**
   * Merges a duplicate into the person `survivorId` and answers with that person.
   * @param version of the survivor, as the editor saw it
   * @throws DomainError 409 MERGE_INTO_ITSELF, MERGE_INTO_OWN_DUPLICATE, PERSON_ALREADY_MERGED (of two
   *   at once, one), SURVIVOR_IS_MERGED; 412 STALE_VERSION of either; 404 out of reach
   */
  merge(
    actor: Actor,
    survivorId: string,
    version: number,
    body: MergeRequest,
  ): Promise<PersonView> {
    actor.require('person.merge');
    return this.database.inTransaction(actor, async () => {
      const [duplicate, survivor] = await this.lockBoth(body.personId, survivorId);
      const obstacle = mergeObstacle(duplicate, survivor);
      if (obstacle) throw new DomainError(obstacle, { status: 409 });
      await this.revisions.assertCurrent('person', survivorId, survivor.version, version);
      await this.revisions.assertCurrent('person', duplicate.id, duplicate.version, body.version);
      const merge = {
        id: newId(),
        personId: duplicate.id,
        survivorId,
        reason: ProtectedText.clear(body.reason.trim()),
        mergedBy: actor.accountId,
      };
      await this.database.manager.insert(PersonMerge, merge);
      await this.tell(merge);
      await this.file.save(duplicate, 'person.merged', ['mergedInto']);
      await this.file.save(survivor, 'person.duplicate_joined', ['duplicates']);
      return this.file.view(survivorId);
    });
  }

  /**
   * Undoes a merge: the duplicate is a person of its own again, with its own duplicates. Answers with
   * it.
   * @param version of the person the duplicate stands for now
   * @throws DomainError 409 MERGE_ALREADY_UNDONE; 412 STALE_VERSION; 404 when it is no merge of theirs
   */
  undo(
    actor: Actor,
    shownId: string,
    mergeId: string,
    version: number,
    reason: string,
  ): Promise<PersonView> {
    actor.require('person.merge');
    return this.database.inTransaction(actor, async () => {
      await this.database.query(ONE_AT_A_TIME);
      const merge = await this.database.manager.findOneBy(PersonMerge, { id: mergeId });
      if (!merge) throw notFound();
      if (merge.undoneAt) throw new DomainError('MERGE_ALREADY_UNDONE', { status: 409 });
      const [duplicate, shown] = await this.lockBoth(merge.personId, shownId);
      if (duplicate.mergedInto !== shown.id) throw notFound();
      await this.revisions.assertCurrent('person', shownId, shown.version, version);
      await this.database.query(UNDO, [
        mergeId,
        JSON.stringify(ProtectedText.clear(reason.trim()).toStored()),
      ]);
      await this.tell(merge);
      await this.file.save(duplicate, 'person.unmerged', ['mergedInto']);
      await this.file.save(shown, 'person.duplicate_left', ['duplicates']);
      return this.file.view(duplicate.id);
    });
  }

  /** Both records, always locked in one order, so that two merges never wait for each other. */
  private async lockBoth(duplicateId: string, otherId: string): Promise<[Person, Person]> {
    await this.database.query(ONE_AT_A_TIME);
    const [first, second] = inOrder(duplicateId, otherId);
    const one = await this.file.lockRecord(first);
    const two = first === second ? one : await this.file.lockRecord(second);
    // what stands between two records is of neither alone: no key of one would open it to the other's
    this.keys.leave();
    return one.id === duplicateId ? [one, two] : [two, one];
  }

  /** Draws the pointers anew and tells the cases of both, in the same transaction. */
  private async tell({
    id,
    personId,
    survivorId,
  }: Pick<PersonMerge, 'id' | 'personId' | 'survivorId'>) {
    await this.database.query(SETTLE, [[personId, survivorId]]);
    await this.database.query(TELL, [id, this.clock.now().toString()]);
  }
}
