import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsInstant } from '../../../../platform/http/dto/validators';
import {
  ATTEMPT_OUTCOMES,
  CONTACT_CHANNELS,
  type AttemptOutcome,
  type ContactChannel,
} from '../../../people';

const id = { format: 'uuid' } as const;

export class ContactAttemptRequest {
  @ApiProperty(id) @IsUUID() personId: string;
  @ApiProperty({ enum: CONTACT_CHANNELS }) @IsIn(CONTACT_CHANNELS) channel: ContactChannel;
  @ApiProperty({ enum: ATTEMPT_OUTCOMES }) @IsIn(ATTEMPT_OUTCOMES) outcome: AttemptOutcome;
  @ApiPropertyOptional({ format: 'date-time', description: 'Absent: now' })
  @IsOptional()
  @IsInstant()
  occurredAt?: string;
  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string | null;
}

export class AttemptResponse {
  @ApiProperty(id) id: string;
  @ApiProperty(id) caseId: string;
  @ApiProperty() caseReference: string;
  @ApiProperty() timeZone: string;
  @ApiProperty(id) personId: string;
  @ApiProperty() fullName: string;
  @ApiProperty({ enum: CONTACT_CHANNELS }) channel: ContactChannel;
  @ApiProperty({ enum: ATTEMPT_OUTCOMES }) outcome: AttemptOutcome;
  @ApiProperty({ format: 'date-time' }) occurredAt: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, nullable: true }) recordedBy: string | null;
}

export class AttemptsResponse {
  @ApiProperty({ type: [AttemptResponse] }) items: AttemptResponse[];
}
