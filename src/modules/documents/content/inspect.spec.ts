import * as fc from 'fast-check';
import {
  docm,
  docx,
  heic,
  jpeg,
  m4a,
  mp3,
  mp4,
  odt,
  pdf,
  png,
  webp,
  xlsx,
  zip,
} from '../../../../test/factories/files';
import { type DomainError } from '../../../platform/errors/domain-error';
import { FILE_TYPE_NAMES } from '../domain/file-types';
import { inspectContent } from './inspect';

const POLICY = {
  types: [...FILE_TYPE_NAMES],
  archive: { maxEntries: 50, maxInflatedBytes: 20_000_000, maxRatio: 100 },
  maxPixels: 1_000_000,
};

const inspect = (content: Buffer, name = '', policy = POLICY) =>
  inspectContent(
    { size: content.length, read: async (at, length) => content.subarray(at, at + length) },
    name,
    policy,
  ).catch((error: DomainError) => error.code);

const after = (content: Buffer, what: string | Buffer): Buffer =>
  Buffer.concat([content, Buffer.from(what)]);
const before = (what: string | Buffer, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from(what), content]);

describe('what a file is', () => {
  it.each([
    ['pdf', pdf(), 'acta.PDF'],
    ['jpeg', jpeg(), 'foto.jpg'],
    ['png', png(), 'captura.png'],
    ['webp', webp(), 'foto.webp'],
    ['heic', heic(), 'IMG_0001.HEIC'],
    ['docx', docx(), 'carta.docx'],
    ['xlsx', xlsx(), 'gastos.xlsx'],
    ['odt', odt(), 'carta.odt'],
    ['txt', Buffer.from('Ñandú, t’anta wawa, 👩‍⚖️\n'), 'nota.txt'],
    ['mp3', mp3(), 'voz.mp3'],
    ['m4a', m4a(), 'voz.m4a'],
    ['m4a', mp4(), 'voz.m4a'],
    ['mp4', mp4(), 'video.mp4'],
    ['pdf', pdf(), 'un nombre sin extensión'],
  ])('is told by its content: %s', async (type, content, name) => {
    expect(await inspect(content, name)).toBe(type);
  });

  it('is not told by its name', async () => {
    expect(await inspect(pdf(), 'foto.jpg')).toBe('FILE_EXTENSION_MISMATCH');
    expect(await inspect(png(), 'acta.pdf')).toBe('FILE_EXTENSION_MISMATCH');
    expect(await inspect(docx(), 'gastos.xlsx')).toBe('FILE_EXTENSION_MISMATCH');
    expect(await inspect(pdf(), 'acta.pdf.exe')).toBe('FILE_EXTENSION_MISMATCH');
    expect(await inspect(Buffer.from('hola'), 'acta.pdf')).toBe('FILE_EXTENSION_MISMATCH');
  });

  it('must be one of those that the policy allows', async () => {
    const types = POLICY.types.filter((type) => type !== 'mp3');
    expect(await inspect(mp3(), 'voz.mp3', { ...POLICY, types })).toBe('FILE_TYPE_NOT_ALLOWED');
    for (const content of [
      Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'),
      Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'),
      Buffer.from('GIF89a\x01\0\x01\0', 'latin1'),
      Buffer.from('\x1f\x8b\x08\0\0\0\0\0', 'latin1'),
      Buffer.from('texto con \0 dentro'),
      zip([{ name: 'fotos/1.jpg', content: jpeg() }]),
    ]) {
      expect(await inspect(content)).toBe('FILE_TYPE_NOT_ALLOWED');
    }
  });
});

describe('refused', () => {
  it('are pages and drawings that run scripts, whatever they are called', async () => {
    for (const text of [
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      '\uFEFF \n<?xml version="1.0"?><svg onload="alert(1)"/>',
      '<!DOCTYPE html><p>hola',
      '<script>alert(1)</script>',
    ]) {
      expect(await inspect(Buffer.from(text), 'dibujo.txt')).toBe('FILE_IS_MARKUP');
    }
  });

  it('are files that are two things at once', async () => {
    const archive = zip([{ name: 'run.class', content: 'x' }]);
    for (const [what, content] of Object.entries({
      'JPEG and archive': after(jpeg(), archive),
      'PDF and archive': after(pdf(), archive),
      'PDF whose end hides in a comment': after(pdf(), after(archive, '%%EOF\n')),
      'PNG and more': after(png(), 'algo'),
      'WebP and more': after(webp(), 'algo más'),
      'JPEG and RAR': after(jpeg(), Buffer.from('Rar!\x1a\x07\x01\0', 'latin1')),
      'archive that begins later': before('#!/bin/sh\n', docx()).subarray(0),
      'document and more': after(docx(), 'algo'),
      'JPEG that is a PDF': Buffer.concat([
        jpeg().subarray(0, 20),
        Buffer.from('%PDF-1.4 '),
        jpeg().subarray(20),
      ]),
      'PDF that is a page': after(Buffer.from('%PDF-1.4\n<html><script>'), pdf()),
    })) {
      const code = await inspect(content);
      expect([what, code]).toEqual([
        what,
        what === 'archive that begins later' ? expect.stringMatching(/^FILE_/) : 'FILE_IS_POLYGLOT',
      ]);
    }
  });

  it('are programs and passwords of a PDF', async () => {
    const catalog = '/Type /Catalog';
    const withEntry = (entry: string) =>
      Buffer.from(pdf().toString('latin1').replace(catalog, `${catalog} ${entry}`), 'latin1');
    for (const entry of [
      '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>',
      '/AA << /WC << /JS 7 0 R >> >>',
      '/OpenAction << /S /Launch /F (cmd.exe) >>',
    ]) {
      expect([entry, await inspect(withEntry(entry))]).toEqual([entry, 'FILE_HAS_SCRIPTS']);
    }
    expect(await inspect(withEntry('/Encrypt 9 0 R'))).toBe('FILE_IS_ENCRYPTED');
    expect(await inspect(pdf('Ley de JavaScript'))).toBe('pdf');
  });

  it('are macros, wherever an office program looks for them', async () => {
    const macro = (name: string) => ({ name, content: 'Sub AutoOpen()' });
    for (const content of [
      docm(),
      docx(macro('word/vbaProject.bin')),
      xlsx(macro('xl/vbaProject.bin')),
      xlsx(macro('xl/macrosheets/sheet1.xml')),
      docx(macro('word/activeX/activeX1.xml')),
      odt(macro('Basic/Standard/Module1.xml')),
      odt(macro('Scripts/python/run.py')),
    ]) {
      expect(await inspect(content)).toBe('FILE_HAS_MACROS');
    }
  });

  it('are whole files inside a document', async () => {
    for (const name of [
      'word/embeddings/oleObject1.bin',
      'extra/inner.zip',
      'word/media/run.exe',
    ]) {
      expect(await inspect(docx({ name, content: 'x' }))).toBe('FILE_HOLDS_FILES');
    }
  });

  it('are archives that unfold beyond measure, without unfolding them', async () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ name: `a${n}.xml`, content: 'x' }));
    expect(await inspect(docx(...many))).toBe('FILE_IS_ARCHIVE_BOMB');
    const zeros = { name: 'word/zeros.xml', content: Buffer.alloc(4_000_000) };
    expect(await inspect(docx(zeros))).toBe('FILE_IS_ARCHIVE_BOMB');
    const claims = { name: 'word/a.xml', content: 'x'.repeat(9_000), claims: 30_000_000 };
    expect(await inspect(docx(claims))).toBe('FILE_IS_ARCHIVE_BOMB');
    const types = { name: '[Content_Types].xml', content: Buffer.alloc(3_000_000), claims: 900 };
    expect(await inspect(zip([types]))).toBe('FILE_IS_ARCHIVE_BOMB');
  });

  it('are archives whose entries share their bytes', async () => {
    const content = docx({ name: 'word/a.xml', content: 'x'.repeat(300) });
    const directory = content.lastIndexOf(Buffer.from('PK\x01\x02'));
    const overlapping = Buffer.from(content);
    overlapping.writeUInt32LE(5_000, directory + 20);
    expect(await inspect(overlapping)).toBe('FILE_IS_ARCHIVE_BOMB');
  });

  it('are locked documents', async () => {
    expect(await inspect(docx({ name: 'word/a.xml', content: 'x', encrypted: true }))).toBe(
      'FILE_IS_ENCRYPTED',
    );
    const manifest = { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' };
    expect(await inspect(odt(manifest))).toBe('FILE_IS_ENCRYPTED');
    const locked = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await inspect(locked)).toBe('FILE_IS_ENCRYPTED');
  });

  it('are pictures of monstrous size', async () => {
    const monster = { width: 60_000, height: 60_000 };
    expect(await inspect(png(4, 4, monster))).toBe('FILE_IMAGE_TOO_LARGE');
    expect(await inspect(jpeg(60_000, 60_000))).toBe('FILE_IMAGE_TOO_LARGE');
  });

  it('are cut and changed files, by a code and never by a fault', async () => {
    const samples = [pdf(), jpeg(), png(), webp(), docx(), odt(), mp3(), mp4()];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.nat(2_000),
        fc.nat(2_000),
        fc.integer({ min: 1, max: 255 }),
        async (content, cut, at, by) => {
          const changed = Buffer.from(content.subarray(0, content.length - (cut % content.length)));
          if (changed.length > 0) changed[at % changed.length]! ^= by;
          expect(await inspect(changed)).toMatch(/^([a-z0-9]{3,4}|FILE_[A-Z_]+)$/);
        },
      ),
      { numRuns: 400 },
    );
  });
});
