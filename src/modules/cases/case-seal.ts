import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { DataKeys } from '../../platform/database/data-keys';
import { Resealing } from '../../platform/database/resealing';
import { statement } from '../../platform/database/statement';
import { SealedPeople } from '../people';
import { CaseRegistry } from './case-registry';
import type { Case } from './case.entity';

const UNSETTLED = statement('seal.unsettled', 'SELECT id, sealed FROM app.unsettled_people($1)');
const HAS_KEY = statement(
  'seal.has-key',
  'SELECT EXISTS (SELECT 1 FROM data_keys WHERE case_id = $1 AND retired_at IS NULL) AS found',
);

/**
 * The encryption of sealed cases: one key for each, and one for each person known from sealed cases
 * alone. Whatever is written after `enter` is sealed; what is read is opened by the database's door.
 */
@Injectable()
export class CaseSeal {
  constructor(
    private readonly database: Database,
    private readonly keys: DataKeys,
    private readonly resealing: Resealing,
    private readonly registry: CaseRegistry,
    private readonly people: SealedPeople,
  ) {}

  /** For a sealed case that is being opened: its texts are sealed from the first. */
  async begin(caseId: string): Promise<void> {
    await this.keys.create({ caseId });
  }

  /** From now on this transaction writes texts of this case. */
  async enter(file: Case): Promise<void> {
    if (file.tier === 'sealed') await this.keys.enter({ caseId: file.id });
    else this.keys.leave();
  }

  /** Within a transaction that holds the case, before its tier changes. Its reach must be the actor's. */
  async sealExisting(file: Case): Promise<void> {
    const [row] = await this.database.query<{ found: boolean }>(HAS_KEY, [file.id]);
    if (row!.found) return void (await this.keys.enter({ caseId: file.id }));
    await this.keys.create({ caseId: file.id });
    this.keys.keepNew();
    await this.resealing.rewrite({ caseId: file.id });
    for (const sealer of this.registry.sealers) await sealer.caseSealed(file.id);
  }

  /** Within a transaction that holds the case, after its tier changed. */
  async unseal(file: Case): Promise<void> {
    this.keys.retire({ caseId: file.id });
    await this.resealing.rewrite({ caseId: file.id });
    for (const sealer of this.registry.sealers) await sealer.caseSealed(file.id);
  }

  /**
   * Seals those whom sealed cases alone know now, and opens those who are known otherwise. Call it when
   * people join a case or its tier changes; it leaves the transaction writing texts of that case.
   */
  async settlePeople(file: Case): Promise<void> {
    this.keys.keepNew();
    const people = await this.database.query<{ id: string; sealed: boolean }>(UNSETTLED, [file.id]);
    for (const { id, sealed } of people) {
      if (sealed) await this.keys.create({ personId: id });
      else this.keys.retire({ personId: id });
      this.keys.keepNew();
      await this.resealing.rewrite({ personId: id });
      await this.people.reindex(id);
    }
    if (people.length > 0) await this.enter(file);
  }
}
