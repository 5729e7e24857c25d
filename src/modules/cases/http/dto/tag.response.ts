import { ApiProperty } from '@nestjs/swagger';

export class TagResponse {
  id: string;
  label: string;
  retired: boolean;
}

export class TagListResponse {
  @ApiProperty({ type: [TagResponse] }) items: TagResponse[];
}

/** What really changed. */
export class TagChangeResponse {
  @ApiProperty({ type: [String] }) add: readonly string[];
  @ApiProperty({ type: [String] }) remove: readonly string[];
}
