import { ApiProperty } from '@nestjs/swagger';
import {
  day,
  id,
  instant,
  optionalDay,
  optionalId,
  optionalInstant,
  optionalText,
} from '../../../../platform/http/dto/response-fields';
import { EntryOfCaseResponse } from '../../../obligations';
import {
  DEATH_CASE_TYPES,
  HEIRS,
  IDENTIFICATIONS,
  MANNERS,
  RELATIONS,
  REPORT_SUBJECTS,
  type DeathCaseType,
  type Heirs,
  type Identification,
  type Manner,
  type Relation,
  type ReportSubject,
} from '../../domain/death';
import { KIN_CHANNELS, type KinChannel } from '../../domain/kin';
import {
  REMAINS_KINDS,
  RESTING_KINDS,
  TRANSPORT_MODES,
  WAYS,
  type RemainsKind,
  type RestingKind,
  type TransportMode,
  type Way,
} from '../../domain/remains';
import {
  CONDITIONS,
  DOCUMENT_STATES,
  type Condition,
  type DocumentState,
} from '../../domain/requirements';

export class KinNoticeResponse extends EntryOfCaseResponse {
  @ApiProperty({ enum: ['told', 'impossible'] }) outcome: 'told' | 'impossible';
  @ApiProperty(optionalText) recipient: string | null;
  @ApiProperty({ enum: RELATIONS, nullable: true }) relation: Relation | null;
  @ApiProperty({ enum: KIN_CHANNELS, nullable: true }) channel: KinChannel | null;
  @ApiProperty(optionalText) toldBy: string | null;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(optionalText) reason: string | null;
  @ApiProperty(optionalText) note: string | null;
}

export class WordsResponse {
  @ApiProperty() es: string;
  @ApiProperty() en: string;
}

/** A document that the case needs, and where it stands. */
export class RemainsDocumentResponse {
  @ApiProperty() code: string;
  @ApiProperty({ type: WordsResponse }) label: WordsResponse;
  @ApiProperty({ enum: DOCUMENT_STATES }) state: DocumentState;
  @ApiProperty(optionalText) number: string | null;
  @ApiProperty(optionalId) documentId: string | null;
  @ApiProperty(optionalText) documentTitle: string | null;
  @ApiProperty(optionalText) issuedBy: string | null;
  @ApiProperty(optionalDay) obtainedOn: string | null;
  @ApiProperty(optionalText) reason: string | null;
}

export class RemainsDecisionResponse extends EntryOfCaseResponse {
  @ApiProperty({ enum: WAYS }) way: Way;
  @ApiProperty() decidedBy: string;
  @ApiProperty({ enum: RELATIONS }) relation: Relation;
  @ApiProperty() entitlement: string;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(optionalText) note: string | null;
}

export class FuneralQuoteResponse extends EntryOfCaseResponse {
  @ApiProperty() funeralHome: string;
  @ApiProperty({ example: '3450.00' }) amount: string;
  @ApiProperty() currency: string;
  @ApiProperty(day) quotedOn: string;
  @ApiProperty(optionalInstant) chosenAt: string | null;
  @ApiProperty(optionalText) note: string | null;
}

export class RemainsLegResponse extends EntryOfCaseResponse {
  @ApiProperty({ enum: TRANSPORT_MODES }) mode: TransportMode;
  @ApiProperty() carrier: string;
  @ApiProperty(optionalText) waybill: string | null;
  @ApiProperty() fromPlace: string;
  @ApiProperty() fromZone: string;
  @ApiProperty(instant) departsAt: string;
  @ApiProperty() toPlace: string;
  @ApiProperty() toZone: string;
  @ApiProperty(instant) arrivesAt: string;
  @ApiProperty(optionalInstant) cancelledAt: string | null;
}

export class TransitPermitResponse extends EntryOfCaseResponse {
  @ApiProperty() country: string;
  @ApiProperty() authority: string;
  @ApiProperty() number: string;
  @ApiProperty(day) grantedOn: string;
  @ApiProperty(optionalDay) expiresOn: string | null;
}

export class RemainsReceptionResponse extends EntryOfCaseResponse {
  @ApiProperty() receiver: string;
  @ApiProperty({ enum: RELATIONS }) relation: Relation;
  @ApiProperty() accepted: boolean;
  @ApiProperty(optionalInstant) receivedAt: string | null;
  @ApiProperty() place: string;
  @ApiProperty(optionalText) note: string | null;
}

export class RestingPlaceResponse extends EntryOfCaseResponse {
  @ApiProperty({ enum: RESTING_KINDS }) kind: RestingKind;
  @ApiProperty() country: string;
  @ApiProperty() place: string;
  @ApiProperty(optionalText) plot: string | null;
  @ApiProperty(day) restedOn: string;
  @ApiProperty(optionalText) authority: string | null;
}

export class DeathRegistrationResponse extends EntryOfCaseResponse {
  @ApiProperty() exOfficio: boolean;
  @ApiProperty() authority: string;
  @ApiProperty() entryNumber: string;
  @ApiProperty(day) registeredOn: string;
  @ApiProperty(optionalText) declarant: string | null;
}

export class DeathInquiryContactResponse {
  @ApiProperty(id) id: string;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty() note: string;
}

export class DeathInquiryResponse extends EntryOfCaseResponse {
  @ApiProperty() authority: string;
  @ApiProperty(optionalText) fileNumber: string | null;
  @ApiProperty(instant) openedAt: string;
  @ApiProperty(optionalInstant) concludedAt: string | null;
  @ApiProperty(optionalText) conclusion: string | null;
  @ApiProperty({ type: [DeathInquiryContactResponse] }) contacts: DeathInquiryContactResponse[];
}

export class NecropsyResponse extends EntryOfCaseResponse {
  @ApiProperty() authority: string;
  @ApiProperty(day) doneOn: string;
  /** Null also for whoever does not see restricted parts. */
  @ApiProperty(optionalText) result: string | null;
}

export class HeadquartersReportResponse extends EntryOfCaseResponse {
  @ApiProperty({ enum: REPORT_SUBJECTS }) subject: ReportSubject;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(optionalText) reference: string | null;
  @ApiProperty(optionalText) note: string | null;
}

export class EstateEffectResponse extends EntryOfCaseResponse {
  @ApiProperty() description: string;
  @ApiProperty() keptAt: string;
  @ApiProperty(instant) takenAt: string;
  @ApiProperty(optionalInstant) handedOverAt: string | null;
  @ApiProperty(optionalText) handedTo: string | null;
  @ApiProperty(optionalText) receipt: string | null;
}

/** The family’s part of a case; each list newest first. */
export class DeathCaseResponse {
  @ApiProperty(id) caseId: string;
  @ApiProperty({ enum: DEATH_CASE_TYPES }) type: DeathCaseType;
  @ApiProperty(optionalDay) diedOn: string | null;
  @ApiProperty({ enum: MANNERS }) manner: Manner;
  @ApiProperty(optionalText) cause: string | null;
  @ApiProperty({ enum: IDENTIFICATIONS }) identification: Identification;
  @ApiProperty(optionalText) informant: string | null;
  @ApiProperty() kinKnown: boolean;
  @ApiProperty(optionalText) nextOfKin: string | null;
  /** Somebody told them, or nobody can. */
  @ApiProperty() kinSettled: boolean;
  @ApiProperty({ enum: HEIRS }) heirs: Heirs;
  @ApiProperty() inCustody: boolean;
  /** By what the documents differ; null while nothing is decided. */
  @ApiProperty({ enum: REMAINS_KINDS, nullable: true }) remainsKind: RemainsKind | null;
  @ApiProperty() atRest: boolean;
  @ApiProperty({ type: [KinNoticeResponse] }) kin: KinNoticeResponse[];
  @ApiProperty({ type: [RemainsDocumentResponse] }) documents: RemainsDocumentResponse[];
  @ApiProperty({ type: [RemainsDecisionResponse] }) decisions: RemainsDecisionResponse[];
  @ApiProperty({ type: [FuneralQuoteResponse] }) quotes: FuneralQuoteResponse[];
  @ApiProperty({ type: [RemainsLegResponse] }) legs: RemainsLegResponse[];
  @ApiProperty({ type: [TransitPermitResponse] }) permits: TransitPermitResponse[];
  @ApiProperty({ type: [RemainsReceptionResponse] }) receptions: RemainsReceptionResponse[];
  @ApiProperty({ type: [RestingPlaceResponse] }) restingPlaces: RestingPlaceResponse[];
  @ApiProperty({ type: [DeathRegistrationResponse] }) registrations: DeathRegistrationResponse[];
  @ApiProperty({ type: [DeathInquiryResponse] }) inquiries: DeathInquiryResponse[];
  @ApiProperty({ type: [NecropsyResponse] }) necropsies: NecropsyResponse[];
  @ApiProperty({ type: [HeadquartersReportResponse] }) reports: HeadquartersReportResponse[];
  @ApiProperty({ type: [EstateEffectResponse] }) effects: EstateEffectResponse[];
}

export class RequiredDocumentResponse {
  @ApiProperty() code: string;
  @ApiProperty({ type: WordsResponse }) label: WordsResponse;
  @ApiProperty({ enum: CONDITIONS }) when: Condition;
}

export class RequirementListResponse {
  @ApiProperty({ enum: REMAINS_KINDS }) kind: RemainsKind;
  @ApiProperty({ type: String, required: false, description: 'ISO 3166-1 alpha-2; absent: any' })
  country?: string | undefined;
  @ApiProperty({ type: [RequiredDocumentResponse] }) documents: RequiredDocumentResponse[];
}

export class DeathRequirementsContentResponse {
  @ApiProperty() source: string;
  @ApiProperty({ type: [RequirementListResponse] }) lists: RequirementListResponse[];
}

export class DeathRequirementsResponse {
  @ApiProperty() version: number;
  @ApiProperty(instant) effectiveFrom: string;
  @ApiProperty({ type: DeathRequirementsContentResponse })
  content: DeathRequirementsContentResponse;
  @ApiProperty() reason: string;
  @ApiProperty(optionalText) createdBy: string | null;
  @ApiProperty(instant) recordedAt: string;
}

export class DeathRequirementsListResponse {
  @ApiProperty({ type: [DeathRequirementsResponse] }) items: DeathRequirementsResponse[];
}

export class DeathRequirementsCreatedResponse {
  @ApiProperty() version: number;
}
