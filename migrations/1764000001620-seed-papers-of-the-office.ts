import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEED = `INSERT INTO paper_templates (kind, version, content, reason)
  VALUES ($1, 1, $2, 'Plantilla inicial del producto')`;

const field = (
  code: string,
  label: string,
  more: { long?: true; required?: true; from?: string; hint?: string } = {},
) => ({ code, label, ...more });

const AUTHORITY_LETTER = {
  title: 'Carta',
  body: `# CARTA

>> {{post.city}}, {{paper.date}}

{{field.addressee}}

{{field.institution}}

Asunto:: {{field.subject}}
{{#field.reference}}
Referencia:: {{field.reference}}
{{/field.reference}}

De mi consideración:

Tengo el agrado de dirigirme a usted en relación con la situación de **{{person.full_name}}**, de nacionalidad {{person.nationality}}, con documento de identidad {{person.document}}{{#person.birth_date}} y fecha de nacimiento {{person.birth_date}}{{/person.birth_date}}.

{{field.text}}

Agradeceré que la respuesta se sirva dirigir a esta oficina consular, con mención del número de esta carta. La presente gestión se formula al amparo de los artículos 5 y 36 de la Convención de Viena sobre Relaciones Consulares.

Hago propicia la oportunidad para expresarle los sentimientos de mi especial consideración.

Atentamente,

[firmas] {{officer.name}} / {{officer.office}} / {{post.name}}
`,
  fields: [
    field('addressee', 'Destinatario y cargo', { required: true }),
    field('institution', 'Institución', { required: true, from: 'detention.facility' }),
    field('subject', 'Asunto', { required: true }),
    field('reference', 'Referencia'),
    field('text', 'Texto', { long: true, required: true }),
  ],
};

const NOTE_VERBALE = {
  title: 'Proyecto de nota verbal',
  body: `# PROYECTO DE NOTA VERBAL

{{post.start_name}} saluda muy atentamente a {{field.authority}} y tiene el honor de referirse a la situación de **{{person.full_name}}**, de nacionalidad {{person.nationality}}{{#detention.facility}}, quien permanece en {{detention.facility}}{{/detention.facility}}.

{{field.text}}

Al respecto, y de conformidad con los artículos 5 y 36 de la Convención de Viena sobre Relaciones Consulares, {{post.the_name}} solicita a {{field.authority}} tenga a bien {{field.request}}

{{post.start_name}} hace propicia la ocasión para reiterar a {{field.authority}} las seguridades de su más alta y distinguida consideración.

>> {{post.city}}, {{paper.date}}

A {{field.authority}}

Ciudad.-

[firmas] / Rúbrica y sello de la oficina
`,
  fields: [
    field('authority', 'Autoridad a la que se dirige', { required: true, from: 'note.authority' }),
    field('text', 'Exposición', { long: true, required: true, from: 'note.subject' }),
    field('request', 'Lo que se solicita', {
      long: true,
      required: true,
      hint: 'Continúa la frase «tenga a bien…».',
    }),
  ],
};

const HAND_OVER = {
  title: 'Nota de entrega del caso',
  body: `# NOTA DE ENTREGA DEL CASO

Caso:: {{case.reference}}
Materia:: {{case.kind}}
Persona asistida:: {{person.full_name}}
Registrado el:: {{case.opened_on}}
A cargo de:: {{case.assignee}}
Lugar:: {{case.place}}
Última visita:: {{case.last_visit}}
Próximo vencimiento:: {{case.next_due}}
Quien recibe:: {{field.receiver}}

## I. Situación actual
{{field.situation}}

{{#visit.health}}
Estado de salud en la última visita: {{visit.health}}. {{visit.health_note}}
{{/visit.health}}

## II. Obligaciones pendientes
| Vence | Obligación |
| =1 | =4 |
{{#file.duties}}
| {{due}} | {{duty}} |
{{/file.duties}}
{{^file.duties}}
No hay obligaciones pendientes.
{{/file.duties}}

## III. Personas relacionadas
{{#file.people}}
- {{name}} ({{role}})
{{/file.people}}
{{^file.people}}
No se registran otras personas.
{{/file.people}}

## IV. Gestiones realizadas
{{#file.actions}}
- {{date}}: {{action}}
{{/file.actions}}
{{^file.actions}}
No se registran gestiones a la fecha.
{{/file.actions}}

## V. Próximos pasos
{{field.next_steps}}

{{#field.warnings}}
## VI. Advertencias
{{field.warnings}}
{{/field.warnings}}

>> {{post.city}}, {{paper.date}}

[firmas] {{officer.name}} / Entrega / {{post.name}}; {{field.receiver}} / Recibe
`,
  fields: [
    field('receiver', 'Quien recibe el caso', { required: true }),
    field('situation', 'Situación actual', { long: true, required: true, from: 'case.summary' }),
    field('next_steps', 'Próximos pasos', { long: true, required: true, from: 'visit.next_steps' }),
    field('warnings', 'Advertencias', {
      long: true,
      hint: 'Canales seguros, riesgos, promesas hechas a la persona.',
    }),
  ],
};

const REMITTANCE = {
  title: 'Relación de remisión de documentos',
  body: `# RELACIÓN DE REMISIÓN DE DOCUMENTOS

Oficina:: {{post.name}}
Periodo:: del {{remittance.from}} al {{remittance.to}}
Destinatario:: {{field.addressee}}
Cantidad de documentos:: {{remittance.count}}

| N.° | Número | Clase | Fecha | Caso |
| =1 | =4 | =4 | =2 | =3 |
{{#remittance.rows}}
| {{n}} | {{number}} | {{kind}} | {{date}} | {{case}} |
{{/remittance.rows}}

{{^remittance.rows}}
No se emitieron documentos en el periodo.
{{/remittance.rows}}

{{#field.remarks}}
Observaciones:: {{field.remarks}}
{{/field.remarks}}

>> {{post.city}}, {{paper.date}}

[firmas] {{officer.name}} / {{officer.office}} / {{post.name}}; / Recibido / Fecha y sello
`,
  fields: [
    field('addressee', 'Destinatario', { required: true }),
    field('remarks', 'Observaciones', { long: true }),
  ],
};

const RESOLUTION = {
  title: 'Proyecto de resolución',
  body: `# PROYECTO DE RESOLUCIÓN

>> Lima, {{paper.date}}

**VISTOS:**

El expediente {{case.reference}}, relativo a {{person.full_name}}, con documento de identidad {{person.document}}; {{field.seen}}

**CONSIDERANDO:**

Que, de conformidad con los artículos 71 a 76 del Reglamento Consular, aprobado por Decreto Supremo N.° 032-2023-RE, las oficinas consulares brindan asistencia legal y humanitaria a los peruanos en el exterior;

Que, {{field.facts}}

Que, {{field.grounds}}

De conformidad con {{field.norms}};

**SE RESUELVE:**

**Artículo 1.** {{field.decision}}

{{#field.amount}}
**Artículo 2.** El egreso que demande el cumplimiento de la presente resolución, por {{field.amount}}, se atenderá con cargo a {{field.budget}}.
{{/field.amount}}

Regístrese y comuníquese.

[firmas] {{field.signer}} / {{field.signer_office}}
`,
  fields: [
    field('seen', 'Documentos vistos', { long: true, required: true }),
    field('facts', 'Hechos que se consideran', {
      long: true,
      required: true,
      from: 'case.summary',
      hint: 'Continúa la frase «Que, …».',
    }),
    field('grounds', 'Fundamento', {
      long: true,
      required: true,
      hint: 'Continúa la frase «Que, …».',
    }),
    field('norms', 'Normas que se invocan', {
      long: true,
      required: true,
      hint: 'Por ejemplo: «el Decreto Supremo N.° 063-2016-RE».',
    }),
    field('decision', 'Lo que se resuelve', { long: true, required: true }),
    field('amount', 'Importe y moneda', { hint: 'Solo si la resolución autoriza un gasto.' }),
    field('budget', 'Afectación presupuestal'),
    field('signer', 'Quien firma', { required: true }),
    field('signer_office', 'Cargo de quien firma', { required: true }),
  ],
};

/** The first words of the papers that the office writes. */
export class SeedPapersOfTheOffice1764000001620 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const templates = {
      authority_letter: AUTHORITY_LETTER,
      note_verbale_draft: NOTE_VERBALE,
      hand_over_note: HAND_OVER,
      remittance_list: REMITTANCE,
      resolution_draft: RESOLUTION,
    };
    for (const [kind, content] of Object.entries(templates)) {
      await q.query(SEED, [kind, JSON.stringify(content)]);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
