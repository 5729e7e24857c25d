import { Code, OptionalNested, OptionalText } from '../../../../platform/http/dto/fields';
import { OpenSealedCaseRequest } from '../../../safe-contact';
import { LONGEST_STORY, VIOLENCE_CASE_TYPES, type ViolenceCaseType } from '../../domain/incident';
import { RecordIncidentRequest } from './danger.requests';

/** The least that opens the case; the story is told here once, and everything later refers to it. */
export class OpenViolenceCaseRequest extends OpenSealedCaseRequest {
  @Code(VIOLENCE_CASE_TYPES) type: ViolenceCaseType;
  @OptionalText(LONGEST_STORY) story?: string;
  @OptionalNested(() => RecordIncidentRequest) incident?: RecordIncidentRequest;
}
