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
const PERSON = `Nombre completo:: {{person.full_name}}
Documento de identidad:: {{person.document}}
Fecha de nacimiento:: {{person.birth_date}}
Nacionalidad:: {{person.nationality}}`;
const ITINERARY = `## Itinerario
| Ruta | Transportista y servicio | Salida | Llegada |
| =3 | =3 | =2 | =2 |
{{#return.segments}}
| {{route}} | {{carrier}} | {{departs}} | {{arrives}} |
{{/return.segments}}`;

const SALVOCONDUCTO_REQUEST = {
  title: 'Solicitud de salvoconducto',
  body: `# SOLICITUD DE SALVOCONDUCTO

>> {{post.city}}, {{paper.date}}

{{field.addressee}}

Solicito se expida un salvoconducto, libre de derechos, para el retorno al Perú de:

${PERSON}

Motivo:: {{field.reason}}

${ITINERARY}

${SIGNED}`,
  fields: [
    field('addressee', 'Destinatario y cargo', { required: true }),
    field('reason', 'Por qué no tiene pasaporte', { long: true, required: true }),
  ],
};

const AIRLINE_LETTER = {
  title: 'Carta a la línea aérea',
  body: `# CARTA

${HEADING}

{{field.addressee}}

Asunto:: Embarque de {{person.full_name}}

De mi consideración:

Tengo el agrado de dirigirme a usted para informarle que viaja de retorno al Perú:

${PERSON}
{{#return.travel_document}}
Viaja con:: {{return.travel_document}}
{{/return.travel_document}}
{{#return.escort}}
Acompañante:: {{return.escort}}
{{/return.escort}}

${ITINERARY}

{{field.text}}

Agradeceré las facilidades para su embarque. El pasaje se entrega al momento de embarcar.

${SIGNED}`,
  fields: [
    field('addressee', 'Línea aérea o transportista', { required: true }),
    field('text', 'Asistencia que necesita a bordo', { long: true }),
  ],
};

const MIGRATION_LETTER = {
  title: 'Oficio a Migraciones',
  body: `# OFICIO

${HEADING}

{{field.addressee}}

De mi consideración:

Pongo en su conocimiento la llegada al Perú, por el primer punto de ingreso, de:

${PERSON}
{{#return.travel_document}}
Documento de viaje:: {{return.travel_document}}
{{/return.travel_document}}

${ITINERARY}

{{#return.institution}}
Será recibida o recibido por: {{return.institution}}.
{{/return.institution}}

{{field.text}}

${SIGNED}`,
  fields: [
    field('addressee', 'Destinatario y cargo', { required: true }),
    field('text', 'Texto', { long: true }),
  ],
};

const RECEPTION_ACT = {
  title: 'Acta de recepción',
  body: `# ACTA DE RECEPCIÓN

En {{field.place}}, el {{field.day}}, se deja constancia de la recepción de:

${PERSON}

{{#return.entry_point}}
Ingresó al Perú por:: {{return.entry_point}}, el {{return.arrived_on}}
{{/return.entry_point}}
Recibe:: {{field.institution}}
{{#return.contact}}
Contacto:: {{return.contact}}
{{/return.contact}}

{{field.text}}

[firmas] Quien entrega / {{post.name}} / Quien recibe / {{field.institution}}
`,
  fields: [
    field('place', 'Lugar', { required: true }),
    field('day', 'Fecha', { required: true, from: 'return.arrived_on' }),
    field('institution', 'Institución que recibe', { required: true, from: 'return.institution' }),
    field('text', 'Estado en que llega y acuerdos', { long: true, required: true }),
  ],
};

const TEMPLATES = {
  salvoconducto_request: SALVOCONDUCTO_REQUEST,
  airline_letter: AIRLINE_LETTER,
  migration_control_letter: MIGRATION_LETTER,
  reception_act: RECEPTION_ACT,
};

/** The papers of a return: for whoever documents, carries, admits and receives the person. */
export class SeedPapersOfAReturn1764000003810 implements MigrationInterface {
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
