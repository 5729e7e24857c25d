/** Members of the Andean Community other than Peru. Source: Andean Decision 548, art. 1 (law). */
export const ANDEAN_STATES = ['BO', 'CO', 'EC'] as const;
export type AndeanState = (typeof ANDEAN_STATES)[number];

export interface AndeanRequest {
  /** The State on whose behalf Peru assists. */
  requestingState: AndeanState;
  /** The officer has checked that this State has no representation in the host country. */
  noRepresentation: boolean;
  /** Whether a travel document is asked for. */
  travelDocument: boolean;
  /** Reference of the home ministry's authorisation. */
  authorisationReference: string | null;
}

export interface AndeanGround {
  /** Nationality of the beneficiary, ISO 3166-1 alpha-2; null: not known. */
  nationality: string | null;
  /** Country in which the case is. */
  country: string;
}

/**
 * Whether an assistance for another Andean State may be recorded: the beneficiary is its national, in
 * a third country, where it has no representation; a travel document needs the authorisation of the
 * home ministry. Source: Andean Decision 548 (law). Empty when all is well.
 */
export function andeanFaults(
  request: AndeanRequest,
  { nationality, country }: AndeanGround,
): { path: string; code: string }[] {
  const faults: { path: string; code: string }[] = [];
  if (nationality === null) faults.push({ path: 'requestingState', code: 'NATIONALITY_NOT_KNOWN' });
  else if (nationality !== request.requestingState)
    faults.push({ path: 'requestingState', code: 'NOT_A_NATIONAL_OF_THAT_STATE' });
  if (country === request.requestingState || country === 'PE')
    faults.push({ path: 'requestingState', code: 'NOT_A_THIRD_COUNTRY' });
  if (!request.noRepresentation)
    faults.push({ path: 'noRepresentation', code: 'REPRESENTATION_NOT_RULED_OUT' });
  if (request.travelDocument && !request.authorisationReference)
    faults.push({ path: 'authorisationReference', code: 'AUTHORISATION_MISSING' });
  return faults;
}
