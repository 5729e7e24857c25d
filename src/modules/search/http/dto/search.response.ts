import { ApiProperty } from '@nestjs/swagger';
import { CaseRowResponse } from '../../../cases';
import { PersonMatchResponse } from '../../../people';

const REASONS = ['number', 'person', 'place', 'summary', 'note'] as const;

/** Why a case is among the answers. */
export class SearchReasonResponse {
  @ApiProperty({ enum: REASONS }) kind: (typeof REASONS)[number];
  /** The person who matched, and their part in the case. */
  @ApiProperty({ required: false }) personId?: string;
  @ApiProperty({ required: false }) role?: string;
  /** The kind and time of the timeline's entry whose text matched. */
  @ApiProperty({ required: false }) entryKind?: string;
  @ApiProperty({ required: false }) occurredAt?: string;
  /** The passage, and the words in it that match. */
  @ApiProperty({ required: false }) text?: string;
  @ApiProperty({ required: false, type: [String] }) words?: string[];
}

export class FoundCaseResponse extends CaseRowResponse {
  @ApiProperty({ type: [SearchReasonResponse] }) why: SearchReasonResponse[];
}

export class FoundCasesResponse {
  @ApiProperty({ type: [FoundCaseResponse] }) items: FoundCaseResponse[];
  /** Cases within the reader's reach that match. */
  total: number;
  /** There are, or may be, more than `total`. */
  more: boolean;
}

export class FoundPeopleResponse {
  @ApiProperty({ type: [PersonMatchResponse] }) items: PersonMatchResponse[];
  total: number;
  more: boolean;
}

export class FoundResponse {
  @ApiProperty({ type: FoundCasesResponse }) cases: FoundCasesResponse;
  @ApiProperty({ type: FoundPeopleResponse }) people: FoundPeopleResponse;
}
