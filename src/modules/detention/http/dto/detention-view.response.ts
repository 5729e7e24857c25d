import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class HeldAtResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() city: string;
  @ApiProperty() kind: string;
  @ApiProperty() harshness: string;
}

const list = (description: string) =>
  ApiProperty({
    description,
    type: 'array',
    items: { type: 'object', additionalProperties: true },
  });
const instant = () => ApiProperty({ format: 'date-time', nullable: true, type: String });
const text = () => ApiProperty({ nullable: true, type: String });

/** A detention as the reader may see it; lists come newest first. */
export class DetentionResponse {
  @ApiProperty({ format: 'uuid' }) caseId: string;
  @ApiProperty() version: number;
  @instant() detainedAt: string | null;
  @instant() informedOfRightsAt: string | null;
  @ApiProperty({ format: 'date-time' }) postNotifiedAt: string;
  @instant() firstContactAt: string | null;
  @ApiProperty() noticeChannel: string;
  @text() noticeAuthority: string | null;
  @ApiProperty() stage: string;
  @ApiProperty() visitWish: string;
  @ApiProperty() familyWish: string;
  @text() offenceGroup: string | null;
  @text() charges: string | null;
  @text() placeOfArrest: string | null;
  @text() aliases: string | null;
  @text() familyInCountry: string | null;
  @ApiProperty({ nullable: true, type: HeldAtResponse }) facility: HeldAtResponse | null;
  @ApiProperty({ nullable: true, type: 'object', additionalProperties: true }) sentence:
    object | null;
  @list('The legal history') stages: object[];
  @list('Where the person was held') stays: object[];
  @list('What the person wanted, each time asked') wishes: object[];
  @list('Visits and other contacts; `health` only for who may see it') contacts: object[];
  @list('When the family was told') familyNotifications: object[];
  @list('Correspondence carried') messages: object[];
  @list('Hearings with their notes') hearings: object[];
  @list('Notes verbales with their replies') notesVerbales: object[];
  @list('Lawyers and interpreters') representatives: object[];
  @list('Prison benefits') benefits: object[];
  @list('Expulsions with their reviews') expulsions: object[];

  @ApiPropertyOptional({
    description: 'Absent for who may not see restricted parts',
    type: 'array',
    items: { type: 'object', additionalProperties: true },
  })
  mistreatmentAllegations?: object[];
}
