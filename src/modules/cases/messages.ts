import type { Messages } from '../../platform/i18n/messages';

export const casesMessages: Messages = {
  es: {
    'errors.CASE_STATUS_FORBIDS.title': 'El estado del caso no lo permite',
    'errors.CASE_STATUS_FORBIDS.detail':
      'El caso no puede pasar de «{{from}}» a «{{to}}». Revise los pasos permitidos.',
    'errors.CASE_IS_FINISHED.title': 'El caso está concluido',
    'errors.CASE_IS_FINISHED.detail': 'Para añadir algo, reabra el caso e indique el motivo.',
    'errors.CASE_OF_A_COLLEAGUE.title': 'El caso es de un colega',
    'errors.CASE_OF_A_COLLEAGUE.detail':
      'Pida el cambio a quien lo lleva o a la jefatura de la oficina.',
    'errors.ASSIGNEE_NOT_AT_POST.title': 'Esa persona no atiende casos de esta oficina',
    'errors.ASSIGNEE_NOT_AT_POST.detail':
      'Elija a alguien con función vigente en la oficina del caso.',
    'errors.CLOSING_REQUIREMENTS.title': 'Faltan pasos para concluir',
    'errors.CLOSING_REQUIREMENTS.detail':
      'Complete los pasos señalados de la lista y concluya después.',
    'errors.OUTCOME_NOT_FOR_FAMILY.title': 'Resultado no aplicable',
    'errors.OUTCOME_NOT_FOR_FAMILY.detail':
      'Elija un resultado que corresponda a este tipo de caso.',
    'errors.WAKE_DATE_NOT_AHEAD.title': 'Fecha de retorno no válida',
    'errors.WAKE_DATE_NOT_AHEAD.detail': 'Indique una fecha futura.',
    'errors.UNKNOWN_PERSON.title': 'Persona desconocida',
    'errors.UNKNOWN_PERSON.detail':
      'Busque a la persona y elíjala de la lista, o regístrela primero.',
    'errors.UNKNOWN_CASE_TYPE.title': 'Tipo de caso desconocido',
    'errors.UNKNOWN_CASE_TYPE.detail': 'Elija un tipo de la lista de su familia.',
    'errors.CIRCLE_IS_KEPT_BY_OTHERS.title': 'El círculo lo llevan otras personas',
    'errors.CIRCLE_IS_KEPT_BY_OTHERS.detail':
      'Pida el cambio a quien lleva el caso, a la jefatura o a la mesa de protección.',
    'errors.MEMBER_BY_ASSIGNMENT.title': 'Es quien lleva el caso',
    'errors.MEMBER_BY_ASSIGNMENT.detail':
      'Su acceso termina cuando el caso se asigna a otra persona.',
    'errors.MEMBERSHIP_HAS_ENDED.title': 'El acceso ya terminó',
    'errors.MEMBERSHIP_HAS_ENDED.detail':
      'Vuelva a cargar la página para ver el círculo como está.',
    'errors.CIRCLE_WOULD_BE_EMPTY.title': 'El caso sellado quedaría sin nadie',
    'errors.CIRCLE_WOULD_BE_EMPTY.detail': 'Admita antes a otra persona sin fecha de término.',
    'errors.ALREADY_IN_CIRCLE.title': 'Ya forma parte del círculo',
    'errors.ALREADY_IN_CIRCLE.detail': 'Esa persona ya tiene acceso a este caso.',
    'errors.TIER_NOT_ALLOWED.title': 'Ese nivel de reserva no es posible',
    'errors.TIER_NOT_ALLOWED.detail':
      'Elija uno de los niveles que su función y el tipo de caso permiten.',
    'validation.DOES_NOT_WORK_CASES': 'Elija a alguien que hoy atienda casos.',
    'validation.NOT_HONORARY': 'Esa persona no es cónsul honorario.',
  },
  en: {
    'errors.CASE_STATUS_FORBIDS.title': 'The state of the case does not allow it',
    'errors.CASE_STATUS_FORBIDS.detail':
      'The case cannot go from “{{from}}” to “{{to}}”. Look at the steps allowed.',
    'errors.CASE_IS_FINISHED.title': 'The case is finished',
    'errors.CASE_IS_FINISHED.detail': 'To add something, reopen the case and say why.',
    'errors.CASE_OF_A_COLLEAGUE.title': 'The case belongs to a colleague',
    'errors.CASE_OF_A_COLLEAGUE.detail': 'Ask whoever has it, or the head of post.',
    'errors.ASSIGNEE_NOT_AT_POST.title': 'That person does not work cases of this post',
    'errors.ASSIGNEE_NOT_AT_POST.detail':
      'Choose someone with a current role at the post of the case.',
    'errors.CLOSING_REQUIREMENTS.title': 'Steps are missing before closing',
    'errors.CLOSING_REQUIREMENTS.detail': 'Complete the steps named in the checklist, then close.',
    'errors.OUTCOME_NOT_FOR_FAMILY.title': 'Outcome not applicable',
    'errors.OUTCOME_NOT_FOR_FAMILY.detail': 'Choose an outcome that fits this kind of case.',
    'errors.WAKE_DATE_NOT_AHEAD.title': 'Wake date not valid',
    'errors.WAKE_DATE_NOT_AHEAD.detail': 'Give a date in the future.',
    'errors.UNKNOWN_PERSON.title': 'Unknown person',
    'errors.UNKNOWN_PERSON.detail':
      'Search for the person and choose from the list, or register them first.',
    'errors.UNKNOWN_CASE_TYPE.title': 'Unknown case type',
    'errors.UNKNOWN_CASE_TYPE.detail': 'Choose a type from the list of its family.',
    'errors.CIRCLE_IS_KEPT_BY_OTHERS.title': 'Others keep the circle',
    'errors.CIRCLE_IS_KEPT_BY_OTHERS.detail':
      'Ask whoever has the case, the head of post or the protection desk.',
    'errors.MEMBER_BY_ASSIGNMENT.title': 'This person has the case',
    'errors.MEMBER_BY_ASSIGNMENT.detail':
      'Their access ends when the case is given to someone else.',
    'errors.MEMBERSHIP_HAS_ENDED.title': 'The access has already ended',
    'errors.MEMBERSHIP_HAS_ENDED.detail': 'Reload the page to see the circle as it is.',
    'errors.CIRCLE_WOULD_BE_EMPTY.title': 'The sealed case would be left to no one',
    'errors.CIRCLE_WOULD_BE_EMPTY.detail': 'Admit someone else without an end date first.',
    'errors.ALREADY_IN_CIRCLE.title': 'Already in the circle',
    'errors.ALREADY_IN_CIRCLE.detail': 'That person already has access to this case.',
    'errors.TIER_NOT_ALLOWED.title': 'That tier is not possible',
    'errors.TIER_NOT_ALLOWED.detail':
      'Choose one of the tiers that your role and the type of case allow.',
    'validation.DOES_NOT_WORK_CASES': 'Choose someone who works cases today.',
    'validation.NOT_HONORARY': 'That person is not an honorary consul.',
  },
};
