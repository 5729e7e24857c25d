import { get, post, type Sending } from './client';
import type { Schemas } from './types';

export type DeathPanel = Schemas['DeathCaseResponse'];
export type NewDeathCase = Schemas['OpenDeathCaseRequest'];
export type DeathRequirements = Schemas['DeathRequirementsResponse'];
export type NewLeg = Schemas['RecordLegRequest'];

export {
  DecideRemainsRequest_relation as RELATIONS,
  DecideRemainsRequest_way as REMAINS_WAYS,
  DeathCaseResponse_remainsKind as REMAINS_KINDS,
  FindOutRequest_heirs as HEIRS,
  FindOutRequest_identification as IDENTIFICATIONS,
  FindOutRequest_manner as MANNERS,
  OpenDeathCaseRequest_type as DEATH_CASE_TYPES,
  RecordLegRequest_mode as TRANSPORT_MODES,
  RecordRestRequest_kind as RESTING_KINDS,
  ReportToHeadquartersRequest_subject as REPORT_SUBJECTS,
  RequiredDocumentResponse_when as REQUIREMENT_CONDITIONS,
  TellKinRequest_channel as KIN_CHANNELS,
} from './enums';

export const openDeathCase = (body: NewDeathCase, key: string) =>
  post('/api/v1/death-cases', body, { key });
export const recordLeg = (id: string, body: NewLeg, sending: Sending) =>
  post('/api/v1/death-cases/{id}/transport-legs', body, { ...sending, at: { id } });
export const listDeathRequirements = () => get('/api/v1/death-requirements');
export const createDeathRequirements = (
  content: DeathRequirements['content'],
  reason: string,
  sending: Sending,
) => post('/api/v1/death-requirements', { content: content as never, reason }, sending);
