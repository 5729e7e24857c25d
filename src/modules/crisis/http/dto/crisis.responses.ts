import { ApiProperty } from '@nestjs/swagger';
import {
  CRISIS_TYPES,
  INCIDENT_STATES,
  LIST_FORMATS,
  MANIFEST_KINDS,
  MANIFEST_STATES,
  NEEDS,
  NEED_STATES,
  PERSON_STATES,
  SOURCES,
  type CrisisType,
  type IncidentState,
  type ListFormat,
  type ManifestKind,
  type ManifestState,
  type Need,
  type NeedState,
  type PersonState,
  type Source,
} from '../../domain/vocabulary';

const id = { format: 'uuid' } as const;
const instant = { format: 'date-time' } as const;
const optional = { type: String, nullable: true } as const;
const optionalNumber = { type: Number, nullable: true } as const;
const counts = { type: 'object', additionalProperties: { type: 'integer' } } as const;

export class IncidentKeptResponse {
  @ApiProperty(id) id: string;
}

export class IncidentPreparedResponse extends IncidentKeptResponse {
  /** Of the public page: `/registro/<slug>`. */
  @ApiProperty() slug: string;
}

export class IncidentRowResponse extends IncidentPreparedResponse {
  @ApiProperty({ enum: CRISIS_TYPES }) kind: CrisisType;
  @ApiProperty() nameEs: string;
  @ApiProperty() nameEn: string;
  @ApiProperty() country: string;
  @ApiProperty({ enum: INCIDENT_STATES }) state: IncidentState;
  @ApiProperty(instant) startedAt: string;
  @ApiProperty({ type: [String], description: 'Codes of the posts concerned' }) posts: string[];
  /** Each once. */
  @ApiProperty() persons: number;
}

export class IncidentListResponse {
  @ApiProperty({ type: [IncidentRowResponse] }) items: IncidentRowResponse[];
}

export class IncidentPostResponse extends IncidentKeptResponse {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
}

export class IncidentDecisionResponse {
  @ApiProperty({ enum: INCIDENT_STATES }) state: IncidentState;
  @ApiProperty() reason: string;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(optional) by: string | null;
}

export class IncidentLoanResponse extends IncidentKeptResponse {
  @ApiProperty(id) accountId: string;
  @ApiProperty(optional) name: string | null;
  @ApiProperty() reason: string;
  @ApiProperty(instant) validFromAt: string;
  @ApiProperty(instant) validUntilAt: string;
  @ApiProperty({ ...optional, ...instant }) endedAt: string | null;
}

export class IncidentListedResponse extends IncidentKeptResponse {
  @ApiProperty() name: string;
  @ApiProperty({ enum: LIST_FORMATS }) format: ListFormat;
  @ApiProperty() rows: number;
  @ApiProperty(instant) recordedAt: string;
}

export class CrisisIncidentResponse extends IncidentPreparedResponse {
  @ApiProperty({ enum: CRISIS_TYPES }) kind: CrisisType;
  @ApiProperty() nameEs: string;
  @ApiProperty() nameEn: string;
  @ApiProperty() country: string;
  @ApiProperty({ type: [String] }) subdivisions: string[];
  @ApiProperty({ enum: INCIDENT_STATES }) state: IncidentState;
  @ApiProperty(instant) startedAt: string;
  @ApiProperty(optional) lessons: string | null;
  @ApiProperty() version: number;
  @ApiProperty({ type: [IncidentPostResponse] }) posts: IncidentPostResponse[];
  @ApiProperty({ type: [IncidentDecisionResponse] }) decisions: IncidentDecisionResponse[];
  @ApiProperty({ type: [IncidentLoanResponse] }) loans: IncidentLoanResponse[];
  @ApiProperty({ type: [IncidentListedResponse] }) lists: IncidentListedResponse[];
}

export class NeedCountResponse {
  @ApiProperty({ enum: NEEDS }) need: Need;
  @ApiProperty() open: number;
  @ApiProperty() met: number;
}

export class PlaceCountResponse {
  @ApiProperty(optional) subdivision: string | null;
  @ApiProperty() persons: number;
}

export class FirstInNeedResponse extends IncidentKeptResponse {
  @ApiProperty() givenNames: string;
  @ApiProperty() firstSurname: string;
  @ApiProperty(optional) secondSurname: string | null;
  @ApiProperty() priority: number;
  @ApiProperty({ enum: PERSON_STATES }) state: PersonState;
  @ApiProperty(instant) registeredAt: string;
  @ApiProperty({ enum: NEEDS, isArray: true }) openNeeds: Need[];
}

export class RateResponse {
  @ApiProperty(instant) hourAt: string;
  @ApiProperty() registrations: number;
}

export class ManifestResponse extends IncidentKeptResponse {
  @ApiProperty({ enum: MANIFEST_KINDS }) kind: ManifestKind;
  @ApiProperty() code: string;
  @ApiProperty(optional) carrier: string | null;
  @ApiProperty() origin: string;
  @ApiProperty() destination: string;
  @ApiProperty() destinationCountry: string;
  @ApiProperty(instant) departsAt: string;
  @ApiProperty() departsZone: string;
  @ApiProperty(instant) arrivesAt: string;
  @ApiProperty() arrivesZone: string;
  @ApiProperty({ ...optional, ...instant }) departedAt: string | null;
  @ApiProperty({ ...optional, ...instant }) arrivedAt: string | null;
  @ApiProperty() capacity: number;
  @ApiProperty({ enum: MANIFEST_STATES }) state: ManifestState;
  @ApiProperty({ ...counts, description: 'Persons by state of their seat' })
  seats: Record<string, number>;
}

export class ManifestListResponse {
  @ApiProperty({ type: [ManifestResponse] }) items: ManifestResponse[];
}

export class BoardResponse {
  @ApiProperty(instant) at: string;
  @ApiProperty() persons: number;
  @ApiProperty(counts) byState: Record<string, number>;
  @ApiProperty({ type: [NeedCountResponse] }) needs: NeedCountResponse[];
  @ApiProperty({ type: [PlaceCountResponse] }) places: PlaceCountResponse[];
  @ApiProperty({ type: [FirstInNeedResponse] }) first: FirstInNeedResponse[];
  @ApiProperty({ type: [RateResponse] }) rate: RateResponse[];
  @ApiProperty({ type: [ManifestResponse] }) manifests: ManifestResponse[];
}

export class HeadcountResponse {
  @ApiProperty(instant) at: string;
  @ApiProperty({ ...optional, ...instant }) knownAt: string | null;
  @ApiProperty() persons: number;
  @ApiProperty(counts) byState: Record<string, number>;
}

export class CountedPersonResponse extends IncidentKeptResponse {
  @ApiProperty() givenNames: string;
  @ApiProperty() firstSurname: string;
  @ApiProperty(optional) secondSurname: string | null;
  /** At that instant. */
  @ApiProperty({ enum: PERSON_STATES }) state: PersonState;
}

export class CountedPersonPageResponse {
  @ApiProperty({ type: [CountedPersonResponse] }) items: CountedPersonResponse[];
  @ApiProperty(optional) nextCursor: string | null;
}

export class IncidentNeedResponse {
  @ApiProperty({ enum: NEEDS }) need: Need;
  @ApiProperty({ enum: NEED_STATES }) state: NeedState;
}

export class IncidentPersonResponse extends IncidentKeptResponse {
  @ApiProperty() givenNames: string;
  @ApiProperty() firstSurname: string;
  @ApiProperty(optional) secondSurname: string | null;
  @ApiProperty(optional) birthDate: string | null;
  @ApiProperty(optionalNumber) age: number | null;
  @ApiProperty() sex: number;
  @ApiProperty(optional) documentNumber: string | null;
  @ApiProperty(optional) phone: string | null;
  @ApiProperty(optional) email: string | null;
  @ApiProperty(optional) place: string | null;
  @ApiProperty(optional) subdivision: string | null;
  @ApiProperty() partySize: number;
  @ApiProperty({ type: [String] }) vulnerability: string[];
  @ApiProperty() language: string;
  @ApiProperty({ ...optional, ...id }) postId: string | null;
  @ApiProperty() priority: number;
  @ApiProperty({ enum: PERSON_STATES }) state: PersonState;
  @ApiProperty({ enum: SOURCES }) source: Source;
  @ApiProperty(instant) registeredAt: string;
  @ApiProperty({ ...optional, ...id }) caseId: string | null;
  @ApiProperty() version: number;
  @ApiProperty({ type: [IncidentNeedResponse] }) needs: IncidentNeedResponse[];
}

export class IncidentPersonPageResponse {
  @ApiProperty({ type: [IncidentPersonResponse] }) items: IncidentPersonResponse[];
  @ApiProperty(optional) nextCursor: string | null;
  @ApiProperty({ required: false }) total?: number;
}

export class IncidentMentionResponse {
  @ApiProperty({ enum: SOURCES }) source: Source;
  @ApiProperty() asGiven: string;
  @ApiProperty(optionalNumber) line: number | null;
  @ApiProperty(optional) list: string | null;
  /** The record that the list made; another than the person’s own was merged. */
  @ApiProperty(id) personId: string;
  @ApiProperty(instant) recordedAt: string;
}

/** Somebody named somewhere, with the person whom it counts for now. */
export class IncidentNamingResponse extends IncidentMentionResponse {
  @ApiProperty(id) id: string;
  /** The record that it made was joined to another. */
  @ApiProperty() merged: boolean;
}

export class IncidentNamingPageResponse {
  @ApiProperty({ type: [IncidentNamingResponse] }) items: IncidentNamingResponse[];
  @ApiProperty(optional) nextCursor: string | null;
  @ApiProperty({ required: false }) total?: number;
}

export class PersonsDistinguishedResponse {
  @ApiProperty() persons: number;
}

export class IncidentEventResponse {
  @ApiProperty({ enum: PERSON_STATES }) state: PersonState;
  @ApiProperty() source: string;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(instant) recordedAt: string;
  @ApiProperty(optional) by: string | null;
}

export class IncidentPersonDetailResponse extends IncidentPersonResponse {
  /** Null also where the case is out of the reader’s reach. */
  @ApiProperty(optional) caseReference: string | null;
  @ApiProperty({ type: [IncidentMentionResponse] }) mentions: IncidentMentionResponse[];
  @ApiProperty({ type: [IncidentEventResponse] }) events: IncidentEventResponse[];
}

export class TriagedResponse extends IncidentKeptResponse {
  @ApiProperty() priority: number;
}

export class OpenedCrisisCaseResponse extends IncidentKeptResponse {
  @ApiProperty({ example: 'MAD-2026-000123' }) reference: string;
}

export class DuplicatePersonResponse extends IncidentKeptResponse {
  @ApiProperty() givenNames: string;
  @ApiProperty() firstSurname: string;
  @ApiProperty(optional) secondSurname: string | null;
  @ApiProperty(optional) birthDate: string | null;
  @ApiProperty(optional) documentNumber: string | null;
  @ApiProperty({ enum: SOURCES }) source: Source;
  @ApiProperty() mentions: number;
}

export class DuplicateGroupResponse {
  @ApiProperty({ type: [String] }) why: string[];
  /** The least alike pair, 0 to 1. */
  @ApiProperty() score: number;
  @ApiProperty({ type: [DuplicatePersonResponse] }) persons: DuplicatePersonResponse[];
}

export class DuplicateGroupsResponse {
  @ApiProperty({ type: [DuplicateGroupResponse] }) items: DuplicateGroupResponse[];
}

export class ListImportedResponse extends IncidentKeptResponse {
  @ApiProperty() rows: number;
  /** The very same list was there already. */
  @ApiProperty() repeated: boolean;
}

/** The family’s part of a case. */
export class CrisisPanelResponse {
  @ApiProperty(id) incidentId: string;
  @ApiProperty() nameEs: string;
  @ApiProperty() nameEn: string;
  @ApiProperty({ enum: INCIDENT_STATES }) incidentState: IncidentState;
  @ApiProperty(id) incidentPersonId: string;
  @ApiProperty({ enum: PERSON_STATES }) state: PersonState;
  @ApiProperty() priority: number;
  @ApiProperty({ enum: NEEDS, isArray: true }) openNeeds: Need[];
}
