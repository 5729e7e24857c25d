import type { NewDetention } from '../../api/detention';
import type { PersonMatch } from '../../api/types';
import { toInstant } from '../../time/zoned';

/** The form as typed: times are wall clocks of the post. */
export interface NewCaseValues {
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
}

export const emptyValues = (postId: string, country: string, now: string): NewCaseValues => ({
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
});

export const knownPerson = ({ id, fullName }: PersonMatch): NewCaseValues['known'] => ({
  id,
  fullName,
});

const given = (text: string | null): string | undefined => text?.trim() || undefined;

/** What the API takes: instants in UTC, nothing that was left empty. */
export function toBody(values: NewCaseValues, zone: string): NewDetention {
  const instant = (text: string) => (text ? toInstant(text, zone) : undefined);
  const number = given(values.documentNumber);
  return {
    postId: values.postId,
    person: values.known
      ? { id: values.known.id }
      : {
          givenNames: values.givenNames.trim(),
          firstSurname: values.firstSurname.trim(),
          secondSurname: given(values.secondSurname),
          birthDate: given(values.birthDate),
          sex: Number(values.sex) as NewDetention['person']['sex'],
          documents: number ? [{ kind: values.documentKind, number }] : undefined,
        },
    type: values.type,
    intakeChannel: values.intakeChannel,
    detainedAt: instant(values.detainedAt),
    informedOfRightsAt: instant(values.informedOfRightsAt),
    postNotifiedAt: toInstant(values.postNotifiedAt, zone),
    noticeChannel: values.noticeChannel,
    noticeAuthority: given(values.noticeAuthority),
    visitWish: values.visitWish,
    familyWish: values.familyWish,
    facilityId: values.facilityId ?? undefined,
    facilityName: values.facilityId ? undefined : given(values.facility),
    city: values.facilityId ? undefined : given(values.city),
    country: values.country,
    subdivision: given(values.subdivision),
    stage: values.stage,
    offenceGroup: values.offenceGroup ?? undefined,
    charges: given(values.charges),
    vulnerability: values.vulnerability.length > 0 ? values.vulnerability : undefined,
    summary: given(values.summary),
  };
}

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
};

/** The field on screen for a path of the API. */
export const fieldOf = (path: string): string => RENAMED[path] ?? path;
