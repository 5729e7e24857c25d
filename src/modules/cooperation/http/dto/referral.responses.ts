import { ApiProperty } from '@nestjs/swagger';
import {
  DATA_CATEGORIES,
  RECIPIENT_KINDS,
  type DataCategory,
  type RecipientKind,
} from '../../../consents';

const text = { type: String, nullable: true } as const;

export class InstitutionResponse {
  id: string;
  version: number;
  code: string;
  nameEs: string;
  nameEn: string;
  @ApiProperty({ enum: RECIPIENT_KINDS }) recipientKind: RecipientKind;
  peruvian: boolean;
  @ApiProperty({ enum: DATA_CATEGORIES, isArray: true }) categories: DataCategory[];
  answerDays: number;
  retired: boolean;
  source: string;
}

export class InstitutionListResponse {
  @ApiProperty({ type: [InstitutionResponse] }) items: InstitutionResponse[];
}

/** A referral on the page of its case. */
export class ReferralResponse {
  id: string;
  institutionId: string;
  institutionEs: string;
  institutionEn: string;
  @ApiProperty(text) office: string | null;
  purpose: string;
  @ApiProperty({ type: [String] }) categories: string[];
  ground: string;
  request: string;
  sentAt: string;
  @ApiProperty(text) sentBy: string | null;
  expiresAt: string;
  state: string;
  @ApiProperty(text) outcome: string | null;
  @ApiProperty(text) answer: string | null;
  @ApiProperty(text) endedAt: string | null;
  version: number;
}
