/**
 * Prints papers in a thread of its own, so that a long one neither holds up the API nor outlives
 * its time: whoever ordered it ends the thread. It reads the product's fonts and nothing else.
 */
const { parentPort, workerData } = require('node:worker_threads');
const { dirname, join, sep } = require('node:path');
const fontkit = require('fontkit');
const pdfmake = require('pdfmake');
const { withAnnexes } = require('./annexes.js');

const root = dirname(require.resolve('@expo-google-fonts/public-sans/package.json'));
const face = (name) => join(root, name, `PublicSans_${name}.ttf`);
const PublicSans = {
  normal: face('400Regular'),
  bold: face('700Bold'),
  italics: face('400Regular_Italic'),
  bolditalics: face('700Bold_Italic'),
};
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(root + sep));
pdfmake.setFonts({ PublicSans });

const LINE = '#C9CED4';
/** How far down a page a heading may stand. */
const LOWEST_HEADING = 0.88;
pdfmake.setTableLayouts({
  letterhead: {
    hLineWidth: () => 0,
    vLineWidth: (i) => (i === 1 || i === 2 ? 2 : 0),
    vLineColor: () => 'white',
    paddingLeft: () => 2,
    paddingRight: () => 2,
    paddingTop: () => 0,
    paddingBottom: () => 0,
  },
  facts: {
    hLineWidth: (i, node) => (i === 0 || i === node.table.body.length ? 0 : 0.4),
    hLineColor: () => LINE,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: () => 8,
    paddingTop: () => 3,
    paddingBottom: () => 2,
  },
  rows: {
    hLineWidth: () => 0.5,
    hLineColor: () => LINE,
    vLineWidth: () => 0,
    paddingLeft: () => 6,
    paddingRight: () => 6,
    paddingTop: () => 4,
    paddingBottom: () => 3,
  },
});

/** What the font cannot draw, at most ten; the break mark within long words is never drawn. */
const drawable = new Set(fontkit.openSync(PublicSans.normal).characterSet);
const undrawable = (text) => {
  const found = new Set();
  for (const character of text) {
    const code = character.codePointAt(0);
    if (code > 32 && code !== 0x200b && !drawable.has(code)) found.add(character);
  }
  return [...found].slice(0, 10);
};

const textsOf = (value) =>
  typeof value === 'string'
    ? value
    : value !== null && typeof value === 'object'
      ? Object.values(value).map(textsOf).join('')
      : '';

function footerOf({ left, lines, qr }) {
  return (page, pages) => ({
    margin: [62, 20, 62, 0],
    columns: [
      {
        width: '*',
        fontSize: 7.5,
        color: '#5B6570',
        stack: [
          {
            canvas: [
              {
                type: 'line',
                x1: 0,
                y1: 0,
                x2: qr ? 405 : 471,
                y2: 0,
                lineWidth: 0.5,
                lineColor: LINE,
              },
            ],
          },
          { text: `${left} · página ${page} de ${pages}`, margin: [0, 5, 0, 0] },
          ...lines.map((text) => ({ text })),
        ],
      },
      ...(qr ? [{ width: 58, qr, fit: 58, alignment: 'right' }] : []),
    ],
  });
}

async function print({ definition, footer, heading, annexes = [] }) {
  const cannot = undrawable(textsOf(definition.content) + heading);
  if (cannot.length > 0) return { undrawable: cannot };
  const pdf = await pdfmake
    .createPdf({
      ...definition,
      header: (page) =>
        page === 1
          ? null
          : {
              text: heading,
              fontSize: 7.5,
              color: '#5B6570',
              alignment: 'right',
              margin: [62, 34, 62, 0],
            },
      footer: footerOf(footer),
      // a heading at the foot of a page goes with what it heads
      pageBreakBefore: ({ headlineLevel, startPosition }) =>
        headlineLevel === 1 && startPosition.verticalRatio > LOWEST_HEADING,
    })
    .getBuffer();
  return { pdf: annexes.length === 0 ? pdf : await withAnnexes(pdf, annexes) };
}

if (workerData?.serves === 'papers') {
  parentPort.on('message', ({ id, order }) => {
    print(order).then(
      (result) => parentPort.postMessage({ id, ...result }),
      (error) => parentPort.postMessage({ id, failed: String(error?.message ?? error) }),
    );
  });
}
