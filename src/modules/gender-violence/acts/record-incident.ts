import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { protect } from '../../../platform/crypto/protected-text';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { BarAggressor } from '../../cases';
import { ViolenceIncident } from '../entities/danger.entity';
import type { RecordIncidentRequest } from '../http/dto/danger.requests';
import { pastDay } from '../../../platform/clock/moments';
import type { RecordedFact } from '../../obligations';
import { ViolenceWork, type ViolenceFile } from '../violence-work';

const PART = statement(
  'gender-violence.aggressor-part',
  `SELECT coalesce(p.merged_into, p.id) AS id, EXISTS (SELECT 1 FROM case_people cp
       WHERE cp.case_id = $1 AND cp.role = 'alleged_aggressor' AND cp.until IS NULL
         AND cp.person_id IN (p.id, p.merged_into)) AS "takesPart"
     FROM persons p WHERE p.id = $2`,
);
const STANDING = statement(
  'gender-violence.standing-incident',
  `SELECT EXISTS (SELECT 1 FROM violence_incidents r WHERE r.replaces = i.id) AS replaced
     FROM violence_incidents i WHERE i.case_id = $1 AND i.id = $2`,
);

/** Records what was done to the person, or replaces an entry that was wrong. */
@Injectable()
export class RecordIncident {
  constructor(
    private readonly work: ViolenceWork,
    private readonly barring: BarAggressor,
  ) {}

  run(actor: Actor, caseId: string, body: RecordIncidentRequest): Promise<{ id: string }> {
    return this.work.on(actor, caseId, 'case.edit', (file) => this.within(file, body));
  }

  /** In a transaction that holds the case, for the opening. `at`: path of the request. */
  async within(file: ViolenceFile, body: RecordIncidentRequest, at = ''): Promise<{ id: string }> {
    const occurredFrom = pastDay(body.occurredFrom, file.now, `${at}occurredFrom`);
    const occurredTo = pastDay(body.occurredTo, file.now, `${at}occurredTo`);
    if (occurredFrom && occurredTo && occurredTo < occurredFrom) {
      throw invalidField(`${at}occurredTo`, 'BEFORE_ITS_START');
    }
    if (body.replaces) await this.assertStanding(file, body.replaces);
    const aggressor = await this.aggressor(file, body, at);
    if (body.aggressorAccountId) {
      await this.barring.bar(file.case, body.aggressorAccountId, 'aggressorAccountId');
    }
    const id = newId();
    this.work.insert(ViolenceIncident, {
      id,
      caseId: file.case.id,
      types: body.types,
      gbvimsType: body.gbvimsType,
      context: body.context,
      occurredFrom,
      occurredTo,
      place: protect(body.place),
      account: protect(body.account),
      aggressorPersonId: aggressor?.personId ?? null,
      aggressorDescription: protect(body.aggressorDescription),
      aggressorRelation: body.aggressorRelation,
      aggressorAccountId: body.aggressorAccountId ?? null,
      replaces: body.replaces ?? null,
    });
    await this.work.record(
      file,
      {
        kind: 'incident.recorded',
        id,
        data: {
          incidentId: id,
          violenceTypes: body.types,
          gbvimsType: body.gbvimsType,
          context: body.context,
          replaces: body.replaces ?? null,
        },
      },
      ...(aggressor?.entry ? [aggressor.entry] : []),
    );
    return { id };
  }

  /** Whoever is known and takes no part in the case yet enters it as the alleged aggressor. */
  private async aggressor(
    file: ViolenceFile,
    { aggressorPersonId }: RecordIncidentRequest,
    at: string,
  ): Promise<{ personId: string; entry: RecordedFact | null } | null> {
    if (!aggressorPersonId) return null;
    if (aggressorPersonId === file.case.subjectPersonId) {
      throw invalidField(`${at}aggressorPersonId`, 'IS_THE_PERSON_HELPED');
    }
    const [found] = await this.work.database.query<{ id: string; takesPart: boolean }>(PART, [
      file.case.id,
      aggressorPersonId,
    ]);
    if (!found) throw invalidField(`${at}aggressorPersonId`, 'UNKNOWN_PERSON');
    if (found.takesPart) return { personId: found.id, entry: null };
    const role = 'alleged_aggressor';
    const part = await this.work.cases.addPerson(file.case, found.id, role);
    return {
      personId: found.id,
      entry: { kind: 'person.added', id: part, data: { personId: found.id, role } },
    };
  }

  private async assertStanding(file: ViolenceFile, id: string): Promise<void> {
    const [row] = await this.work.database.query<{ replaced: boolean }>(STANDING, [
      file.case.id,
      id,
    ]);
    if (!row) throw invalidField('replaces', 'NOT_IN_THIS_CASE');
    if (row.replaced) throw new DomainError('INCIDENT_ALREADY_REPLACED', { status: 409 });
  }
}
