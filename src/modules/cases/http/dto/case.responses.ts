import { ApiProperty } from '@nestjs/swagger';
import type { Case } from '../../case.entity';
import {
  CASE_STATUSES,
  PRIORITIES,
  TIERS,
  type CaseStatus,
  type Priority,
  type Tier,
} from '../../domain/case-vocabulary';

export class AccountNameResponse {
  id: string;
  displayName: string;
}

const nullable = { nullable: true } as const;

export class CaseRowResponse {
  id: string;
  reference: string;
  postId: string;
  postCode: string;
  timeZone: string;
  family: string;
  type: string;
  @ApiProperty({ enum: TIERS }) tier: Tier;
  @ApiProperty({ enum: PRIORITIES }) priority: Priority;
  @ApiProperty({ enum: CASE_STATUSES }) status: CaseStatus;
  @ApiProperty({ type: String, ...nullable }) stage: string | null;
  @ApiProperty({ type: String, ...nullable }) personId: string | null;
  @ApiProperty({ type: String, ...nullable }) personName: string | null;
  @ApiProperty({ type: AccountNameResponse, ...nullable }) assignee: AccountNameResponse | null;
  @ApiProperty({ type: String, ...nullable }) nextDuty: string | null;
  @ApiProperty({ type: String, ...nullable }) nextDueAt: string | null;
  overdue: boolean;
  @ApiProperty({ type: String, ...nullable }) lastVisitAt: string | null;
  @ApiProperty({ type: String, ...nullable }) nextVisitAt: string | null;
  openedAt: string;
  @ApiProperty({ type: String, ...nullable }) closedAt: string | null;
  /** Civil date on which a case on hold wakes. */
  @ApiProperty({ type: String, ...nullable }) wakeOn: string | null;
  /** Tags of its post. */
  @ApiProperty({ type: [String] }) tagIds: string[];
}

export class CaseListResponse {
  @ApiProperty({ type: [CaseRowResponse] }) items: CaseRowResponse[];
  @ApiProperty({ type: String, ...nullable }) nextCursor: string | null;
  /** Only when asked with `count=true`. */
  @ApiProperty({ required: false }) total?: number;
}

export class PersonCasesResponse {
  @ApiProperty({ type: [CaseRowResponse] }) items: CaseRowResponse[];
}

export class CaseDocumentResponse {
  kind: string;
  number: string;
  @ApiProperty({ type: String, ...nullable }) issuingState: string | null;
}

export class CasePersonResponse {
  id: string;
  personId: string;
  role: string;
  fullName: string;
  @ApiProperty({ type: String, ...nullable }) birthDate: string | null;
  sex: number;
  identity: string;
  @ApiProperty({ type: [CaseDocumentResponse] }) documents: CaseDocumentResponse[];
  @ApiProperty({ type: String, ...nullable }) note: string | null;
  since: string;
  @ApiProperty({ type: String, ...nullable }) until: string | null;
}

export class TimelineEntryResponse {
  id: string;
  kind: string;
  occurredAt: string;
  recordedAt: string;
  @ApiProperty({ type: AccountNameResponse, ...nullable }) actor: AccountNameResponse | null;
  tier: string;
  /** Shape by kind. */
  @ApiProperty({ type: Object }) data: Record<string, unknown>;
  @ApiProperty({ type: String, ...nullable }) supersedes: string | null;
}

export class TimelineResponse {
  @ApiProperty({ type: [TimelineEntryResponse] }) items: TimelineEntryResponse[];
  @ApiProperty({ type: String, ...nullable }) nextCursor: string | null;
}

export class LabelResponse {
  es: string;
  en: string;
}

export class ChecklistItemResponse {
  code: string;
  done: boolean;
  required: boolean;
  /** Present when the item comes from the catalogue. */
  @ApiProperty({ type: LabelResponse, required: false }) label?: LabelResponse;
  /** Whether an officer marks it done. */
  @ApiProperty({ required: false }) markable?: boolean;
}

/** Besides these, one member per panel: `obligations`, and the family's own, e.g. `detention`. */
export class CasePageResponse extends CaseRowResponse {
  version: number;
  country: string;
  @ApiProperty({ type: String, ...nullable }) subdivision: string | null;
  @ApiProperty({ type: String, ...nullable }) place: string | null;
  @ApiProperty({ type: String, ...nullable }) summary: string | null;
  intakeChannel: string;
  @ApiProperty({ type: String, ...nullable }) intakeReference: string | null;
  occurredAt: string;
  @ApiProperty({ type: String, ...nullable }) firstContactAt: string | null;
  @ApiProperty({ type: String, ...nullable }) outcome: string | null;
  @ApiProperty({ type: String, ...nullable }) dismissalReason: string | null;
  @ApiProperty({ type: [CasePersonResponse] }) people: CasePersonResponse[];
  timeline: TimelineResponse;
  @ApiProperty({ type: [ChecklistItemResponse] }) checklist: ChecklistItemResponse[];
  /** Acts that state and role allow now. */
  @ApiProperty({ type: [String] }) allowed: string[];
}

export class CaseStateResponse {
  id: string;
  @ApiProperty({ enum: CASE_STATUSES }) status: CaseStatus;
  @ApiProperty({ type: String, ...nullable }) assigneeId: string | null;
  version: number;

  static of(file: Case): CaseStateResponse {
    return { id: file.id, status: file.status, assigneeId: file.assigneeId, version: file.version };
  }
}

export class CreatedResponse {
  id: string;
}
