import { ApiProperty } from '@nestjs/swagger';
import { ManifestResponse, NeedCountResponse } from './crisis.responses';

const instant = { format: 'date-time' } as const;
const optional = { type: String, nullable: true } as const;
const optionalNumber = { type: Number, nullable: true } as const;
const counts = { type: 'object', additionalProperties: { type: 'integer' } } as const;

export class MilestoneResponse {
  @ApiProperty() kind: string;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(optional) detail: string | null;
}

export class PostCountResponse {
  @ApiProperty(optional) post: string | null;
  @ApiProperty() persons: number;
}

export class FirstContactResponse {
  @ApiProperty() contacted: number;
  @ApiProperty(optionalNumber) medianMinutes: number | null;
}

export class AfterActionResponse {
  @ApiProperty(instant) at: string;
  @ApiProperty() nameEs: string;
  @ApiProperty() nameEn: string;
  @ApiProperty(optional) lessons: string | null;
  @ApiProperty() persons: number;
  /** How often somebody was named, which is more than persons. */
  @ApiProperty() mentions: number;
  @ApiProperty(counts) byState: Record<string, number>;
  @ApiProperty({ type: [NeedCountResponse] }) needs: NeedCountResponse[];
  @ApiProperty({ type: [PostCountResponse] }) byPost: PostCountResponse[];
  @ApiProperty({ type: FirstContactResponse }) firstContact: FirstContactResponse;
  @ApiProperty({ type: [MilestoneResponse] }) milestones: MilestoneResponse[];
  @ApiProperty({ type: [ManifestResponse] }) manifests: ManifestResponse[];
  @ApiProperty({ description: 'The same as CSV' }) csv: string;
}

/** Requests a minute that one address may make. */
export class PublicLimitsResponse {
  @ApiProperty() registrations: number;
  @ApiProperty() codes: number;
}

export class CrisisPolicyContentResponse {
  @ApiProperty(counts) needs: Record<string, number>;
  @ApiProperty(counts) vulnerability: Record<string, number>;
  @ApiProperty({ type: [String] }) publicFactors: string[];
  @ApiProperty() exitUrl: string;
  @ApiProperty({ type: PublicLimitsResponse }) limits: PublicLimitsResponse;
  @ApiProperty() source: string;
}

export class CrisisPolicyResponse {
  @ApiProperty() version: number;
  @ApiProperty(instant) effectiveFrom: string;
  @ApiProperty({ type: CrisisPolicyContentResponse }) content: CrisisPolicyContentResponse;
  @ApiProperty() reason: string;
  @ApiProperty(optional) createdBy: string | null;
  @ApiProperty(instant) recordedAt: string;
}

export class CrisisPolicyListResponse {
  @ApiProperty({ type: [CrisisPolicyResponse] }) items: CrisisPolicyResponse[];
}

export class CrisisPolicyCreatedResponse {
  @ApiProperty() version: number;
}
