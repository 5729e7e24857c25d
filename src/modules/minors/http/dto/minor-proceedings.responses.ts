import { ApiProperty } from '@nestjs/swagger';
import {
  code,
  day,
  id,
  instant,
  optionalCode,
  optionalInstant,
  optionalText,
} from '../../../../platform/http/dto/response-fields';
import { EntryOfCaseResponse } from '../../../obligations';
import {
  ABDUCTION_DECISIONS,
  ABDUCTION_KINDS,
  ABDUCTION_ROUTES,
  ABDUCTION_STEPS,
  type AbductionDecision,
  type AbductionKind,
  type AbductionRoute,
  type AbductionStep,
} from '../../domain/abduction';
import {
  CARE_HEARING_OUTCOMES,
  CARE_OUTCOMES,
  CARE_STEPS,
  PLACEMENTS,
  type CareHearingOutcome,
  type CareOutcome,
  type CareStep,
  type Placement,
} from '../../domain/state-care';

export class CareHearingResponse {
  @ApiProperty(id) id: string;
  @ApiProperty(instant) heldAt: string;
  @ApiProperty() court: string;
  @ApiProperty(optionalCode(CARE_HEARING_OUTCOMES)) outcome: CareHearingOutcome | null;
  @ApiProperty(optionalText) note: string | null;
}

export class CareStepResponse {
  @ApiProperty(id) id: string;
  @ApiProperty(code(CARE_STEPS)) step: CareStep;
  @ApiProperty(day) takenOn: string;
  @ApiProperty() authority: string;
  @ApiProperty(optionalText) note: string | null;
}

export class StateCareResponse extends EntryOfCaseResponse {
  @ApiProperty() authority: string;
  @ApiProperty(optionalText) number: string | null;
  @ApiProperty(day) since: string;
  @ApiProperty(code(PLACEMENTS)) placement: Placement;
  @ApiProperty(optionalText) placementNote: string | null;
  @ApiProperty(optionalInstant) endedAt: string | null;
  @ApiProperty(optionalCode(CARE_OUTCOMES)) outcome: CareOutcome | null;
  @ApiProperty(optionalText) outcomeNote: string | null;
  @ApiProperty({ type: [CareHearingResponse] }) hearings: CareHearingResponse[];
  @ApiProperty({ type: [CareStepResponse] }) steps: CareStepResponse[];
}

export class AbductionStepResponse {
  @ApiProperty(id) id: string;
  @ApiProperty(code(ABDUCTION_STEPS)) step: AbductionStep;
  @ApiProperty(day) takenOn: string;
  @ApiProperty(optionalCode(ABDUCTION_DECISIONS)) decision: AbductionDecision | null;
  @ApiProperty(optionalText) authority: string | null;
  @ApiProperty(optionalText) note: string | null;
}

export class ChildAbductionResponse extends EntryOfCaseResponse {
  @ApiProperty(code(ABDUCTION_KINDS)) kind: AbductionKind;
  @ApiProperty(day) takenOn: string;
  @ApiProperty() fromCountry: string;
  @ApiProperty() toCountry: string;
  @ApiProperty(code(ABDUCTION_ROUTES)) route: AbductionRoute;
  @ApiProperty() peruvianAuthority: string;
  @ApiProperty(optionalText) foreignAuthority: string | null;
  @ApiProperty(optionalText) note: string | null;
  @ApiProperty() replaced: boolean;
  @ApiProperty({ type: [AbductionStepResponse] }) steps: AbductionStepResponse[];
}
