import type { Messages } from '../../platform/i18n/messages';

export const assessmentMessages: Messages = {
  es: {
    'validation.VULNERABILITY_NEEDS_GROUND':
      'Indique la circunstancia o la condición personal que expone a la persona (RC art. 10).',
    'validation.AMOUNT_NEEDS_CURRENCY': 'Indique el monto y su moneda, o ninguno.',
  },
  en: {
    'validation.VULNERABILITY_NEEDS_GROUND':
      'Name the circumstance or personal condition that exposes the person (RC art. 10).',
    'validation.AMOUNT_NEEDS_CURRENCY': 'Give the amount and its currency, or neither.',
  },
};
