import { Injectable } from '@nestjs/common';
import { Actor } from '../../../platform/access/actor';
import { Keyring } from '../../../platform/crypto/keyring';
import { protect } from '../../../platform/crypto/protected-text';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField, staleVersion } from '../../../platform/errors/domain-error';
import { revealed } from '../../cases';
import { CrisisPolicies } from '../crisis-policies';
import { isCode, normalCode } from '../domain/code';
import { priorityOf } from '../domain/priority';
import type { Confirmation, Need, PersonState } from '../domain/vocabulary';
import { EnterPersons, type NamedInIncident } from '../enter-persons';
import { Happenings } from '../happenings';
import type { CorrectRegistrationRequest } from '../http/dto/public.requests';
import type { OwnRegistrationResponse } from '../http/dto/public.responses';
import { IncidentPersonCheck } from '../person-check';
import { PublicIncidents, type OpenIncident } from './public-incidents';
import { RegistrationTools } from './registration-tools';

/** Of a merged record the state of the person it stands for; what was told stays the teller's own. */
const OWN = statement(
  'crisis.own',
  `SELECT p.id, p.version, p.given_names AS "givenNames", p.first_surname AS "firstSurname", p.second_surname AS "secondSurname",
          p.birth_date::text AS "birthDate", p.age, p.sex, p.document_number AS "documentNumber", p.phone, p.email, p.place,
          p.subdivision, p.party_size AS "partySize", p.vulnerability, p.stands_for AS "standsFor", r.state,
          ARRAY(SELECT n.need FROM incident_needs n WHERE n.person_id = p.stands_for AND n.state = 'open' ORDER BY n.need) AS needs
     FROM incident_persons p JOIN incident_persons r ON r.id = p.stands_for
    WHERE p.incident_id = $1 AND p.code_hash = ANY ($2)`,
);
const SAVE = statement(
  'crisis.save-own',
  `UPDATE incident_persons SET given_names = $2, first_surname = $3, second_surname = $4, birth_date = $5, age = $6, sex = $7,
          document_number = $8, phone = $9, email = $10, place = $11, subdivision = $12, party_size = $13, version = version + 1
    WHERE id = $1 AND version = $14 RETURNING id`,
);
const RANK = statement(
  'crisis.rank-own',
  `UPDATE incident_persons SET vulnerability = $2, priority = $3 WHERE id = $1`,
);
const SET_NEEDS = statement(
  'crisis.set-own-needs',
  `WITH met AS (
     UPDATE incident_needs SET state = 'met', met_at = $4 WHERE person_id = $2 AND state = 'open' AND NOT need = ANY ($3)
   )
   INSERT INTO incident_needs AS n (incident_id, person_id, need, state, opened_at)
   SELECT $1, $2, w, 'open', $4 FROM unnest($3::text[]) AS w
   ON CONFLICT (person_id, need) DO UPDATE SET state = 'open', opened_at = $4, met_at = NULL, met_by = NULL
     WHERE n.state = 'met'`,
);
const VULNERABILITY = statement(
  'crisis.lock-own',
  'SELECT vulnerability FROM incident_persons WHERE id = $1 FOR NO KEY UPDATE',
);

interface Own extends NamedInIncident {
  id: string;
  version: number;
  standsFor: string;
  state: PersonState;
  needs: Need[];
  vulnerability: string[];
}

/** What whoever holds a code sees, corrects and says: their own registration and nothing else. */
@Injectable()
export class OwnRegistration {
  constructor(
    private readonly incidents: PublicIncidents,
    private readonly check: IncidentPersonCheck,
    private readonly policies: CrisisPolicies,
    private readonly entering: EnterPersons,
    private readonly happenings: Happenings,
    private readonly keyring: Keyring,
    private readonly tools: RegistrationTools,
  ) {}

  show(slug: string, code: string): Promise<OwnRegistrationResponse> {
    return this.on(slug, code, async (own) => {
      const { id: _, standsFor: __, ...shown } = own;
      return shown as OwnRegistrationResponse;
    });
  }

  /** @throws DomainError STALE_VERSION (412) when it was changed since it was read */
  correct(
    slug: string,
    { code, version, ...told }: CorrectRegistrationRequest,
  ): Promise<{ version: number }> {
    return this.on(slug, code, async (own, incident) => {
      const { database, clock } = this.tools;
      if (own.version !== version) throw staleVersion(own.version, []);
      const now = clock.now();
      const policy = await this.policies.current();
      const asked = told.vulnerability ?? [];
      if (asked.some((factor) => !policy.publicFactors.includes(factor))) {
        throw invalidField('vulnerability', 'FACTOR_UNKNOWN');
      }
      const person = await this.check.run(told, incident, now);
      const text = (value?: string | null) =>
        value ? JSON.stringify(protect(value)!.toStored()) : null;
      const [saved] = await database.query(SAVE, [
        ...[own.id, person.givenNames, person.firstSurname, person.secondSurname ?? null],
        ...[person.birthDate ?? null, person.age ?? null, person.sex ?? 0],
        ...[person.documentNumber ?? null, text(person.phone), text(person.email)],
        ...[text(person.place), person.subdivision ?? null, person.partySize ?? 0, version],
      ]);
      if (!saved) throw staleVersion(own.version + 1, []);
      this.entering.renewKeys(incident.id, own.id, person);
      const needs = person.needs ?? [];
      database.post(SET_NEEDS, [incident.id, own.standsFor, needs, now.toString()]);
      // what staff saw stays; of what the page asks about, the person's word holds
      const [counted] = await database.query<{ vulnerability: string[] }>(VULNERABILITY, [
        own.standsFor,
      ]);
      const seen = counted!.vulnerability.filter((code) => !policy.publicFactors.includes(code));
      const vulnerability = [...new Set([...seen, ...asked])];
      const priority = priorityOf({ vulnerability, openNeeds: needs }, policy);
      database.post(RANK, [own.standsFor, vulnerability, priority]);
      await this.keepTrace(own.id, incident.id, 'incident_person.self_corrected');
      return { version: own.version + 1 };
    });
  }

  /** "I am safe", or "I need help". */
  say(slug: string, code: string, state: Confirmation): Promise<{ state: Confirmation }> {
    return this.on(slug, code, async (own, incident) => {
      const personIds = [own.id];
      const occurredAt = this.tools.clock.now();
      const told = { incidentId: incident.id, personIds, state, occurredAt };
      await this.happenings.record({ ...told, source: 'self' });
      await this.keepTrace(own.id, incident.id, 'incident_person.self_told');
      return { state };
    });
  }

  /** 404 CODE_UNKNOWN for every code that no registration of this incident has, whatever its form. */
  private on<T>(
    slug: string,
    typed: string,
    work: (own: Own, incident: OpenIncident) => Promise<T>,
  ): Promise<T> {
    const { database } = this.tools;
    return database.inTransaction(Actor.system(), async () => {
      const incident = await this.incidents.open(slug);
      const code = normalCode(typed);
      const hashes = this.keyring.blind('crisis_code', `${incident.id}:${code}`);
      const [own] = isCode(code) ? await database.query<Own>(OWN, [incident.id, hashes]) : [];
      if (!own) throw new DomainError('CODE_UNKNOWN', { status: 404 });
      return work(revealed(own) as Own, incident);
    });
  }

  private async keepTrace(personId: string, incidentId: string, action: string): Promise<void> {
    const { audit, hints } = this.tools;
    await audit.record({ action, subjectType: 'incident_person', subjectId: personId });
    await hints.changed(incidentId);
  }
}
