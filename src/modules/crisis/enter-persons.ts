import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { protect } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { newId } from '../../platform/ids';
import { keysOf } from './domain/duplicates';
import type { CrisisPolicy } from './domain/policy';
import { priorityOf } from './domain/priority';
import type { Need, Source } from './domain/vocabulary';
import { IncidentPerson } from './entities/incident.entity';
import { IncidentEvent, IncidentMention, IncidentNeed } from './entities/person-facts.entity';

const ENTER_KEYS = statement(
  'crisis.enter-keys',
  `INSERT INTO incident_person_keys (incident_id, person_id, key)
   SELECT $1, $2, k FROM unnest($3::text[]) AS k ON CONFLICT DO NOTHING`,
);
const FORGET_KEYS = statement(
  'crisis.forget-keys',
  'DELETE FROM incident_person_keys WHERE person_id = $1',
);

/** What is known of somebody when they are named. */
export interface NamedInIncident {
  givenNames: string;
  firstSurname: string;
  secondSurname?: string | null;
  birthDate?: string | null;
  age?: number | null;
  sex?: number;
  documentNumber?: string | null;
  /** E.164, or as a list gave it. */
  phone?: string | null;
  email?: string | null;
  place?: string | null;
  subdivision?: string | null;
  partySize?: number;
  vulnerability?: readonly string[];
  needs?: readonly Need[];
  language?: 'es' | 'en';
  postId?: string | null;
}

export interface Naming {
  incidentId: string;
  source: Source;
  now: Temporal.Instant;
  policy: CrisisPolicy;
  listId?: string;
  line?: number;
  /** The name as it was given; absent: in its parts. */
  asGiven?: string;
  more?: Partial<Pick<IncidentPerson, 'codeHash' | 'codeRound' | 'requestKey' | 'requestHash'>>;
}

const E164 = /^\+[1-9]\d{6,14}$/;

/** Enters somebody in an incident: the record, its keys, who named them, their needs, the first event. */
@Injectable()
export class EnterPersons {
  constructor(private readonly database: Database) {}

  /** In the ambient transaction; nothing is waited for, and no other registration is touched. */
  enter(person: NamedInIncident, naming: Naming): string {
    const id = newId();
    const { incidentId, source, now, policy } = naming;
    const recordedBy = this.database.actor.accountId;
    const needs = [...new Set(person.needs ?? [])];
    const vulnerability = [...new Set(person.vulnerability ?? [])];
    this.database.insert(IncidentPerson, {
      ...{ id, incidentId, standsFor: id, recordedBy, source, vulnerability },
      givenNames: person.givenNames,
      firstSurname: person.firstSurname,
      secondSurname: person.secondSurname ?? null,
      birthDate: person.birthDate ?? null,
      age: person.age ?? null,
      sex: person.sex ?? 0,
      documentNumber: person.documentNumber ?? null,
      phone: protect(person.phone),
      email: protect(person.email),
      place: protect(person.place),
      subdivision: person.subdivision ?? null,
      partySize: person.partySize ?? 0,
      language: person.language ?? 'es',
      postId: person.postId ?? null,
      priority: priorityOf({ vulnerability, openNeeds: needs }, policy),
      state: 'registered',
      registeredAt: now,
      codeRound: 0,
      ...naming.more,
    });
    this.enterKeys(incidentId, id, person);
    this.database.insert(IncidentMention, {
      ...{ id: newId(), incidentId, personId: id, source, recordedBy },
      listId: naming.listId ?? null,
      line: naming.line ?? null,
      asGiven: (naming.asGiven ?? nameOf(person)).slice(0, 700),
    });
    for (const need of needs) {
      this.database.insert(IncidentNeed, {
        ...{ incidentId, personId: id, need, state: 'open', openedAt: now },
      });
    }
    const first = { id: newId(), incidentId, personId: id, state: 'registered' } as const;
    this.database.insert(IncidentEvent, { ...first, source, occurredAt: now, recordedBy });
    return id;
  }

  /** After a correction: the record is found by what it says now. */
  renewKeys(incidentId: string, id: string, person: NamedInIncident): void {
    this.database.post(FORGET_KEYS, [id]);
    this.enterKeys(incidentId, id, person);
  }

  private enterKeys(incidentId: string, id: string, person: NamedInIncident): void {
    const keys = keysOf({
      givenNames: person.givenNames,
      firstSurname: person.firstSurname,
      secondSurname: person.secondSurname ?? null,
      birthDate: person.birthDate ?? null,
      documentNumber: person.documentNumber ?? null,
      phone: person.phone && E164.test(person.phone) ? person.phone : null,
    });
    if (keys.length > 0) this.database.post(ENTER_KEYS, [incidentId, id, keys]);
  }
}

const nameOf = ({ givenNames, firstSurname, secondSurname }: NamedInIncident): string =>
  [givenNames, firstSurname, secondSurname].filter(Boolean).join(' ');
