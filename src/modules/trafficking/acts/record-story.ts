import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { pastDay } from '../../../platform/clock/moments';
import { protect } from '../../../platform/crypto/protected-text';
import { refuseAs } from '../../../platform/database/refusals';
import { statement } from '../../../platform/database/statement';
import { invalidField } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { BarAggressor } from '../../cases';
import {
  Exploitation,
  Perpetrator,
  TraffickingFinding,
  TransitLeg,
} from '../entities/story.entity';
import type {
  RecordExploitationRequest,
  RecordIndicatorsRequest,
  RecordPerpetratorRequest,
  RecordTransitRequest,
} from '../http/dto/story.requests';
import { TraffickingWork, type TraffickingFile } from '../trafficking-work';

const TABLES = ['trafficking_findings', 'exploitations', 'transit_legs', 'perpetrators'] as const;
const IN_CASE = Object.fromEntries(
  TABLES.map((table) => [
    table,
    statement(
      `trafficking.in-case.${table}`,
      `SELECT 1 AS found FROM ${table} WHERE case_id = $1 AND id = $2`,
    ),
  ]),
) as Record<(typeof TABLES)[number], ReturnType<typeof statement>>;
/** Two may replace the same entry at the same instant: the second is told. */
refuseAs(
  Object.fromEntries(
    TABLES.map((table) => [
      `${table}_replaces_key`,
      { code: 'ENTRY_ALREADY_REPLACED', status: 409 },
    ]),
  ),
);

const BIRTH = statement(
  'trafficking.birth-date',
  `SELECT p.birth_date::text AS "birthDate" FROM cases c JOIN persons p ON p.id = c.subject_person_id WHERE c.id = $1`,
);

type Kept = Promise<{ id: string }>;

/** What was found, what was done to the person, on which way, and by whom; told once, mended by replacing. */
@Injectable()
export class RecordStory {
  constructor(
    private readonly work: TraffickingWork,
    private readonly barring: BarAggressor,
  ) {}

  indicators(actor: Actor, caseId: string, body: RecordIndicatorsRequest): Kept {
    return this.work.on(actor, caseId, 'case.edit', (file) => this.indicatorsWithin(file, body));
  }

  /** In a transaction that holds the case, for the opening. */
  async indicatorsWithin(file: TraffickingFile, body: RecordIndicatorsRequest): Kept {
    const replaces = await this.replaced(file, 'trafficking_findings', body.replaces);
    const { indicators } = body;
    const id = this.insert(TraffickingFinding, file, {
      indicators,
      note: protect(body.note),
      replaces,
    });
    const data = { findingId: id, indicators, replaces };
    await this.work.record(file, { kind: 'indicators.recorded', id, data });
    return { id };
  }

  exploitation(actor: Actor, caseId: string, body: RecordExploitationRequest): Kept {
    return this.work.on(actor, caseId, 'case.edit', (file) => this.exploitationWithin(file, body));
  }

  /** In a transaction that holds the case, for the opening. `at`: path of the request. */
  async exploitationWithin(file: TraffickingFile, body: RecordExploitationRequest, at = ''): Kept {
    const beganOn = pastDay(body.beganOn, file.now, `${at}beganOn`);
    const endedOn = pastDay(body.endedOn, file.now, `${at}endedOn`);
    if (beganOn && endedOn && endedOn < beganOn) {
      throw invalidField(`${at}endedOn`, 'BEFORE_ITS_START');
    }
    await this.assertBorn(file, beganOn ?? endedOn, `${at}${beganOn ? 'beganOn' : 'endedOn'}`);
    const replaces = await this.replaced(file, 'exploitations', body.replaces);
    const { acts, purposes, means } = body;
    const id = this.insert(Exploitation, file, {
      ...{ acts, purposes, means, beganOn, endedOn, replaces },
      recruitedThrough: body.recruitedThrough ?? null,
      recruiterRelation: body.recruiterRelation ?? null,
      recruitedIn: body.recruitedIn ?? null,
      promise: protect(body.promise),
      country: body.country ?? null,
      place: protect(body.place),
      conditions: protect(body.conditions),
      consentStated: body.consentStated ?? null,
    });
    const data = { exploitationId: id, purposes, means, replaces };
    await this.work.record(file, { kind: 'exploitation.recorded', id, data });
    return { id };
  }

  transit(actor: Actor, caseId: string, body: RecordTransitRequest): Kept {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      if (!body.fromCountry && !body.toCountry) throw invalidField('fromCountry', 'SAY_WHERE');
      const travelledOn = pastDay(body.travelledOn, file.now, 'travelledOn');
      await this.assertBorn(file, travelledOn, 'travelledOn');
      const replaces = await this.replaced(file, 'transit_legs', body.replaces);
      const id = this.insert(TransitLeg, file, {
        fromCountry: body.fromCountry ?? null,
        toCountry: body.toCountry ?? null,
        travelledOn,
        transport: body.transport,
        documents: body.documents,
        note: protect(body.note),
        replaces,
      });
      await this.work.record(file, { kind: 'transit.recorded', id, data: { legId: id, replaces } });
      return { id };
    });
  }

  /** One of the service's own people is barred from the case at once (rules §4, *Access*). */
  perpetrator(actor: Actor, caseId: string, body: RecordPerpetratorRequest): Kept {
    return this.work.on(actor, caseId, 'case.edit', async (file) => {
      const replaces = await this.replaced(file, 'perpetrators', body.replaces);
      const { part } = body;
      if (body.accountId) await this.barring.bar(file.case, body.accountId, 'accountId');
      const id = this.insert(Perpetrator, file, {
        ...{ part, replaces, sex: body.sex, relation: body.relation },
        name: protect(body.name),
        description: protect(body.description),
        nationality: body.nationality ?? null,
        accountId: body.accountId ?? null,
      });
      const data = { perpetratorId: id, part, replaces };
      await this.work.record(file, { kind: 'perpetrator.recorded', id, data });
      return { id };
    });
  }

  private insert<Row extends object>(
    entity: new () => Row,
    file: TraffickingFile,
    row: Omit<Row, 'id' | 'caseId' | 'recordedAt' | 'recordedBy'>,
  ): string {
    const id = newId();
    this.work.insert(entity, { id, caseId: file.case.id, ...row } as never);
    return id;
  }

  private async replaced(
    file: TraffickingFile,
    table: (typeof TABLES)[number],
    id: string | undefined,
  ): Promise<string | null> {
    if (!id) return null;
    const [found] = await this.work.database.query(IN_CASE[table], [file.case.id, id]);
    if (!found) throw invalidField('replaces', 'NOT_IN_THIS_CASE');
    return id;
  }

  /** Nothing was done to somebody before they were born. */
  private async assertBorn(file: TraffickingFile, day: string | null, path: string): Promise<void> {
    if (!day) return;
    const [person] = await this.work.database.query<{ birthDate: string | null }>(BIRTH, [
      file.case.id,
    ]);
    if (person?.birthDate && day < person.birthDate) throw invalidField(path, 'BEFORE_THE_BIRTH');
  }
}
