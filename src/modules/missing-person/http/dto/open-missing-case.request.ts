import {
  Code,
  Nested,
  OptionalCivilDate,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import { OpenFamilyCaseRequest } from '../../../obligations';
import { PersonOfCaseRequest } from '../../../people';
import {
  MISSING_CASE_TYPES,
  REQUESTER_RELATIONS,
  type MissingCaseType,
  type RequesterRelation,
} from '../../domain/missing-person';

/** Who is sought, who asks, what is known last, and what is feared. */
export class OpenMissingCaseRequest extends OpenFamilyCaseRequest {
  @Code(MISSING_CASE_TYPES) type: MissingCaseType;
  /** Whoever asks. */
  @Nested(() => PersonOfCaseRequest) requester: PersonOfCaseRequest;
  @Code(REQUESTER_RELATIONS) relation: RequesterRelation;
  @OptionalText(2000) requesterContact?: string;
  @OptionalCivilDate() lastSeenOn?: string;
  /** Last address, work, telephone, travel. */
  @OptionalText(4000) lastKnown?: string;
  /** Why something is feared. */
  @RequiredText(4000) fear: string;
}
