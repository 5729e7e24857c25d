import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { ProtectedText, type StoredText } from '../../platform/crypto/protected-text';
import { statement } from '../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../platform/errors/domain-error';
import { Timeline } from '../cases';
import { FamilyOpening, type FirstFacts } from '../obligations';
import { readContact, type NewPerson } from '../people';
import type { OpenCrisisCaseRequest } from './http/dto/person.requests';
import { IncidentWork } from './incident-work';

const LOCK = statement(
  'crisis.lock-for-case',
  `SELECT id, given_names AS "givenNames", first_surname AS "firstSurname", second_surname AS "secondSurname",
          birth_date::text AS "birthDate", sex, document_number AS "documentNumber", phone, email, place, subdivision,
          vulnerability, case_id AS "caseId"
     FROM incident_persons
    WHERE incident_id = $1 AND id = (SELECT stands_for FROM incident_persons WHERE id = $2) FOR NO KEY UPDATE`,
);
const JOIN = statement(
  'crisis.join-case',
  'UPDATE incident_persons SET case_id = $2, version = version + 1 WHERE id = $1',
);

interface Registration {
  id: string;
  givenNames: string;
  firstSurname: string;
  secondSurname: string | null;
  birthDate: string | null;
  sex: 0 | 1 | 2 | 9;
  documentNumber: string | null;
  phone: StoredText | null;
  email: StoredText | null;
  place: StoredText | null;
  subdivision: string | null;
  vulnerability: string[];
  caseId: string | null;
}

/** Opens an ordinary case for somebody of an incident who needs help of their own. */
@Injectable()
export class OpenCrisisCase {
  constructor(
    private readonly work: IncidentWork,
    private readonly opening: FamilyOpening,
    private readonly timeline: Timeline,
  ) {}

  /** @throws DomainError PERSON_HAS_CASE (409) */
  run(
    actor: Actor,
    incidentId: string,
    personId: string,
    { postId, personOnFileId }: OpenCrisisCaseRequest,
  ): Promise<{ id: string; reference: string }> {
    return this.work.on(
      actor,
      incidentId,
      'crisis.work',
      async (file) => {
        const { incident, now } = file;
        const { database } = this.work;
        if (!incident.postIds.includes(postId)) throw invalidField('postId', 'NOT_OF_THE_INCIDENT');
        const [person] = await database.query<Registration>(LOCK, [incidentId, personId]);
        if (!person) throw notFound();
        if (person.caseId) throw new DomainError('PERSON_HAS_CASE', { status: 409 });
        const place = revealed(person.place);
        const first: FirstFacts = {
          ...{ postId, type: incident.kind, intakeChannel: 'person', country: incident.country },
          ...{ subdivision: person.subdivision, ...(place ? { place } : {}) },
        };
        const { id, reference } = await this.opening.run(actor, first, async (opening) => {
          const input = personOnFileId
            ? { id: personOnFileId, vulnerability: person.vulnerability }
            : asNewPerson(person);
          const known = await opening.person('person', input);
          const opened = await opening.open(known.id, { family: 'crisis' });
          await this.timeline.append({
            ...{ caseId: opened.id, kind: 'crisis.opened', occurredAt: now },
            data: { incidentId, incidentPersonId: person.id },
          });
          database.post(JOIN, [person.id, opened.id]);
          return opened;
        });
        await this.work.record(file, 'incident_person.case_opened', { caseId: id });
        return { id, reference };
      },
      { active: true },
    );
  }
}

const revealed = (stored: StoredText | null): string | null =>
  stored && ProtectedText.fromStored(stored).reveal();

/** What the registration tells, as far as the file of a person takes it. */
function asNewPerson(person: Registration): NewPerson {
  const { givenNames, firstSurname, secondSurname, birthDate, sex, vulnerability } = person;
  const number = person.documentNumber?.toUpperCase().replace(/[\s.-]/g, '') ?? '';
  const kind = /^\d{8}$/.test(number) ? 'dni' : /^[A-Z0-9]{6,9}$/.test(number) ? 'passport' : null;
  const contacts = (['phone', 'email'] as const).flatMap((way) => {
    const value = revealed(person[way]);
    return value && 'value' in readContact(way, value) ? [{ kind: way, value }] : [];
  });
  return {
    ...{ givenNames, firstSurname, secondSurname, birthDate, sex, vulnerability, contacts },
    documents: kind ? [{ kind, number }] : [],
  };
}
