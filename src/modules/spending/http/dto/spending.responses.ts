import { ApiProperty } from '@nestjs/swagger';
import { PROGRAMMES, type Programme } from '../../../funding';
import type { DistributionFormula } from '../../domain/distribution';

const id = { format: 'uuid' } as const;
const instant = { format: 'date-time' } as const;
const optional = { type: String, nullable: true } as const;

export class DistributionWeightsResponse {
  @ApiProperty() cases: number;
  @ApiProperty() persons: number;
  @ApiProperty() vulnerable: number;
}
export class DistributionFormulaResponse implements DistributionFormula {
  @ApiProperty({ type: DistributionWeightsResponse }) weights: DistributionWeightsResponse;
  /** Soles for every post before the rest is shared. */
  @ApiProperty() floor: string;
  /** By country, against 1 for those not named. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  costOfLiving: Record<string, string>;
  @ApiProperty() source: string;
}

export class LineEvaluationResponse {
  @ApiProperty() line: string;
  @ApiProperty() persons: number;
  @ApiProperty() spent: string;
  @ApiProperty(optional) perPerson: string | null;
}
/** Soles are decimal strings, shares fractions; sealed cases stand apart. */
export class PostEvaluationResponse {
  @ApiProperty(id) postId: string;
  @ApiProperty() postCode: string;
  @ApiProperty() postName: string;
  @ApiProperty() country: string;
  @ApiProperty() allotted: string;
  @ApiProperty() spent: string;
  @ApiProperty() accounted: string;
  @ApiProperty() open: number;
  @ApiProperty() cases: number;
  @ApiProperty() persons: number;
  @ApiProperty() indigence: number;
  @ApiProperty() vulnerability: number;
  @ApiProperty() extremeNeed: number;
  @ApiProperty() vulnerable: number;
  @ApiProperty() costOfLiving: string;
  @ApiProperty() points: number;
  @ApiProperty(optional) executed: string | null;
  @ApiProperty() forecast: string;
  @ApiProperty(optional) costPerPerson: string | null;
  @ApiProperty({ type: [LineEvaluationResponse] }) lines: LineEvaluationResponse[];
}
export class EvaluationResponse {
  @ApiProperty() year: number;
  @ApiProperty({ enum: PROGRAMMES }) programme: Programme;
  @ApiProperty(instant) asOf: string;
  @ApiProperty({ type: DistributionFormulaResponse }) formula: DistributionFormulaResponse;
  @ApiProperty({ type: [PostEvaluationResponse] }) posts: PostEvaluationResponse[];
}

export class ShareResponse {
  @ApiProperty(id) postId: string;
  @ApiProperty() postCode: string;
  @ApiProperty() country: string;
  @ApiProperty() points: number;
  @ApiProperty() allotted: string;
  @ApiProperty() spent: string;
  @ApiProperty() forecast: string;
  /** By the formula alone. */
  @ApiProperty() proposed: string;
  /** With what headquarters fixed. */
  @ApiProperty() amount: string;
  @ApiProperty() fixed: boolean;
}
export class DistributionPreviewResponse {
  @ApiProperty({ type: DistributionFormulaResponse }) formula: DistributionFormulaResponse;
  @ApiProperty({ type: [ShareResponse] }) shares: ShareResponse[];
}
export class DistributionLineResponse {
  @ApiProperty(id) id: string;
  @ApiProperty() name: string;
  @ApiProperty() year: number;
  @ApiProperty() quarter: number;
  @ApiProperty({ enum: PROGRAMMES }) programme: Programme;
  @ApiProperty() total: string;
  @ApiProperty({ enum: ['draft', 'applied'] }) state: 'draft' | 'applied';
  @ApiProperty(optional) certificate: string | null;
  @ApiProperty(optional) reason: string | null;
  @ApiProperty({ ...optional, ...instant }) appliedAt: string | null;
  @ApiProperty(optional) appliedBy: string | null;
  @ApiProperty(instant) recordedAt: string;
  @ApiProperty(optional) recordedBy: string | null;
  @ApiProperty() version: number;
}
export class DistributionListResponse {
  @ApiProperty({ type: [DistributionLineResponse] }) items: DistributionLineResponse[];
}
export class DistributionResponse extends DistributionLineResponse {
  @ApiProperty({ type: DistributionFormulaResponse }) formula: DistributionFormulaResponse;
  @ApiProperty({ type: [ShareResponse] }) shares: ShareResponse[];
}
export class DistributionKeptResponse {
  @ApiProperty(id) id: string;
}
export class DistributionAppliedResponse {
  @ApiProperty(id) id: string;
  /** Posts that were given something. */
  @ApiProperty() allotted: number;
}
export class DistributionPolicyResponse {
  @ApiProperty() version: number;
  @ApiProperty(instant) effectiveFrom: string;
  @ApiProperty({ type: DistributionFormulaResponse }) content: DistributionFormulaResponse;
  @ApiProperty() reason: string;
  @ApiProperty(optional) createdBy: string | null;
  @ApiProperty(instant) recordedAt: string;
}
export class DistributionPolicyListResponse {
  @ApiProperty({ type: [DistributionPolicyResponse] }) items: DistributionPolicyResponse[];
}
export class DistributionPolicyCreatedResponse {
  @ApiProperty() version: number;
}
