import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { IsCivilDate, IsInstant } from '../../../../platform/http/dto/validators';
import {
  CONTACT_CHANNELS,
  RESTRICTION_GROUNDS,
  type ContactChannel,
  type RestrictionGround,
} from '../../domain/contact-restriction';
import { LONGEST_NAME } from '../../domain/person-name';
import {
  ALIAS_KINDS,
  ALIAS_WITHDRAWALS,
  GUARDIAN_GROUNDS,
  RELATION_KINDS,
  RELATION_SOURCES,
  type AliasKind,
  type AliasWithdrawal,
  type GuardianGround,
  type RelationKind,
  type RelationSource,
} from '../../domain/ties';

const NOTE = 2000;
const day = { type: String, nullable: true, format: 'date' } as const;
const text = { type: String, nullable: true } as const;

export class AliasRequest {
  @ApiProperty({ enum: ALIAS_KINDS }) @IsIn(ALIAS_KINDS) kind: AliasKind;
  @ApiProperty() @IsString() @Length(1, LONGEST_NAME) name: string;
}

export class WithdrawAliasRequest {
  @ApiProperty({ enum: ALIAS_WITHDRAWALS }) @IsIn(ALIAS_WITHDRAWALS) reason: AliasWithdrawal;
}

export class RelationRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() otherId: string;
  @ApiProperty({ enum: RELATION_KINDS, description: 'What the other is to this person' })
  @IsIn(RELATION_KINDS)
  kind: RelationKind;
  @ApiProperty({ enum: RELATION_SOURCES }) @IsIn(RELATION_SOURCES) source: RelationSource;
  @ApiPropertyOptional(day) @IsOptional() @IsCivilDate() since?: string | null;
  @ApiPropertyOptional(day) @IsOptional() @IsCivilDate() until?: string | null;
  @ApiPropertyOptional(text) @IsOptional() @IsString() @MaxLength(NOTE) note?: string | null;
}

export class GuardianRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() guardianId: string;
  @ApiProperty({ enum: GUARDIAN_GROUNDS }) @IsIn(GUARDIAN_GROUNDS) ground: GuardianGround;
  @ApiProperty({ format: 'date' }) @IsCivilDate() since: string;
  @ApiPropertyOptional(day) @IsOptional() @IsCivilDate() until?: string | null;
  @ApiPropertyOptional({ ...text, description: 'Number, date and authority of the document' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  documentReference?: string | null;
  @ApiPropertyOptional(text) @IsOptional() @IsString() @MaxLength(NOTE) note?: string | null;
}

export class EndTieRequest {
  @ApiProperty({ format: 'date', description: 'Last day on which it stood' })
  @IsCivilDate()
  until: string;
}

export class RestrictContactRequest {
  @ApiPropertyOptional({ enum: CONTACT_CHANNELS, nullable: true, description: 'Absent: all' })
  @IsOptional()
  @IsIn(CONTACT_CHANNELS)
  channel?: ContactChannel | null;
  @ApiPropertyOptional({ ...text, format: 'uuid', description: 'Absent: every post' })
  @IsOptional()
  @IsUUID()
  postId?: string | null;
  @ApiProperty({ enum: RESTRICTION_GROUNDS }) @IsIn(RESTRICTION_GROUNDS) ground: RestrictionGround;
  @ApiProperty() @IsString() @Length(3, NOTE) reason: string;
  @ApiPropertyOptional({ ...text, format: 'date-time', description: 'Absent: until lifted' })
  @IsOptional()
  @IsInstant()
  until?: string | null;
}

export class PersonReasonRequest {
  @ApiProperty() @IsString() @Length(3, NOTE) reason: string;
}
