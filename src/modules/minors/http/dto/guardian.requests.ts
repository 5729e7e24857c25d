import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import {
  CivilDate,
  Code,
  OptionalCivilDate,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';
import { IsCountry } from '../../../../platform/http/dto/validators';
import { GUARDIANSHIP_GROUNDS, type GuardianshipGround } from '../../domain/guardianship';
import {
  AUTHORISATION_FORMS,
  AUTHORISATION_KINDS,
  type AuthorisationForm,
  type AuthorisationKind,
} from '../../domain/travel';

export class ClaimGuardianshipRequest {
  /** Somebody of the case, as guardian or relative. */
  @IsUUID() personId: string;
  @Code(GUARDIANSHIP_GROUNDS) ground: GuardianshipGround;
  /** Alone: the other parent has no say. */
  @ApiPropertyOptional() @IsOptional() @IsBoolean() sole?: boolean;
  @OptionalText(500) authority?: string;
  @OptionalText(200) number?: string;
  @OptionalCivilDate() issuedOn?: string;
  /** The last day on which it counts. */
  @OptionalCivilDate() expiresOn?: string;
  /** A file of the case. */
  @IsOptional() @IsUUID() documentId?: string;
  @OptionalText(4000) note?: string;
  /** The entry that was wrong, or that this one renews. */
  @IsOptional() @IsUUID() replaces?: string;
}

const DECISIONS = ['verified', 'rejected'] as const;

export class DecideGuardianshipRequest {
  @Code(DECISIONS) decision: (typeof DECISIONS)[number];
  /** How it was verified, or why it was not. */
  @RequiredText(4000) reason: string;
}

export class RevokeGuardianshipRequest {
  @RequiredText(4000) reason: string;
}

export class RecordAuthorisationRequest {
  @Code(AUTHORISATION_KINDS) kind: AuthorisationKind;
  /** The parent who authorises, or who died; absent for a court. */
  @IsOptional() @IsUUID() personId?: string;
  @Code(AUTHORISATION_FORMS) form: AuthorisationForm;
  /** Notary, consul, court or registry. */
  @RequiredText(500) authority: string;
  @RequiredText(200) number: string;
  @CivilDate() givenOn: string;
  @OptionalCivilDate() expiresOn?: string;
  /** ISO 3166-1 alpha-2; absent: anywhere. */
  @ApiPropertyOptional() @IsOptional() @IsCountry() destination?: string;
  @OptionalText(500) companion?: string;
  @OptionalCivilDate() travelFrom?: string;
  @OptionalCivilDate() travelTo?: string;
  @IsOptional() @IsUUID() documentId?: string;
}

export class RevokeAuthorisationRequest {
  @RequiredText(4000) reason: string;
}
