import { ApiProperty } from '@nestjs/swagger';
import { POST_KINDS, POST_STATES, type PostKind, type PostState } from '../../domain/post-kind';

export class PostResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'MAD' }) code: string;
  @ApiProperty({ enum: POST_KINDS }) kind: PostKind;
  @ApiProperty() name: string;
  @ApiProperty() city: string;
  @ApiProperty({ description: 'ISO 3166-1 alpha-2' }) country: string;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 3166-2 of the seat' })
  subdivision: string | null;
  @ApiProperty({ type: String, nullable: true }) region: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) parentId: string | null;
  @ApiProperty({ description: 'IANA' }) timeZone: string;
  @ApiProperty({ description: 'ISO 4217' }) currency: string;
  @ApiProperty({ type: [String], description: 'ISO 639' }) languages: string[];
  @ApiProperty() latitude: number;
  @ApiProperty() longitude: number;
  @ApiProperty({ enum: POST_STATES }) state: PostState;
  @ApiProperty() version: number;
}

export class PostsResponse {
  @ApiProperty({ type: [PostResponse] }) items: PostResponse[];
}

export class PostPageResponse extends PostsResponse {
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiProperty({ required: false }) total?: number;
}

export class RegionResponse {
  @ApiProperty() code: string;
  @ApiProperty() nameEs: string;
  @ApiProperty() nameEn: string;
}

export class RegionsResponse {
  @ApiProperty({ type: [RegionResponse] }) items: RegionResponse[];
}
