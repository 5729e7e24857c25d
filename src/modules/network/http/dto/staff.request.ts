import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Length } from 'class-validator';
import { IsInstant } from '../../../../platform/http/dto/validators';
import { STAFF_ROLES, type StaffRole } from '../../domain/staff-role';

export class GrantRoleRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  accountId: string;

  @ApiProperty({ enum: STAFF_ROLES })
  @IsIn(STAFF_ROLES)
  role: StaffRole;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  postId?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Of a role at headquarters' })
  @IsOptional()
  @Length(2, 40)
  region?: string | null;

  @ApiPropertyOptional({ format: 'date-time', description: 'Absent: now' })
  @IsOptional()
  @IsInstant()
  validFrom?: string;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date-time' })
  @IsOptional()
  @IsInstant()
  validUntil?: string | null;

  @ApiProperty({ description: 'Resolution or reason' })
  @Length(1, 1000)
  reason: string;
}

export class EndRoleRequest {
  @ApiProperty()
  @Length(1, 1000)
  reason: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Absent: now' })
  @IsOptional()
  @IsInstant()
  at?: string;
}

export class SubrogationRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  actingAccountId: string;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  absentAccountId?: string | null;

  @ApiPropertyOptional({ format: 'date-time', description: 'Absent: now' })
  @IsOptional()
  @IsInstant()
  validFrom?: string;

  @ApiProperty({ format: 'date-time' })
  @IsInstant()
  validUntil: string;

  @ApiProperty({ example: 'R.M. 0123-2026-RE' })
  @Length(1, 200)
  resolution: string;
}

export class EndSubrogationRequest {
  @ApiProperty()
  @Length(1, 1000)
  reason: string;
}
