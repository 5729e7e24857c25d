import type { Messages } from '../../platform/i18n/messages';

/** Titles double as mail subjects: they name nobody. */
export const noticesMessages: Messages = {
  es: {
    'notices.duty_started.title': 'Amparo: empieza un plazo breve',
    'notices.duty_started.text':
      'Caso {{reference}}: empezó el plazo de «{{duty}}». Vence el {{due}}.',
    'notices.duty_due.title': 'Amparo: un plazo por vencer',
    'notices.duty_due.text': 'Caso {{reference}}: «{{duty}}» vence el {{due}}.',
    'notices.duty_breached.title': 'Amparo: un plazo vencido',
    'notices.duty_breached.text':
      'Caso {{reference}}: «{{duty}}» venció el {{due}} y sigue pendiente.',
    'notices.case_assigned.title': 'Amparo: un caso a su cargo',
    'notices.case_assigned.text': 'El caso {{reference}} está ahora a su cargo.',
    'notices.case_woken.title': 'Amparo: un caso vuelve de la espera',
    'notices.case_woken.text':
      'El caso {{reference}} llegó a su fecha y está otra vez en atención.',
    'notices.proof_failed.title': 'Amparo: la prueba diaria necesita atención',
    'notices.proof_failed.text':
      'La prueba diaria de plazos y avisos no se cumplió o no se ejecutó. Revísela hoy.',
    'notices.mail.digest': 'Amparo: {{count}} avisos',
    'notices.mail.discreet': 'Amparo: tiene un aviso',
    'notices.mail.discreet_text': 'Hay un aviso para usted en el sistema.',
    'notices.mail.open': 'Ábralo aquí: {{link}}',
    'notices.mail.footer':
      'Mensaje automático de Amparo. Por seguridad no lleva nombres: los datos están en el sistema.',
    'notices.mail.footer_preferences':
      'Puede elegir qué recordatorios recibe por correo en sus preferencias.',
  },
  en: {
    'notices.duty_started.title': 'Amparo: a short deadline begins',
    'notices.duty_started.text':
      'Case {{reference}}: the deadline for “{{duty}}” has begun. It is due on {{due}}.',
    'notices.duty_due.title': 'Amparo: a deadline approaches',
    'notices.duty_due.text': 'Case {{reference}}: “{{duty}}” is due on {{due}}.',
    'notices.duty_breached.title': 'Amparo: a deadline has passed',
    'notices.duty_breached.text':
      'Case {{reference}}: “{{duty}}” was due on {{due}} and is still pending.',
    'notices.case_assigned.title': 'Amparo: a case is now yours',
    'notices.case_assigned.text': 'Case {{reference}} is now in your hands.',
    'notices.case_woken.title': 'Amparo: a case is back from hold',
    'notices.case_woken.text': 'Case {{reference}} has reached its date and is active again.',
    'notices.proof_failed.title': 'Amparo: the daily proof needs attention',
    'notices.proof_failed.text':
      'The daily proof of deadlines and notices failed or did not run. Look at it today.',
    'notices.mail.digest': 'Amparo: {{count}} notices',
    'notices.mail.discreet': 'Amparo: you have a notice',
    'notices.mail.discreet_text': 'There is a notice for you in the system.',
    'notices.mail.open': 'Open it here: {{link}}',
    'notices.mail.footer':
      'Automatic message from Amparo. It carries no names, for safety: the details are in the system.',
    'notices.mail.footer_preferences':
      'You can choose which reminders reach you by mail in your preferences.',
  },
};
