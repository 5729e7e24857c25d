import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import {
  CivilDate,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../../../platform/http/dto/fields';

export class RecordReturnBoardingRequest {
  /** Who takes part in the case; absent: its main person. */
  @IsOptional() @IsUUID() personId?: string;
  @OptionalInstant() occurredAt?: string;
  /** Absent: yes. */
  @IsOptional() @IsBoolean() ticketHandedOver?: boolean;
  @OptionalText(4000) note?: string;
}

export class RecordReturnArrivalRequest {
  /** Who takes part in the case; absent: its main person. */
  @IsOptional() @IsUUID() personId?: string;
  @OptionalInstant() occurredAt?: string;
  /** First point of entry in Peru. */
  @RequiredText(500) entryPoint: string;
  /** When date and transport were reported to Lima. */
  @CivilDate() reportedOn: string;
  @OptionalText(4000) note?: string;
}
