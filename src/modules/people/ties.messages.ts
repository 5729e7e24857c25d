import type { Messages } from '../../platform/i18n/messages';

/** What the rules on ties, restraint and merging say when they refuse. */
export const tiesMessages: Messages = {
  es: {
    'errors.PERSON_IS_MERGED.title': 'Esta ficha se unió a otra',
    'errors.PERSON_IS_MERGED.detail':
      'Escriba en la ficha de la persona con la que se unió; esta conserva lo que tenía.',
    'errors.MERGE_INTO_ITSELF.title': 'Es la misma ficha',
    'errors.MERGE_INTO_ITSELF.detail': 'Elija dos fichas distintas de la misma persona.',
    'errors.MERGE_INTO_OWN_DUPLICATE.title': 'Esa ficha ya es un duplicado de esta persona',
    'errors.MERGE_INTO_OWN_DUPLICATE.detail':
      'Si debe quedar la otra ficha, deshaga primero su unión y vuelva a unirlas al revés.',
    'errors.PERSON_ALREADY_MERGED.title': 'La ficha ya se unió a otra',
    'errors.PERSON_ALREADY_MERGED.detail':
      'Vuelva a leerla. Si se unió a la persona equivocada, deshaga esa unión primero.',
    'errors.SURVIVOR_IS_MERGED.title': 'La ficha que debía quedar ya es un duplicado',
    'errors.SURVIVOR_IS_MERGED.detail': 'Una las fichas a la persona con la que aquella se unió.',
    'errors.MERGE_ALREADY_UNDONE.title': 'La unión ya se deshizo',
    'errors.MERGE_ALREADY_UNDONE.detail': 'Vuelva a leer la ficha: las dos ya están separadas.',
    'errors.ALREADY_TOLD_APART.title': 'Ya consta que no son la misma persona',
    'errors.ALREADY_TOLD_APART.detail': 'La pareja no se volverá a proponer.',
    'errors.RELATION_EXISTS.title': 'Ese vínculo ya consta',
    'errors.RELATION_EXISTS.detail':
      'Está en la ficha de una de las dos personas y se ve en ambas.',
    'errors.TIE_HAS_ENDED.title': 'Ya consta cuándo terminó',
    'errors.TIE_HAS_ENDED.detail': 'Si la fecha es un error, retírelo y regístrelo otra vez.',
    'errors.GUARDIAN_NOT_NEEDED.title': 'La persona actúa por sí misma',
    'errors.GUARDIAN_NOT_NEEDED.detail':
      'Solo tienen representante legal los menores de 18 años y las personas sin plena capacidad. Revise la fecha de nacimiento o los factores de vulnerabilidad.',
    'errors.DO_NOT_CONTACT.title': 'No se puede contactar a esta persona así',
    'errors.DO_NOT_CONTACT.detail':
      'Hay una restricción vigente. Véala en su ficha antes de buscar otro modo.',
    'errors.RESTRICTION_LIFTED.title': 'La restricción ya se levantó',
    'errors.RESTRICTION_LIFTED.detail': 'Vuelva a leer la ficha.',
    'validation.UNKNOWN_PERSON': 'Busque a la persona y elíjala de la lista, o regístrela primero.',
    'validation.TIE_WITH_THEMSELVES': 'Elija a otra persona: es la misma.',
    'validation.PARENT_NOT_OLDER':
      'Según sus fechas de nacimiento, la madre o el padre no sería mayor que la hija o el hijo.',
    'validation.BEFORE_ITS_START': 'El fin no puede ser anterior al inicio.',
    'validation.GUARDIAN_IS_MINOR': 'Quien representa debe ser mayor de edad.',
    'validation.GUARDIAN_NEEDS_DOCUMENT':
      'Indique el documento que lo prueba: número, fecha y autoridad.',
  },
  en: {
    'errors.PERSON_IS_MERGED.title': 'This record was merged into another',
    'errors.PERSON_IS_MERGED.detail':
      'Write in the file of the person it was merged into; this one keeps what it had.',
    'errors.MERGE_INTO_ITSELF.title': 'It is the same record',
    'errors.MERGE_INTO_ITSELF.detail': 'Choose two different records of the same person.',
    'errors.MERGE_INTO_OWN_DUPLICATE.title': 'That record is already a duplicate of this person',
    'errors.MERGE_INTO_OWN_DUPLICATE.detail':
      'If the other record should remain, undo its merge first and merge them the other way round.',
    'errors.PERSON_ALREADY_MERGED.title': 'The record was already merged into another',
    'errors.PERSON_ALREADY_MERGED.detail':
      'Read it again. If it was merged into the wrong person, undo that merge first.',
    'errors.SURVIVOR_IS_MERGED.title': 'The record that should remain is a duplicate itself',
    'errors.SURVIVOR_IS_MERGED.detail': 'Merge into the person that one was merged into.',
    'errors.MERGE_ALREADY_UNDONE.title': 'The merge was already undone',
    'errors.MERGE_ALREADY_UNDONE.detail': 'Read the file again: the two are apart already.',
    'errors.ALREADY_TOLD_APART.title': 'They are already on record as two persons',
    'errors.ALREADY_TOLD_APART.detail': 'The pair will not be proposed again.',
    'errors.RELATION_EXISTS.title': 'That tie is already on record',
    'errors.RELATION_EXISTS.detail': 'It is in the file of one of the two and is seen in both.',
    'errors.TIE_HAS_ENDED.title': 'Its end is already on record',
    'errors.TIE_HAS_ENDED.detail': 'If the date is wrong, withdraw it and enter it again.',
    'errors.GUARDIAN_NOT_NEEDED.title': 'The person acts for themselves',
    'errors.GUARDIAN_NOT_NEEDED.detail':
      'Only persons under 18 and persons without full capacity have a legal guardian. Check the birth date or the factors of vulnerability.',
    'errors.DO_NOT_CONTACT.title': 'This person may not be contacted this way',
    'errors.DO_NOT_CONTACT.detail':
      'A restriction is in force. See it in their file before looking for another way.',
    'errors.RESTRICTION_LIFTED.title': 'The restriction was already lifted',
    'errors.RESTRICTION_LIFTED.detail': 'Read the file again.',
    'validation.UNKNOWN_PERSON':
      'Search for the person and choose from the list, or register them first.',
    'validation.TIE_WITH_THEMSELVES': 'Choose someone else: it is the same person.',
    'validation.PARENT_NOT_OLDER':
      'By their dates of birth the parent would not be older than the child.',
    'validation.BEFORE_ITS_START': 'The end cannot be before the start.',
    'validation.GUARDIAN_IS_MINOR': 'A guardian must be of age.',
    'validation.GUARDIAN_NEEDS_DOCUMENT':
      'Name the document that proves it: number, date and authority.',
  },
};
