import { CaseMention, HandOverNote } from './hand-over.entity';
import { ServiceRequest, ServiceRequestMessage } from './service-request.entity';
import { CaseTransfer } from './case-transfer.entity';

export const cooperationEntities = [
  CaseTransfer,
  HandOverNote,
  CaseMention,
  ServiceRequest,
  ServiceRequestMessage,
] as const;
