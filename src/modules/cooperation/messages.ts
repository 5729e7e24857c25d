import type { Messages } from '../../platform/i18n/messages';

type Pair = readonly [es: string, en: string];

const duties: Record<string, Pair> = {
  transfer_decision: ['Decisión sobre la transferencia', 'Decision on the transfer'],
  headquarters_consultation: [
    'Respuesta a una consulta (sede)',
    'Answer to a consultation (headquarters)',
  ],
  headquarters_instruction: [
    'Instrucciones pedidas (sede)',
    'Instructions asked for (headquarters)',
  ],
  headquarters_authorisation: [
    'Autorización pedida (sede)',
    'Authorisation asked for (headquarters)',
  ],
  headquarters_demarche: ['Gestión diplomática (sede)', 'Diplomatic démarche (headquarters)'],
  headquarters_urgent: ['Pedido urgente (sede)', 'Urgent request (headquarters)'],
  post_consultation: [
    'Respuesta a una consulta de la sede',
    'Answer to a consultation of headquarters',
  ],
  post_instruction: ['Instrucción de la sede', 'Instruction of headquarters'],
  post_demarche: ['Gestión encargada por la sede', 'Démarche entrusted by headquarters'],
  post_urgent: ['Pedido urgente de la sede', 'Urgent request of headquarters'],
  referral_follow_up: ['Seguimiento de la derivación', 'Follow-up of the referral'],
};

/** Titles double as mail subjects: they name nobody. */
const notices: Record<string, readonly [title: Pair, text: Pair]> = {
  transfer_proposed: [
    ['Amparo: una transferencia por decidir', 'Amparo: a transfer to decide'],
    [
      'Otra oficina le transfiere el caso {{reference}}. Acéptelo o rechácelo en su bandeja.',
      'Another post transfers case {{reference}} to you. Accept or reject it in your inbox.',
    ],
  ],
  transfer_accepted: [
    ['Amparo: transferencia aceptada', 'Amparo: transfer accepted'],
    [
      'El caso {{reference}} fue aceptado por la otra oficina: sus plazos corren ahora allí.',
      'Case {{reference}} was accepted by the other post: its deadlines run there now.',
    ],
  ],
  transfer_rejected: [
    ['Amparo: transferencia rechazada', 'Amparo: transfer rejected'],
    [
      'La otra oficina no aceptó el caso {{reference}}: sigue a cargo de la suya.',
      'The other post did not accept case {{reference}}: it stays with yours.',
    ],
  ],
  request_asked: [
    ['Amparo: un pedido espera su respuesta', 'Amparo: a request awaits your answer'],
    [
      'Caso {{reference}}: hay un pedido que espera respuesta.',
      'Case {{reference}}: a request awaits an answer.',
    ],
  ],
  request_answered: [
    ['Amparo: respondieron a su pedido', 'Amparo: your request was answered'],
    [
      'Caso {{reference}}: su pedido tiene respuesta.',
      'Case {{reference}}: your request has an answer.',
    ],
  ],
  handed_over: [
    ['Amparo: una nota de entrega para usted', 'Amparo: a hand-over note for you'],
    [
      'Caso {{reference}}: lea la nota de entrega y confirme que la leyó.',
      'Case {{reference}}: read the hand-over note and confirm that you have.',
    ],
  ],
  mentioned: [
    ['Amparo: lo mencionan en una nota', 'Amparo: you are named in a note'],
    [
      'Lo mencionan en una nota del caso {{reference}}.',
      'You are named in a note of case {{reference}}.',
    ],
  ],
  joined_case: [
    ['Amparo: un caso compartido con usted', 'Amparo: a case shared with you'],
    ['El caso {{reference}} se compartió con usted.', 'Case {{reference}} is shared with you.'],
  ],
  admitted: [
    ['Amparo: lo admitieron al círculo de un caso', 'Amparo: you were admitted to a case'],
    [
      'Ahora forma parte del círculo del caso {{reference}}: puede verlo todo en él. Lo que lea es reservado.',
      'You are now in the circle of case {{reference}} and may see all of it. What you read is confidential.',
    ],
  ],
};

/** Refusals: what happened, and what to do next. */
const errors: Record<string, readonly [title: Pair, detail: Pair]> = {
  TRANSFER_TO_SAME_POST: [
    ['El caso ya está en esa oficina', 'The case is already at that post'],
    [
      'Elija otra oficina; para cambiar de responsable, reasigne el caso.',
      'Choose another post; to change who has it, reassign the case.',
    ],
  ],
  TRANSFER_TO_CLOSED_POST: [
    ['Esa oficina está cerrada', 'That post is closed'],
    [
      'Elija la oficina que ahora atiende esa jurisdicción.',
      'Choose the post that serves that jurisdiction now.',
    ],
  ],
  TRANSFER_TO_HONORARY: [
    ['Un consulado honorario no recibe casos', 'An honorary consulate does not receive cases'],
    [
      'Transfiera el caso a la oficina que lo supervisa ({{supervisor}}) y encárguelo después al cónsul honorario.',
      'Transfer the case to the post that supervises it ({{supervisor}}) and hand it to the honorary consul afterwards.',
    ],
  ],
  TRANSFER_TO_NO_CAREER_POST: [
    ['Esa oficina no atiende casos consulares', 'That office works no consular cases'],
    [
      'A la sede central haga un pedido; a una institución en el Perú, una derivación.',
      'Send headquarters a request; an institution in Peru, a referral.',
    ],
  ],
  TRANSFER_WITHOUT_HEAD: [
    ['Nadie puede recibir el caso en esa oficina', 'Nobody can receive the case at that post'],
    [
      'No tiene jefatura vigente. Pida a la sede que designe una, o transfiera a {{supervisor}}.',
      'It has no head in office. Ask headquarters to designate one, or transfer to {{supervisor}}.',
    ],
  ],
  TRANSFER_ALREADY_PENDING: [
    ['El caso ya está en transferencia', 'The case is already being transferred'],
    [
      'Espere la decisión de la otra oficina o retire la transferencia.',
      'Wait for the other post to decide, or take the transfer back.',
    ],
  ],
  TRANSFER_ALREADY_DECIDED: [
    ['La transferencia ya fue decidida', 'The transfer has been decided'],
    [
      'Su estado es «{{state}}». Actualice la página.',
      'Its state is “{{state}}”. Reload the page.',
    ],
  ],
  ALREADY_IN_TEAM: [
    ['Esa persona ya participa en el caso', 'That person already works on the case'],
    ['No hace falta añadirla otra vez.', 'There is no need to add them again.'],
  ],
  NOT_THE_RECEIVER: [
    ['La nota no es para usted', 'The note is not for you'],
    [
      'Solo confirma la lectura quien recibe el caso.',
      'Only whoever receives the case confirms that it was read.',
    ],
  ],
  HAND_OVER_ALREADY_READ: [
    ['La lectura ya está confirmada', 'The reading is already confirmed'],
    ['No hace falta confirmarla otra vez.', 'There is no need to confirm it again.'],
  ],
  REQUEST_KIND_NOT_FOR_POST: [
    ['Ese pedido no se hace a una oficina', 'A post is not asked for that'],
    [
      'La autorización la da la sede: elija consulta, instrucción o gestión.',
      'Headquarters authorises: choose consultation, instruction or démarche.',
    ],
  ],
  REQUEST_IS_ENDED: [
    ['El pedido ya terminó', 'The request has ended'],
    ['Haga un pedido nuevo si hace falta.', 'Make a new request if needed.'],
  ],
  OUTCOME_NOT_FOR_REQUEST: [
    ['Resultado no aplicable a este pedido', 'Outcome not applicable to this request'],
    ['Elija uno de los resultados permitidos.', 'Choose one of the outcomes allowed.'],
  ],
  NOT_YOURS_TO_ANSWER: [
    ['El pedido lo responde la otra parte', 'The other side answers the request'],
    [
      'Puede añadir un mensaje o retirar el pedido.',
      'You may add a message or withdraw the request.',
    ],
  ],
  CATEGORY_NOT_FOR_INSTITUTION: [
    ['La institución no puede recibir esos datos', 'The institution may not receive those data'],
    [
      'Quite los datos señalados o pida a la sede que amplíe la lista.',
      'Leave out the data named, or ask headquarters to widen the list.',
    ],
  ],
  REFERRAL_IS_ENDED: [
    ['La derivación ya terminó', 'The referral has ended'],
    ['Haga otra si hace falta.', 'Make another if needed.'],
  ],
  DEPARTURE_RUNNING: [
    ['La entrega de esa persona ya está en marcha', 'That person’s hand-over is already under way'],
    ['Siga su avance en la lista.', 'Follow its progress in the list.'],
  ],
  DEPARTURE_NOT_INCOMPLETE: [
    ['No hay nada que reintentar', 'There is nothing to try again'],
    ['La entrega sigue en marcha o ya terminó.', 'The hand-over is under way or has ended.'],
  ],
  RECEIVER_NOT_IN_CIRCLE: [
    [
      'Quien recibe no pertenece al círculo del caso',
      'The receiver is not in the circle of the case',
    ],
    ['Elija a alguien del círculo.', 'Choose someone in the circle.'],
  ],
  LAST_OF_CIRCLE: [
    ['Es la última persona del círculo', 'They are the last in the circle'],
    ['Admita antes a alguien más.', 'Admit someone else first.'],
  ],
  RECEIVER_NOT_HEAD: [
    ['Quien recibe no dirige esa oficina', 'The receiver does not head that post'],
    ['Elija a la jefatura de la oficina.', 'Choose the head of the post.'],
  ],
  RECEIVER_OUT_OF_REACH: [
    ['Quien recibe no alcanza el caso', 'The case is out of the receiver’s reach'],
    ['Elija a alguien que pueda verlo.', 'Choose someone who may see it.'],
  ],
  RESOLUTION_NEEDED: [
    ['Falta la resolución de la subrogación', 'The resolution of the subrogation is missing'],
    [
      'Indique el número de la resolución que designa a quien recibe.',
      'Give the number of the resolution that names the receiver.',
    ],
  ],
  NOT_YOURS_TO_WITHDRAW: [
    ['El pedido lo retira quien lo hizo', 'Whoever made the request withdraws it'],
    ['Respóndalo si no procede.', 'Answer it if it cannot be met.'],
  ],
};

const fields: Record<string, Pair> = {
  institution_unknown: [
    'Elija una institución de la lista.',
    'Choose an institution from the list.',
  ],
  expiry_out_of_range: ['El plazo va de ahora a 90 días.', 'From now to 90 days ahead.'],
  receiver_leaves: [
    'Es quien se va: elija a otra persona.',
    'They are the one who leaves: choose someone else.',
  ],
  not_held: ['Esa persona ya no lo tiene a su cargo.', 'That person no longer holds it.'],
  receiver_needed: [
    'Indique quién recibe: un caso sellado va a una persona.',
    'Say who receives it: a sealed case goes to a person.',
  ],
  receiver_not_head: [
    'Esa persona no dirige la oficina de destino.',
    'That person does not head the receiving post.',
  ],
  colleague_unknown: [
    'No hay tal colega en este caso.',
    'There is no such colleague on this case.',
  ],
  honorary_of_another_post: [
    'No es cónsul honorario de esta oficina.',
    'Not an honorary consul of this post.',
  ],
  already_in_charge: ['Ya lleva el caso.', 'Already has the case.'],
  desk_unknown: ['Elija una mesa de la lista.', 'Choose a desk from the list.'],
};

const catalogue = (language: 0 | 1): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(duties).map(([k, v]) => [`duties.${k}`, v[language]])),
  ...Object.fromEntries(
    Object.entries(notices).flatMap(([kind, [title, text]]) => [
      [`notices.${kind}.title`, title[language]],
      [`notices.${kind}.text`, text[language]],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(errors).flatMap(([code, [title, detail]]) => [
      [`errors.${code}.title`, title[language]],
      [`errors.${code}.detail`, detail[language]],
    ]),
  ),
  ...Object.fromEntries(Object.entries(fields).map(([k, v]) => [`validation.${k}`, v[language]])),
});

export const cooperationMessages: Messages = { es: catalogue(0), en: catalogue(1) };
