import type { VariableGroup } from '../../papers';

const text = (es: string, en: string, sample: string) =>
  ({ kind: 'text', label: { es, en }, sample }) as const;

/** What templates of papers may say about a death. */
export const DEATH_PAPER_GROUPS: readonly VariableGroup[] = [
  {
    name: 'death',
    label: { es: 'Fallecimiento', en: 'Death' },
    variables: {
      died_on: text('Fecha del fallecimiento', 'Date of death', '1 de marzo de 2026'),
      place: text('Lugar', 'Place', 'Madrid'),
      registration: text('Inscripción', 'Registration', 'Registro Civil de Madrid, acta 123/2026'),
      inquiry_authority: text(
        'Autoridad que investiga',
        'Authority',
        'Juzgado de Instrucción n.º 3',
      ),
      inquiry_file: text('Número de diligencias', 'File number', '45/2026'),
    },
  },
  {
    name: 'remains',
    label: { es: 'Restos', en: 'Remains' },
    variables: {
      way: text('Decisión', 'Decision', 'Repatriar los restos'),
      decided_by: text('Quien decidió', 'Who decided', 'Rosa Quispe Huamán (hija)'),
      funeral_home: text('Funeraria', 'Funeral home', 'Funeraria San Lucas'),
      quote: text('Cotización', 'Quote', '3450.00 EUR'),
      receiver: text('Quien recibe en el Perú', 'Receiver in Peru', 'Luis Quispe Huamán'),
      destination: text('Destino', 'Destination', 'Lima'),
      legs: {
        kind: 'list',
        label: { es: 'Tramos', en: 'Legs' },
        items: {
          route: { es: 'Ruta', en: 'Route' },
          carrier: { es: 'Transportista y guía', en: 'Carrier and waybill' },
          departs: { es: 'Salida', en: 'Departure' },
          arrives: { es: 'Llegada', en: 'Arrival' },
        },
        sample: [
          {
            route: 'Madrid – Lima',
            carrier: 'Aerolínea, guía 123-45678901',
            departs: '02/03/2026 23:55',
            arrives: '03/03/2026 05:30',
          },
        ],
      },
      documents: {
        kind: 'list',
        label: { es: 'Documentos obtenidos', en: 'Documents obtained' },
        items: {
          document: { es: 'Documento', en: 'Document' },
          number: { es: 'Número', en: 'Number' },
        },
        sample: [{ document: 'Acta o partida de defunción', number: '123/2026' }],
      },
    },
  },
];
