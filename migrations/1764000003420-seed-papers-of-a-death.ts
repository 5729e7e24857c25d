import type { MigrationInterface, QueryRunner } from 'typeorm';
import { admitCodes } from '../src/platform/database/admit-codes';

const SEED = `INSERT INTO paper_templates (kind, version, content, reason)
  VALUES ($1, 1, $2, 'Plantilla inicial del producto')`;

const field = (
  code: string,
  label: string,
  more: { long?: true; required?: true; from?: string; hint?: string } = {},
) => ({ code, label, ...more });

const HEADING = `>> {{post.city}}, {{paper.date}}`;
const SIGNED = `Atentamente,

[firmas] {{officer.name}} / {{officer.office}} / {{post.name}}
`;
const DECEASED = `Nombre completo:: {{person.full_name}}
Documento de identidad:: {{person.document}}
Nacionalidad:: {{person.nationality}}
Fecha del fallecimiento:: {{death.died_on}}
Lugar:: {{death.place}}`;

const TRANSIT_LETTER = {
  title: 'Carta de tránsito de restos',
  body: `# CARTA DE TRÁNSITO DE RESTOS MORTALES

${HEADING}

A las autoridades competentes:

{{post.start_name}} hace constar que se trasladan al Perú los restos de quien en vida fue:

${DECEASED}

{{#remains.funeral_home}}
Funeraria a cargo:: {{remains.funeral_home}}
{{/remains.funeral_home}}
Destino:: {{field.destination}}
Quien recibe:: {{field.receiver}}

## Itinerario
| Ruta | Transportista | Salida | Llegada |
| =3 | =3 | =2 | =2 |
{{#remains.legs}}
| {{route}} | {{carrier}} | {{departs}} | {{arrives}} |
{{/remains.legs}}

## Documentos que acompañan
{{#remains.documents}}
- {{document}} {{number}}
{{/remains.documents}}

Agradeceré a las autoridades de los lugares de tránsito y de llegada las facilidades del caso.

${SIGNED}`,
  fields: [
    field('destination', 'Destino', { required: true, from: 'remains.destination' }),
    field('receiver', 'Quien recibe', { required: true, from: 'remains.receiver' }),
  ],
};

const FUNERAL_LETTER = {
  title: 'Carta a funeraria o aerolínea',
  body: `# CARTA

${HEADING}

{{field.addressee}}

Asunto:: Traslado de los restos de {{person.full_name}}

De mi consideración:

Tengo el agrado de dirigirme a usted en relación con los restos de quien en vida fue:

${DECEASED}

{{#remains.decided_by}}
La familia, representada por {{remains.decided_by}}, ha decidido: {{remains.way}}.
{{/remains.decided_by}}

{{field.text}}

${SIGNED}`,
  fields: [
    field('addressee', 'Destinatario', { required: true, from: 'remains.funeral_home' }),
    field('text', 'Texto', { long: true, required: true }),
  ],
};

const AUTHORITY_LETTER = {
  title: 'Oficio sobre un fallecimiento',
  body: `# OFICIO

${HEADING}

{{field.addressee}}

{{#field.reference}}
Referencia:: {{field.reference}}
{{/field.reference}}

De mi consideración:

Tengo el agrado de dirigirme a usted en relación con el fallecimiento de:

${DECEASED}

{{field.text}}

La presente gestión se formula al amparo de los artículos 5 y 37 de la Convención de Viena sobre Relaciones Consulares.

${SIGNED}`,
  fields: [
    field('addressee', 'Destinatario y cargo', { required: true, from: 'death.inquiry_authority' }),
    field('reference', 'Referencia', { from: 'death.inquiry_file' }),
    field('text', 'Texto', { long: true, required: true }),
  ],
};

const TEMPLATES = {
  remains_transit_letter: TRANSIT_LETTER,
  funeral_home_letter: FUNERAL_LETTER,
  death_authority_letter: AUTHORITY_LETTER,
};

/** The papers of a death: for the transit of the remains, whoever carries them, and the authorities. */
export class SeedPapersOfADeath1764000003420 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const kinds = Object.keys(TEMPLATES);
    await admitCodes(q, 'paper_templates', 'kind', kinds);
    await admitCodes(q, 'papers', 'kind', kinds);
    for (const [kind, content] of Object.entries(TEMPLATES)) {
      await q.query(SEED, [kind, JSON.stringify(content)]);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
