import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { DataKeys, type Sealed } from '../../platform/database/data-keys';
import { Resealing } from '../../platform/database/resealing';
import { statement } from '../../platform/database/statement';
import { SealedPeople } from '../people';
import { CaseRegistry } from './case-registry';
import type { Case } from './case.entity';
import { IS_MEMBER } from './circle.statements';
import type { Tier } from './domain/case-vocabulary';

const UNSETTLED = statement('seal.unsettled', 'SELECT id, sealed FROM app.unsettled_people($1)');
const SEALED_OF = statement(
  'seal.sealed-of',
  `SELECT id, tier FROM cases WHERE id = ANY ($1) AND tier = 'sealed' ORDER BY id LIMIT 1`,
);
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

  /**
   * From now on this transaction writes texts of this case. One that was sealed before there were keys
   * gets its own now, from the first of its circle who works in it.
   */
  async enter(file: Pick<Case, 'id' | 'tier'>): Promise<void> {
    if (file.tier !== 'sealed') return void this.keys.leave();
    await this.keys.enter({ caseId: file.id });
    if (!this.database.keys.isOutOfReach) return;
    const [own] = await this.database.query<{ member: boolean }>(IS_MEMBER, [file.id]);
    if (!own!.member) return;
    await this.sealExisting(file);
    await this.settlePeople(file);
  }

  /** From now on this transaction writes what stands between these cases: sealed when one of them is. */
  async enterBetween(caseIds: readonly string[]): Promise<void> {
    const [file] = await this.database.query<{ id: string; tier: Tier }>(SEALED_OF, [caseIds]);
    if (file) await this.enter(file);
    else this.keys.leave();
  }

  /** Within a transaction that holds the case, before its tier changes. Its reach must be the actor's. */
  async sealExisting(file: Pick<Case, 'id'>): Promise<void> {
    const [row] = await this.database.query<{ found: boolean }>(HAS_KEY, [file.id]);
    if (row!.found) return void (await this.keys.enter({ caseId: file.id }));
    await this.keys.create({ caseId: file.id });
    this.keys.keepNew();
    await this.rewrite({ caseId: file.id });
  }

  /** Within a transaction that holds the case, after its tier changed. */
  async unseal(file: Case): Promise<void> {
    this.keys.retire({ caseId: file.id });
    await this.rewrite({ caseId: file.id });
  }

  /**
   * Seals those whom sealed cases alone know now, and opens those who are known otherwise. Call it when
   * people join a case or its tier changes; it leaves the transaction writing texts of that case.
   */
  async settlePeople(file: Pick<Case, 'id' | 'tier'>): Promise<void> {
    this.keys.keepNew();
    const people = await this.database.query<{ id: string; sealed: boolean }>(UNSETTLED, [file.id]);
    for (const { id, sealed } of people) {
      if (sealed) await this.keys.create({ personId: id });
      else this.keys.retire({ personId: id });
      this.keys.keepNew();
      await this.rewrite({ personId: id });
      await this.people.reindex(id);
    }
    if (people.length === 0) return;
    if (file.tier === 'sealed') await this.keys.enter({ caseId: file.id });
    else this.keys.leave();
  }

  private async rewrite(subject: Sealed): Promise<void> {
    await this.resealing.rewrite(subject);
    for (const sealer of this.registry.sealers) await sealer.reseal(subject);
  }
}
