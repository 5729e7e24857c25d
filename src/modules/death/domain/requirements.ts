import type { Labels } from '../../../platform/i18n/bilingual';
import { z } from 'zod';
import { needsNecropsy, type Manner } from './death';
import { REMAINS_KINDS, type RemainsKind, type Way } from './remains';

export const DOCUMENT_STATES = ['required', 'obtained', 'not_applicable'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];
export const DOCUMENT_STATE_LABELS: Labels<DocumentState> = {
  required: { es: 'Pendiente', en: 'Pending' },
  obtained: { es: 'Obtenido', en: 'Obtained' },
  not_applicable: { es: 'No corresponde', en: 'Not applicable' },
};

export const CONDITIONS = ['always', 'violent_or_sudden', 'cremated'] as const;
/** When a document is asked for. */
export type Condition = (typeof CONDITIONS)[number];
export const CONDITION_LABELS: Labels<Condition> = {
  always: { es: 'Siempre', en: 'Always' },
  violent_or_sudden: { es: 'Muerte violenta o súbita', en: 'Violent or sudden death' },
  cremated: { es: 'Si hay cremación', en: 'When cremated' },
};

const code = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);
const words = z.string().trim().min(1).max(200);

const list = z.strictObject({
  kind: z.enum(REMAINS_KINDS),
  /** ISO 3166-1 alpha-2 of the host country; absent: every country without a list of its own. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  documents: z
    .array(
      z.strictObject({
        code,
        label: z.strictObject({ es: words, en: words }),
        when: z.enum(CONDITIONS),
      }),
    )
    .min(1)
    .max(40)
    .refine((all) => new Set(all.map((d) => d.code)).size === all.length, {
      message: 'each code once',
    }),
});

/** Which documents remains need, by host country and kind: versioned data of headquarters. */
export const requirementsSchema = z.strictObject({
  source: z.string().trim().min(1).max(300),
  lists: z
    .array(list)
    .min(1)
    .max(600)
    .refine(
      (lists) => REMAINS_KINDS.every((kind) => lists.some((l) => l.kind === kind && !l.country)),
      {
        message: 'every kind needs a list for any country',
      },
    )
    .refine(
      (lists) => new Set(lists.map((l) => `${l.kind} ${l.country ?? ''}`)).size === lists.length,
      {
        message: 'one list for each country and kind',
      },
    ),
});
export type RequirementsContent = z.infer<typeof requirementsSchema>;
export type RequiredDocument = RequirementsContent['lists'][number]['documents'][number];

export interface RemainsFacts {
  country: string;
  kind: RemainsKind | null;
  way: Way | null;
  manner: Manner;
}

const applies = (when: Condition, { kind, way, manner }: RemainsFacts): boolean =>
  when === 'always' ||
  (when === 'violent_or_sudden' && needsNecropsy(manner)) ||
  (when === 'cremated' && (kind === 'ashes' || way === 'local_cremation'));

/** The documents that a case needs: the list of its country, else the general one. */
export function requiredDocuments(
  { lists }: RequirementsContent,
  facts: RemainsFacts,
): RequiredDocument[] {
  const { kind, country } = facts;
  if (!kind) return [];
  const ofKind = lists.filter((l) => l.kind === kind);
  const chosen = ofKind.find((l) => l.country === country) ?? ofKind.find((l) => !l.country);
  return (chosen?.documents ?? []).filter(({ when }) => applies(when, facts));
}

/** Codes of the required documents that are neither obtained nor explained. */
export const pendingDocuments = (
  required: readonly RequiredDocument[],
  states: Readonly<Record<string, DocumentState>>,
): string[] => required.map((d) => d.code).filter((c) => (states[c] ?? 'required') === 'required');
