import { ApiProperty } from '@nestjs/swagger';
import { STAFF_ROLES, type StaffRole } from '../../domain/staff-role';

export class StaffMemberResponse {
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() displayName: string;
  @ApiProperty({ enum: STAFF_ROLES }) role: StaffRole;
  @ApiProperty({ format: 'date-time' }) validFrom: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) validUntil: string | null;
  @ApiProperty({ description: "Holds the head's powers by subrogation" }) acting: boolean;
}

export class StaffResponse {
  @ApiProperty({ type: [StaffMemberResponse] }) items: StaffMemberResponse[];
}

export class DatedRoleResponse extends StaffMemberResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
}

export class DatedRolesResponse {
  @ApiProperty({ type: [DatedRoleResponse] }) items: DatedRoleResponse[];
}

export class RoleResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty({ enum: STAFF_ROLES }) role: StaffRole;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) postId: string | null;
  @ApiProperty({ type: String, nullable: true }) region: string | null;
  @ApiProperty({ format: 'date-time' }) validFrom: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) validUntil: string | null;
}

export class SubrogationResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) postId: string;
  @ApiProperty({ format: 'uuid' }) actingAccountId: string;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) absentAccountId: string | null;
  @ApiProperty({ format: 'date-time' }) validFrom: string;
  @ApiProperty({ format: 'date-time' }) validUntil: string;
  @ApiProperty() resolution: string;
}
