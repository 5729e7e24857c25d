import { ApiPropertyOptional } from '@nestjs/swagger';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsObject, IsOptional, IsUUID, Length, IsString } from 'class-validator';
import {
  Code,
  OptionalCivilDate,
  OptionalCode,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import { IsCountry } from '../../../../platform/http/dto/validators';
import {
  HEIRS,
  IDENTIFICATIONS,
  MANNERS,
  RELATIONS,
  REPORT_SUBJECTS,
  type Heirs,
  type Identification,
  type Manner,
  type Relation,
  type ReportSubject,
} from '../../domain/death';
import { KIN_CHANNELS, type KinChannel } from '../../domain/kin';
import { DOCUMENT_STATES, type DocumentState } from '../../domain/requirements';

export class TellKinRequest {
  /** Whom somebody told. */
  @RequiredText(500) recipient: string;
  @Code(RELATIONS) relation: Relation;
  /** When they take part in the case. */
  @IsOptional() @IsUUID() personId?: string;
  /** Face to face or by telephone: never a message. */
  @Code(KIN_CHANNELS) channel: KinChannel;
  /** Who spoke with them, when it was not whoever records it. */
  @OptionalText(500) toldBy?: string;
  @OptionalInstant() occurredAt?: string;
  /** Where they are, ISO 3166-1 alpha-2; Peru unless told. */
  @ApiPropertyOptional() @IsOptional() @IsCountry() country?: string;
  @OptionalText(4000) note?: string;
}

export class KinImpossibleRequest {
  /** What was tried, and why nobody can be told. */
  @ApiProperty({ minLength: 10, maxLength: 4000 })
  @IsString()
  @Length(10, 4000)
  reason: string;
}

/** What is known now; what is left out stays. */
export class FindOutRequest {
  @OptionalCivilDate() diedOn?: string;
  @OptionalCode(MANNERS) manner?: Manner;
  @OptionalText(4000) cause?: string;
  @OptionalCode(IDENTIFICATIONS) identification?: Identification;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() inCustody?: boolean;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() kinKnown?: boolean;
  @OptionalText(2000) nextOfKin?: string;
  @OptionalCode(HEIRS) heirs?: Heirs;
}

export class ReportToHeadquartersRequest {
  @Code(REPORT_SUBJECTS) subject: ReportSubject;
  @OptionalInstant() occurredAt?: string;
  /** Number of the communication. */
  @OptionalText(200) reference?: string;
  @OptionalText(4000) note?: string;
}

export class RecordRemainsDocumentRequest {
  /** Of the list that applies to the case. */
  @RequiredText(63) code: string;
  @Code(DOCUMENT_STATES) state: DocumentState;
  @OptionalText(200) number?: string;
  /** A file of the case. */
  @IsOptional() @IsUUID() documentId?: string;
  @OptionalText(500) issuedBy?: string;
  @OptionalCivilDate() obtainedOn?: string;
  /** Why it does not apply. */
  @OptionalText(4000) reason?: string;
}

export class CreateDeathRequirementsRequest {
  @ApiProperty({ type: Object }) @IsObject() content: Record<string, unknown>;
  @RequiredText(2000) reason: string;
}
