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
  guardianNeed,
  isMinor,
  needsDocument,
  standsOn,
  type GuardianGround,
  type GuardianNeed,
} from './domain/ties';
import { PersonFile } from './person-file';
import { PersonWork } from './person-work';
import { joinFacts } from './shown-person';
import { PersonGuardian } from './ties.entity';

const FACTS = statement(
  'people.guardian_facts',
  `SELECT coalesce(p.merged_into, p.id) AS id, f.birth_date::text AS "birthDate",
          coalesce(f.vulnerability, '{}') AS vulnerability
     FROM persons p ${joinFacts('p.id', 'f')} WHERE p.id = $1`,
);

export interface NewGuardian {
  guardianId: string;
  ground: GuardianGround;
  since: string;
  until?: string | null;
  /** What proves it; needed unless the ground is parental authority. */
  documentReference?: string | null;
  note?: string | null;
}

/** Whether somebody must act for a person, and who may. */
export interface Guardianship {
  need: GuardianNeed | null;
  /** Persons who may act on the day asked for. */
  guardianIds: string[];
}

/** Legal guardians of minors and of persons without full capacity: on what ground, from when to when. */
@Injectable()
export class Guardians {
  constructor(
    private readonly database: Database,
    private readonly work: PersonWork,
    private readonly file: PersonFile,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError GUARDIAN_NOT_NEEDED (422) for an adult with full capacity; VALIDATION_FAILED
   *   (422) for an unknown guardian, the person themselves, a minor, a missing document or wrong dates
   */
  add(actor: Actor, id: string, body: NewGuardian): Promise<{ id: string }> {
    const added = { action: 'person.guardian_added', field: 'guardians' };
    return this.work.on(actor, id, added, async (person) => {
      const guardian = await this.work.other(person, body.guardianId, 'guardianId');
      if (isMinor(guardian.birthDate, body.since)) {
        throw invalidField('guardianId', 'GUARDIAN_IS_MINOR');
      }
      if (needsDocument(body.ground) && !body.documentReference?.trim()) {
        throw invalidField('documentReference', 'GUARDIAN_NEEDS_DOCUMENT');
      }
      if (body.until && body.until < body.since) throw invalidField('until', 'BEFORE_ITS_START');
      const { need } = await this.guardianship(id, body.since);
      if (!need) throw new DomainError('GUARDIAN_NOT_NEEDED');
      const row = {
        id: newId(),
        personId: id,
        guardianId: guardian.id,
        ground: body.ground,
        since: body.since,
        until: body.until ?? null,
        documentReference: body.documentReference?.trim() || null,
        note: protect(body.note),
        recordedBy: actor.accountId,
      };
      await this.database.manager.insert(PersonGuardian, row);
      return { id: row.id };
    });
  }

  /** The guardian acts no longer after `until`. */
  end(actor: Actor, id: string, guardianshipId: string, until: string): Promise<{ id: string }> {
    const ended = { action: 'person.guardian_ended', field: 'guardians' };
    return this.work.on(actor, id, ended, async () => {
      const row = await this.find(id, guardianshipId);
      if (row.until !== null && row.until <= until) {
        throw new DomainError('TIE_HAS_ENDED', { status: 409 });
      }
      if (until < row.since) throw invalidField('until', 'BEFORE_ITS_START');
      await this.database.manager.update(PersonGuardian, row.id, { until });
      return { id: row.id };
    });
  }

  /** Entered by mistake: it never was so. */
  withdraw(actor: Actor, id: string, guardianshipId: string): Promise<{ id: string }> {
    const withdrawn = { action: 'person.guardian_withdrawn', field: 'guardians' };
    return this.work.on(actor, id, withdrawn, async () => {
      const row = await this.find(id, guardianshipId);
      await this.database.manager.update(PersonGuardian, row.id, {
        withdrawnAt: new Date(this.clock.now().epochMilliseconds),
      });
      return { id: row.id };
    });
  }

  /** Inside a transaction: on `day`, whether somebody must act for the person, and who may. */
  async guardianship(personId: string, day: string): Promise<Guardianship> {
    const [facts] = await this.database.query<{
      id: string;
      birthDate: string | null;
      vulnerability: string[];
    }>(FACTS, [personId]);
    if (!facts) return { need: null, guardianIds: [] };
    const rows = await this.database.manager.findBy(PersonGuardian, {
      personId: In(await this.file.recordsOf(facts.id)),
      withdrawnAt: IsNull(),
    });
    return {
      need: guardianNeed(facts, day),
      guardianIds: [
        ...new Set(rows.filter((row) => standsOn(row, day)).map(({ guardianId }) => guardianId)),
      ],
    };
  }

  private async find(id: string, guardianshipId: string): Promise<PersonGuardian> {
    const row = await this.database.manager.findOneBy(PersonGuardian, {
      id: guardianshipId,
      personId: In(await this.file.recordsOf(id)),
      withdrawnAt: IsNull(),
    });
    if (!row) throw notFound();
    return row;
  }
}
