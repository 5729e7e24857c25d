import { IsInt, IsString, Length } from 'class-validator';
import { Code } from '../../../../platform/http/dto/fields';
import { CONFIRMATIONS, type Confirmation } from '../../domain/vocabulary';
import { IncidentPersonFields } from './person.requests';

export class SelfRegisterRequest extends IncidentPersonFields {}

export class ReturnByCodeRequest {
  /** Travels in the body: addresses are written down on the way. */
  @IsString() @Length(1, 40) code: string;
}

export class CorrectRegistrationRequest extends IncidentPersonFields {
  @IsString() @Length(1, 40) code: string;
  /** As it was read. */
  @IsInt() version: number;
}

export class SayHowIAmRequest extends ReturnByCodeRequest {
  @Code(CONFIRMATIONS) state: Confirmation;
}

export class ConfirmBroadcastRequest {
  @IsString() @Length(1, 100) token: string;
  @Code(CONFIRMATIONS) state: Confirmation;
}
