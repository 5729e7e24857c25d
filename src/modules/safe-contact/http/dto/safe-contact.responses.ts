import { ApiProperty } from '@nestjs/swagger';
import { CONTACT_CHANNELS, type ContactChannel } from '../../../people';

const id = { format: 'uuid' } as const;
const optionalText = { type: String, nullable: true } as const;

export class SafeWayResponse {
  @ApiProperty({ enum: CONTACT_CHANNELS }) channel: ContactChannel;
  @ApiProperty(optionalText) address: string | null;
  @ApiProperty() mayLeaveMessage: boolean;
}

export class HoursWindowResponse {
  @ApiProperty({ type: [Number] }) days: readonly number[];
  @ApiProperty() from: string;
  @ApiProperty() to: string;
}

export class SafeContactResponse {
  @ApiProperty(id) id: string;
  @ApiProperty(id) personId: string;
  @ApiProperty() fullName: string;
  @ApiProperty() version: number;
  @ApiProperty() timeZone: string;
  @ApiProperty({ type: [HoursWindowResponse] }) hours: HoursWindowResponse[];
  @ApiProperty() language: string;
  @ApiProperty({ type: [SafeWayResponse] }) ways: SafeWayResponse[];
  @ApiProperty(optionalText) codeWord: string | null;
  @ApiProperty(optionalText) seenBy: string | null;
  @ApiProperty() neutralText: string;
  /** Whether the neutral text was agreed with the person. */
  @ApiProperty() ownText: boolean;
  @ApiProperty(optionalText) note: string | null;
  @ApiProperty() openNow: boolean;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) opensAt: string | null;
  @ApiProperty({ format: 'date-time' }) recordedAt: string;
  @ApiProperty(optionalText) recordedBy: string | null;
}

export class SafeContactListResponse {
  @ApiProperty({ type: [SafeContactResponse] }) items: SafeContactResponse[];
}

export class SafeContactArrangedResponse {
  @ApiProperty(id) id: string;
  @ApiProperty() version: number;
}

export class NeutralTextResponse {
  @ApiProperty() es: string;
  @ApiProperty() en: string;
}

export class SafeContactPolicyContentResponse {
  @ApiProperty({ type: NeutralTextResponse }) neutralText: NeutralTextResponse;
  @ApiProperty({ type: [String] }) telltales: string[];
  @ApiProperty() source: string;
}

export class SafeContactPolicyResponse {
  @ApiProperty() version: number;
  @ApiProperty({ format: 'date-time' }) effectiveFrom: string;
  @ApiProperty({ type: SafeContactPolicyContentResponse })
  content: SafeContactPolicyContentResponse;
  @ApiProperty() reason: string;
  @ApiProperty(optionalText) createdBy: string | null;
  recordedAt: string;
}

export class SafeContactPolicyListResponse {
  @ApiProperty({ type: [SafeContactPolicyResponse] }) items: SafeContactPolicyResponse[];
}

export class SafeContactPolicyCreatedResponse {
  @ApiProperty() version: number;
}
