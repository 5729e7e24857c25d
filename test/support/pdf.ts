import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export interface PdfText {
  pages: string[];
  title: string | null;
  language: string | null;
}

/** Reads a file with a PDF reader of its own, in a process of its own (it is an ES module). */
export function readPdf(content: Uint8Array): PdfText {
  const reader = join(__dirname, 'read-pdf.mjs');
  const { stdout, stderr, status } = spawnSync(process.execPath, [reader], {
    input: Buffer.from(content),
    maxBuffer: 100_000_000,
  });
  if (status !== 0) throw new Error(`not a PDF: ${stderr.toString()}`);
  return JSON.parse(stdout.toString()) as PdfText;
}
