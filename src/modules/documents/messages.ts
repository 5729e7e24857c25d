import type { Messages } from '../../platform/i18n/messages';

/** Titles of notices double as mail subjects: they name nobody. */
export const documentsMessages: Messages = {
  es: {
    'errors.FILE_TYPE_NOT_ALLOWED.title': 'Este tipo de archivo no se admite',
    'errors.FILE_TYPE_NOT_ALLOWED.detail':
      'Se admiten PDF, fotos (JPEG, PNG, HEIC, WebP), DOCX, XLSX, ODT, texto, audio y video breves. Conviértalo y vuelva a cargarlo.',
    'errors.FILE_EXTENSION_MISMATCH.title': 'El nombre no corresponde al contenido',
    'errors.FILE_EXTENSION_MISMATCH.detail':
      'Por su contenido el archivo es {{type}}. Corrija la extensión del nombre o elija otro archivo.',
    'errors.FILE_IS_MARKUP.title': 'Las páginas web y los dibujos SVG no se admiten',
    'errors.FILE_IS_MARKUP.detail':
      'Pueden ejecutar programas al abrirse. Guárdelo como PDF o imagen.',
    'errors.FILE_IS_POLYGLOT.title': 'El archivo contiene otro archivo oculto',
    'errors.FILE_IS_POLYGLOT.detail':
      'Su contenido vale por dos tipos a la vez, como hacen los archivos maliciosos. Vuelva a generarlo desde el programa de origen.',
    'errors.FILE_HAS_MACROS.title': 'El documento contiene macros',
    'errors.FILE_HAS_MACROS.detail':
      'Guárdelo sin macros (DOCX, XLSX u ODT) o como PDF y vuelva a cargarlo.',
    'errors.FILE_HAS_SCRIPTS.title': 'El PDF contiene programas',
    'errors.FILE_HAS_SCRIPTS.detail':
      'Ábralo, imprímalo como PDF nuevo y cargue ese: quedará igual, sin programas.',
    'errors.FILE_HOLDS_FILES.title': 'El documento contiene otros archivos',
    'errors.FILE_HOLDS_FILES.detail':
      'Extraiga los archivos incrustados y cárguelos por separado, o guarde el documento como PDF.',
    'errors.FILE_IS_ARCHIVE_BOMB.title': 'El documento se expande sin medida',
    'errors.FILE_IS_ARCHIVE_BOMB.detail':
      'Comprimido ocupa poco y abierto ocuparía demasiado. Guárdelo como PDF o divídalo.',
    'errors.FILE_IS_ENCRYPTED.title': 'El documento está protegido con contraseña',
    'errors.FILE_IS_ENCRYPTED.detail':
      'Quite la contraseña y vuelva a cargarlo: aquí se guarda cifrado.',
    'errors.FILE_IS_DAMAGED.title': 'El archivo está dañado o incompleto',
    'errors.FILE_IS_DAMAGED.detail': 'Ábralo en su equipo, guárdelo de nuevo y vuelva a cargarlo.',
    'errors.FILE_IMAGE_TOO_LARGE.title': 'La imagen tiene demasiados puntos',
    'errors.FILE_IMAGE_TOO_LARGE.detail': 'Reduzca su tamaño y vuelva a cargarla.',
    'errors.DOCUMENT_TIER_BEYOND_REACH.title': 'No puede guardar partes reservadas en este caso',
    'errors.DOCUMENT_TIER_BEYOND_REACH.detail':
      'Guárdelo como ordinario o pida a quien lleva el caso que lo incorpore.',
    'errors.DOCUMENT_OF_PERSON_RESTRICTED.title':
      'Un documento de la persona no puede ser reservado',
    'errors.DOCUMENT_OF_PERSON_RESTRICTED.detail':
      'Guárdelo como reservado dentro del caso que corresponda.',
    'errors.DOCUMENT_WITHDRAWN.title': 'El documento está retirado',
    'errors.DOCUMENT_WITHDRAWN.detail': 'Cargue un documento nuevo.',
    'errors.DOCUMENT_IS_GENERATED.title': 'Es un documento emitido por el sistema',
    'errors.DOCUMENT_IS_GENERATED.detail': 'No admite versiones cargadas: emita uno nuevo.',
    'errors.DOCUMENT_IN_QUARANTINE.title': 'El archivo está en cuarentena',
    'errors.DOCUMENT_IN_QUARANTINE.detail': 'Podrá abrirlo cuando termine el análisis antivirus.',
    'errors.DOCUMENT_INFECTED.title': 'El archivo contiene un virus',
    'errors.DOCUMENT_INFECTED.detail':
      'No puede abrirse. Pida a quien lo envió otra copia y cárguela como versión nueva.',
    'errors.DOCUMENT_NOT_SCANNED.title': 'El archivo no ha sido analizado',
    'errors.DOCUMENT_NOT_SCANNED.detail':
      'La política vigente no permite abrir archivos sin análisis antivirus.',
    'errors.DOCUMENT_WITHOUT_PREVIEW.title': 'Este tipo de archivo no tiene vista previa',
    'errors.DOCUMENT_WITHOUT_PREVIEW.detail': 'Descárguelo para verlo.',
    'errors.LINK_EXPIRED.title': 'El enlace venció',
    'errors.LINK_EXPIRED.detail': 'Vuelva a abrir el documento desde el caso.',
    'errors.DOCUMENT_KEY_OUT_OF_REACH.title': 'Este archivo es de un caso sellado',
    'errors.DOCUMENT_KEY_OUT_OF_REACH.detail': 'Solo lo abre quien está en el círculo del caso.',
    'notices.document_infected.title': 'Amparo: un archivo con virus',
    'notices.document_infected.text':
      'Caso {{reference}}: un archivo cargado contiene un virus. No puede abrirse; pida otra copia.',
    'notices.person_document_infected.title': 'Amparo: un archivo con virus',
    'notices.person_document_infected.text':
      'Un archivo que cargó contiene un virus. No puede abrirse; pida otra copia.',
  },
  en: {
    'errors.FILE_TYPE_NOT_ALLOWED.title': 'This kind of file is not accepted',
    'errors.FILE_TYPE_NOT_ALLOWED.detail':
      'PDF, photos (JPEG, PNG, HEIC, WebP), DOCX, XLSX, ODT, text, short sound and film are. Convert it and upload it again.',
    'errors.FILE_EXTENSION_MISMATCH.title': 'The name does not fit the content',
    'errors.FILE_EXTENSION_MISMATCH.detail':
      'By its content the file is {{type}}. Correct the ending of its name or choose another file.',
    'errors.FILE_IS_MARKUP.title': 'Web pages and SVG drawings are not accepted',
    'errors.FILE_IS_MARKUP.detail':
      'They can run programs when they are opened. Save it as PDF or as a picture.',
    'errors.FILE_IS_POLYGLOT.title': 'The file hides another file',
    'errors.FILE_IS_POLYGLOT.detail':
      'Its content is of two kinds at once, as malicious files are. Make it again with the program it came from.',
    'errors.FILE_HAS_MACROS.title': 'The document contains macros',
    'errors.FILE_HAS_MACROS.detail':
      'Save it without macros (DOCX, XLSX or ODT) or as PDF and upload it again.',
    'errors.FILE_HAS_SCRIPTS.title': 'The PDF contains programs',
    'errors.FILE_HAS_SCRIPTS.detail':
      'Open it, print it to a new PDF and upload that: it will look the same, without programs.',
    'errors.FILE_HOLDS_FILES.title': 'The document contains other files',
    'errors.FILE_HOLDS_FILES.detail':
      'Take the embedded files out and upload them one by one, or save the document as PDF.',
    'errors.FILE_IS_ARCHIVE_BOMB.title': 'The document unfolds beyond measure',
    'errors.FILE_IS_ARCHIVE_BOMB.detail':
      'Small as it is, opened it would be huge. Save it as PDF or split it.',
    'errors.FILE_IS_ENCRYPTED.title': 'The document is locked with a password',
    'errors.FILE_IS_ENCRYPTED.detail':
      'Remove the password and upload it again: it is kept encrypted here.',
    'errors.FILE_IS_DAMAGED.title': 'The file is damaged or incomplete',
    'errors.FILE_IS_DAMAGED.detail': 'Open it on your machine, save it again and upload it again.',
    'errors.FILE_IMAGE_TOO_LARGE.title': 'The picture has too many pixels',
    'errors.FILE_IMAGE_TOO_LARGE.detail': 'Make it smaller and upload it again.',
    'errors.DOCUMENT_TIER_BEYOND_REACH.title': 'You cannot keep restricted parts in this case',
    'errors.DOCUMENT_TIER_BEYOND_REACH.detail':
      'Keep it as standard, or ask whoever works the case to add it.',
    'errors.DOCUMENT_OF_PERSON_RESTRICTED.title': 'A document of the person cannot be restricted',
    'errors.DOCUMENT_OF_PERSON_RESTRICTED.detail':
      'Keep it as restricted in the case that it belongs to.',
    'errors.DOCUMENT_WITHDRAWN.title': 'The document has been withdrawn',
    'errors.DOCUMENT_WITHDRAWN.detail': 'Upload a new document.',
    'errors.DOCUMENT_IS_GENERATED.title': 'The system issued this document',
    'errors.DOCUMENT_IS_GENERATED.detail': 'It takes no uploaded versions: issue a new one.',
    'errors.DOCUMENT_IN_QUARANTINE.title': 'The file is in quarantine',
    'errors.DOCUMENT_IN_QUARANTINE.detail': 'You can open it once the virus scan is done.',
    'errors.DOCUMENT_INFECTED.title': 'The file contains a virus',
    'errors.DOCUMENT_INFECTED.detail':
      'It cannot be opened. Ask its sender for another copy and upload it as a new version.',
    'errors.DOCUMENT_NOT_SCANNED.title': 'The file has not been scanned',
    'errors.DOCUMENT_NOT_SCANNED.detail':
      'The policy in force does not let unscanned files be opened.',
    'errors.DOCUMENT_WITHOUT_PREVIEW.title': 'This kind of file has no preview',
    'errors.DOCUMENT_WITHOUT_PREVIEW.detail': 'Download it to see it.',
    'errors.LINK_EXPIRED.title': 'The link has expired',
    'errors.LINK_EXPIRED.detail': 'Open the document from the case again.',
    'errors.DOCUMENT_KEY_OUT_OF_REACH.title': 'This file is of a sealed case',
    'errors.DOCUMENT_KEY_OUT_OF_REACH.detail': 'Only the circle of the case opens it.',
    'notices.document_infected.title': 'Amparo: a file with a virus',
    'notices.document_infected.text':
      'Case {{reference}}: an uploaded file contains a virus. It cannot be opened; ask for another copy.',
    'notices.person_document_infected.title': 'Amparo: a file with a virus',
    'notices.person_document_infected.text':
      'A file that you uploaded contains a virus. It cannot be opened; ask for another copy.',
  },
};
