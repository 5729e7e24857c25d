import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { DocumentContent } from '../document-links';

/**
 * A document shown by itself runs nothing, loads nothing and belongs to no origin; it may stand in a
 * frame of this application alone. Nothing on the way keeps it.
 */
const POLICY =
  "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

/** Answers with a content, as what it is and nothing else. */
export function serveContent(reply: FastifyReply, document: DocumentContent): StreamableFile {
  const { content, mime, size, fileName, inline } = document;
  void reply.headers({
    'Content-Security-Policy': POLICY,
    'X-Frame-Options': 'SAMEORIGIN',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
    'Referrer-Policy': 'no-referrer',
  });
  return new StreamableFile(content, {
    type: mime === 'text/plain' ? 'text/plain; charset=utf-8' : mime,
    length: size,
    disposition: disposition(inline ? 'inline' : 'attachment', fileName),
  });
}

/** RFC 6266: a plain name for old readers, the true one beside it. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
