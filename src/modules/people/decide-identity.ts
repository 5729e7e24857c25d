import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { ProtectedText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { DomainError } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import { identityAllows, identityObstacle, type IdentityState } from './domain/identity';
import { PersonFile } from './person-file';
import { PersonDocument, PersonIdentityDecision } from './person-parts.entity';
import type { PersonView } from './person.view';

export interface IdentityDecision {
  state: IdentityState;
  reason: string;
}

/** Takes a person's identity from one state to the next, with its reason. */
@Injectable()
export class DecideIdentity {
  constructor(
    private readonly database: Database,
    private readonly file: PersonFile,
  ) {}

  /** 412 when `version` is not the current one; 409 with what the state allows. */
  run(actor: Actor, id: string, version: number, decision: IdentityDecision): Promise<PersonView> {
    actor.require('person.edit');
    return this.database.inTransaction(actor, async () => {
      const { manager } = this.database;
      const person = await this.file.lock(id, version);
      const allowed = identityAllows(person.identity);
      if (!allowed.includes(decision.state)) {
        throw new DomainError('IDENTITY_STATE_NOT_ALLOWED', { status: 409, allowed });
      }
      const documents = await manager.countBy(PersonDocument, {
        personId: In(await this.file.recordsOf(id)),
        withdrawnAt: IsNull(),
      });
      const obstacle = identityObstacle(decision.state, { ...person, documents });
      if (obstacle) throw new DomainError(obstacle);
      await manager.insert(PersonIdentityDecision, {
        id: newId(),
        personId: id,
        previous: person.identity,
        state: decision.state,
        reason: ProtectedText.clear(decision.reason.trim()),
        decidedBy: actor.accountId,
      });
      await this.file.save(person, 'person.identity_decided', ['identity'], {
        identity: decision.state,
      });
      return this.file.view(id);
    });
  }
}
