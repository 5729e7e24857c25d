import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { NotNull } from '../../../../platform/http/dto/validators';
import { IDENTITY_STATES, type IdentityState } from '../../domain/identity';
import { LONGEST_NAME } from '../../domain/person-name';
import { ContactRequest, DocumentRequest, PersonFields } from './person.request';

/** Someone already registered (`id`), or the least that is known of them. */
export class PersonOfCaseRequest extends PersonFields {
  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  id?: string;

  @ApiPropertyOptional({ description: 'Needed without an id' })
  @ValidateIf((person: PersonOfCaseRequest) => person.id === undefined)
  @IsString()
  @Length(1, LONGEST_NAME)
  givenNames?: string;

  @ApiPropertyOptional({ description: 'Needed without an id' })
  @ValidateIf((person: PersonOfCaseRequest) => person.id === undefined)
  @IsString()
  @Length(1, LONGEST_NAME)
  firstSurname?: string;

  @ApiPropertyOptional({
    enum: IDENTITY_STATES,
    description: 'By the rule of presumption unless told',
  })
  @NotNull()
  @IsIn(IDENTITY_STATES)
  identity?: IdentityState;

  @ApiPropertyOptional({ type: [DocumentRequest] })
  @NotNull()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => DocumentRequest)
  documents?: DocumentRequest[];

  @ApiPropertyOptional({ type: [ContactRequest] })
  @NotNull()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ContactRequest)
  contacts?: ContactRequest[];
}
