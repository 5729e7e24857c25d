import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { IsCountry } from '../../../../platform/http/dto/validators';
import { ASSISTANCE, type Assistance } from '../../domain/assistance';
import {
  CONTACT_KINDS,
  CONTACT_OUTCOMES,
  CONTACT_PARTIES,
  type ContactKind,
  type ContactOutcome,
  type ContactParty,
} from '../../domain/contact';
import {
  FAMILY_CHANNELS,
  MESSAGE_DIRECTIONS,
  MESSAGE_PARTIES,
  type FamilyChannel,
  type MessageDirection,
  type MessageParty,
} from '../../domain/correspondence';
import {
  CHECK_FINDINGS,
  NEEDS,
  VISIT_CHECKS,
  type CheckFinding,
  type Need,
  type VisitCheck,
} from '../../domain/visit-checks';
import { Code, Instant, OptionalText, RequiredText } from '../../../../platform/http/dto/fields';

export class CheckOfVisit {
  @Code(VISIT_CHECKS) check: VisitCheck;
  @Code(CHECK_FINDINGS) finding: CheckFinding;
  @OptionalText(4000) note?: string;
}

export class NeedOfVisit {
  @Code(NEEDS) code: Need;
  @OptionalText(1000) note?: string;
}

/** Who denied access, and what they said. */
class Denial {
  @RequiredText(300) authority: string;
  @OptionalText(4000) reason?: string;
}

/** The note verbale sent about a denied access, recorded with it. */
class NoteOfDenial {
  @RequiredText(300) authority: string;
  @Instant() sentAt: string;
  @RequiredText(4000) reason: string;
}

export class RecordContactRequest {
  @Code(CONTACT_KINDS) kind: ContactKind;
  @Code(CONTACT_PARTIES) withWhom: ContactParty;
  @Code(CONTACT_OUTCOMES) outcome: ContactOutcome;
  @Instant() occurredAt: string;

  @ApiPropertyOptional({ description: 'Where it took place, when not the present facility' })
  @IsOptional()
  @IsUUID()
  facilityId?: string;

  @ApiPropertyOptional({ type: [CheckOfVisit] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(VISIT_CHECKS.length)
  @ArrayUnique((check: CheckOfVisit) => check.check)
  @ValidateNested({ each: true })
  @Type(() => CheckOfVisit)
  checks?: CheckOfVisit[];

  @ApiPropertyOptional({ type: [NeedOfVisit] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(NEEDS.length)
  @ArrayUnique((need: NeedOfVisit) => need.code)
  @ValidateNested({ each: true })
  @Type(() => NeedOfVisit)
  needs?: NeedOfVisit[];

  @OptionalText(4000) messagesDelivered?: string;
  @OptionalText(4000) messagesReceived?: string;
  @OptionalText(4000) nextSteps?: string;
  @OptionalText(2000) evidence?: string;
  /** The number or address used, where a safe contact names one. */
  @OptionalText(1000) address?: string;
  /** Why life is in danger, to set the arranged safe contact aside. */
  @OptionalText(2000) dangerToLife?: string;

  @ApiPropertyOptional({ type: Denial })
  @IsOptional()
  @ValidateNested()
  @Type(() => Denial)
  denial?: Denial;

  @ApiPropertyOptional({ type: NoteOfDenial })
  @IsOptional()
  @ValidateNested()
  @Type(() => NoteOfDenial)
  noteVerbale?: NoteOfDenial;
}

export class CarryMessageRequest {
  @Code(MESSAGE_DIRECTIONS) direction: MessageDirection;
  @Code(MESSAGE_PARTIES) party: MessageParty;
  @Instant() occurredAt: string;
  @RequiredText(20000) summary: string;
}

export class NotifyFamilyRequest {
  @Instant() occurredAt: string;
  @Code(FAMILY_CHANNELS) channel: FamilyChannel;

  @ApiPropertyOptional({ description: 'A registered person; or say in `to` who was told' })
  @IsOptional()
  @IsUUID()
  personId?: string;

  @OptionalText(300) to?: string;

  @ApiPropertyOptional({
    description: 'Where they were told (ISO 3166-1 alpha-2); Peru unless said',
  })
  @IsOptional()
  @IsCountry()
  country?: string;

  @OptionalText(4000) note?: string;
}

export class GiveAssistanceRequest {
  @Code(ASSISTANCE) action: Assistance;
  @Instant() occurredAt: string;
  @OptionalText(4000) note?: string;
}

export class AccessDenialsQuery {
  @Instant() from: string;
  @Instant() to: string;
}
