import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
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
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Number or address used; needed where a safe contact names one',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  address?: string | null;
  @ApiPropertyOptional({ type: Boolean, nullable: true })
  @IsOptional()
  @IsBoolean()
  codeWordGiven?: boolean | null;
  @ApiPropertyOptional({
    description:
      'Nothing was told of the person whom the case is about, e.g. a document was asked for',
  })
  @IsOptional()
  @IsBoolean()
  nothingTold?: boolean;
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Why life is in danger: sets the arranged safe contact aside, shown to the circle',
  })
  @IsOptional()
  @IsString()
  @Length(10, 2000)
  dangerToLife?: string | null;
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
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) codeWordGiven: boolean | null;
  @ApiProperty({ type: String, nullable: true, description: 'Refusal that was set aside' })
  overridden: string | null;
  @ApiProperty({ type: String, nullable: true }) dangerToLife: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) nothingTold: boolean | null;
  @ApiProperty({ type: String, nullable: true }) recordedBy: string | null;
}

export class AttemptsResponse {
  @ApiProperty({ type: [AttemptResponse] }) items: AttemptResponse[];
}
