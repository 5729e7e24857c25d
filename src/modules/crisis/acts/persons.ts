import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { momentOf } from '../../../platform/clock/moments';
import { protect } from '../../../platform/crypto/protected-text';
import { statement } from '../../../platform/database/statement';
import { notFound, staleVersion } from '../../../platform/errors/domain-error';
import { CrisisPolicies } from '../crisis-policies';
import { priorityOf } from '../domain/priority';
import type { Need, NeedState } from '../domain/vocabulary';
import { EnterPersons, type NamedInIncident } from '../enter-persons';
import { Happenings } from '../happenings';
import type { RecordStateRequest, TriageRequest } from '../http/dto/person.requests';
import { IncidentWork, type IncidentFile } from '../incident-work';
import { IncidentPersonCheck } from '../person-check';

/** The record that counts, locked; a merged one leads to the one it stands for. */
const LOCK = statement(
  'crisis.lock-person',
  `SELECT p.id, p.version, p.vulnerability, p.given_names AS "givenNames", p.first_surname AS "firstSurname",
          p.second_surname AS "secondSurname", p.birth_date::text AS "birthDate",
          p.document_number AS "documentNumber"
     FROM incident_persons p
    WHERE p.incident_id = $1 AND p.id = (SELECT stands_for FROM incident_persons WHERE id = $2)
      FOR NO KEY UPDATE OF p`,
);
const NEEDS = statement(
  'crisis.needs-of-person',
  'SELECT need, state FROM incident_needs WHERE person_id = $1',
);
const SET_NEEDS = statement(
  'crisis.set-needs',
  `INSERT INTO incident_needs AS n (incident_id, person_id, need, state, opened_at, met_at, met_by)
   SELECT $1, $2, w.need, w.state, $5, CASE WHEN w.state = 'met' THEN $5::timestamptz END,
          CASE WHEN w.state = 'met' THEN app.account() END
     FROM unnest($3::text[], $4::text[]) AS w (need, state)
   ON CONFLICT (person_id, need) DO UPDATE
     SET state = excluded.state, met_at = excluded.met_at, met_by = excluded.met_by,
         opened_at = CASE WHEN excluded.state = 'open' THEN excluded.opened_at ELSE n.opened_at END
     WHERE n.state <> excluded.state`,
);
const SAVE = statement(
  'crisis.save-triage',
  `UPDATE incident_persons SET vulnerability = $2, subdivision = coalesce($3, subdivision), place = coalesce($4, place),
          post_id = coalesce($5, post_id), phone = coalesce($6, phone), email = coalesce($7, email),
          priority = $8, version = version + 1
    WHERE id = $1`,
);

interface Locked {
  id: string;
  version: number;
  vulnerability: string[];
  givenNames: string;
  firstSurname: string;
  secondSurname: string | null;
  birthDate: string | null;
  documentNumber: string | null;
}

const stored = (text: string | null | undefined): string | null =>
  text ? JSON.stringify(protect(text)!.toStored()) : null;

/** What staff do with one person of an incident: enter, sort by need, say how they are. */
@Injectable()
export class IncidentPersons {
  constructor(
    private readonly work: IncidentWork,
    private readonly policies: CrisisPolicies,
    private readonly check: IncidentPersonCheck,
    private readonly entering: EnterPersons,
    private readonly happenings: Happenings,
  ) {}

  /** Somebody who came or called. */
  register(actor: Actor, incidentId: string, body: NamedInIncident): Promise<{ id: string }> {
    return this.active(actor, incidentId, async (file) => {
      const person = await this.check.run(body, file.incident, file.now);
      const policy = await this.policies.current();
      const naming = { incidentId, source: 'staff', now: file.now, policy } as const;
      const id = this.entering.enter(person, naming);
      await this.work.record(file, 'incident_person.registered', { personId: id });
      return { id };
    });
  }

  /**
   * Needs, vulnerability and where; the priority follows. A need that is not named stays as it is.
   * @throws DomainError STALE_VERSION (412)
   */
  triage(
    actor: Actor,
    incidentId: string,
    personId: string,
    version: number,
    body: TriageRequest,
  ): Promise<{ id: string; priority: number }> {
    return this.active(actor, incidentId, async (file) => {
      const { database } = this.work;
      const person = await this.lock(incidentId, personId);
      if (person.version !== version) throw staleVersion(person.version, []);
      const { needs = [], ...rest } = body;
      const told = await this.check.run(rest, file.incident, file.now);
      if (needs.length > 0) {
        database.post(SET_NEEDS, [
          ...[incidentId, person.id, needs.map((n) => n.need), needs.map((n) => n.state)],
          file.now.toString(),
        ]);
      }
      const vulnerability = [...new Set(told.vulnerability ?? person.vulnerability)];
      const priority = await this.rank(person.id, vulnerability);
      database.post(SAVE, [
        ...[person.id, vulnerability, told.subdivision ?? null, stored(told.place)],
        ...[told.postId ?? null, stored(told.phone), stored(told.email), priority],
      ]);
      if (told.phone) {
        this.entering.renewKeys(incidentId, person.id, { ...person, phone: told.phone });
      }
      await this.happenings.replan([person.id]);
      await this.work.record(file, 'incident_person.triaged', { personId: person.id });
      return { id: person.id, priority };
    });
  }

  /** How somebody is, as heard now or earlier. */
  record(
    actor: Actor,
    incidentId: string,
    personId: string,
    { state, occurredAt }: RecordStateRequest,
  ): Promise<{ id: string }> {
    return this.active(actor, incidentId, async (file) => {
      const { id } = await this.lock(incidentId, personId);
      await this.happenings.record({
        ...{ incidentId, personIds: [id], state, source: 'staff' },
        occurredAt: momentOf(occurredAt, file.now, 'occurredAt'),
      });
      await this.work.record(file, 'incident_person.state_recorded', { personId: id, state });
      return { id };
    });
  }

  /** The record that counts for `personId`, locked for this transaction; 404 outside the incident. */
  async lock(incidentId: string, personId: string): Promise<Locked> {
    const [person] = await this.work.database.query<Locked>(LOCK, [incidentId, personId]);
    if (!person) throw notFound();
    return person;
  }

  /** The priority that the needs now kept and `vulnerability` give. */
  async rank(personId: string, vulnerability: readonly string[]): Promise<number> {
    const [needs, policy] = await Promise.all([
      this.work.database.query<{ need: Need; state: NeedState }>(NEEDS, [personId]),
      this.policies.current(),
    ]);
    const openNeeds = needs.filter(({ state }) => state === 'open').map(({ need }) => need);
    return priorityOf({ vulnerability, openNeeds }, policy);
  }

  private active<T>(
    actor: Actor,
    incidentId: string,
    work: (file: IncidentFile) => Promise<T>,
  ): Promise<T> {
    return this.work.on(actor, incidentId, 'crisis.work', work, { active: true });
  }
}
