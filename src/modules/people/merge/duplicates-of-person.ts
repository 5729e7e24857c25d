import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { ProtectedText } from '../../../platform/crypto/protected-text';
import { DataKeys } from '../../../platform/database/data-keys';
import { Database } from '../../../platform/database/database';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { Candidates } from '../candidates';
import { inOrder } from '../domain/merging';
import { partsQuery } from '../domain/similarity';
import { PersonFile } from '../person-file';
import { PersonWork } from '../person-work';
import type { PersonMatch } from '../person.view';
import { DecidedPairs } from './decided-pairs';
import { DuplicateDecision } from './merge.entity';

/** Likeness under which a pair is not worth an officer's time (of 1; default). */
export const LEAST_FOR_PAIR = 0.75;
const MOST = 10;

/** Who on file may be the same person as this one, and the decisions that they are not. */
@Injectable()
export class DuplicatesOfPerson {
  constructor(
    private readonly database: Database,
    private readonly file: PersonFile,
    private readonly work: PersonWork,
    private readonly candidates: Candidates,
    private readonly decided: DecidedPairs,
    private readonly audit: Audit,
    private readonly keys: DataKeys,
  ) {}

  /** Candidates with reasons, the likeliest first; pairs found to be two persons are not offered again. */
  find(actor: Actor, id: string): Promise<{ items: PersonMatch[] }> {
    actor.require('person.read');
    return this.database.inTransaction(actor, async () => {
      const person = await this.file.view(id);
      if (person.mergedInto) return { items: [] };
      const found = await this.candidates.find(
        {
          name: person.fullName,
          compare: partsQuery(person),
          documentKeys: await this.file.documentKeysOf(id),
        },
        LEAST_FOR_PAIR,
        MOST + 10,
      );
      const others = found.filter((match) => match.id !== id);
      const apart = await this.decided.among([id, ...others.map((match) => match.id)]);
      const items = others.filter((match) => !apart.has(id, match.id)).slice(0, MOST);
      await this.audit.record({
        action: 'person.searched',
        subjectType: 'person',
        subjectId: id,
        details: { purpose: 'duplicates', limit: MOST, shown: items.length },
      });
      return { items };
    });
  }

  /**
   * Keeps that two records are two persons.
   * @throws DomainError VALIDATION_FAILED (422) for an unknown other or the same person; 409
   *   ALREADY_TOLD_APART
   */
  tellApart(
    actor: Actor,
    id: string,
    body: { otherId: string; reason: string },
  ): Promise<{ id: string }> {
    const action = { action: 'person.told_apart', field: 'duplicateDecisions' };
    return this.work.on(actor, id, action, async (person) => {
      actor.require('person.merge');
      const other = await this.work.other(person, body.otherId, 'otherId');
      if ((await this.decided.among([id, other.id])).has(id, other.id)) {
        throw new DomainError('ALREADY_TOLD_APART', { status: 409 });
      }
      if (!body.reason.trim()) throw invalidField('reason', 'isLength');
      const [personId, otherId] = inOrder(id, other.id);
      // what stands between two records is of neither alone: no key of one would open it to the other's
      this.keys.leave();
      const decision = {
        id: newId(),
        personId,
        otherId,
        reason: ProtectedText.clear(body.reason.trim()),
        decidedBy: actor.accountId,
      };
      await this.database.manager.insert(DuplicateDecision, decision);
      return { id: decision.id };
    });
  }
}
