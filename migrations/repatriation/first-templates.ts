interface Step {
  code: string;
  label: { es: string; en: string };
  days: number;
  after: string[];
  mandatory: boolean;
  ownerRole: string;
  documents: { es: string; en: string }[];
}
type More = Partial<Omit<Step, 'code' | 'label'>>;

const step = (code: string, es: string, en: string, days: number, more: More = {}): Step => ({
  ...{ code, label: { es, en }, days, after: [], mandatory: true, ownerRole: 'officer' },
  ...{ documents: [], ...more },
});
const paper = (es: string, en: string) => ({ es, en });

const undertaking = step(
  ...([
    'undertaking',
    'Compromiso de reembolso o exoneración',
    'Undertaking or waiver',
    2,
  ] as const),
  { documents: [paper('Compromiso de reembolso firmado', 'Signed undertaking to repay')] },
);
const document = step('travel_document', 'Documento de viaje', 'Travel document', 5, {
  documents: [paper('Pasaporte o salvoconducto', 'Passport or salvoconducto')],
});
const consultation = (after: string[]) =>
  step('prior_consultation', 'Consulta previa o informe a la sede', 'Prior consultation', 3, {
    after,
  });
const reception = step(
  'reception_in_peru',
  'Recepción aceptada en el Perú',
  'Reception in Peru',
  3,
  {
    ownerRole: 'hq_analyst',
  },
);
const ticket = (after: string[]) =>
  step('ticket_issued', 'Pasaje emitido', 'Ticket issued', 2, {
    after,
    documents: [
      paper('Boleto hasta el primer punto de ingreso', 'Ticket to the first point of entry'),
    ],
  });
const boarding = step(
  'boarded',
  'Entrega del pasaje al embarcar',
  'Ticket handed over at boarding',
  3,
  {
    after: ['ticket_issued', 'reception_in_peru'],
  },
);
const arrival = (after: string[]) =>
  step('arrival_confirmed', 'Llegada confirmada', 'Arrival confirmed', 1, { after });
const after: Step[] = [
  step('handed_over', 'Entrega a una institución', 'Hand-over to an institution', 2, {
    after: ['arrival_confirmed'],
    mandatory: false,
    ownerRole: 'hq_analyst',
  }),
  step('returnee_information', 'Información de la Ley 30001', 'Benefits of Ley 30001 told', 7, {
    after: ['arrival_confirmed'],
    mandatory: false,
  }),
  step('follow_up', 'Seguimiento del retorno', 'Follow-up of the return', 30, {
    after: ['arrival_confirmed'],
    ownerRole: 'hq_analyst',
  }),
];

/** From what must be had first to the follow-up; `own` are the type's steps before the ticket. */
const journey = (own: Step[], before: string[] = []): Step[] => [
  document,
  ...own,
  consultation(before),
  reception,
  ticket(['prior_consultation', 'travel_document', ...own.map(({ code }) => code)]),
  boarding,
  arrival(['boarded']),
  ...after,
];

/** Default lengths; the order follows the former regulation of repatriations (rules §6). */
export const FIRST_TEMPLATES: Record<string, Step[]> = {
  destitute: journey([undertaking], ['undertaking']),
  medical: journey(
    [
      undertaking,
      step('medical_clearance', 'Aptitud médica para viajar', 'Medical clearance', 5, {
        documents: [paper('Certificado médico de aptitud', 'Medical certificate of fitness')],
      }),
      step('escort', 'Acompañante designado', 'Escort named', 3),
    ],
    ['undertaking'],
  ),
  minor: journey([
    step('authorisations', 'Autorizaciones para viajar', 'Authorisations to travel', 10, {
      documents: [
        paper('Autorización de madre y padre, u orden judicial', 'Both parents, or a court order'),
      ],
    }),
  ]),
  victim: journey([
    step('risk_assessed', 'Riesgo del retorno valorado', 'Risk of the return assessed', 2),
  ]),
  deportee_reception: [reception, arrival(['reception_in_peru']), ...after],
  returnee_support: [
    step('returnee_information', 'Información de la Ley 30001', 'Benefits of Ley 30001 told', 3),
    step('follow_up', 'Seguimiento del retorno', 'Follow-up of the return', 30, {
      after: ['returnee_information'],
    }),
  ],
};
