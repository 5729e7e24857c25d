/** How a code reads to a person, Spanish first. */
export interface Label {
  es: string;
  en: string;
}

/** The papers that a post or headquarters gives out (issue of the register; RC arts. 71–76). */
export const PAPER_KINDS = [
  'visit_record',
  'social_report',
  'sworn_declaration',
  'undertaking_to_repay',
  'authority_letter',
  'note_verbale_draft',
  'consent_form',
  'hand_over_note',
  'remittance_list',
  'resolution_draft',
  'remains_transit_letter',
  'funeral_home_letter',
  'death_authority_letter',
  'search_request',
  'salvoconducto_request',
  'airline_letter',
  'migration_control_letter',
  'reception_act',
] as const;

export type PaperKind = (typeof PAPER_KINDS)[number];

export interface PaperKindRules {
  label: Label;
  /** Series of its numbers per post and year: `MAD-2026-INF-000001`. */
  series: string;
  /** What the paper speaks of: one case, or a period of a post. */
  scope: 'case' | 'post';
  /** Whether a new one takes in the case's restricted parts, where the writer sees them (default). */
  restrictedByDefault: boolean;
  /** Given to the family to read or sign: it leaves only when the family may be written to. */
  toFamily?: true;
}

/**
 * Which papers there are. The words of each are a template that headquarters edits; the series, and
 * whether health and mistreatment enter a new paper unasked, are defaults of the product.
 */
export const PAPER_RULES: Readonly<Record<PaperKind, PaperKindRules>> = {
  visit_record: {
    label: { es: 'Acta de visita consular', en: 'Visit record' },
    series: 'ACV',
    scope: 'case',
    restrictedByDefault: true,
  },
  social_report: {
    label: { es: 'Informe social', en: 'Social report' },
    series: 'INF',
    scope: 'case',
    restrictedByDefault: true,
  },
  sworn_declaration: {
    label: { es: 'Declaración jurada de necesidad', en: 'Sworn declaration of need' },
    series: 'DJN',
    scope: 'case',
    restrictedByDefault: false,
    toFamily: true,
  },
  undertaking_to_repay: {
    label: { es: 'Compromiso de reembolso', en: 'Undertaking to repay' },
    series: 'CRE',
    scope: 'case',
    restrictedByDefault: false,
    toFamily: true,
  },
  authority_letter: {
    label: { es: 'Carta a una autoridad', en: 'Letter to an authority' },
    series: 'OFI',
    scope: 'case',
    restrictedByDefault: false,
  },
  note_verbale_draft: {
    label: { es: 'Proyecto de nota verbal', en: 'Note verbale draft' },
    series: 'PNV',
    scope: 'case',
    restrictedByDefault: false,
  },
  consent_form: {
    label: { es: 'Consentimiento informado', en: 'Consent form' },
    series: 'CON',
    scope: 'case',
    restrictedByDefault: false,
    toFamily: true,
  },
  hand_over_note: {
    label: { es: 'Nota de entrega del caso', en: 'Hand-over note' },
    series: 'NEC',
    scope: 'case',
    restrictedByDefault: true,
  },
  remittance_list: {
    label: { es: 'Relación de remisión', en: 'Remittance list' },
    series: 'REM',
    scope: 'post',
    restrictedByDefault: false,
  },
  resolution_draft: {
    label: { es: 'Proyecto de resolución', en: 'Resolution draft' },
    series: 'PRS',
    scope: 'case',
    restrictedByDefault: false,
  },
  remains_transit_letter: {
    label: { es: 'Carta de tránsito de restos', en: 'Letter for the transit of remains' },
    series: 'CTR',
    scope: 'case',
    restrictedByDefault: false,
  },
  funeral_home_letter: {
    label: {
      es: 'Carta a funeraria o aerolínea',
      en: 'Letter to a funeral home or airline',
    },
    series: 'CFA',
    scope: 'case',
    restrictedByDefault: false,
  },
  death_authority_letter: {
    label: {
      es: 'Oficio sobre un fallecimiento',
      en: 'Letter to an authority about a death',
    },
    series: 'OFF',
    scope: 'case',
    restrictedByDefault: false,
  },
  search_request: {
    label: { es: 'Solicitud de paradero', en: 'Request for whereabouts' },
    series: 'SPA',
    scope: 'case',
    restrictedByDefault: false,
  },
  salvoconducto_request: {
    label: { es: 'Solicitud de salvoconducto', en: 'Request for a salvoconducto' },
    series: 'SSC',
    scope: 'case',
    restrictedByDefault: false,
  },
  airline_letter: {
    label: { es: 'Carta a la línea aérea', en: 'Letter to the airline' },
    series: 'CLA',
    scope: 'case',
    restrictedByDefault: false,
  },
  migration_control_letter: {
    label: { es: 'Oficio a Migraciones', en: 'Letter to migration control' },
    series: 'OFM',
    scope: 'case',
    restrictedByDefault: false,
  },
  reception_act: {
    label: { es: 'Acta de recepción', en: 'Reception act' },
    series: 'ACR',
    scope: 'case',
    restrictedByDefault: false,
  },
};

export const kindsOf = (scope: 'case' | 'post'): PaperKind[] =>
  PAPER_KINDS.filter((kind) => PAPER_RULES[kind].scope === scope);

export const isPaperKind = (code: string): code is PaperKind =>
  (PAPER_KINDS as readonly string[]).includes(code);
