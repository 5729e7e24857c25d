import type { Messages } from '../i18n/messages';

export const operationsMessages: Messages = {
  es: {
    'errors.OPERATION_NOT_ENDED.title': 'La operación sigue en curso',
    'errors.OPERATION_NOT_ENDED.detail': 'Espere a que termine, o deténgala, y deshágala después.',
    'errors.OPERATION_ALREADY_UNDONE.title': 'La operación ya se deshizo',
    'errors.OPERATION_ALREADY_UNDONE.detail':
      'Abra la operación que la deshizo para ver cada fila.',
    'errors.OPERATION_NOT_UNDOABLE.title': 'La operación no se puede deshacer',
    'errors.OPERATION_NOT_UNDOABLE.detail':
      'No cambió nada, o ella misma deshizo otra. Haga el cambio contrario.',
    'errors.CHANGED_SINCE.title': 'Cambió después',
    'errors.CHANGED_SINCE.detail':
      'Alguien lo cambió después de la operación; se deja como está ahora.',
  },
  en: {
    'errors.OPERATION_NOT_ENDED.title': 'The operation is still running',
    'errors.OPERATION_NOT_ENDED.detail': 'Wait until it ends, or stop it, and undo it then.',
    'errors.OPERATION_ALREADY_UNDONE.title': 'The operation has already been undone',
    'errors.OPERATION_ALREADY_UNDONE.detail': 'Open the operation that undid it to see each row.',
    'errors.OPERATION_NOT_UNDOABLE.title': 'The operation cannot be undone',
    'errors.OPERATION_NOT_UNDOABLE.detail':
      'It changed nothing, or itself undid another. Make the opposite change.',
    'errors.CHANGED_SINCE.title': 'Changed since',
    'errors.CHANGED_SINCE.detail':
      'Somebody changed it after the operation; it is left as it is now.',
  },
};
