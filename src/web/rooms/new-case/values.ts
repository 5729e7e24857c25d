import type { NewDetention } from '../../api/detention';
import type { NewDeathCase } from '../../api/death';
import type { NewMinorCase } from '../../api/minors';
import type { NewMissingCase } from '../../api/missing-person';
import type { NewTraffickingCase } from '../../api/trafficking';
import type { SafeContactValues } from '../safe-contact/values';
import type { PersonMatch } from '../../api/types';
import type { TypedAnswers } from '../../catalogue/typed-answers';

/** The form as typed: times are wall clocks of the post. One form, so a change of family keeps the person. */
export interface NewCaseValues {
  family: string;
  /** Type of a family without a form of its own. */
  caseType: string;
  answers: TypedAnswers;
  happenedAt: string;
  place: string;
  postId: string;
  country: string;
  subdivision: string;
  type: NewDetention['type'];
  intakeChannel: NewDetention['intakeChannel'];
  noticeChannel: NewDetention['noticeChannel'];
  noticeAuthority: string;
  postNotifiedAt: string;
  detainedAt: string;
  informedOfRightsAt: string;
  known: { id: string; fullName: string } | null;
  givenNames: string;
  firstSurname: string;
  secondSurname: string;
  birthDate: string;
  sex: string;
  documentKind: string;
  documentNumber: string;
  facilityId: string | null;
  facility: string;
  city: string;
  stage: NewDetention['stage'];
  offenceGroup: NonNullable<NewDetention['offenceGroup']> | null;
  charges: string;
  visitWish: NewDetention['visitWish'];
  familyWish: NewDetention['familyWish'];
  vulnerability: string[];
  summary: string;
  /** How to reach the person, when it was asked already. */
  safeContact: SafeContactValues | null;
  indicators: NonNullable<NewTraffickingCase['indicators']>;
  childWith: NewMinorCase['childWith'];
  dangerToLife: boolean;
  /** Years, where the birth date is not known. */
  presumedAge: number | string;
  situationNote: string;
  diedOn: string;
  manner: NonNullable<NewDeathCase['manner']>;
  cause: string;
  identification: NonNullable<NewDeathCase['identification']>;
  inCustody: boolean;
  informant: string;
  nextOfKin: string;
  /** Number of the case that it continues. */
  fromReference: string;
  requesterNames: string;
  requesterSurname: string;
  requesterRelation: NewMissingCase['relation'];
  requesterContact: string;
  lastSeenOn: string;
  lastKnown: string;
  fear: string;
}

export const emptyValues = (postId: string, country: string, now: string): NewCaseValues => ({
  family: 'detention',
  caseType: '',
  answers: {},
  happenedAt: '',
  place: '',
  postId,
  country,
  subdivision: '',
  type: 'criminal_detention',
  intakeChannel: 'host_notification',
  noticeChannel: 'telephone',
  noticeAuthority: '',
  postNotifiedAt: now,
  detainedAt: '',
  informedOfRightsAt: '',
  known: null,
  givenNames: '',
  firstSurname: '',
  secondSurname: '',
  birthDate: '',
  sex: '0',
  documentKind: 'dni',
  documentNumber: '',
  facilityId: null,
  facility: '',
  city: '',
  stage: 'arrested',
  offenceGroup: null,
  charges: '',
  visitWish: 'not_asked',
  familyWish: 'not_asked',
  vulnerability: [],
  summary: '',
  safeContact: null,
  indicators: [],
  childWith: 'unknown',
  dangerToLife: false,
  presumedAge: '',
  situationNote: '',
  diedOn: '',
  manner: 'unknown',
  cause: '',
  identification: 'presumed',
  inCustody: false,
  informant: '',
  nextOfKin: '',
  fromReference: '',
  requesterNames: '',
  requesterSurname: '',
  requesterRelation: 'parent',
  requesterContact: '',
  lastSeenOn: '',
  lastKnown: '',
  fear: '',
});

export const knownPerson = ({ id, fullName }: PersonMatch): NewCaseValues['known'] => ({
  id,
  fullName,
});

const RENAMED: Record<string, string> = {
  'person.givenNames': 'givenNames',
  'person.firstSurname': 'firstSurname',
  'person.secondSurname': 'secondSurname',
  'person.birthDate': 'birthDate',
  'person.sex': 'sex',
  'person.documents.0.number': 'documentNumber',
  'person.documents[0].number': 'documentNumber',
  'person.documents.0.kind': 'documentKind',
  facilityId: 'facility',
  facilityName: 'facility',
  type: 'caseType',
  occurredAt: 'happenedAt',
  story: 'summary',
  account: 'summary',
  'requester.givenNames': 'requesterNames',
  'requester.firstSurname': 'requesterSurname',
  relation: 'requesterRelation',
};

/** The field on screen for a path of the API. */
export const fieldOf = (path: string): string =>
  RENAMED[path] ?? path.replace(/^values\./, 'answers.');
