import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, IsUUID, Length, MaxLength, Min } from 'class-validator';
import { REASONS, type Reason } from '../../domain/similarity';
import { PersonMatchResponse } from './person.response';

const LONGEST_REASON = 2000;
const text = { type: String, nullable: true } as const;

export class MergePersonRequest {
  @ApiProperty({ format: 'uuid', description: 'The duplicate' }) @IsUUID() personId: string;
  @ApiProperty({ description: 'Version of the duplicate, as read' })
  @IsInt()
  @Min(1)
  version: number;
  @ApiProperty() @IsString() @Length(3, LONGEST_REASON) reason: string;
}

export class TellApartRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() otherId: string;
  @ApiProperty() @IsString() @Length(3, LONGEST_REASON) reason: string;
}

export class DuplicatesQuery {
  @ApiProperty({ format: 'uuid' }) @IsUUID() post: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(1000) cursor?: string;
}

export class DuplicatesResponse {
  @ApiProperty({ type: [PersonMatchResponse] }) items: PersonMatchResponse[];
}

export class PairMemberResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() fullName: string;
  @ApiProperty({ ...text, format: 'date' }) birthDate: string | null;
}

export class ProposedPairResponse {
  @ApiProperty({ type: PairMemberResponse }) one: PairMemberResponse;
  @ApiProperty({ type: PairMemberResponse }) two: PairMemberResponse;
  @ApiProperty({ minimum: 0, maximum: 1 }) score: number;
  @ApiProperty({ enum: REASONS, isArray: true }) why: Reason[];
}

export class ProposedPairsResponse {
  @ApiProperty({ type: [ProposedPairResponse] }) items: ProposedPairResponse[];
  @ApiProperty(text) nextCursor: string | null;
}

export class MergeResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid', description: 'The duplicate' }) personId: string;
  @ApiProperty() personName: string;
  @ApiProperty({ format: 'uuid' }) survivorId: string;
  @ApiProperty() survivorName: string;
  @ApiProperty() reason: string;
  @ApiProperty({ format: 'date-time' }) mergedAt: string;
  @ApiProperty(text) mergedBy: string | null;
  @ApiProperty({ ...text, format: 'date-time' }) undoneAt: string | null;
  @ApiProperty(text) undoneBy: string | null;
  @ApiProperty(text) undoneReason: string | null;
}

export class MergeHistoryResponse {
  @ApiProperty({ type: [MergeResponse] }) items: MergeResponse[];
}
