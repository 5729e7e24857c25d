import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Answer = (request: FastifyRequest, reply: FastifyReply) => void;

/**
 * Serves the built web application: an address without a file is one of its screens, or, below the name
 * of a page that stands alone (`/name/…` where there is a `name.html`), that page.
 */
export async function serveWeb(
  app: NestFastifyApplication,
  root: string | undefined,
  answerNotFound: Answer,
): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const screens = root !== undefined && existsSync(join(root, 'index.html'));
  if (screens) {
    await app.register(fastifyStatic, {
      root,
      wildcard: false,
      index: false,
      // file names of the build carry a hash of their content
      setHeaders: (reply, path) =>
        void reply.header(
          'Cache-Control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    });
  }
  const pages = new Map(screens ? standingAlone(root) : []);
  fastify.get('/*', (request, reply) => {
    const wantsPage = (request.headers.accept ?? '').includes('text/html');
    if (screens && wantsPage && !request.url.startsWith('/api/')) {
      return reply.sendFile(pages.get(request.url.split(/[/?]/)[1] ?? '') ?? 'index.html');
    }
    answerNotFound(request, reply);
  });
}

const standingAlone = (root: string): [string, string][] =>
  readdirSync(root)
    .filter((file) => file.endsWith('.html') && file !== 'index.html')
    .map((file) => [file.replace(/\.html$/, ''), file]);
