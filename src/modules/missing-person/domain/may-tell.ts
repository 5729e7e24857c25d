import type { Labels } from '../../../platform/i18n/bilingual';

export const WILLS = ['authorises', 'refuses', 'not_asked'] as const;
/** What a located person says about being found. */
export type Will = (typeof WILLS)[number];
export const WILL_LABELS: Labels<Will> = {
  authorises: { es: 'Autoriza', en: 'Authorises' },
  refuses: { es: 'No autoriza', en: 'Refuses' },
  not_asked: { es: 'No se le ha preguntado', en: 'Not asked' },
};

/** Kinds of data that may be told of a located person; health and the like never by this way. */
export const TELLABLE = [
  'identity',
  'contact',
  'location',
  'legal_situation',
  'case_progress',
] as const;
export type Tellable = (typeof TELLABLE)[number];

export const ANSWER_BASES = ['authorisation', 'court_order', 'neutral'] as const;
/** On what an answer to whoever asked rests. */
export type AnswerBasis = (typeof ANSWER_BASES)[number];
export const ANSWER_BASIS_LABELS: Labels<AnswerBasis> = {
  authorisation: { es: 'Autorización de la persona', en: 'Authorisation of the person' },
  court_order: { es: 'Orden judicial', en: 'Court order' },
  neutral: { es: 'Respuesta neutra', en: 'Neutral answer' },
};

export interface WillFact {
  id: string;
  will: Will;
  /** With whom contact is authorised. */
  recipientPersonId: string | null;
  allows: readonly Tellable[];
  /** Epoch milliseconds. */
  at: number;
}

export interface OrderFact {
  id: string;
  orders: readonly Tellable[];
  at: number;
}

/** What somebody may be told, and by what right. */
export interface MayTell {
  basis: AnswerBasis;
  /** Id of the will or the order. */
  by: string | null;
  categories: readonly Tellable[];
}

const newest = <F extends { id: string; at: number }>(facts: readonly F[]): F | null =>
  facts.reduce<F | null>(
    (last, next) =>
      !last || next.at > last.at || (next.at === last.at && next.id > last.id) ? next : last,
    null,
  );

/**
 * What the requester may be told (rules §6, taxonomy: the result is sealed). With the located person's
 * authorisation for this very requester exactly what it allows; else with a court order exactly what it
 * orders; else only the neutral answer, which is the same whether the person was found or not. The
 * newest will holds: one who refuses takes back what they allowed.
 */
export function mayTell(
  wills: readonly WillFact[],
  orders: readonly OrderFact[],
  requesterPersonId: string,
): MayTell {
  const will = newest(wills);
  if (will?.will === 'authorises' && will.recipientPersonId === requesterPersonId) {
    return { basis: 'authorisation', by: will.id, categories: will.allows };
  }
  const order = newest(orders);
  if (order) return { basis: 'court_order', by: order.id, categories: order.orders };
  return { basis: 'neutral', by: null, categories: [] };
}

/** Which of the asked-for kinds of data may not be told. */
export const beyond = (asked: readonly Tellable[], { categories }: MayTell): Tellable[] =>
  asked.filter((category) => !categories.includes(category));
