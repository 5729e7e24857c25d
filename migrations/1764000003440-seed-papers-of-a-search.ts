import type { MigrationInterface, QueryRunner } from 'typeorm';
import { admitCodes } from '../src/platform/database/admit-codes';

const REQUEST = {
  title: 'Solicitud de paradero',
  body: `# SOLICITUD DE PARADERO

>> {{post.city}}, {{paper.date}}

{{field.addressee}}

De mi consideración:

Tengo el agrado de dirigirme a usted a fin de solicitar la información de que disponga sobre el paradero de:

Nombre completo:: {{person.full_name}}
Documento de identidad:: {{person.document}}
Fecha de nacimiento:: {{person.birth_date}}
Nacionalidad:: {{person.nationality}}
{{#search.last_seen_on}}
Vista por última vez:: {{search.last_seen_on}}
{{/search.last_seen_on}}
{{#search.last_known}}
Últimos datos conocidos:: {{search.last_known}}
{{/search.last_known}}

{{field.text}}

La información se solicita al amparo del artículo 5 de la Convención de Viena sobre Relaciones Consulares y se tratará con la reserva que protege los datos de la persona buscada.

Atentamente,

[firmas] {{officer.name}} / {{officer.office}} / {{post.name}}
`,
  fields: [
    {
      code: 'addressee',
      label: 'Destinatario y cargo',
      required: true,
      from: 'search.authority',
    },
    { code: 'text', label: 'Texto', long: true, required: true },
  ],
};

/** The request that authorities get: who is sought, never who asks. */
export class SeedPapersOfASearch1764000003440 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await admitCodes(q, 'paper_templates', 'kind', ['search_request']);
    await admitCodes(q, 'papers', 'kind', ['search_request']);
    await q.query(
      `INSERT INTO paper_templates (kind, version, content, reason)
       VALUES ('search_request', 1, $1, 'Plantilla inicial del producto')`,
      [JSON.stringify(REQUEST)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
