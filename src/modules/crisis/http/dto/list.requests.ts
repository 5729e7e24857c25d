import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString, Length } from 'class-validator';
import { Code, RequiredText } from '../../../../platform/http/dto/fields';
import { LIST_FORMATS, type ListFormat } from '../../domain/vocabulary';

/** Well under what a request may weigh. */
const MOST_CHARACTERS = 900_000;

export class ImportListRequest {
  /** Whose list it is. */
  @RequiredText(200) name: string;
  @Code(LIST_FORMATS) format: ListFormat;
  @ApiProperty({
    description: 'CSV with a header, or one name a line (`QUISPE/ROSA MRS`) as a boarding list',
    maxLength: MOST_CHARACTERS,
  })
  @IsString()
  @Length(1, MOST_CHARACTERS)
  content: string;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'What a header of the file means, e.g. `{"Viajero": "name"}`; absent: as it says',
  })
  @IsOptional()
  @IsObject()
  columns?: Record<string, string>;
}
