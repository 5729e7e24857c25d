import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import {
  ageContradicts,
  INVERSE_RELATION,
  type RelationKind,
  type RelationSource,
} from './domain/ties';
import { PersonFile } from './person-file';
import { PersonWork } from './person-work';
import { recordsOf } from './shown-person';
import { PersonRelation } from './ties.entity';

const SAME = statement(
  'people.same_relation',
  `SELECT 1 AS found FROM person_relations r
    WHERE r.withdrawn_at IS NULL AND r.until IS NULL
      AND ((r.kind = $3 AND r.person_id IN ${recordsOf('$1')} AND r.other_id IN ${recordsOf('$2')})
        OR (r.kind = $4 AND r.person_id IN ${recordsOf('$2')} AND r.other_id IN ${recordsOf('$1')})) LIMIT 1`,
);

export interface NewRelation {
  otherId: string;
  /** What the other is to this person. */
  kind: RelationKind;
  source: RelationSource;
  since?: string | null;
  until?: string | null;
  note?: string | null;
}

/** Family and other ties between persons; each is written once and read from both ends. */
@Injectable()
export class Relations {
  constructor(
    private readonly database: Database,
    private readonly work: PersonWork,
    private readonly file: PersonFile,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError RELATION_EXISTS (409) while the same tie stands, from either end;
   *   VALIDATION_FAILED (422) for an unknown person, themselves, a parent no older than the child, or
   *   dates in the wrong order
   */
  add(actor: Actor, id: string, body: NewRelation): Promise<{ id: string }> {
    const added = { action: 'person.relation_added', field: 'relations' };
    return this.work.on(actor, id, added, async (person) => {
      const other = await this.work.other(person, body.otherId, 'otherId');
      if (ageContradicts(body.kind, person.birthDate, other.birthDate)) {
        throw invalidField('kind', 'PARENT_NOT_OLDER');
      }
      if (body.since && body.until && body.until < body.since) {
        throw invalidField('until', 'BEFORE_ITS_START');
      }
      const same = [id, other.id, body.kind, INVERSE_RELATION[body.kind]];
      const [found] = body.until ? [] : await this.database.query(SAME, same);
      if (found) throw new DomainError('RELATION_EXISTS', { status: 409 });
      const relation = {
        id: newId(),
        personId: id,
        otherId: other.id,
        kind: body.kind,
        source: body.source,
        since: body.since ?? null,
        until: body.until ?? null,
        note: protect(body.note),
        recordedBy: actor.accountId,
      };
      await this.database.manager.insert(PersonRelation, relation);
      return { id: relation.id };
    });
  }

  /** The tie no longer stands after `until`. */
  end(actor: Actor, id: string, relationId: string, until: string): Promise<{ id: string }> {
    const ended = { action: 'person.relation_ended', field: 'relations' };
    return this.work.on(actor, id, ended, async () => {
      const relation = await this.find(id, relationId);
      if (relation.until !== null) throw new DomainError('TIE_HAS_ENDED', { status: 409 });
      if (relation.since && until < relation.since) throw invalidField('until', 'BEFORE_ITS_START');
      await this.database.manager.update(PersonRelation, relationId, { until });
      return { id: relationId };
    });
  }

  /** The tie was entered by mistake; it stays on record and is shown no more. */
  withdraw(actor: Actor, id: string, relationId: string): Promise<{ id: string }> {
    const withdrawn = { action: 'person.relation_withdrawn', field: 'relations' };
    return this.work.on(actor, id, withdrawn, async () => {
      await this.find(id, relationId);
      await this.database.manager.update(PersonRelation, relationId, {
        withdrawnAt: new Date(this.clock.now().epochMilliseconds),
      });
      return { id: relationId };
    });
  }

  private async find(id: string, relationId: string): Promise<PersonRelation> {
    const records = In(await this.file.recordsOf(id));
    const standing = { id: relationId, withdrawnAt: IsNull() };
    const relation = await this.database.manager.findOneBy(PersonRelation, [
      { ...standing, personId: records },
      { ...standing, otherId: records },
    ]);
    if (!relation) throw notFound();
    return relation;
  }
}
