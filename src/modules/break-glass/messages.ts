import type { Messages } from '../../platform/i18n/messages';

export const breakGlassMessages: Messages = {
  es: {
    'validation.NOT_A_SEALED_REFERENCE':
      'Escriba la referencia como se la dieron, por ejemplo S-7K2M9QTX.',
    'errors.BREAK_GLASS_DECIDED.title': 'Este pedido ya fue decidido',
    'errors.BREAK_GLASS_DECIDED.detail': 'Vuelva a abrir la lista para ver en qué quedó.',
    'errors.NO_SUCH_SEALED_CASE.title': 'Ningún caso sellado lleva esa referencia',
    'errors.NO_SUCH_SEALED_CASE.detail':
      'Verifique la referencia con quien la pidió, fuera del sistema, y rechace el pedido si no es correcta.',
    'errors.REVIEW_BY_ANOTHER.title': 'Debe revisarlo otra persona',
    'errors.REVIEW_BY_ANOTHER.detail': 'Nadie revisa su propio ingreso.',
    'errors.BREAK_GLASS_REVIEWED.title': 'Este ingreso ya fue revisado',
    'errors.BREAK_GLASS_REVIEWED.detail': 'Vuelva a abrirlo para leer la conclusión.',
    'duties.break_glass_review': 'Revisión de un ingreso de emergencia',
    'notices.glass_asked.title': 'Amparo: piden ingresar a un caso sellado',
    'notices.glass_asked.text':
      'Pedido de ingreso con la referencia {{reference}}. Decídalo ahora.',
    'notices.glass_broken.title': 'Amparo: ingreso de emergencia',
    'notices.glass_broken.text':
      'Alguien ingresó de emergencia con la referencia {{reference}}. Vea quién, por qué y qué leyó.',
  },
  en: {
    'validation.NOT_A_SEALED_REFERENCE':
      'Write the reference as it was given to you, e.g. S-7K2M9QTX.',
    'errors.BREAK_GLASS_DECIDED.title': 'This request has been decided',
    'errors.BREAK_GLASS_DECIDED.detail': 'Open the list again to see how it ended.',
    'errors.NO_SUCH_SEALED_CASE.title': 'No sealed case has that reference',
    'errors.NO_SUCH_SEALED_CASE.detail':
      'Check it with whoever asked, outside the system, and refuse the request if it is wrong.',
    'errors.REVIEW_BY_ANOTHER.title': 'Someone else must review it',
    'errors.REVIEW_BY_ANOTHER.detail': 'Nobody reviews their own entry.',
    'errors.BREAK_GLASS_REVIEWED.title': 'This entry has been reviewed',
    'errors.BREAK_GLASS_REVIEWED.detail': 'Open it again to read the conclusion.',
    'duties.break_glass_review': 'Review of an emergency entry',
    'notices.glass_asked.title': 'Amparo: someone asks to enter a sealed case',
    'notices.glass_asked.text': 'A request to enter with reference {{reference}}. Decide it now.',
    'notices.glass_broken.title': 'Amparo: emergency entry',
    'notices.glass_broken.text':
      'Someone entered in an emergency with reference {{reference}}. See who, why and what they read.',
  },
};
