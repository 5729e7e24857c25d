import { ApiProperty } from '@nestjs/swagger';
import {
  CONTACT_CHANNELS,
  RESTRICTION_GROUNDS,
  type ContactChannel,
  type RestrictionGround,
} from '../../domain/contact-restriction';
import {
  ALIAS_KINDS,
  GUARDIAN_GROUNDS,
  RELATION_KINDS,
  RELATION_SOURCES,
  type AliasKind,
  type GuardianGround,
  type GuardianNeed,
  type RelationKind,
  type RelationSource,
} from '../../domain/ties';

const id = { format: 'uuid' } as const;
const text = { type: String, nullable: true } as const;
const day = { ...text, format: 'date' } as const;
const instant = { ...text, format: 'date-time' } as const;

export class TieResponse {
  @ApiProperty(id) id: string;
}

export class AliasResponse extends TieResponse {
  @ApiProperty({ enum: ALIAS_KINDS }) kind: AliasKind;
  @ApiProperty() name: string;
}

export class RelationResponse extends TieResponse {
  @ApiProperty(id) personId: string;
  @ApiProperty() fullName: string;
  @ApiProperty(day) birthDate: string | null;
  @ApiProperty({ enum: RELATION_KINDS, description: 'What that person is to this one' })
  kind: RelationKind;
  @ApiProperty({ enum: RELATION_SOURCES }) source: RelationSource;
  @ApiProperty(day) since: string | null;
  @ApiProperty(day) until: string | null;
  @ApiProperty(text) note: string | null;
}

export class GuardianResponse extends TieResponse {
  @ApiProperty(id) personId: string;
  @ApiProperty() fullName: string;
  @ApiProperty({ enum: GUARDIAN_GROUNDS }) ground: GuardianGround;
  @ApiProperty({ format: 'date' }) since: string;
  @ApiProperty(day) until: string | null;
  @ApiProperty(text) documentReference: string | null;
  @ApiProperty(text) note: string | null;
  @ApiProperty({ description: 'Acts today' }) current: boolean;
}

export class RestrictionResponse extends TieResponse {
  @ApiProperty({ enum: CONTACT_CHANNELS, nullable: true }) channel: ContactChannel | null;
  @ApiProperty({ ...text, format: 'uuid' }) postId: string | null;
  @ApiProperty(text) postCode: string | null;
  @ApiProperty({ enum: RESTRICTION_GROUNDS }) ground: RestrictionGround;
  @ApiProperty() reason: string;
  @ApiProperty({ format: 'date-time' }) since: string;
  @ApiProperty(instant) until: string | null;
  @ApiProperty(instant) liftedAt: string | null;
  @ApiProperty(text) recordedBy: string | null;
  @ApiProperty({ description: 'Forbids contacts now' }) current: boolean;
}

export class PersonTiesResponse {
  @ApiProperty({ type: [AliasResponse] }) aliases: AliasResponse[];
  @ApiProperty({ type: [RelationResponse] }) relations: RelationResponse[];
  @ApiProperty({ type: [GuardianResponse] }) guardians: GuardianResponse[];
  @ApiProperty({ type: [GuardianResponse], description: 'For whom the person acts' })
  wards: GuardianResponse[];
  @ApiProperty({ enum: ['minor', 'lacking_capacity'], nullable: true })
  guardianNeed: GuardianNeed | null;
  @ApiProperty({ type: [RestrictionResponse] }) restrictions: RestrictionResponse[];
}
