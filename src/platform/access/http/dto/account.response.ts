import { ApiProperty } from '@nestjs/swagger';
import type { Actor } from '../../actor';

export class SignInResponse {
  @ApiProperty({ enum: ['signed_in', 'second_factor_required', 'second_factor_to_enrol'] })
  state: string;
}

export class EnrolmentResponse {
  /** Base32 secret, for typing by hand. */
  secret: string;
  /** `otpauth:` address, for the QR code. */
  uri: string;
}

export class AccountResponse {
  id: string;
  username: string;
  displayName: string;
  @ApiProperty({ enum: ['es', 'en'] }) language: string;
}

export class GrantResponse {
  role: string;
  @ApiProperty({ type: String, nullable: true }) postId: string | null;
  @ApiProperty({ type: String, nullable: true }) postCode: string | null;
  @ApiProperty({ type: String, nullable: true }) region: string | null;
}

export class MeResponse {
  account: AccountResponse;
  @ApiProperty({ type: [GrantResponse] }) grants: GrantResponse[];
  @ApiProperty({ type: [String] }) permissions: string[];
  secondFactor: boolean;

  static of(actor: Actor): MeResponse {
    return {
      account: {
        id: actor.accountId!,
        username: actor.username,
        displayName: actor.displayName,
        language: actor.language,
      },
      grants: actor.grants.map(({ role, postId, postCode, region }) => ({
        role,
        postId,
        postCode,
        region,
      })),
      permissions: actor.permissions(),
      secondFactor: actor.secondFactor,
    };
  }
}
