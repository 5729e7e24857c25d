import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { protect, ProtectedText, type StoredText } from '../../platform/crypto/protected-text';
import { statement } from '../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../platform/errors/domain-error';
import { CaseFiles, Numbers, Timeline } from '../cases';
import { Obligations } from '../obligations';
import { People, readContact, type NewPerson } from '../people';
import type { OpenCrisisCaseRequest } from './http/dto/person.requests';
import { IncidentWork } from './incident-work';

const POST = statement(
  'crisis.post',
  `SELECT time_zone AS zone FROM posts WHERE id = $1 AND state = 'open'`,
);
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
    private readonly people: People,
    private readonly cases: CaseFiles,
    private readonly timeline: Timeline,
    private readonly obligations: Obligations,
    private readonly numbers: Numbers,
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
        actor.require('case.register', postId);
        const [post] = await database.query<{ zone: string }>(POST, [postId]);
        if (!post) throw invalidField('postId', 'UNKNOWN_POST');
        const [person] = await database.query<Registration>(LOCK, [incidentId, personId]);
        if (!person) throw notFound();
        if (person.caseId) throw new DomainError('PERSON_HAS_CASE', { status: 409 });
        const input = personOnFileId
          ? { id: personOnFileId, vulnerability: person.vulnerability }
          : asNewPerson(person);
        const context = { postId, at: 'person.' };
        const known = await this.people.registerOrUse(actor, input, context);
        const opened = await this.cases.open(
          {
            ...{ postId, family: 'crisis', type: incident.kind, intakeChannel: 'person' },
            ...{ country: incident.country, subdivision: person.subdivision, occurredAt: now },
            place: protect(revealed(person.place)),
            subjectPersonId: known.id,
            assigneeId: actor.can('visit.record', postId) ? actor.accountId : null,
          },
          now,
        );
        await this.timeline.append({
          caseId: opened.id,
          kind: 'crisis.opened',
          occurredAt: now,
          data: { incidentId, incidentPersonId: person.id },
        });
        database.post(JOIN, [person.id, opened.id]);
        await this.obligations.replanAll([opened.id], 'opened');
        await this.work.record(file, 'incident_person.case_opened', { caseId: opened.id });
        const reference = await this.numbers.takeForCase(opened.id, now, post.zone);
        return { id: opened.id, reference };
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
