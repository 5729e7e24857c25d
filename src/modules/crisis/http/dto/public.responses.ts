import { ApiProperty } from '@nestjs/swagger';
import { NEEDS, PERSON_STATES, type Need, type PersonState } from '../../domain/vocabulary';

const optional = { type: String, nullable: true } as const;

/** A code with its names. */
export class AskedCodeResponse {
  @ApiProperty() code: string;
  @ApiProperty() nameEs: string;
  @ApiProperty() nameEn: string;
}

/** What the public page asks, and where its quick exit leads. */
export class PublicIncidentResponse {
  @ApiProperty() nameEs: string;
  @ApiProperty() nameEn: string;
  /** Where in the country somebody may be: what the incident concerns, or all of it. */
  @ApiProperty({ type: [AskedCodeResponse] }) places: AskedCodeResponse[];
  @ApiProperty() exitUrl: string;
  @ApiProperty({ type: [AskedCodeResponse] }) factors: AskedCodeResponse[];
  @ApiProperty({ enum: NEEDS, isArray: true }) needs: Need[];
}

export class SelfRegisteredResponse {
  @ApiProperty({ example: '7K3M9PQX', description: 'Shown once; it is nowhere kept' })
  code: string;
}

export class OwnRegistrationResponse {
  @ApiProperty() version: number;
  @ApiProperty() givenNames: string;
  @ApiProperty() firstSurname: string;
  @ApiProperty(optional) secondSurname: string | null;
  @ApiProperty(optional) birthDate: string | null;
  @ApiProperty({ type: Number, nullable: true }) age: number | null;
  @ApiProperty() sex: number;
  @ApiProperty(optional) documentNumber: string | null;
  @ApiProperty(optional) phone: string | null;
  @ApiProperty(optional) email: string | null;
  @ApiProperty(optional) place: string | null;
  @ApiProperty(optional) subdivision: string | null;
  @ApiProperty() partySize: number;
  @ApiProperty({ type: [String] }) vulnerability: string[];
  @ApiProperty({ enum: PERSON_STATES }) state: PersonState;
  @ApiProperty({ enum: NEEDS, isArray: true }) needs: Need[];
}

export class RegistrationCorrectedResponse {
  @ApiProperty() version: number;
}

export class SaidHowIAmResponse {
  @ApiProperty() state: string;
}
