import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEED = `INSERT INTO paper_templates (kind, version, content, reason)
  VALUES ($1, 1, $2, 'Plantilla inicial del producto')`;

const field = (
  code: string,
  label: string,
  more: { long?: true; required?: true; from?: string; hint?: string } = {},
) => ({ code, label, ...more });

const PERSON = `Nombre completo:: {{person.full_name}}
Documento de identidad:: {{person.document}}
Fecha de nacimiento:: {{person.birth_date}}{{#person.age}} ({{person.age}}){{/person.age}}
Nacionalidad:: {{person.nationality}}`;

const VISIT_RECORD = {
  title: 'Acta de visita consular',
  body: `# ACTA DE VISITA CONSULAR

{{#visit.date}}
Siendo las {{visit.time}} horas del {{visit.date}}, el funcionario consular que suscribe, en ejercicio de las funciones que le confieren el artículo 36 de la Convención de Viena sobre Relaciones Consulares y el artículo 71 del Reglamento Consular, se comunicó con la persona cuyos datos se consignan en esta acta y deja constancia de lo siguiente.
{{/visit.date}}

## I. Persona asistida
${PERSON}
Caso:: {{case.reference}}

## II. Visita
{{#visit.number}}
Número de la visita:: {{visit.number}}
{{/visit.number}}
Modalidad:: {{visit.kind}}
Interlocutor:: {{visit.with_whom}}
Lugar:: {{visit.place}}
Resultado:: {{visit.outcome}}
{{#visit.denied_by}}
Autoridad que denegó el acceso:: {{visit.denied_by}}
{{/visit.denied_by}}

## III. Situación procesal
Fecha de la detención:: {{detention.detained_on}}
Oficina notificada el:: {{detention.notified_on}}
Etapa:: {{detention.stage}}
Cargos:: {{detention.charges}}
Defensa:: {{detention.lawyer}}
Próxima audiencia:: {{detention.next_hearing}}

## IV. Verificaciones
| Aspecto | Resultado | Observaciones |
| =2 | =2 | =4 |
{{#visit.checks}}
| {{check}} | {{finding}} | {{note}} |
{{/visit.checks}}
{{#visit.health}}
| Estado de salud | {{visit.health}} | {{visit.health_note}} |
{{/visit.health}}

{{#visit.needs}}
- Necesidad: {{need}}{{#note}}. {{note}}{{/note}}
{{/visit.needs}}

## V. Mensajes y próximos pasos
Mensajes entregados:: {{visit.messages_delivered}}
Mensajes recibidos:: {{visit.messages_received}}
Próximos pasos:: {{field.next_steps}}
{{#field.observations}}
Observaciones:: {{field.observations}}
{{/field.observations}}

Se extiende la presente acta en {{post.city}}, el {{paper.date}}.

[firmas] {{officer.name}} / {{officer.office}} / {{post.name}}
`,
  fields: [
    field('next_steps', 'Próximos pasos', { long: true, required: true, from: 'visit.next_steps' }),
    field('observations', 'Observaciones', { long: true }),
  ],
};

const SOCIAL_REPORT = {
  title: 'Informe social',
  body: `# INFORME SOCIAL

## I. Datos de la persona
${PERSON}
Sexo:: {{person.sex}}
Idiomas:: {{person.languages}}
Situación migratoria:: {{person.migration_status}}
Domicilio:: {{field.address}}
Caso:: {{case.reference}}

## II. Motivo del informe
{{field.reason}}

## III. Antecedentes
{{field.background}}

## IV. Situación familiar
{{field.family}}

{{#file.people}}
- {{name}} ({{role}})
{{/file.people}}

## V. Situación económica y vivienda
{{field.economy}}

{{#field.health}}
## VI. Salud
{{field.health}}
{{/field.health}}
{{#visit.health}}
Estado de salud observado en la última visita: {{visit.health}}. {{visit.health_note}}
{{/visit.health}}

## VII. Gestiones realizadas por la oficina consular
{{#file.actions}}
- {{date}}: {{action}}
{{/file.actions}}
{{^file.actions}}
No se registran gestiones a la fecha.
{{/file.actions}}

## VIII. Apreciación y recomendación
{{field.assessment}}

{{field.recommendation}}

>> {{post.city}}, {{paper.date}}

[firmas] {{officer.name}} / {{officer.office}} / {{post.name}}
`,
  fields: [
    field('address', 'Domicilio', { from: 'person.address' }),
    field('reason', 'Motivo del informe', { long: true, required: true }),
    field('background', 'Antecedentes', { long: true, required: true, from: 'case.summary' }),
    field('family', 'Situación familiar', { long: true, required: true }),
    field('economy', 'Situación económica y vivienda', { long: true, required: true }),
    field('health', 'Salud', {
      long: true,
      hint: 'Solo lo indispensable para la decisión que se pide.',
    }),
    field('assessment', 'Apreciación', { long: true, required: true }),
    field('recommendation', 'Recomendación', { long: true, required: true }),
  ],
};

const SWORN_DECLARATION = {
  title: 'Declaración jurada de necesidad',
  body: `# DECLARACIÓN JURADA DE NECESIDAD

Yo, **{{person.full_name}}**, con documento de identidad {{field.document}}, de nacionalidad {{person.nationality}} y con domicilio en {{field.address}}, ante {{post.the_name}}, **DECLARO BAJO JURAMENTO** lo siguiente:

**Primero.** Que me encuentro en la situación que describo a continuación y que no cuento con medios propios para atenderla: {{field.situation}}

**Segundo.** Que mis ingresos y bienes son los siguientes: {{field.income}}

**Tercero.** Que dependen de mí las siguientes personas: {{field.dependants}}

**Cuarto.** Que no he podido obtener ayuda de mi familia, de organizaciones ni de servicios públicos del lugar en que me encuentro: {{field.support}}

**Quinto.** Que solicito asistencia consistente en: {{field.request}}

Formulo esta declaración para los efectos del artículo 73 del Reglamento Consular, con arreglo a la presunción de veracidad, y conozco que la declaración falsa en un procedimiento administrativo acarrea responsabilidad administrativa, civil y penal.

Me ratifico en lo expresado y firmo en {{post.city}}, el {{paper.date}}.

[firmas] {{person.full_name}} / Declarante / {{field.document}}; {{officer.name}} / {{officer.office}} / {{post.name}}
`,
  fields: [
    field('document', 'Documento de identidad', { required: true, from: 'person.document' }),
    field('address', 'Domicilio', { required: true, from: 'person.address' }),
    field('situation', 'Situación que se declara', { long: true, required: true }),
    field('income', 'Ingresos y bienes', { long: true, required: true }),
    field('dependants', 'Personas que dependen de quien declara', { long: true, required: true }),
    field('support', 'Ayuda que se buscó', { long: true, required: true }),
    field('request', 'Asistencia que se solicita', { long: true, required: true }),
  ],
};

const UNDERTAKING = {
  title: 'Compromiso de reembolso',
  body: `# COMPROMISO DE REEMBOLSO

Yo, **{{person.full_name}}**, con documento de identidad {{field.document}} y domicilio en {{field.address}}, declaro haber recibido del Estado peruano, por intermedio {{post.of_name}}, la ayuda que se indica:

Concepto:: {{field.concept}}
Importe:: {{field.amount}}
Caso:: {{case.reference}}

**Me comprometo** a reembolsar dicho importe al Ministerio de Relaciones Exteriores en las condiciones siguientes:

Plazo:: {{field.term}}
Forma de pago:: {{field.manner}}
Domicilio en el Perú:: {{field.address_in_peru}}

Conozco que el reembolso puede ser dispensado, total o parcialmente, por resolución motivada, y que mientras no se efectúe o se dispense no podré acogerme a una nueva repatriación con cargo al Estado.

Suscribo este compromiso en {{post.city}}, el {{paper.date}}.

[firmas] {{person.full_name}} / Obligado u obligada / {{field.document}}; {{officer.name}} / {{officer.office}} / {{post.name}}
`,
  fields: [
    field('document', 'Documento de identidad', { required: true, from: 'person.document' }),
    field('address', 'Domicilio actual', { required: true, from: 'person.address' }),
    field('concept', 'Concepto de la ayuda', { required: true }),
    field('amount', 'Importe y moneda', { required: true, hint: 'En cifras y en letras.' }),
    field('term', 'Plazo', { required: true }),
    field('manner', 'Forma de pago', { required: true }),
    field('address_in_peru', 'Domicilio en el Perú', { required: true }),
  ],
};

const CONSENT = {
  title: 'Consentimiento informado',
  body: `# CONSENTIMIENTO PARA COMUNICAR DATOS PERSONALES

Yo, **{{person.full_name}}**, con documento de identidad {{field.document}}, de conformidad con la Ley N.° 29733, Ley de Protección de Datos Personales, y su Reglamento, **autorizo** {{post.to_name}} a comunicar los datos que aquí se señalan:

Destinatario:: {{field.recipient}}
Finalidad:: {{field.purpose}}
Datos que se comunican:: {{field.data}}
Vigencia:: {{field.validity}}

Se me ha informado, en un idioma que comprendo, de que:

- este consentimiento vale solo para el destinatario y la finalidad indicados;
- puedo retirarlo en cualquier momento, sin expresar motivo y sin que ello afecte la asistencia que recibo;
- puedo pedir acceso a mis datos, así como su rectificación, cancelación u oposición, ante la oficina consular;
- {{field.transfer}}

Firmo en {{post.city}}, el {{paper.date}}.

[firmas] {{person.full_name}} / Titular de los datos / {{field.document}}; {{officer.name}} / {{officer.office}} / {{post.name}}
`,
  fields: [
    field('document', 'Documento de identidad', { required: true, from: 'person.document' }),
    field('recipient', 'Destinatario', { required: true }),
    field('purpose', 'Finalidad', { long: true, required: true }),
    field('data', 'Datos que se comunican', { long: true, required: true }),
    field('validity', 'Vigencia', { required: true }),
    field('transfer', 'Sobre la comunicación a otro país', {
      required: true,
      hint: 'Por ejemplo: «los datos se comunican a una autoridad del país en que me encuentro».',
    }),
  ],
};

/** The first words of the papers that the person reads or signs. */
export class SeedPapersOfThePerson1764000001610 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const templates = {
      visit_record: VISIT_RECORD,
      social_report: SOCIAL_REPORT,
      sworn_declaration: SWORN_DECLARATION,
      undertaking_to_repay: UNDERTAKING,
      consent_form: CONSENT,
    };
    for (const [kind, content] of Object.entries(templates)) {
      await q.query(SEED, [kind, JSON.stringify(content)]);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
