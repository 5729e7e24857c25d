import { ApiProperty } from '@nestjs/swagger';
import { IDENTITY_STATES, type IdentityState } from '../../domain/identity';
import { REASONS, type Reason } from '../../domain/similarity';
import {
  CONTACT_KINDS,
  DOCUMENT_KINDS,
  SEXES,
  type ContactKind,
  type DocumentKind,
  type Sex,
} from '../../domain/vocabularies';

export class FoundDocumentResponse {
  @ApiProperty({ enum: DOCUMENT_KINDS }) kind: DocumentKind;
  @ApiProperty() number: string;
  @ApiProperty({ description: 'ISO 3166-1 alpha-3' }) issuingState: string;
}

export class IdentityDocumentResponse extends FoundDocumentResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) validUntil: string | null;
}

export class ContactResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: CONTACT_KINDS }) kind: ContactKind;
  @ApiProperty({ description: 'Telephones as E.164' }) value: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ description: 'Nobody else looks at it' }) safe: boolean;
  @ApiProperty({ description: 'False: something forbids it, or only safe ones may be used' })
  mayUse: boolean;
}

export class NamedPersonResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() givenNames: string;
  @ApiProperty() firstSurname: string;
  @ApiProperty({ type: String, nullable: true }) secondSurname: string | null;
  @ApiProperty() fullName: string;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) birthDate: string | null;
  @ApiProperty({ enum: SEXES, description: 'ISO/IEC 5218' }) sex: Sex;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 3166-1 alpha-2' })
  nationality: string | null;
  @ApiProperty({ enum: IDENTITY_STATES }) identity: IdentityState;
}

export class PersonResponse extends NamedPersonResponse {
  @ApiProperty({ type: String, nullable: true }) genderIdentity: string | null;
  @ApiProperty({ type: [String], description: 'ISO 639' }) languages: string[];
  @ApiProperty({ type: String, nullable: true }) migrationStatus: string | null;
  @ApiProperty({ type: [String] }) vulnerability: string[];
  @ApiProperty({ type: [IdentityDocumentResponse] }) documents: IdentityDocumentResponse[];
  @ApiProperty({ type: [ContactResponse] }) contacts: ContactResponse[];
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uuid',
    description: 'The person whom this duplicate stands for',
  })
  mergedInto: string | null;
  @ApiProperty() version: number;
}

export class PersonMatchResponse extends NamedPersonResponse {
  @ApiProperty({ type: [FoundDocumentResponse] }) documents: FoundDocumentResponse[];
  @ApiProperty({ minimum: 0, maximum: 1 }) score: number;
  @ApiProperty({ enum: REASONS, isArray: true }) why: Reason[];
  @ApiProperty({ type: String, nullable: true, description: 'Another name they were found by' })
  foundAs: string | null;
}

export class PersonMatchesResponse {
  @ApiProperty({ type: [PersonMatchResponse] }) items: PersonMatchResponse[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: the best come first' })
  nextCursor: string | null;
}

export class VocabularyEntryResponse {
  @ApiProperty() code: string;
  @ApiProperty() es: string;
  @ApiProperty() en: string;
}

export class PeopleVocabulariesResponse {
  @ApiProperty({ type: [VocabularyEntryResponse] }) migrationStatuses: VocabularyEntryResponse[];
  @ApiProperty({ type: [VocabularyEntryResponse] }) vulnerabilityFactors: VocabularyEntryResponse[];
}
