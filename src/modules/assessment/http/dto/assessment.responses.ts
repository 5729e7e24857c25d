import { ApiProperty } from '@nestjs/swagger';
import type { PolicyVersion } from '../../../../platform/policies/policy-versions';
import type { AssessmentPolicyContent } from '../../domain/assessment-policy';
import {
  ASSESSMENT_STATES,
  type AssessmentState,
  type AssessmentView,
} from '../../assessment.views';

const nullable = { nullable: true } as const;

export class AssessmentResponse implements AssessmentView {
  id: string;
  caseId: string;
  caseReference: string;
  @ApiProperty({ type: String, ...nullable }) personId: string | null;
  @ApiProperty({ type: String, ...nullable }) personName: string | null;
  /** 0: from before assessments were signed. */
  version: number;
  @ApiProperty({ type: String, ...nullable }) supersedes: string | null;
  @ApiProperty({ enum: ASSESSMENT_STATES }) state: AssessmentState;
  occurredAt: string;
  validUntil: string;
  conclusion: string;
  circumstances: string[];
  conditions: string[];
  factors: string[];
  @ApiProperty({ type: String, ...nullable }) monthlyIncome: string | null;
  @ApiProperty({ type: String, ...nullable }) incomeCurrency: string | null;
  @ApiProperty({ type: Number, ...nullable }) dependants: number | null;
  @ApiProperty({ type: String, ...nullable }) housing: string | null;
  @ApiProperty({ type: String, ...nullable }) support: string | null;
  @ApiProperty({ type: String, ...nullable }) health: string | null;
  @ApiProperty({ type: String, ...nullable }) legalCapacity: string | null;
  @ApiProperty({ type: String, ...nullable }) note: string | null;
  @ApiProperty({ type: String, ...nullable }) signedBy: string | null;
  signedAt: string;
  /** SHA-256, hexadecimal; null: from before assessments were signed. */
  @ApiProperty({ type: String, ...nullable }) contentHash: string | null;
}

export class AssessmentListResponse {
  /** Newest first; none for whoever may not read restricted parts. */
  @ApiProperty({ type: [AssessmentResponse] }) items: AssessmentResponse[];
  validityDays: number;
}

export class AssessmentSignedResponse {
  id: string;
}

export class AssessmentPolicyResponse implements PolicyVersion<AssessmentPolicyContent> {
  version: number;
  effectiveFrom: string;
  @ApiProperty({ type: Object }) content: AssessmentPolicyContent;
  reason: string;
  @ApiProperty({ type: String, ...nullable }) createdBy: string | null;
  recordedAt: string;
}

export class AssessmentPolicyListResponse {
  @ApiProperty({ type: [AssessmentPolicyResponse] }) items: AssessmentPolicyResponse[];
}

export class AssessmentPolicyCreatedResponse {
  version: number;
}
