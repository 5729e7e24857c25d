import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsString, IsUUID, Length } from 'class-validator';

export class AddTagRequest {
  @IsString() @Length(1, 40) label: string;
}

export class TagCaseRequest {
  @ApiProperty({ type: [String], required: false })
  @IsUUID('all', { each: true })
  @ArrayMaxSize(20)
  add: string[] = [];
  @ApiProperty({ type: [String], required: false })
  @IsUUID('all', { each: true })
  @ArrayMaxSize(20)
  remove: string[] = [];
}
