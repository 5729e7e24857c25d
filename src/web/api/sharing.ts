import { get, post, type Sending } from './client';
import type { Schemas } from './types';

export type Circle = Schemas['CircleResponse'];
export type Member = Schemas['MemberResponse'];
export type Bar = Schemas['BarResponse'];
export type Consent = Schemas['ConsentResponse'];
export type Disclosure = Schemas['DisclosureResponse'];
export type Assessment = Schemas['AssessmentResponse'];

const at = (id: string) => ({ at: { id } });

export const readCircle = (id: string) => get('/api/v1/cases/{id}/circle', at(id));
export const listCandidates = (id: string) => get('/api/v1/cases/{id}/circle/candidates', at(id));
export const addMember = (id: string, body: Schemas['AddMemberRequest'], sending: Sending) =>
  post('/api/v1/cases/{id}/members', body, { ...sending, ...at(id) });
export const endMember = (id: string, member: string, body: Schemas['EndMemberRequest']) =>
  post('/api/v1/cases/{id}/members/{member}/end', body, { at: { id, member } });
export const barSomebody = (id: string, body: Schemas['AddBarRequest'], sending: Sending) =>
  post('/api/v1/cases/{id}/bars', body, { ...sending, ...at(id) });
export const liftBar = (id: string, bar: string, body: Schemas['LiftBarRequest']) =>
  post('/api/v1/cases/{id}/bars/{bar}/lifting', body, { at: { id, bar } });
export const changeTier = (id: string, version: number, body: Schemas['ChangeTierRequest']) =>
  post('/api/v1/cases/{id}/tier', body, { version, ...at(id) });

export const listConsents = (id: string) => get('/api/v1/cases/{id}/consents', at(id));
export const recordConsent = (
  id: string,
  body: Schemas['RecordConsentRequest'],
  sending: Sending,
) => post('/api/v1/cases/{id}/consents', body, { ...sending, ...at(id) });
export const withdrawConsent = (
  id: string,
  consent: string,
  body: Schemas['WithdrawConsentRequest'],
  sending: Sending,
) =>
  post('/api/v1/cases/{id}/consents/{consent}/withdrawal', body, {
    ...sending,
    at: { id, consent },
  });
export const listDisclosures = (id: string) => get('/api/v1/cases/{id}/disclosures', at(id));
export const recordDisclosure = (
  id: string,
  body: Schemas['RecordDisclosureRequest'],
  sending: Sending,
) => post('/api/v1/cases/{id}/disclosures', body, { ...sending, ...at(id) });

export const consentsOfPerson = (id: string) => get('/api/v1/people/{id}/consents', at(id));
export const assessmentsOfPerson = (id: string) =>
  get('/api/v1/people/{id}/vulnerability-assessments', at(id));
export const listAssessments = (id: string) =>
  get('/api/v1/cases/{id}/vulnerability-assessments', at(id));
export const signAssessment = (
  id: string,
  body: Schemas['SignAssessmentRequest'],
  sending: Sending,
) => post('/api/v1/cases/{id}/vulnerability-assessments', body, { ...sending, ...at(id) });
