import type { Messages } from '../../platform/i18n/messages';

export const consentsMessages: Messages = {
  es: {
    'errors.DISCLOSURE_NOT_CONSENTED.title': 'No hay consentimiento vigente',
    'errors.DISCLOSURE_NOT_CONSENTED.detail':
      'Nada se comunicó. Pida y registre el consentimiento para esta finalidad, este destinatario y estos datos, o indique otra base legal.',
    'errors.CONSENT_ALREADY_WITHDRAWN.title': 'El consentimiento ya se retiró',
    'errors.CONSENT_ALREADY_WITHDRAWN.detail':
      'Si la persona vuelve a consentir, registre uno nuevo.',
    'validation.NOT_IN_CASE': 'La persona no forma parte de este caso.',
    'validation.GIVER_NOT_FOR_AGE':
      'A la edad de la persona, quien consiente debe ser otro: hasta los 13 años los padres o tutor; de 14 a 17 también la propia persona; desde los 18 la propia persona o su apoyo legal.',
    'validation.BEFORE_START': 'Debe ser posterior al inicio.',
    'validation.ONE_RECIPIENT': 'Indique una persona, una institución o un nombre, no varios.',
    'validation.NOTHING_DISCLOSED': 'Indique qué clases de datos se comunican.',
    'validation.BASIS_NEEDED':
      'Sin consentimiento hace falta la base legal: norma y artículo, o número y fecha de la orden.',
    'validation.COUNTRY_NEEDED': 'Indique a qué país van los datos.',
    'validation.SAFEGUARDS_NEEDED': 'Indique qué garantías protegen los datos fuera del país.',
    'validation.NOT_CROSS_BORDER': 'Las garantías solo corresponden a un flujo transfronterizo.',
    'validation.PRESS_NEEDS_CONSENT': 'A la prensa solo se comunica con consentimiento.',
    'validation.GROUND_NOT_FOR_RECIPIENT':
      'La función pública ampara solo la comunicación a entidades públicas peruanas, y el deseo registrado solo el aviso a la familia. Pida el consentimiento o indique otra base.',
    'validation.GROUND_NOT_FOR_SENSITIVE':
      'Ni la función pública ni el deseo registrado amparan datos sensibles. Pida el consentimiento escrito o indique otra base.',
    'validation.no_consent':
      'Nadie consintió: sin consentimiento no se comunica, tampoco a la familia.',
    'validation.refused': 'La persona se negó a que se comunique.',
    'validation.withdrawn': 'El consentimiento se retiró.',
    'validation.expired': 'El consentimiento venció.',
    'validation.guardian_must_consent':
      'Por la edad de la persona deben consentir los padres o el tutor.',
    'validation.guardian_no_longer':
      'Por la edad de la persona ya no basta lo que dijo otro: debe consentir ella.',
    'validation.not_these_data': 'El consentimiento no abarca todas estas clases de datos.',
    'validation.written_consent_needed':
      'Los datos sensibles requieren consentimiento escrito y firmado.',
    'validation.guardianship_not_verified': 'Verifique primero que responde por el menor.',
    'validation.minor_never_in_press':
      'La identidad y la imagen de menores no se comunican a la prensa.',
  },
  en: {
    'errors.DISCLOSURE_NOT_CONSENTED.title': 'No consent is in force',
    'errors.DISCLOSURE_NOT_CONSENTED.detail':
      'Nothing was shared. Ask for and record a consent for this purpose, recipient and data, or name another legal basis.',
    'errors.CONSENT_ALREADY_WITHDRAWN.title': 'The consent was already withdrawn',
    'errors.CONSENT_ALREADY_WITHDRAWN.detail': 'If the person consents again, record a new one.',
    'validation.NOT_IN_CASE': 'The person is not part of this case.',
    'validation.GIVER_NOT_FOR_AGE':
      'At this age someone else must consent: up to 13 the parents or guardian; from 14 to 17 the person as well; from 18 the person or their legal support.',
    'validation.BEFORE_START': 'It must be after the start.',
    'validation.ONE_RECIPIENT': 'Name one person, one institution or one name, not several.',
    'validation.NOTHING_DISCLOSED': 'Say which kinds of data are shared.',
    'validation.BASIS_NEEDED':
      'Without consent a legal basis is needed: norm and article, or number and date of the order.',
    'validation.COUNTRY_NEEDED': 'Say to which country the data go.',
    'validation.SAFEGUARDS_NEEDED': 'Say which safeguards protect the data abroad.',
    'validation.NOT_CROSS_BORDER': 'Safeguards belong to a cross-border flow only.',
    'validation.PRESS_NEEDS_CONSENT': 'The press receives data with consent only.',
    'validation.GROUND_NOT_FOR_RECIPIENT':
      'Public function covers Peruvian public bodies only, and a recorded wish the family only. Ask for consent or name another basis.',
    'validation.GROUND_NOT_FOR_SENSITIVE':
      'Neither public function nor a recorded wish covers sensitive data. Ask for written consent or name another basis.',
    'validation.no_consent':
      'Nobody consented: nothing is shared without consent, not even with family.',
    'validation.refused': 'The person refused.',
    'validation.withdrawn': 'The consent was withdrawn.',
    'validation.expired': 'The consent has expired.',
    'validation.guardian_must_consent': 'At this age the parents or the guardian must consent.',
    'validation.guardian_no_longer':
      'At this age what someone else said no longer counts: the person must consent.',
    'validation.not_these_data': 'The consent does not cover all of these kinds of data.',
    'validation.written_consent_needed': 'Sensitive data need a written and signed consent.',
    'validation.guardianship_not_verified': 'First verify that this person answers for the child.',
    'validation.minor_never_in_press': 'Identity and image of minors are never given to the press.',
  },
};
