import type { Messages } from '../../platform/i18n/messages';

const es = {
  'postKind.consulate_general': 'Consulado general',
  'postKind.consulate': 'Consulado',
  'postKind.consular_section': 'Sección consular',
  'postKind.consular_agency': 'Agencia consular',
  'postKind.honorary_consulate': 'Consulado honorario',
  'postKind.headquarters': 'Sede central',
  'postKind.decentralised_office': 'Oficina desconcentrada (ODE)',

  'staffRole.officer': 'Funcionario consular',
  'staffRole.head_of_post': 'Jefe de oficina',
  'staffRole.local_staff': 'Personal local',
  'staffRole.honorary_consul': 'Cónsul honorario',
  'staffRole.ode_officer': 'Funcionario de ODE',
  'staffRole.hq_analyst': 'Mesa de asistencia a nacionales',
  'staffRole.protection_desk': 'Mesa de protección',
  'staffRole.guardian': 'Guardián de casos sellados',
  'staffRole.hq_director': 'Dirección general',
  'staffRole.finance_officer': 'Finanzas',
  'staffRole.finance_accountant': 'Contabilidad',
  'staffRole.auditor': 'Auditoría',
  'staffRole.administrator': 'Administración del sistema',
  'staffRole.data_protection_officer': 'Oficial de datos personales',

  'errors.NETWORK_IMPORT_REFUSED.title': 'No se importó nada',
  'errors.NETWORK_IMPORT_REFUSED.detail':
    'Los archivos tienen {{count}} problemas. Corrija las líneas indicadas y vuelva a importar.',
  'errors.NETWORK_IMPORT_REFUSED.detail_one':
    'Los archivos tienen un problema. Corrija la línea indicada y vuelva a importar.',
  'errors.FILE_UNREADABLE.title': 'No se pudo leer el archivo',
  'errors.FILE_UNREADABLE.detail':
    'No se pudo leer {{path}} ({{reason}}). Revise la ruta y los permisos.',
  'errors.CALENDAR_DAY_FIXED_BY_LAW.title': 'Feriado fijado por norma',
  'errors.CALENDAR_DAY_FIXED_BY_LAW.detail':
    'El 1 de enero, el 28 y 29 de julio y el 25 de diciembre no se trabaja en ninguna oficina (Reglamento Consular, art. 39).',
  'errors.CALENDAR_RANGE.title': 'Fechas por corregir',
  'errors.CALENDAR_RANGE.detail':
    'La fecha final debe seguir a la inicial; se muestran {{most}} días como máximo.',
  'errors.HEADQUARTERS_STAYS_OPEN.title': 'La sede central no se cierra',
  'errors.HEADQUARTERS_STAYS_OPEN.detail': 'Puede cerrar cualquier otra oficina.',
  'errors.ROLE_ALREADY_HELD.title': 'Ya tiene ese cargo',
  'errors.ROLE_ALREADY_HELD.detail':
    'La cuenta ya tiene ese cargo en ese lugar durante parte del periodo. Cambie las fechas o termine antes el otro.',
  'errors.ROLES_INCOMPATIBLE.title': 'Cargos incompatibles',
  'errors.ROLES_INCOMPATIBLE.detail':
    'Quien administra cuentas no ve casos, y quien ve casos no administra cuentas. Use otra cuenta o termine antes el otro cargo.',
  'errors.ROLE_ALREADY_ENDED.title': 'El cargo ya terminó',
  'errors.ROLE_ALREADY_ENDED.detail': 'No hace falta hacer nada más.',
  'errors.LAST_ADMINISTRATOR.title': 'Es el último administrador',
  'errors.LAST_ADMINISTRATOR.detail':
    'Nadie podría administrar cuentas. Designe antes a otro administrador.',
  'errors.POST_ALREADY_SUBROGATED.title': 'Ya hay un encargado',
  'errors.POST_ALREADY_SUBROGATED.detail':
    'La oficina ya tiene un jefe encargado durante parte del periodo. Cambie las fechas.',
  'errors.POST_HAS_NO_HEAD.title': 'Esta oficina no tiene jefatura',
  'errors.POST_HAS_NO_HEAD.detail':
    'Solo se subroga la jefatura de una oficina de carrera; elija la oficina que la supervisa.',

  'validation.not_utf8': 'Guarde el archivo en UTF-8.',
  'validation.broken_csv': 'La línea no es CSV: revise las comillas.',
  'validation.columns_differ': 'Las columnas no son las esperadas.',
  'validation.empty_file': 'El archivo no tiene líneas de datos.',
  'validation.too_short_or_long': 'El texto falta o es demasiado largo.',
  'validation.post_code_form': 'El código tiene de 3 a 8 mayúsculas o cifras y empieza por letra.',
  'validation.post_kind_unknown': 'El tipo de oficina no existe.',
  'validation.second_headquarters': 'La sede central es LIM, y solo ella.',
  'validation.country_unknown': 'No es un código de país ISO 3166-1 de dos letras.',
  'validation.subdivision_of_country': 'No es una subdivisión ISO 3166-2 de ese país.',
  'validation.zone_unknown': 'No es una zona horaria IANA de un lugar, como America/Lima.',
  'validation.latitude_range': 'La latitud va de -90 a 90, con 5 decimales como máximo.',
  'validation.longitude_range': 'La longitud va de -180 a 180, con 5 decimales como máximo.',
  'validation.currency_unknown': 'No es una moneda ISO 4217.',
  'validation.language_unknown': 'No es un idioma ISO 639, o se repite.',
  'validation.parent_unknown': 'La oficina que supervisa no existe.',
  'validation.parent_not_career': 'Solo una oficina de carrera supervisa a otra.',
  'validation.parent_not_allowed':
    'Solo un consulado honorario o una agencia tiene quien lo supervise.',
  'validation.post_unknown': 'La oficina no existe.',
  'validation.duplicate': 'Está repetido en el archivo.',
  'validation.calendar_year': 'El año va de 2000 a 2199.',
  'validation.account_unknown': 'La cuenta no existe o está desactivada.',
  'validation.role_held_elsewhere': 'Ese cargo no se ejerce en ese lugar.',
  'validation.region_unknown': 'La región no existe.',
  'validation.region_of_headquarters': 'Solo un cargo de la sede central tiene región.',
  'validation.period_ends_first': 'El periodo termina antes de empezar.',
  'validation.notInPast': 'No puede estar en el pasado.',
  'validation.acting_for_oneself': 'Nadie se subroga a sí mismo.',
  'validation.absent_is_no_head': 'La persona ausente no es jefe de esa oficina en ese periodo.',
};

const en: Record<keyof typeof es, string> = {
  'postKind.consulate_general': 'Consulate general',
  'postKind.consulate': 'Consulate',
  'postKind.consular_section': 'Consular section',
  'postKind.consular_agency': 'Consular agency',
  'postKind.honorary_consulate': 'Honorary consulate',
  'postKind.headquarters': 'Headquarters',
  'postKind.decentralised_office': 'Decentralised office (ODE)',

  'staffRole.officer': 'Consular officer',
  'staffRole.head_of_post': 'Head of post',
  'staffRole.local_staff': 'Local staff',
  'staffRole.honorary_consul': 'Honorary consul',
  'staffRole.ode_officer': 'ODE officer',
  'staffRole.hq_analyst': 'Assistance desk',
  'staffRole.protection_desk': 'Protection desk',
  'staffRole.guardian': 'Guardian of sealed cases',
  'staffRole.hq_director': 'Director',
  'staffRole.finance_officer': 'Finance',
  'staffRole.finance_accountant': 'Accounting',
  'staffRole.auditor': 'Auditor',
  'staffRole.administrator': 'System administrator',
  'staffRole.data_protection_officer': 'Data protection officer',

  'errors.NETWORK_IMPORT_REFUSED.title': 'Nothing was imported',
  'errors.NETWORK_IMPORT_REFUSED.detail':
    'The files have {{count}} problems. Mend the lines named and import again.',
  'errors.NETWORK_IMPORT_REFUSED.detail_one':
    'The files have one problem. Mend the line named and import again.',
  'errors.FILE_UNREADABLE.title': 'Could not read the file',
  'errors.FILE_UNREADABLE.detail': 'Could not read {{path}} ({{reason}}). Check path and rights.',
  'errors.CALENDAR_DAY_FIXED_BY_LAW.title': 'Holiday set by law',
  'errors.CALENDAR_DAY_FIXED_BY_LAW.detail':
    'No post works on 1 January, 28 and 29 July and 25 December (Consular Regulation, art. 39).',
  'errors.CALENDAR_RANGE.title': 'Dates to mend',
  'errors.CALENDAR_RANGE.detail':
    'The last date must follow the first; at most {{most}} days are shown.',
  'errors.HEADQUARTERS_STAYS_OPEN.title': 'Headquarters stays open',
  'errors.HEADQUARTERS_STAYS_OPEN.detail': 'Any other post may be closed.',
  'errors.ROLE_ALREADY_HELD.title': 'Role already held',
  'errors.ROLE_ALREADY_HELD.detail':
    'The account holds this role at this place during part of the period. Change the dates or end the other first.',
  'errors.ROLES_INCOMPATIBLE.title': 'Incompatible roles',
  'errors.ROLES_INCOMPATIBLE.detail':
    'Whoever manages accounts sees no case, and whoever sees cases manages no accounts. Use another account or end the other role first.',
  'errors.ROLE_ALREADY_ENDED.title': 'The role has already ended',
  'errors.ROLE_ALREADY_ENDED.detail': 'There is nothing left to do.',
  'errors.LAST_ADMINISTRATOR.title': 'The last administrator',
  'errors.LAST_ADMINISTRATOR.detail':
    'Nobody could manage accounts. Appoint another administrator first.',
  'errors.POST_ALREADY_SUBROGATED.title': 'There is an acting head already',
  'errors.POST_ALREADY_SUBROGATED.detail':
    'The post has an acting head during part of the period. Change the dates.',
  'errors.POST_HAS_NO_HEAD.title': 'This post has no head',
  'errors.POST_HAS_NO_HEAD.detail':
    'Only the head of a career post is subrogated; choose the post that supervises this one.',

  'validation.not_utf8': 'Save the file as UTF-8.',
  'validation.broken_csv': 'The line is not CSV: check its quotes.',
  'validation.columns_differ': 'The columns are not the expected ones.',
  'validation.empty_file': 'The file has no data lines.',
  'validation.too_short_or_long': 'The text is missing or too long.',
  'validation.post_code_form': 'A code has 3 to 8 capitals or digits and starts with a letter.',
  'validation.post_kind_unknown': 'There is no such kind of post.',
  'validation.second_headquarters': 'Headquarters is LIM, and only LIM.',
  'validation.country_unknown': 'Not an ISO 3166-1 country code of two letters.',
  'validation.subdivision_of_country': 'Not an ISO 3166-2 subdivision of that country.',
  'validation.zone_unknown': 'Not an IANA time zone of a place, such as America/Lima.',
  'validation.latitude_range': 'Latitude goes from -90 to 90, with at most 5 decimals.',
  'validation.longitude_range': 'Longitude goes from -180 to 180, with at most 5 decimals.',
  'validation.currency_unknown': 'Not an ISO 4217 currency.',
  'validation.language_unknown': 'Not an ISO 639 language, or given twice.',
  'validation.parent_unknown': 'The supervising post does not exist.',
  'validation.parent_not_career': 'Only a career post supervises another.',
  'validation.parent_not_allowed': 'Only an honorary consulate or an agency is supervised.',
  'validation.post_unknown': 'The post does not exist.',
  'validation.duplicate': 'It is in the file twice.',
  'validation.calendar_year': 'The year goes from 2000 to 2199.',
  'validation.account_unknown': 'The account does not exist or is disabled.',
  'validation.role_held_elsewhere': 'That role is not held at that place.',
  'validation.region_unknown': 'There is no such region.',
  'validation.region_of_headquarters': 'Only a role at headquarters has a region.',
  'validation.period_ends_first': 'The period ends before it starts.',
  'validation.notInPast': 'It cannot be in the past.',
  'validation.acting_for_oneself': 'Nobody stands in for themselves.',
  'validation.absent_is_no_head': 'The absent person is not head of that post in that period.',
};

/** Texts of the network: vocabularies, refusals, faults of fields and of imported lines. */
export const networkMessages: Messages = { es, en };
