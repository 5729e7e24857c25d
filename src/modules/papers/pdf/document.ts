import type { Block, Run } from '../domain/blocks';

/** What stands around the text of a paper. */
export interface PaperFrame {
  title: string;
  postName: string;
  /** Null: a draft, which carries neither number nor code and says so across the page. */
  number: string | null;
  /** The instant that the file gives as its own; the same one gives the same bytes. */
  createdAt: Date;
  verification: { code: string; page: string } | null;
}

/** A part of a document in pdfmake's own words: plain data, without functions or addresses. */
type Content = Record<string, unknown>;

/** What the printing thread adds on every page; plain data, as threads exchange it. */
export interface PrintOrder {
  definition: Content;
  footer: { left: string; lines: string[]; qr: string | null };
  heading: string;
  /** Files that follow the paper, page by page. */
  annexes?: Annex[];
}

/** A file that follows a paper; null content: it is named on a page of its own. */
export interface Annex {
  /** Stands at the foot of each of its pages; Latin letters alone. */
  caption: string;
  mime: string;
  content: Uint8Array | null;
}

const RED = '#C8102E';
const INK = '#1F2933';
const GREY = '#5B6570';
const LINE = '#C9CED4';

/** The paper as pdfmake describes it: A4, letterhead, text, and no function or address in it. */
export function toPrintOrder(blocks: readonly Block[], frame: PaperFrame): PrintOrder {
  const { verification, number } = frame;
  return {
    definition: {
      pageSize: 'A4',
      pageMargins: [62, 72, 62, 92],
      language: 'es-PE',
      displayTitle: true,
      version: '1.7',
      info: {
        title: number ? `${frame.title} ${number}` : frame.title,
        author: frame.postName,
        subject: 'Asistencia consular',
        creator: 'Amparo',
        producer: 'Amparo',
        creationDate: frame.createdAt,
        modDate: frame.createdAt,
      },
      defaultStyle: { font: 'PublicSans', fontSize: 10, lineHeight: 1.32, color: INK },
      ...(number ? {} : { watermark: { text: 'BORRADOR', color: GREY, opacity: 0.1, bold: true } }),
      content: [letterhead(frame.postName), ...blocks.map((block) => printed(block, number))],
    },
    heading: number ? `${frame.title} · ${number}` : `${frame.title} · borrador`,
    footer: {
      left: number ?? 'Borrador sin valor oficial',
      lines: verification
        ? [
            `Compruebe la autenticidad en ${verification.page}`,
            `Código de verificación: ${verification.code}`,
          ]
        : [],
      qr: verification ? `${verification.page}#${verification.code}` : null,
    },
  };
}

const letterhead = (postName: string): Content => ({
  margin: [0, -30, 0, 26],
  table: {
    widths: [52, 128, '*'],
    body: [
      [
        { text: 'PERÚ', bold: true, color: 'white', fillColor: RED, alignment: 'center' },
        { text: 'Ministerio de\nRelaciones Exteriores', color: 'white', fillColor: '#3D4650' },
        { text: postName, color: 'white', fillColor: '#5B6570' },
      ].map((cell) => ({ ...cell, fontSize: 8.5, lineHeight: 1.15, margin: [4, 5, 4, 5] })),
    ],
  },
  layout: 'letterhead',
});

const runs = (parts: readonly Run[]): Content[] =>
  parts.map(({ text, bold }) => (bold ? { text, bold } : { text }));

function printed(block: Block, number: string | null): Content {
  switch (block.kind) {
    case 'title':
      return {
        stack: [
          { text: runs(block.runs), bold: true, fontSize: 14, alignment: 'center' },
          ...(number
            ? [{ text: `N.° ${number}`, alignment: 'center', color: GREY, fontSize: 9.5 }]
            : []),
        ],
        margin: [0, 0, 0, 14],
      };
    case 'heading':
      return {
        text: runs(block.runs),
        bold: true,
        fontSize: 10.5,
        margin: [0, 10, 0, 5],
        headlineLevel: 1,
      };
    case 'paragraph':
      return { text: runs(block.runs), alignment: 'justify', margin: [0, 0, 0, 8] };
    case 'right':
      return { text: runs(block.runs), alignment: 'right', margin: [0, 0, 0, 10] };
    case 'quote':
      return { text: runs(block.runs), margin: [24, 0, 24, 8] };
    case 'list':
      return {
        ul: block.items.map((item) => ({ text: runs(item), margin: [0, 0, 0, 3] })),
        margin: [6, 0, 0, 8],
      };
    case 'facts':
      return {
        table: {
          widths: [150, '*'],
          dontBreakRows: true,
          body: block.rows.map((row) => [
            { text: row.label, color: GREY },
            { text: runs(row.value) },
          ]),
        },
        layout: 'facts',
        margin: [0, 0, 0, 10],
      };
    case 'table':
      return table(block);
    case 'signatures':
      return signatures(block.signers);
    case 'rule':
      return {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: 471, y2: 0, lineWidth: 0.6, lineColor: LINE }],
        margin: [0, 6, 0, 10],
      };
  }
}

/** The head comes again on every page; a row is never cut in two. */
function table(block: Extract<Block, { kind: 'table' }>): Content {
  const sum = block.widths.reduce((total, width) => total + width, 0);
  const head = block.head.map((cell) => ({ text: runs(cell), bold: true, fillColor: '#EEF0F2' }));
  const body = block.rows.map((row) => row.map((cell) => ({ text: runs(cell) })));
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: sum
        ? block.widths.map((width) => `${Math.round((width / sum) * 1000) / 10}%`)
        : block.head.map(() => '*'),
      body: [head, ...body],
    },
    layout: 'rows',
    fontSize: 9,
    margin: [0, 2, 0, 12],
  };
}

/** Room for the hand, a line, and under it who signs; kept on one page. */
const signatures = (signers: readonly string[][]): Content => ({
  unbreakable: true,
  margin: [0, 52, 0, 6],
  columnGap: 24,
  columns: signers.map(([name = '', ...offices]) => ({
    width: '*',
    stack: [
      {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: 190, y2: 0, lineWidth: 0.7, lineColor: INK }],
        alignment: 'center',
      },
      { text: name, bold: true, alignment: 'center', margin: [0, 4, 0, 0] },
      ...offices.map((office) => ({ text: office, alignment: 'center', fontSize: 9, color: GREY })),
    ],
  })),
});
