import type { CatalogueField, NewCase } from '../../api/catalogue';
import type { NewDetention } from '../../api/detention';
import type { NewDeathCase } from '../../api/death';
import type { NewMinorCase } from '../../api/minors';
import type { NewMissingCase } from '../../api/missing-person';
import type { NewTraffickingCase } from '../../api/trafficking';
import type { NewViolenceCase } from '../../api/violence';
import { fieldsOf, type SafeContactValues } from '../safe-contact/values';
import type { PersonMatch } from '../../api/types';
import { askedFields } from '../../catalogue/asked';
import { answersIn, given, type TypedAnswers } from '../../catalogue/typed-answers';
import { toInstant } from '../../time/zoned';

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

const typed = (text: string | null): string | undefined => text?.trim() || undefined;

function personOf(values: NewCaseValues): NewDetention['person'] {
  if (values.known) return { id: values.known.id };
  const number = typed(values.documentNumber);
  return {
    givenNames: values.givenNames.trim(),
    firstSurname: values.firstSurname.trim(),
    secondSurname: typed(values.secondSurname),
    birthDate: typed(values.birthDate),
    sex: Number(values.sex) as NewDetention['person']['sex'],
    documents: number ? [{ kind: values.documentKind, number }] : undefined,
  };
}

/** What the API takes: instants in UTC, nothing that was left empty. */
export function toBody(values: NewCaseValues, zone: string): NewDetention {
  const instant = (text: string) => (text ? toInstant(text, zone) : undefined);
  return {
    postId: values.postId,
    person: personOf(values),
    type: values.type,
    intakeChannel: values.intakeChannel,
    detainedAt: instant(values.detainedAt),
    informedOfRightsAt: instant(values.informedOfRightsAt),
    postNotifiedAt: toInstant(values.postNotifiedAt, zone),
    noticeChannel: values.noticeChannel,
    noticeAuthority: typed(values.noticeAuthority),
    visitWish: values.visitWish,
    familyWish: values.familyWish,
    facilityId: values.facilityId ?? undefined,
    facilityName: values.facilityId ? undefined : typed(values.facility),
    city: values.facilityId ? undefined : typed(values.city),
    country: values.country,
    subdivision: typed(values.subdivision),
    stage: values.stage,
    offenceGroup: values.offenceGroup ?? undefined,
    charges: typed(values.charges),
    vulnerability: values.vulnerability.length > 0 ? values.vulnerability : undefined,
    summary: typed(values.summary),
  };
}

/** A case of a family without a form of its own, with the answers to what is asked. */
export function toCase(
  values: NewCaseValues,
  fields: readonly CatalogueField[],
  zone: string,
): NewCase {
  const answers = given(answersIn(fields, values.answers, zone));
  const asked = askedFields(fields, answers).map(({ code }) => code);
  return {
    postId: values.postId,
    family: values.family,
    type: values.caseType,
    person: personOf(values) as NewCase['person'],
    intakeChannel: values.intakeChannel,
    occurredAt: values.happenedAt ? toInstant(values.happenedAt, zone) : undefined,
    country: values.country,
    subdivision: typed(values.subdivision),
    place: typed(values.place),
    summary: typed(values.summary),
    values: Object.fromEntries(
      Object.entries(answers).filter(([code]) => asked.includes(code)),
    ) as NewCase['values'],
  };
}

/** A case of gender violence: the story is told here, once. */
export const toViolenceCase = (values: NewCaseValues): NewViolenceCase => ({
  postId: values.postId,
  type: values.caseType as NewViolenceCase['type'],
  person: personOf(values) as NewViolenceCase['person'],
  intakeChannel: values.intakeChannel,
  country: values.country,
  subdivision: typed(values.subdivision),
  place: typed(values.place),
  story: typed(values.summary),
  safeContact: values.safeContact ? fieldsOf(values.safeContact) : undefined,
});

/** A case of trafficking, or of what stands beside it. */
export const toTraffickingCase = (values: NewCaseValues): NewTraffickingCase => ({
  ...toViolenceCase(values),
  type: values.caseType as NewTraffickingCase['type'],
  indicators: values.indicators.length > 0 ? values.indicators : undefined,
});

/** The case of a child. */
export const toMinorCase = (values: NewCaseValues): NewMinorCase => ({
  postId: values.postId,
  type: values.caseType as NewMinorCase['type'],
  person: personOf(values) as NewMinorCase['person'],
  intakeChannel: values.intakeChannel,
  country: values.country,
  subdivision: typed(values.subdivision),
  place: typed(values.place),
  account: typed(values.summary),
  childWith: values.childWith,
  dangerToLife: values.dangerToLife,
  presumedAge: values.presumedAge === '' ? undefined : Number(values.presumedAge),
  situationNote: typed(values.situationNote),
  safeContact: values.safeContact ? fieldsOf(values.safeContact) : undefined,
});

/** A death: whose, what is known of it, and who told. */
export const toDeathCase = (values: NewCaseValues): NewDeathCase => ({
  postId: values.postId,
  type: values.caseType as NewDeathCase['type'],
  person: personOf(values) as NewDeathCase['person'],
  identification: values.identification,
  intakeChannel: values.intakeChannel,
  informant: typed(values.informant),
  country: values.country,
  subdivision: typed(values.subdivision),
  place: typed(values.place),
  summary: typed(values.summary),
  diedOn: typed(values.diedOn),
  manner: values.manner,
  cause: typed(values.cause),
  inCustody: values.inCustody || undefined,
  kinKnown: values.nextOfKin.trim() !== '',
  nextOfKin: typed(values.nextOfKin),
  fromReference: typed(values.fromReference),
});

/** A search: who is sought, who asks, and what is feared. */
export const toMissingCase = (values: NewCaseValues): NewMissingCase => ({
  postId: values.postId,
  type: values.caseType as NewMissingCase['type'],
  person: personOf(values) as NewMissingCase['person'],
  requester: {
    givenNames: values.requesterNames.trim(),
    firstSurname: values.requesterSurname.trim(),
  } as NewMissingCase['requester'],
  relation: values.requesterRelation,
  requesterContact: typed(values.requesterContact),
  intakeChannel: values.intakeChannel,
  country: values.country,
  subdivision: typed(values.subdivision),
  place: typed(values.place),
  lastSeenOn: typed(values.lastSeenOn),
  lastKnown: typed(values.lastKnown),
  fear: values.fear.trim(),
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
