import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { IsInstant } from '../../../../platform/http/dto/validators';

export class AssistedQueryRequest {
  @ApiProperty({ format: 'date-time' }) @IsInstant() from: string;
  @ApiProperty({ format: 'date-time', description: 'Not part of the range' })
  @IsInstant()
  until: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'As the register stood; absent: now' })
  @IsOptional()
  @IsInstant()
  asOf?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() post?: string;
}

export class AssistedResponse {
  @ApiProperty({ description: 'Distinct persons with an action in the range' }) persons: number;
  @ApiProperty() casesOpened: number;
  @ApiProperty({ description: 'Cases with an action in the range' }) casesAttended: number;
  @ApiProperty() personsAssisted: number;
  @ApiProperty({ description: 'Cases with a PALH attention in the range' }) palhCases: number;
  @ApiProperty({ description: 'PAH approved in the range' }) subventions: number;
  @ApiProperty({ description: 'Distinct persons on them' }) beneficiaries: number;
  @ApiProperty({ format: 'date-time' }) asOf: string;
}
