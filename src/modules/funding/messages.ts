import { joined, labelled, refusals, type Bilingual } from '../../platform/i18n/bilingual';
import type { Account, Programme, QuarterState, TransactionKind } from './domain/ledger';

const ERRORS: Record<string, { title: Bilingual; detail: Bilingual }> = {
  FUNDS_NOT_AVAILABLE: {
    title: { es: 'No hay saldo suficiente', en: 'There is not enough available' },
    detail: {
      es: 'El importe supera lo disponible. Reduzca el importe o pida una ampliación a la sede central.',
      en: 'The amount is more than what is available. Lower it, or ask headquarters for more.',
    },
  },
  QUARTER_NOT_OPEN: {
    title: { es: 'El trimestre no está abierto', en: 'The quarter is not open' },
    detail: {
      es: 'Use una fecha de un trimestre abierto o pida a la sede central que lo abra.',
      en: 'Use a day of an open quarter, or ask headquarters to open it.',
    },
  },
  QUARTER_DOES_NOT_FOLLOW: {
    title: { es: 'El trimestre no puede pasar a ese estado', en: 'The quarter cannot go there' },
    detail: {
      es: 'Vuelva a leer el estado del trimestre: otra persona pudo cambiarlo.',
      en: 'Read the state of the quarter again: somebody may have changed it.',
    },
  },
  YEAR_IS_OPEN: {
    title: { es: 'El año ya está abierto', en: 'The year is open already' },
    detail: { es: 'Abra o cierre sus trimestres.', en: 'Open or close its quarters.' },
  },
  ALREADY_REVERSED: {
    title: { es: 'El movimiento ya fue extornado', en: 'The movement was reversed already' },
    detail: { es: 'Vuelva a leer los movimientos.', en: 'Read the movements again.' },
  },
  NOT_REVERSIBLE: {
    title: { es: 'Ese movimiento no se extorna aquí', en: 'That movement is not reversed here' },
    detail: {
      es: 'Solo las asignaciones y las transferencias se extornan aquí.',
      en: 'Only allotments and transfers are reversed here.',
    },
  },
  RATE_MISSING: {
    title: { es: 'Falta el tipo de cambio', en: 'The exchange rate is missing' },
    detail: {
      es: 'No hay tipo de cambio de {{currency}} para el {{day}} ni la semana anterior. Impórtelo primero.',
      en: 'There is no rate of {{currency}} for {{day}} nor the week before. Import it first.',
    },
  },
  RATE_STRANGE: {
    title: { es: 'Hay tipos de cambio llamativos', en: 'Some rates look wrong' },
    detail: {
      es: 'Difieren un 20 % o más del último conocido. Corríjalos, o confirme que son correctos.',
      en: 'They differ by 20 % or more from the last one known. Correct them, or confirm that they are right.',
    },
  },
  RATE_IS_LOCKED: {
    title: { es: 'Ese tipo de cambio ya se usó', en: 'That rate has been used' },
    detail: {
      es: 'Hay movimientos que se apoyan en él: no se puede cambiar.',
      en: 'Movements rest on it: it cannot be changed.',
    },
  },
};

const FIELDS: Record<string, Bilingual> = {
  CURRENCY_FORM: { es: 'Tres letras: EUR, USD…', en: 'Three letters: EUR, USD…' },
  RATE_FORM: {
    es: 'Un número mayor que cero, con ocho decimales como máximo.',
    en: 'A number above zero, with eight decimals at most.',
  },
  RATE_COLUMNS: {
    es: 'La primera línea debe ser currency,day,pen,usd.',
    en: 'The first line must be currency,day,pen,usd.',
  },
  RATE_OF_ITSELF: { es: 'Un sol es un sol; un dólar, un dólar.', en: 'A sol is a sol.' },
  RATE_FAR_FROM_LAST: {
    es: 'Difiere un 20 % o más del último.',
    en: 'It differs by 20 % or more from the last.',
  },
  SAME_POST: { es: 'Elija otra oficina.', en: 'Choose another post.' },
  YEAR_NOT_OPEN: { es: 'Abra primero el año fiscal.', en: 'Open the fiscal year first.' },
};

const PROGRAMME_LABELS: Record<Programme, Bilingual> = {
  palh: { es: 'PALH', en: 'PALH' },
  pah: { es: 'PAH', en: 'PAH' },
};
const ACCOUNT_LABELS: Record<Exclude<Account, 'appropriation'> | 'allotted', Bilingual> = {
  allotted: { es: 'Asignado', en: 'Allotted' },
  ahead: { es: 'Por liberar', en: 'To be released' },
  available: { es: 'Disponible', en: 'Available' },
  reserved: { es: 'Reservado', en: 'Reserved' },
  committed: { es: 'Comprometido', en: 'Committed' },
  paid: { es: 'Pagado por rendir', en: 'Paid, to be accounted for' },
  accounted: { es: 'Rendido', en: 'Accounted for' },
};
const QUARTER_LABELS: Record<QuarterState, Bilingual> = {
  planned: { es: 'Por abrir', en: 'Not open yet' },
  open: { es: 'Abierto', en: 'Open' },
  closed: { es: 'Cerrado', en: 'Closed' },
};
const KIND_LABELS: Record<TransactionKind, Bilingual> = {
  allotted: { es: 'Asignación', en: 'Allotment' },
  allotted_ahead: { es: 'Asignación adelantada', en: 'Allotment ahead' },
  withdrawn: { es: 'Retiro', en: 'Withdrawal' },
  quarter_opened: { es: 'Liberación del trimestre', en: 'Release for the quarter' },
  reserved: { es: 'Reserva', en: 'Reservation' },
  released: { es: 'Reserva liberada', en: 'Reservation released' },
  committed: { es: 'Compromiso', en: 'Commitment' },
  freed: { es: 'Compromiso anulado', en: 'Commitment freed' },
  exchange_loss: { es: 'Diferencia de cambio en contra', en: 'Exchange loss' },
  exchange_gain: { es: 'Diferencia de cambio a favor', en: 'Exchange gain' },
  paid: { es: 'Pago', en: 'Payment' },
  given_back: { es: 'Devolución', en: 'Given back' },
  accounted: { es: 'Rendición', en: 'Accounted for' },
  transferred: { es: 'Transferencia entre oficinas', en: 'Transfer between posts' },
  reversed: { es: 'Extorno', en: 'Reversal' },
};

/** The texts of public money in both languages. */
export const fundingMessages = joined(
  refusals(ERRORS, FIELDS),
  labelled('funding.programme.', PROGRAMME_LABELS),
  labelled('funding.account.', ACCOUNT_LABELS),
  labelled('funding.quarter_state.', QUARTER_LABELS),
  labelled('funding.movement.', KIND_LABELS),
);
