import { ApiProperty } from '@nestjs/swagger';
import type { ConsentState, ConsentView, DisclosureView } from '../../consent.views';

const nullable = { nullable: true } as const;

export class ConsentResponse implements ConsentView {
  id: string;
  caseId: string;
  caseReference: string;
  personId: string;
  personName: string;
  decision: string;
  @ApiProperty({ enum: ['in_force', 'refused', 'withdrawn', 'expired'] }) state: ConsentState;
  purpose: string;
  recipientKind: string;
  /** Null: everyone of that kind. */
  @ApiProperty({ type: String, ...nullable }) recipientName: string | null;
  @ApiProperty({ type: String, ...nullable }) institutionId: string | null;
  categories: string[];
  givenBy: string;
  @ApiProperty({ type: String, ...nullable }) giverName: string | null;
  givenAt: string;
  @ApiProperty({ type: String, ...nullable }) validUntil: string | null;
  form: string;
  @ApiProperty({ type: String, ...nullable }) note: string | null;
  @ApiProperty({ type: String, ...nullable }) recordedBy: string | null;
  recordedAt: string;
  @ApiProperty({ type: String, ...nullable }) withdrawnAt: string | null;
  @ApiProperty({ type: String, ...nullable }) withdrawalAskedBy: string | null;
  @ApiProperty({ type: String, ...nullable }) withdrawalForm: string | null;
  @ApiProperty({ type: String, ...nullable }) withdrawalNote: string | null;
  @ApiProperty({ type: String, ...nullable }) withdrawnBy: string | null;
}

export class ConsentListResponse {
  @ApiProperty({ type: [ConsentResponse] }) items: ConsentResponse[];
}

export class DisclosureResponse implements DisclosureView {
  id: string;
  personId: string;
  personName: string;
  occurredAt: string;
  purpose: string;
  recipientKind: string;
  @ApiProperty({ type: String, ...nullable }) recipientName: string | null;
  @ApiProperty({ type: String, ...nullable }) institutionId: string | null;
  categories: string[];
  fieldNames: string[];
  ground: string;
  @ApiProperty({ type: String, ...nullable }) consentId: string | null;
  @ApiProperty({ type: String, ...nullable }) legalBasis: string | null;
  channel: string;
  crossBorder: boolean;
  @ApiProperty({ type: String, ...nullable }) country: string | null;
  @ApiProperty({ type: String, ...nullable }) safeguards: string | null;
  @ApiProperty({ type: String, ...nullable }) subjectType: string | null;
  @ApiProperty({ type: String, ...nullable }) subjectId: string | null;
  @ApiProperty({ type: String, ...nullable }) recordedBy: string | null;
  recordedAt: string;
}

export class DisclosureListResponse {
  @ApiProperty({ type: [DisclosureResponse] }) items: DisclosureResponse[];
}

export class ConsentRecordedResponse {
  id: string;
}
