import type { Messages } from '../../platform/i18n/messages';

export const bulkMessages: Messages = {
  es: {
    'errors.NOTHING_SELECTED.title': 'No hay casos elegidos',
    'errors.NOTHING_SELECTED.detail':
      'Marque casos de la lista o elija una lista que no esté vacía.',
    'errors.TOO_MANY_ROWS.title': 'Son demasiados casos',
    'errors.TOO_MANY_ROWS.detail': 'Una operación abarca hasta {{most}} casos. Filtre la lista.',
  },
  en: {
    'errors.NOTHING_SELECTED.title': 'No cases selected',
    'errors.NOTHING_SELECTED.detail': 'Tick cases of the list, or choose a list that is not empty.',
    'errors.TOO_MANY_ROWS.title': 'Too many cases',
    'errors.TOO_MANY_ROWS.detail': 'One operation covers up to {{most}} cases. Filter the list.',
  },
};
