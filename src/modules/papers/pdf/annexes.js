/** Puts files behind a paper: pages of a PDF, an image on a page, or a page that says what is missing. */
const { PDFDocument, StandardFonts, rgb } = require('@cantoo/pdf-lib');

const A4 = [595.28, 841.89];
const MARGIN = 42;
const GREY = rgb(0.36, 0.4, 0.44);
const NOT_HERE = 'Este archivo no puede imprimirse aquí; se conserva en el expediente.';

/** What the standard font can write; other signs become a full stop. */
const plain = (text) => text.replace(/[^\x20-\x7e\xa0-\xff]/g, '.');

function caption(page, text, font) {
  page.drawText(plain(text), { x: MARGIN, y: 18, size: 7, font, color: GREY });
}

const EMBED = {
  'image/jpeg': (pdf, content) => pdf.embedJpg(content),
  'image/png': (pdf, content) => pdf.embedPng(content),
};

async function addPages(pdf, { mime, content }) {
  if (mime === 'application/pdf') {
    const other = await PDFDocument.load(content);
    const copied = await pdf.copyPages(other, other.getPageIndices());
    return copied.map((page) => pdf.addPage(page));
  }
  const image = await EMBED[mime](pdf, content);
  const { width, height } = image.scaleToFit(A4[0] - 2 * MARGIN, A4[1] - 3 * MARGIN);
  const page = pdf.addPage(A4);
  page.drawImage(image, {
    ...{ x: (A4[0] - width) / 2, y: (A4[1] - height) / 2 },
    ...{ width, height },
  });
  return [page];
}

/** A file that cannot be shown never hinders the others: it is named in its place. */
async function append(pdf, annex, font) {
  const shown = annex.content && (annex.mime === 'application/pdf' || EMBED[annex.mime]);
  const pages = shown ? await addPages(pdf, annex).catch(() => null) : null;
  if (pages) {
    for (const page of pages) caption(page, annex.caption, font);
    return;
  }
  const page = pdf.addPage(A4);
  page.drawText(plain(annex.caption), { x: MARGIN, y: 700, size: 11, font });
  page.drawText(NOT_HERE, { x: MARGIN, y: 680, size: 9, font, color: GREY });
}

async function withAnnexes(paper, annexes) {
  const pdf = await PDFDocument.load(paper, { updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const annex of annexes) await append(pdf, annex, font);
  return pdf.save();
}

module.exports = { withAnnexes };
