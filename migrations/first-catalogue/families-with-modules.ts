import { text, types } from './build';

/** How a detention may end for the file. */
const DETENTION_OUTCOMES = [
  'resolved',
  'released',
  'repatriated',
  'deported',
  'referred_and_followed',
  'orientation_given',
  'died',
  'withdrawn_by_person',
  'contact_lost',
  'outside_competence',
];

/**
 * Families whose facts and duties live in a module of their own: the catalogue names their types,
 * with tiers, and may add fields and steps. Source: the Ministry's taxonomy, *Case types*.
 */
export const FAMILIES_WITH_MODULES = [
  {
    code: 'detention',
    label: { es: 'Detención', en: 'Detention' },
    types: types(
      'standard',
      ['criminal_detention', 'Detención penal', 'Criminal detention'],
      ['immigration_detention', 'Detención migratoria', 'Immigration detention'],
      ['administrative_arrest', 'Arresto administrativo', 'Administrative arrest'],
      ['expulsion_proceedings', 'Proceso de expulsión', 'Expulsion proceedings'],
      ['sentence_transfer', 'Traslado de condenado', 'Sentence transfer'],
    ),
    outcomes: DETENTION_OUTCOMES,
    fields: [
      text([
        'court_file_number',
        'Número de expediente judicial o policial',
        'Court or police file number',
      ]),
    ],
  },
  {
    code: 'gender_violence',
    label: { es: 'Violencia de género', en: 'Gender violence' },
    types: types(
      'sealed',
      ['intimate_partner_violence', 'Violencia de pareja', 'Intimate partner violence'],
      ['family_violence', 'Violencia familiar', 'Family violence'],
      ['sexual_violence', 'Violencia sexual', 'Sexual violence'],
      ['other_gender_violence', 'Otra violencia de género', 'Other gender violence'],
    ),
  },
  {
    code: 'trafficking',
    label: {
      es: 'Trata, tráfico y trabajo forzado',
      en: 'Trafficking, smuggling and forced labour',
    },
    types: types(
      'sealed',
      ['trafficking', 'Trata de personas', 'Trafficking in persons'],
      ['migrant_smuggling', 'Tráfico ilícito de migrantes', 'Migrant smuggling'],
      ['forced_labour', 'Trabajo forzado', 'Forced labour'],
      ['related_offence', 'Delito conexo', 'Related offence'],
    ),
  },
  {
    code: 'minor',
    label: { es: 'Niñas, niños y adolescentes', en: 'Children and adolescents' },
    types: types(
      'restricted',
      ['unaccompanied_minor', 'Menor no acompañado', 'Unaccompanied minor'],
      ['separated_minor', 'Menor separado', 'Separated minor'],
      ['custody_or_abduction', 'Tenencia o sustracción', 'Custody or abduction'],
      ['minor_in_state_care', 'Menor bajo tutela estatal', 'Minor in state care'],
      ['minor_at_risk', 'Menor en riesgo', 'Minor at risk'],
    ),
  },
  {
    code: 'repatriation',
    label: { es: 'Repatriación', en: 'Repatriation' },
    types: [
      ...types(
        'standard',
        ['destitute', 'Repatriación por indigencia', 'Repatriation of a destitute person'],
        ['deportee_reception', 'Recepción de deportado', 'Reception of a deportee'],
        ['returnee_support', 'Apoyo al retornado', 'Support to a returnee'],
      ),
      ...types(
        'restricted',
        ['medical', 'Repatriación médica', 'Medical repatriation'],
        ['minor', 'Repatriación de menor', 'Repatriation of a minor'],
      ),
      ...types('sealed', ['victim', 'Repatriación de víctima', 'Repatriation of a victim']),
    ],
  },
  {
    code: 'death',
    label: { es: 'Fallecimiento', en: 'Death' },
    types: types(
      'standard',
      ['death_abroad', 'Fallecimiento en el exterior', 'Death abroad'],
      ['repatriation_of_remains', 'Repatriación de restos', 'Repatriation of remains'],
      ['repatriation_of_ashes', 'Repatriación de cenizas', 'Repatriation of ashes'],
      ['local_burial_or_cremation', 'Sepelio o cremación en el lugar', 'Local burial or cremation'],
      ['estate', 'Sucesión', 'Estate'],
    ),
  },
  {
    code: 'missing_person',
    label: { es: 'Persona no habida', en: 'Missing person' },
    types: types(
      'standard',
      ['whereabouts', 'Paradero', 'Whereabouts'],
      ['missing_in_transit', 'Desaparición en tránsito', 'Missing in transit'],
      ['disappearance', 'Desaparición', 'Disappearance'],
    ),
  },
  {
    code: 'crisis',
    label: { es: 'Emergencia o desastre', en: 'Emergency or disaster' },
    types: types(
      'standard',
      ['natural_disaster', 'Desastre natural', 'Natural disaster'],
      ['armed_conflict', 'Conflicto armado', 'Armed conflict'],
      ['civil_unrest', 'Disturbios', 'Civil unrest'],
      ['epidemic', 'Epidemia', 'Epidemic'],
      ['border_closure', 'Cierre de fronteras', 'Border closure'],
      ['transport_accident', 'Accidente de transporte', 'Transport accident'],
    ),
  },
];
