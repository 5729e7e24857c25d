import { CaseMention, HandOverNote } from './hand-over.entity';
import { ServiceRequest, ServiceRequestMessage } from './service-request.entity';
import { CaseTransfer } from './case-transfer.entity';
import { Departure, DepartureItem } from './departure.entity';
import { Referral, ReferralInstitution } from './referral.entity';

export const cooperationEntities = [
  CaseTransfer,
  HandOverNote,
  CaseMention,
  ServiceRequest,
  ServiceRequestMessage,
  ReferralInstitution,
  Referral,
  Departure,
  DepartureItem,
] as const;
