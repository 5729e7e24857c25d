import { joined, labelled, refusals, type Bilingual } from '../../platform/i18n/bilingual';
import type { SpendingReport } from './reports/reports';

const ERRORS: Record<string, { title: Bilingual; detail: Bilingual }> = {
  RANGE_TOO_LONG: {
    title: { es: 'El periodo tiene demasiadas filas', en: 'The range has too many rows' },
    detail: {
      es: 'Pida un periodo más corto, o una sola oficina.',
      en: 'Ask for a shorter range, or for one post.',
    },
  },
  DISTRIBUTION_APPLIED: {
    title: { es: 'Esa distribución ya se aplicó', en: 'That distribution was applied already' },
    detail: {
      es: 'Sus asignaciones están en el libro. Haga otra distribución si debe cambiar algo.',
      en: 'Its allotments are in the ledger. Make another distribution to change anything.',
    },
  },
};
const FIELDS: Record<string, Bilingual> = {
  FIXED_ABOVE_TOTAL: {
    es: 'Lo fijado no cabe en el total, o deja un resto sin oficina que lo reciba.',
    en: 'What is fixed does not fit the total, or leaves a rest that no post receives.',
  },
  POLICY_CONTENT: {
    es: 'Revise este valor de la fórmula.',
    en: 'Check this value of the formula.',
  },
};

const REPORTS: Record<SpendingReport, Bilingual> = {
  execution: {
    es: 'Ejecución por oficina, línea, programa y mes',
    en: 'Execution by post, line, programme and month',
  },
  given: { es: 'Ayudas y subvenciones otorgadas', en: 'Aid and subventions given' },
  programme_table: {
    es: 'Programa presupuestal 0062: ejecución',
    en: 'Budget programme 0062: execution',
  },
  rendition_ageing: {
    es: 'Antigüedad de lo pagado por rendir',
    en: 'Age of what was paid and not accounted for',
  },
  accounting: { es: 'Asientos para contabilidad', en: 'Entries for accounting' },
};
const DEFINITIONS: Record<SpendingReport, Bilingual> = {
  execution: {
    es: 'Soles. Comprometido, pagado (menos lo devuelto) y rendido en el mes, según el libro; ayudas por la fecha de su pago; una persona cuenta en cada ayuda que recibe.',
    en: 'Soles. Committed, paid (less what was given back) and accounted for in the month, by the ledger; aid by the day it was paid; a person counts in each aid received.',
  },
  given: {
    es: '{{aids}} ayudas para {{persons}} personas; cada ayuda cuenta a todas las que beneficia. Pagado en soles.',
    en: '{{aids}} aids for {{persons}} persons; each aid counts all whom it helps. Paid in soles.',
  },
  programme_table: {
    es: 'Soles. Lo asignado es del año; la ejecución es lo pagado entre lo asignado.',
    en: 'Soles. What is allotted is of the year; execution is what was paid of what was allotted.',
  },
  rendition_ageing: {
    es: 'Soles pagados que aún no se rinden, por los días desde el pago hasta el último día del periodo.',
    en: 'Soles paid and not accounted for yet, by days from the payment to the last day of the range.',
  },
  accounting: {
    es: 'Partida doble: el debe es igual al haber. Importe en la moneda pagada, con su tipo de cambio y su fuente.',
    en: 'Double entry: debit equals credit. Amount in the currency paid, with its rate and source.',
  },
};
const COLUMNS: Record<string, Bilingual> = {
  post: { es: 'Oficina', en: 'Post' },
  programme: { es: 'Programa', en: 'Programme' },
  line: { es: 'Línea', en: 'Line' },
  month: { es: 'Mes', en: 'Month' },
  committed: { es: 'Comprometido', en: 'Committed' },
  paid: { es: 'Pagado (S/)', en: 'Paid (S/)' },
  accounted: { es: 'Rendido', en: 'Accounted for' },
  attentions: { es: 'Atenciones', en: 'Attentions' },
  requests: { es: 'Solicitudes', en: 'Requests' },
  persons: { es: 'Personas', en: 'Persons' },
  number: { es: 'Número', en: 'Number' },
  kind: { es: 'Clase', en: 'Kind' },
  state: { es: 'Estado', en: 'State' },
  paid_on: { es: 'Pagada el', en: 'Paid on' },
  currency: { es: 'Moneda', en: 'Currency' },
  amount: { es: 'Importe', en: 'Amount' },
  resolution: { es: 'Resolución', en: 'Resolution' },
  resolution_on: { es: 'Fecha de resolución', en: 'Resolution date' },
  allotted: { es: 'Asignado', en: 'Allotted' },
  executed: { es: 'Ejecución', en: 'Executed' },
  aids: { es: 'Ayudas', en: 'Aids' },
  up_to_15: { es: 'Hasta 15 días', en: 'Up to 15 days' },
  up_to_30: { es: '16 a 30 días', en: '16 to 30 days' },
  up_to_60: { es: '31 a 60 días', en: '31 to 60 days' },
  over_60: { es: 'Más de 60 días', en: 'Over 60 days' },
  oldest: { es: 'Más antigua (días)', en: 'Oldest (days)' },
  entry: { es: 'Asiento', en: 'Entry' },
  transaction: { es: 'Movimiento', en: 'Movement' },
  happened_on: { es: 'Fecha', en: 'Date' },
  account: { es: 'Cuenta', en: 'Account' },
  debit: { es: 'Debe (S/)', en: 'Debit (S/)' },
  credit: { es: 'Haber (S/)', en: 'Credit (S/)' },
  usd: { es: 'Dólares', en: 'Dollars' },
  rate: { es: 'Tipo de cambio', en: 'Rate' },
  rate_day: { es: 'Fecha del tipo', en: 'Day of the rate' },
  rate_source: { es: 'Fuente del tipo', en: 'Source of the rate' },
  certificate: { es: 'Certificación', en: 'Certificate' },
  aid: { es: 'Ayuda', en: 'Aid' },
};

/** The texts of reports on money, in both languages. */
export const spendingMessages = joined(
  refusals(ERRORS, FIELDS),
  labelled('spending.report.', REPORTS),
  labelled('spending.definition.', DEFINITIONS),
  labelled('spending.column.', COLUMNS),
  labelled('spending.', {
    range: {
      es: 'Del {{from}} al {{to}}, ambos inclusive.',
      en: 'From {{from}} to {{to}}, both included.',
    },
    as_of: { es: 'Datos al {{at}} (UTC).', en: 'As of {{at}} (UTC).' },
  }),
);
