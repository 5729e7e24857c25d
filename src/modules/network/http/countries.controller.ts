import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../../../platform/access/decorators';
import { Subdivisions, type Subdivision } from '../subdivisions/subdivisions';

export class SubdivisionNamesResponse {
  @ApiProperty() es: string;
  @ApiProperty() en: string;
}

export class SubdivisionResponse {
  @ApiProperty({ description: 'ISO 3166-2', example: 'ES-MD' }) code: string;
  @ApiProperty({ type: SubdivisionNamesResponse }) names: SubdivisionNamesResponse;
}

export class SubdivisionsResponse {
  @ApiProperty({ type: [SubdivisionResponse] }) items: SubdivisionResponse[];
}

@ApiTags('network')
@Controller('countries')
export class CountriesController {
  constructor(private readonly subdivisions: Subdivisions) {}

  /** The subdivisions of a country by name; the browser keeps them for a day. */
  @Get(':country/subdivisions')
  @SignedIn()
  @Header('Cache-Control', 'private, max-age=86400')
  @ApiOkResponse({ type: SubdivisionsResponse })
  list(@Param('country') country: string): { items: Subdivision[] } {
    return this.subdivisions.of(country);
  }
}
