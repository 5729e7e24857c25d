import { joined, labelled, type Bilingual } from '../../../platform/i18n/bilingual';
import type { TRAFFICKING_DUTIES } from '../domain/plan-trafficking';
import type { traffickingTimelineKinds } from '../timeline-kinds';

/** How each kind of entry reads on the timeline; total by type. */
const ENTRIES: Record<keyof typeof traffickingTimelineKinds, Bilingual> = {
  'trafficking_case.opened': { es: 'Relato recibido', en: 'Account received' },
  'trafficking_type.changed': { es: 'Delito reclasificado', en: 'Offence reclassified' },
  'indicators.recorded': { es: 'Indicios registrados', en: 'Indicators recorded' },
  'exploitation.recorded': { es: 'Explotación registrada', en: 'Exploitation recorded' },
  'transit.recorded': { es: 'Tramo del traslado', en: 'Leg of the transit' },
  'perpetrator.recorded': { es: 'Persona responsable', en: 'Perpetrator' },
  'identity.checked': { es: 'Identidad verificada', en: 'Identity checked' },
  'authority.informed': { es: 'Autoridad informada', en: 'Authority told' },
  'authority.answered': { es: 'Respuesta de la autoridad', en: 'Answer of the authority' },
  'reflection.recorded': { es: 'Período de reflexión', en: 'Reflection period' },
  'safe_return.planned': { es: 'Retorno seguro acordado', en: 'Safe return agreed' },
  'safe_return.arrived': { es: 'Llegada al Perú', en: 'Arrival in Peru' },
  'safe_return.followed_up': {
    es: 'Seguimiento tras el retorno',
    en: 'Follow-up after the return',
  },
};

/** Duties that the family alone plans; first contact and the follow-up of a return are others’ too. */
const DUTIES: Record<
  Exclude<(typeof TRAFFICKING_DUTIES)[number], 'first_contact' | 'return_follow_up'>,
  Bilingual
> = {
  identity_verification: {
    es: 'Verificar identidad, nacionalidad y edad',
    en: 'Verify identity, nationality and age',
  },
  prosecutor_informed: { es: 'Informar a la fiscalía del país', en: 'Tell the host prosecutor' },
  headquarters_informed: { es: 'Informar a la sede central', en: 'Tell headquarters' },
  police_unit_informed: {
    es: 'Informar a la unidad especializada de la PNP',
    en: 'Tell the specialised police unit',
  },
  cooperation_unit_informed: {
    es: 'Informar a Cooperación Judicial Internacional',
    en: 'Tell the international cooperation unit',
  },
  trafficking_referral_answer: {
    es: 'Obtener la respuesta de la autoridad',
    en: 'Get the answer of the authority',
  },
  reflection_period_end: {
    es: 'Antes de que venza el período de reflexión',
    en: 'Before the reflection period ends',
  },
};

/** What is to be done, as the checklist of the case shows it. */
const CHECKLIST: Record<string, Bilingual> = {
  indicators_recorded: { es: 'Registrar los indicios', en: 'Record the indicators' },
  identity_verified: {
    es: 'Verificar identidad, nacionalidad y edad',
    en: 'Verify identity, nationality and age',
  },
  exploitation_recorded: { es: 'Registrar la explotación', en: 'Record the exploitation' },
  perpetrators_recorded: {
    es: 'Registrar a las personas responsables',
    en: 'Record the perpetrators',
  },
  prosecutor_told: { es: 'Informar a la fiscalía del país', en: 'Tell the host prosecutor' },
  headquarters_told: { es: 'Informar a la sede central', en: 'Tell headquarters' },
  police_unit_told: {
    es: 'Informar a la unidad especializada de la PNP',
    en: 'Tell the specialised police unit',
  },
  cooperation_unit_told: {
    es: 'Informar a Cooperación Judicial Internacional',
    en: 'Tell the international cooperation unit',
  },
  reflection_offered: { es: 'Pedir el período de reflexión', en: 'Ask for the reflection period' },
};

export const timelineMessages = joined(
  labelled('timeline.', ENTRIES),
  labelled('duties.', DUTIES),
  labelled('checklist.', CHECKLIST),
  labelled('validation.', CHECKLIST),
);
