import { andeanFaults, ANDEAN_STATES, type AndeanRequest } from './andean';

const request: AndeanRequest = {
  requestingState: 'EC',
  noRepresentation: true,
  travelDocument: false,
  authorisationReference: null,
};
const codes = (changes: Partial<AndeanRequest>, nationality: string | null, country: string) =>
  andeanFaults({ ...request, ...changes }, { nationality, country }).map(({ code }) => code);

describe('assistance for another Andean State (Decision 548)', () => {
  it.each(ANDEAN_STATES)('is for nationals of %s in a third country', (requestingState) =>
    expect(codes({ requestingState }, requestingState, 'JP')).toEqual([]),
  );

  it.each<[string, Partial<AndeanRequest>, string | null, string]>([
    ['NATIONALITY_NOT_KNOWN', {}, null, 'JP'],
    ['NOT_A_NATIONAL_OF_THAT_STATE', {}, 'PE', 'JP'],
    ['NOT_A_NATIONAL_OF_THAT_STATE', {}, 'BO', 'JP'],
    ['NOT_A_THIRD_COUNTRY', {}, 'EC', 'EC'],
    ['NOT_A_THIRD_COUNTRY', {}, 'EC', 'PE'],
    ['REPRESENTATION_NOT_RULED_OUT', { noRepresentation: false }, 'EC', 'JP'],
    ['AUTHORISATION_MISSING', { travelDocument: true }, 'EC', 'JP'],
  ])('is refused with %s', (code, changes, nationality, country) =>
    expect(codes(changes, nationality, country)).toEqual([code]),
  );
});
