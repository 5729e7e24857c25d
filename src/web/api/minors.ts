import { get, post, type Sending } from './client';
import type { Schemas } from './types';

export type MinorPanel = Schemas['MinorCaseResponse'];
export type NewMinorCase = Schemas['OpenMinorCaseRequest'];
export type HagueStates = Schemas['HagueStatesContentResponse'];

export {
  AnswerTracingRequest_result as TRACING_ANSWERS,
  AssessFamilyRequest_suitability as SUITABILITIES,
  AssessInterestsRequest_course as INTEREST_COURSES,
  AssessInterestsRequest_hearing as HEARINGS_OF_CHILD,
  AssessInterestsRequest_maturity as MATURITIES,
  AssessInterestsRequest_stage as INTEREST_STAGES,
  ClaimGuardianshipRequest_ground as GUARDIANSHIP_GROUNDS,
  DecideGuardianshipRequest_decision as GUARDIANSHIP_DECISIONS,
  EndStateCareRequest_outcome as CARE_OUTCOMES,
  FollowUpReunificationRequest_finding as REUNIFICATION_FINDINGS,
  LocateRelativeRequest_relation as CHILD_RELATIONS,
  NoteCareHearingRequest_outcome as CARE_HEARING_OUTCOMES,
  OpenMinorCaseRequest_childWith as CHILD_WITH,
  RecordAbductionRequest_kind as ABDUCTION_KINDS,
  RecordAbductionStepRequest_decision as ABDUCTION_DECISIONS,
  RecordAbductionStepRequest_step as ABDUCTION_STEPS,
  RecordAuthorisationRequest_form as AUTHORISATION_FORMS,
  RecordAuthorisationRequest_kind as AUTHORISATION_KINDS,
  RecordCareStepRequest_step as CARE_STEPS,
  RecordComingOfAgeRequest_course as OF_AGE_COURSES,
  RecordStateCareRequest_placement as PLACEMENTS,
  RecordTracingRequest_source as TRACING_SOURCES,
} from './enums';

export const openMinorCase = (body: NewMinorCase, key: string) =>
  post('/api/v1/minor-cases', body, { key });
export const readInterestInstrument = () => get('/api/v1/interest-instruments/current');
export const assessInterests = (
  id: string,
  body: Schemas['AssessInterestsRequest'],
  sending: Sending,
) => post('/api/v1/minor-cases/{id}/interest-assessments', body, { ...sending, at: { id } });

export const listInterestInstruments = () => get('/api/v1/interest-instruments');
export const createInterestInstrument = (
  content: Schemas['QuestionnaireResponse'],
  reason: string,
  sending: Sending,
) => post('/api/v1/interest-instruments', { content: content as never, reason }, sending);

export const listHagueStates = () => get('/api/v1/hague-states');
export const createHagueStates = (content: HagueStates, reason: string, sending: Sending) =>
  post('/api/v1/hague-states', { content: content as never, reason }, sending);
