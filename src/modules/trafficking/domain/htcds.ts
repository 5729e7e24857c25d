import type { MeansOfControl, TraffickerRelation, TraffickingPurpose } from './vocabulary';

/** One case as the circle knows it. Only what is named here can ever reach the export. */
export interface KnownVictim {
  /** Civil date of opening. */
  openedOn: string;
  /** ISO/IEC 5218. */
  sex: number;
  /** Years on the day of opening, as far as known. */
  age: number | null;
  /** Verified or presumed a minor. */
  minor: boolean | null;
  /** ISO 3166-1 alpha-2. */
  citizenship: string | null;
  countryOfExploitation: string | null;
  recruiterRelation: TraffickerRelation | null;
  purposes: readonly TraffickingPurpose[];
  means: readonly MeansOfControl[];
}

export const AGE_BROAD = [
  '0--8',
  '9--17',
  '18--20',
  '21--23',
  '24--26',
  '27--29',
  '30--38',
  '39--47',
  '48+',
] as const;

const MEANS_FIELDS = {
  debt_bondage: 'meansOfControlDebtBondage',
  takes_earnings: 'meansOfControlTakesEarnings',
  restricts_financial_access: 'meansOfControlRestrictsFinancialAccess',
  threats: 'meansOfControlThreats',
  psychological_abuse: 'meansOfControlPsychologicalAbuse',
  physical_abuse: 'meansOfControlPhysicalAbuse',
  sexual_abuse: 'meansOfControlSexualAbuse',
  false_promises: 'meansOfControlFalsePromises',
  psychoactive_substances: 'meansOfControlPsychoactiveSubstances',
  restricts_movement: 'meansOfControlRestrictsMovement',
  restricts_medical_care: 'meansOfControlRestrictsMedicalCare',
  excessive_working_hours: 'meansOfControlExcessiveWorkingHours',
  uses_children: 'meansOfControlUsesChildren',
  threat_of_law_enforcement: 'meansOfControlThreatOfLawEnforcement',
  withholds_necessities: 'meansOfControlWithholdsNecessities',
  withholds_documents: 'meansOfControlWithholdsDocuments',
  other: 'meansOfControlOther',
  not_specified: 'meansOfControlNotSpecified',
} as const satisfies Record<MeansOfControl, string>;

const PURPOSE_FIELDS = {
  sexual_exploitation: 'isSexualExploit',
  forced_labour: 'isForcedLabour',
  domestic_servitude: 'isForcedLabour',
  begging: 'isOtherExploit',
  sale_of_children: 'isOtherExploit',
  organ_removal: 'isOrganRemoval',
  forced_criminality: 'isOtherExploit',
  other: 'isOtherExploit',
} as const satisfies Record<TraffickingPurpose, string>;

const GENDERS: Readonly<Record<number, string>> = { 1: 'Male', 2: 'Female' };

/** What could point at somebody, the most telling last: given up in this order, from the end. */
const POINTERS = [
  'yearOfRegistration',
  'gender',
  'ageBroad',
  'citizenship',
  'countryOfExploitation',
] as const;
type Pointer = (typeof POINTERS)[number];

/** A row of the export; names of the fields as in IOM's Human Trafficking Case Data Standard 2.0. */
export type HtcdsRow = Record<Pointer | 'majorityStatus' | 'recruiterRelationship', string | null> &
  Record<string, string | boolean | null>;

export const HTCDS_FIELDS: readonly string[] = [
  ...POINTERS,
  'majorityStatus',
  'recruiterRelationship',
  ...new Set(Object.values(PURPOSE_FIELDS)),
  ...Object.values(MEANS_FIELDS),
];

const ageBroad = (age: number | null): string | null =>
  age === null
    ? null
    : (AGE_BROAD.find((band) => {
        const [from, to] = band.split('--').map((n) => Number.parseInt(n, 10));
        return age >= from! && (to === undefined || age <= to);
      }) ?? null);

const rowOf = (victim: KnownVictim): HtcdsRow => ({
  yearOfRegistration: victim.openedOn.slice(0, 4),
  gender: GENDERS[victim.sex] ?? null,
  ageBroad: ageBroad(victim.age),
  citizenship: victim.citizenship,
  countryOfExploitation: victim.countryOfExploitation,
  majorityStatus: victim.minor === null ? null : victim.minor ? 'Minor' : 'Adult',
  recruiterRelationship: victim.recruiterRelation,
  ...flags(PURPOSE_FIELDS, victim.purposes),
  ...flags(MEANS_FIELDS, victim.means),
});

const flags = <Code extends string>(
  fields: Readonly<Record<Code, string>>,
  codes: readonly Code[],
): Record<string, boolean> => {
  const told = new Set(codes.map((code) => fields[code]));
  return Object.fromEntries(Object.values<string>(fields).map((field) => [field, told.has(field)]));
};

const groupOf = (row: HtcdsRow): string => JSON.stringify(POINTERS.map((field) => row[field]));

/**
 * De-identified: no name, number, date or place below a country; where fewer than `smallestGroup` rows
 * share what could point at somebody, the most telling of it is given up until enough do. What is left
 * alone even then is not exported. Rows come in the order of their content, which is nobody's.
 */
export function deIdentified(
  victims: readonly KnownVictim[],
  smallestGroup: number,
): { rows: HtcdsRow[]; leftOut: number } {
  let rows = victims.map(rowOf);
  const counts = () => {
    const sizes = new Map<string, number>();
    for (const row of rows) sizes.set(groupOf(row), (sizes.get(groupOf(row)) ?? 0) + 1);
    return sizes;
  };
  for (const field of [...POINTERS].reverse()) {
    const sizes = counts();
    rows = rows.map((row) =>
      sizes.get(groupOf(row))! < smallestGroup
        ? { ...row, [field]: null, ...(field === 'ageBroad' ? { majorityStatus: null } : {}) }
        : row,
    );
  }
  const sizes = counts();
  const kept = rows.filter((row) => sizes.get(groupOf(row))! >= smallestGroup);
  return {
    rows: kept.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    leftOut: rows.length - kept.length,
  };
}
