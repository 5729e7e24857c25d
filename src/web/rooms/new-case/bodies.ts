import type { CatalogueField, NewCase } from '../../api/catalogue';
import type { NewDetention } from '../../api/detention';
import type { NewDeathCase } from '../../api/death';
import type { NewMinorCase } from '../../api/minors';
import type { NewMissingCase } from '../../api/missing-person';
import type { NewRepatriation } from '../../api/repatriation';
import type { NewTraffickingCase } from '../../api/trafficking';
import type { NewViolenceCase } from '../../api/violence';
import { askedFields } from '../../catalogue/asked';
import { answersIn, given } from '../../catalogue/typed-answers';
import { toInstant } from '../../time/zoned';
import { fieldsOf } from '../safe-contact/values';
import type { NewCaseValues } from './values';

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

type CommonField = keyof ReturnType<typeof commonOf>;

/** Who, where and how it came: what every family asks. */
const commonOf = (values: NewCaseValues) => ({
  postId: values.postId,
  person: personOf(values),
  intakeChannel: values.intakeChannel,
  country: values.country,
  subdivision: typed(values.subdivision),
  place: typed(values.place),
});

/** A case of gender violence: the story is told here, once. */
export const toViolenceCase = (values: NewCaseValues): NewViolenceCase => ({
  ...(commonOf(values) as Pick<NewViolenceCase, CommonField>),
  type: values.caseType as NewViolenceCase['type'],
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
  ...(commonOf(values) as Pick<NewMinorCase, CommonField>),
  type: values.caseType as NewMinorCase['type'],
  account: typed(values.summary),
  childWith: values.childWith,
  dangerToLife: values.dangerToLife,
  presumedAge: values.presumedAge === '' ? undefined : Number(values.presumedAge),
  situationNote: typed(values.situationNote),
  safeContact: values.safeContact ? fieldsOf(values.safeContact) : undefined,
});

/** A death: whose, what is known of it, and who told. */
export const toDeathCase = (values: NewCaseValues): NewDeathCase => ({
  ...(commonOf(values) as Pick<NewDeathCase, CommonField>),
  type: values.caseType as NewDeathCase['type'],
  identification: values.identification,
  informant: typed(values.informant),
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
  ...(commonOf(values) as Pick<NewMissingCase, CommonField>),
  type: values.caseType as NewMissingCase['type'],
  requester: {
    givenNames: values.requesterNames.trim(),
    firstSurname: values.requesterSurname.trim(),
  } as NewMissingCase['requester'],
  relation: values.requesterRelation,
  requesterContact: typed(values.requesterContact),
  lastSeenOn: typed(values.lastSeenOn),
  lastKnown: typed(values.lastKnown),
  fear: values.fear.trim(),
});

/** A return: the plan of its type asks for everything else. */
export const toRepatriation = (values: NewCaseValues): NewRepatriation => ({
  ...(commonOf(values) as Pick<NewRepatriation, CommonField>),
  type: values.caseType as NewRepatriation['type'],
  summary: typed(values.summary),
});
