import { ApiProperty } from '@nestjs/swagger';
import {
  code,
  day,
  id,
  instant,
  optionalCode,
  optionalDay,
  optionalId,
  optionalInstant,
  optionalText,
} from '../../../../platform/http/dto/response-fields';
import {
  LEVELS,
  type Answers,
  type Level,
} from '../../../../platform/questionnaires/questionnaire';
import { EntryOfCaseResponse } from '../../../obligations';
import { CHILD_WITH, OF_AGE_COURSES, type ChildWith, type OfAgeCourse } from '../../domain/child';
import {
  GUARDIANSHIP_GROUNDS,
  GUARDIANSHIP_STATES,
  type GuardianshipGround,
  type GuardianshipState,
} from '../../domain/guardianship';
import {
  HEARINGS_OF_CHILD,
  INTEREST_COURSES,
  INTEREST_STAGES,
  MATURITIES,
  type HearingOfChild,
  type InterestCourse,
  type InterestStage,
  type Maturity,
} from '../../domain/interests';
import {
  CHILD_RELATIONS,
  RELATIONSHIP_STATES,
  REUNIFICATION_FINDINGS,
  SUITABILITIES,
  TRACING_RESULTS,
  TRACING_SOURCES,
  type ChildRelation,
  type RelationshipState,
  type ReunificationFinding,
  type Suitability,
  type TracingResult,
  type TracingSource,
} from '../../domain/reunification';
import {
  AUTHORISATION_FORMS,
  AUTHORISATION_KINDS,
  TRAVEL_GAPS,
  TRAVEL_GROUNDS,
  type AuthorisationForm,
  type AuthorisationKind,
  type TravelGap,
  type TravelGround,
} from '../../domain/travel';
import { ChildAbductionResponse, StateCareResponse } from './minor-proceedings.responses';

export class ChildSituationResponse extends EntryOfCaseResponse {
  @ApiProperty(code(CHILD_WITH)) childWith: ChildWith;
  @ApiProperty() dangerToLife: boolean;
  @ApiProperty({ type: Number, nullable: true }) presumedAge: number | null;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(optionalText) note: string | null;
}

export class InterestAssessmentResponse extends EntryOfCaseResponse {
  @ApiProperty(code(INTEREST_STAGES)) stage: InterestStage;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty() instrumentVersion: number;
  @ApiProperty({ type: Object }) answers: Answers;
  @ApiProperty() score: number;
  @ApiProperty(code(LEVELS)) level: Level;
  @ApiProperty(code(HEARINGS_OF_CHILD)) hearing: HearingOfChild;
  @ApiProperty(code(MATURITIES)) maturity: Maturity;
  @ApiProperty(optionalText) opinion: string | null;
  @ApiProperty(code(INTEREST_COURSES)) course: InterestCourse;
  @ApiProperty() reason: string;
}

export class MinorGuardianshipResponse extends EntryOfCaseResponse {
  @ApiProperty(id) personId: string;
  @ApiProperty(optionalText) fullName: string | null;
  @ApiProperty(code(GUARDIANSHIP_GROUNDS)) ground: GuardianshipGround;
  @ApiProperty(code(GUARDIANSHIP_STATES)) state: GuardianshipState;
  @ApiProperty() sole: boolean;
  @ApiProperty(optionalText) authority: string | null;
  @ApiProperty(optionalText) number: string | null;
  @ApiProperty(optionalDay) issuedOn: string | null;
  @ApiProperty(optionalDay) expiresOn: string | null;
  @ApiProperty(optionalId) documentId: string | null;
  @ApiProperty(optionalText) note: string | null;
  @ApiProperty(optionalText) decision: string | null;
  @ApiProperty(optionalInstant) decidedAt: string | null;
  @ApiProperty(optionalInstant) endedAt: string | null;
  @ApiProperty() version: number;
  /** A later entry took its place. */
  @ApiProperty() replaced: boolean;
  /** It counts today at the post: this person may be told. */
  @ApiProperty() counts: boolean;
}

export class TravelAuthorisationResponse extends EntryOfCaseResponse {
  @ApiProperty(code(AUTHORISATION_KINDS)) kind: AuthorisationKind;
  @ApiProperty(optionalId) personId: string | null;
  @ApiProperty(optionalText) fullName: string | null;
  @ApiProperty(code(AUTHORISATION_FORMS)) form: AuthorisationForm;
  @ApiProperty() authority: string;
  @ApiProperty() number: string;
  @ApiProperty(day) givenOn: string;
  @ApiProperty(optionalDay) expiresOn: string | null;
  @ApiProperty(optionalText) destination: string | null;
  @ApiProperty(optionalText) companion: string | null;
  @ApiProperty(optionalDay) travelFrom: string | null;
  @ApiProperty(optionalDay) travelTo: string | null;
  @ApiProperty(optionalId) documentId: string | null;
  @ApiProperty(optionalInstant) endedAt: string | null;
  @ApiProperty(optionalText) endReason: string | null;
}

/** Whether the child may travel to Peru today, on what ground, or what is missing. */
export class MayTravelResponse {
  @ApiProperty() allowed: boolean;
  @ApiProperty(optionalCode(TRAVEL_GROUNDS)) ground: TravelGround | null;
  @ApiProperty({ enum: TRAVEL_GAPS, isArray: true }) missing: TravelGap[];
}

export class TracingStepResponse extends EntryOfCaseResponse {
  @ApiProperty(code(TRACING_SOURCES)) source: TracingSource;
  @ApiProperty(optionalText) institution: string | null;
  @ApiProperty(day) askedOn: string;
  @ApiProperty(code(TRACING_RESULTS)) result: TracingResult;
  @ApiProperty(optionalDay) answeredOn: string | null;
  @ApiProperty(optionalText) note: string | null;
}

export class FamilyAssessmentResponse {
  @ApiProperty(id) id: string;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty() institution: string;
  @ApiProperty(code(SUITABILITIES)) suitability: Suitability;
  @ApiProperty() report: string;
}

export class LocatedRelativeResponse extends EntryOfCaseResponse {
  @ApiProperty(id) personId: string;
  @ApiProperty(optionalText) fullName: string | null;
  @ApiProperty(code(CHILD_RELATIONS)) relation: ChildRelation;
  @ApiProperty(code(RELATIONSHIP_STATES)) state: RelationshipState;
  @ApiProperty(optionalText) whereabouts: string | null;
  @ApiProperty(optionalText) proof: string | null;
  @ApiProperty({ type: [FamilyAssessmentResponse] }) assessments: FamilyAssessmentResponse[];
}

export class ReunificationFollowUpResponse {
  @ApiProperty(id) id: string;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(code(REUNIFICATION_FINDINGS)) finding: ReunificationFinding;
  @ApiProperty(optionalText) note: string | null;
}

export class ReunificationResponse extends EntryOfCaseResponse {
  @ApiProperty(id) relativeId: string;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty() fromCountry: string;
  @ApiProperty() toCountry: string;
  @ApiProperty(optionalText) institution: string | null;
  @ApiProperty(optionalText) plan: string | null;
  @ApiProperty({ type: [ReunificationFollowUpResponse] })
  followUps: ReunificationFollowUpResponse[];
}

export class ComingOfAgeResponse extends EntryOfCaseResponse {
  @ApiProperty(code(OF_AGE_COURSES)) course: OfAgeCourse;
  @ApiProperty(instant) occurredAt: string;
  @ApiProperty(optionalText) note: string | null;
}

/** The family’s part of a case; each list newest first. */
export class MinorCaseResponse {
  @ApiProperty(id) caseId: string;
  /** The first day of age, as far as it is known. */
  @ApiProperty(optionalDay) comesOfAgeOn: string | null;
  /** Of age today at the post. */
  @ApiProperty() ofAge: boolean;
  @ApiProperty({ type: MayTravelResponse }) travel: MayTravelResponse;
  @ApiProperty({ type: [ChildSituationResponse] }) situations: ChildSituationResponse[];
  @ApiProperty({ type: [InterestAssessmentResponse] }) interests: InterestAssessmentResponse[];
  @ApiProperty({ type: [MinorGuardianshipResponse] }) guardianships: MinorGuardianshipResponse[];
  @ApiProperty({ type: [TravelAuthorisationResponse] })
  authorisations: TravelAuthorisationResponse[];
  @ApiProperty({ type: [StateCareResponse] }) care: StateCareResponse[];
  @ApiProperty({ type: [ChildAbductionResponse] }) abductions: ChildAbductionResponse[];
  @ApiProperty({ type: [TracingStepResponse] }) tracing: TracingStepResponse[];
  /** A restricted part: empty for whoever may not read it. */
  @ApiProperty({ type: [LocatedRelativeResponse] }) relatives: LocatedRelativeResponse[];
  @ApiProperty({ type: [ReunificationResponse] }) reunifications: ReunificationResponse[];
  @ApiProperty({ type: [ComingOfAgeResponse] }) comingsOfAge: ComingOfAgeResponse[];
}
