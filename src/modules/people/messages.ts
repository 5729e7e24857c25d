import type { Messages } from '../../platform/i18n/messages';
import { tiesMessages } from './ties.messages';
import {
  ATTEMPT_OUTCOME_LABELS,
  CONTACT_CHANNEL_LABELS,
  RESTRICTION_GROUND_LABELS,
} from './domain/contact-restriction';
import { IDENTITY_STATE_LABELS } from './domain/identity';
import {
  ALIAS_KIND_LABELS,
  GUARDIAN_GROUND_LABELS,
  RELATION_LABELS,
  RELATION_SOURCE_LABELS,
} from './domain/ties';
import {
  CONTACT_KIND_LABELS,
  CONTACT_WITHDRAWAL_LABELS,
  DOCUMENT_KIND_LABELS,
  DOCUMENT_WITHDRAWAL_LABELS,
  SEX_LABELS,
  type Label,
} from './domain/vocabularies';

const VOCABULARIES: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  sex: SEX_LABELS,
  identity: IDENTITY_STATE_LABELS,
  documentKind: DOCUMENT_KIND_LABELS,
  documentWithdrawal: DOCUMENT_WITHDRAWAL_LABELS,
  contactKind: CONTACT_KIND_LABELS,
  contactWithdrawal: CONTACT_WITHDRAWAL_LABELS,
  aliasKind: ALIAS_KIND_LABELS,
  relation: RELATION_LABELS,
  relationSource: RELATION_SOURCE_LABELS,
  guardianGround: GUARDIAN_GROUND_LABELS,
  contactChannel: CONTACT_CHANNEL_LABELS,
  restrictionGround: RESTRICTION_GROUND_LABELS,
  attemptOutcome: ATTEMPT_OUTCOME_LABELS,
};

const labels = (language: keyof Label): Record<string, string> =>
  Object.fromEntries(
    Object.entries(VOCABULARIES).flatMap(([name, codes]) =>
      Object.entries(codes).map(([code, label]) => [`${name}.${code}`, label[language]]),
    ),
  );

export const peopleMessages: Messages = {
  es: {
    ...labels('es'),
    ...tiesMessages.es,
    'errors.IDENTITY_STATE_NOT_ALLOWED.title': 'La identidad no puede pasar a ese estado',
    'errors.IDENTITY_STATE_NOT_ALLOWED.detail':
      'Elija uno de los estados que el actual permite. Si lo cambió otra persona, vuelva a leer la ficha.',
    'errors.IDENTITY_NEEDS_DOCUMENT.title': 'Falta el documento que prueba la identidad',
    'errors.IDENTITY_NEEDS_DOCUMENT.detail':
      'Registre primero el documento con el que verificó la identidad y vuelva a marcarla como verificada.',
    'errors.IDENTITY_PRESUMED_IS_PERUVIAN.title': 'Solo se presume la nacionalidad peruana',
    'errors.IDENTITY_PRESUMED_IS_PERUVIAN.detail':
      'Una identidad presunta es la de quien se presume peruano hasta comprobarlo (D.S. 005-2016-IN). Ponga nacionalidad peruana u otro estado de identidad.',
    'validation.personName':
      'Escriba un nombre de 1 a 200 caracteres, sin caracteres de control ni de cambio de dirección.',
    'validation.birthDate': 'La fecha de nacimiento no puede ser anterior a 1900 ni futura.',
    'validation.dniForm': 'El DNI tiene 8 dígitos y, si lo conoce, su carácter de verificación.',
    'validation.dniCheckCharacter':
      'El carácter de verificación no corresponde a esos 8 dígitos. Revíselos, o déjelo sin ese carácter.',
    'validation.passportNumber': 'Un número de pasaporte tiene hasta 9 letras y dígitos.',
    'validation.documentNumber': 'Escriba el número del documento, de hasta 40 caracteres.',
    'validation.documentKind': 'Elija una de las clases de documento.',
    'validation.issuingState':
      'Indique el país emisor con su código de tres letras, por ejemplo PER.',
    'validation.issuingStateMissing': 'Indique el país que emitió el documento.',
    'validation.issuingStateIsPeru': 'Ese documento lo emite el Perú: deje PER.',
    'validation.phoneE164':
      'Escriba el teléfono con su código de país, por ejemplo +34 612 345 678.',
    'validation.isEmail': 'Escriba una dirección de correo completa.',
    'validation.language': 'Use el código ISO 639 del idioma, por ejemplo es, qu o ay.',
    'validation.vocabulary': 'Elija uno de los valores vigentes de la lista.',
  },
  en: {
    ...labels('en'),
    ...tiesMessages.en,
    'errors.IDENTITY_STATE_NOT_ALLOWED.title': 'The identity cannot take that state',
    'errors.IDENTITY_STATE_NOT_ALLOWED.detail':
      'Choose one of the states that the present one allows. If someone else changed it, read the file again.',
    'errors.IDENTITY_NEEDS_DOCUMENT.title': 'The document that proves the identity is missing',
    'errors.IDENTITY_NEEDS_DOCUMENT.detail':
      'First record the document by which you verified the identity, then mark it as verified again.',
    'errors.IDENTITY_PRESUMED_IS_PERUVIAN.title': 'Only Peruvian nationality is presumed',
    'errors.IDENTITY_PRESUMED_IS_PERUVIAN.detail':
      'A presumed identity belongs to someone presumed Peruvian until checked (D.S. 005-2016-IN). Set Peruvian nationality, or another state of identity.',
    'validation.personName':
      'Write a name of 1 to 200 characters, without control or direction-changing characters.',
    'validation.birthDate': 'The date of birth cannot be before 1900 or in the future.',
    'validation.dniForm': 'A DNI has 8 digits and, if you know it, its check character.',
    'validation.dniCheckCharacter':
      'The check character does not belong to those 8 digits. Check them, or leave it out.',
    'validation.passportNumber': 'A passport number has up to 9 letters and digits.',
    'validation.documentNumber': "Write the document's number, up to 40 characters.",
    'validation.documentKind': 'Choose one of the kinds of document.',
    'validation.issuingState': 'Give the issuing country by its three-letter code, such as PER.',
    'validation.issuingStateMissing': 'Say which country issued the document.',
    'validation.issuingStateIsPeru': 'Peru issues that document: leave PER.',
    'validation.phoneE164': 'Write the telephone with its country code, such as +34 612 345 678.',
    'validation.isEmail': 'Write a complete e-mail address.',
    'validation.language': 'Use the ISO 639 code of the language, such as es, qu or ay.',
    'validation.vocabulary': 'Choose one of the values in force in the list.',
  },
};
