import type { VariableGroup } from '../../papers';

const text = (es: string, en: string, sample: string) =>
  ({ kind: 'text', label: { es, en }, sample }) as const;

/** What templates of papers may say about a repatriation. */
export const REPATRIATION_PAPER_GROUPS: readonly VariableGroup[] = [
  {
    name: 'return',
    label: { es: 'Repatriación', en: 'Repatriation' },
    variables: {
      type: text('Tipo', 'Type', 'Persona en indigencia'),
      state_cost: text('Costo para el Estado', 'Cost to the State', '900.30 EUR'),
      authorised_on: text('Autorizado el', 'Authorised on', '1 de marzo de 2026'),
      waived: text('Parte exonerada', 'Part waived', '50 %'),
      travel_document: text('Documento de viaje', 'Travel document', 'Salvoconducto 000123'),
      escort: text('Acompañante', 'Escort', 'Rosa Quispe Huamán'),
      institution: text('Institución que recibe', 'Receiving institution', 'MIMP – CEM Callao'),
      contact: text('Contacto de quien recibe', 'Their contact', 'Luis Quispe, tel. 01 555 0100'),
      arrived_on: text('Fecha de llegada', 'Date of arrival', '3 de marzo de 2026'),
      entry_point: text('Punto de ingreso', 'Point of entry', 'Aeropuerto Jorge Chávez'),
      segments: {
        kind: 'list',
        label: { es: 'Tramos', en: 'Legs' },
        items: {
          route: { es: 'Ruta', en: 'Route' },
          carrier: { es: 'Transportista y servicio', en: 'Carrier and service' },
          departs: { es: 'Salida', en: 'Departure' },
          arrives: { es: 'Llegada', en: 'Arrival' },
        },
        sample: [
          {
            route: 'Madrid – Lima',
            carrier: 'Aerolínea, vuelo AB 123',
            departs: '02/03/2026 23:55',
            arrives: '03/03/2026 05:30',
          },
        ],
      },
    },
  },
];
