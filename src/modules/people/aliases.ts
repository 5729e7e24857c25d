import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { invalidField, notFound } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import { isName, keepName } from './domain/person-name';
import type { AliasKind, AliasWithdrawal } from './domain/ties';
import { PersonFile } from './person-file';
import { PersonIndex } from './person-index';
import { PersonWork } from './person-work';
import { Person } from './person.entity';
import { PersonAlias } from './ties.entity';

/** Other names of a person: found like the name itself, withdrawn with a reason, never erased. */
@Injectable()
export class Aliases {
  constructor(
    private readonly database: Database,
    private readonly work: PersonWork,
    private readonly file: PersonFile,
    private readonly index: PersonIndex,
    private readonly clock: Clock,
  ) {}

  add(actor: Actor, id: string, body: { kind: AliasKind; name: string }): Promise<{ id: string }> {
    const added = { action: 'person.alias_added', field: 'aliases' };
    return this.work.on(actor, id, added, async (person) => {
      if (!isName(body.name)) throw invalidField('name', 'personName');
      const alias = {
        id: newId(),
        personId: person.id,
        kind: body.kind,
        name: keepName(body.name),
        recordedBy: actor.accountId,
      };
      await this.database.manager.insert(PersonAlias, alias);
      await this.index.replace(person.id, person);
      return { id: alias.id };
    });
  }

  /** 404 when the alias is not theirs or withdrawn already. */
  withdraw(
    actor: Actor,
    id: string,
    aliasId: string,
    reason: AliasWithdrawal,
  ): Promise<{ id: string }> {
    const withdrawn = { action: 'person.alias_withdrawn', field: 'aliases' };
    return this.work.on(actor, id, withdrawn, async () => {
      const { manager } = this.database;
      const alias = await manager.findOneBy(PersonAlias, {
        id: aliasId,
        personId: In(await this.file.recordsOf(id)),
        withdrawnAt: IsNull(),
      });
      if (!alias) throw notFound();
      await manager.update(PersonAlias, alias.id, {
        withdrawnAt: new Date(this.clock.now().epochMilliseconds),
        withdrawnReason: reason,
      });
      const bearer = await manager.findOneByOrFail(Person, { id: alias.personId });
      await this.index.replace(bearer.id, bearer);
      return { id: aliasId };
    });
  }
}
