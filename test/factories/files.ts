import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** Small files of every kind that documents meet, made byte by byte. */

export interface ZipPart {
  name: string;
  content: string | Buffer;
  stored?: boolean;
  /** What the directory claims that it unfolds to, when that is not true. */
  claims?: number;
  encrypted?: boolean;
}

/** An archive, entry by entry, in the order given. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, stored, claims, encrypted } of parts) {
    const data = Buffer.from(content);
    const packed = stored ? data : deflateRawSync(data, { level: 9 });
    const bytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims ?? data.length, 18);
    common.writeUInt16LE(bytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, bytes, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, place, bytes]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

const contentTypes = (main: string): ZipPart => ({
  name: '[Content_Types].xml',
  content: `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${main}"/></Types>`,
});

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

export const docx = (...more: ZipPart[]): Buffer =>
  zip([contentTypes(WORD), { name: 'word/document.xml', content: '<w:document/>' }, ...more]);
export const docm = (): Buffer =>
  zip([contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml')]);
export const xlsx = (...more: ZipPart[]): Buffer =>
  zip([contentTypes(EXCEL), { name: 'xl/workbook.xml', content: '<workbook/>' }, ...more]);
export const odt = (...more: ZipPart[]): Buffer =>
  zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    { name: 'content.xml', content: '<office:document-content/>' },
    ...more,
  ]);

/** One page with a line of text; readers accept it. */
export function pdf(text = 'Documento de prueba'): Buffer {
  const stream = `BT /F1 24 Tf 72 720 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const at = body.length;
    body += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A real picture in one colour; `claims` is what its header says when that is not true. */
export function png(width = 40, height = 30, claims?: { width: number; height: number }): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claims?.width ?? width, 0);
  header.writeUInt32BE(claims?.height ?? height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width * 3, 0x99)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The frame of a JPEG as far as anybody checks before showing it. */
export function jpeg(width = 40, height = 30): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 17, 0, 2, 17, 1, 3, 17, 1]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'),
    frame,
    Buffer.from([0xff, 0xd9]),
  ]);
}

export const webp = (): Buffer => {
  const data = Buffer.alloc(20, 1);
  const head = Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1');
  head.writeUInt32LE(head.length - 8 + data.length, 4);
  return Buffer.concat([head, data]);
};

const box = (brand: string): Buffer =>
  Buffer.concat([
    Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0${brand}isom`, 'latin1'),
    Buffer.alloc(200),
  ]);
export const heic = (): Buffer => box('heic');
export const mp4 = (): Buffer => box('isom');
export const m4a = (): Buffer => box('M4A ');
/** With a picture in its tag, longer than what is looked at first. */
export const mp3 = (): Buffer =>
  Buffer.concat([
    Buffer.from('ID3\x03\0\0\0\0\x40\0', 'latin1'),
    Buffer.alloc(8_192),
    Buffer.from([0xff, 0xfb, 0x90, 0]),
    Buffer.alloc(400),
  ]);
