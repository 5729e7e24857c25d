import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';
import { ClsService } from 'nestjs-cls';
import type { DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { CORRELATION } from '../context/correlation';
import { notFound } from '../errors/domain-error';
import { newId } from '../ids';
import { noteArrival } from './even-absence';
import { NestLogger } from './logger';
import { ProblemFilter } from './problem.filter';
import { acceptForms } from './upload';
import { requestValidation } from './validation.pipe';
import { API_PREFIX, serveOpenApi } from './openapi';
import { serveWeb } from './web';

const BODY_LIMIT = 1_048_576;

export interface HttpOptions {
  logger: Logger;
  /** Folder of the built web application; absent in tests that do not need it. */
  webRoot?: string;
}

/** Assembles the HTTP side in the order in which a request meets it. */
export async function createHttpApplication(
  module: DynamicModule,
  options: HttpOptions,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => newId(),
    loggerInstance: options.logger.child({}),
    logController: new LogController({
      disableRequestLogging: !options.logger.isLevelEnabled('debug'),
    }),
    // the TLS proxy stands on a private address and says who called; nobody else is believed
    trustProxy: 'loopback, linklocal, uniquelocal',
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  } as ConstructorParameters<typeof FastifyAdapter>[0]);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(options.logger),
    abortOnError: false,
  });
  app.setGlobalPrefix(API_PREFIX.path, { exclude: API_PREFIX.exclude });

  carryCorrelation(app);
  await app.register(cookie);
  await acceptForms(app);
  await app.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY_POLICY });
  app.useGlobalPipes(requestValidation());
  const filter = app.get(ProblemFilter);
  app.useGlobalFilters(filter);
  await serveOpenApi(app);
  await serveWeb(app, options.webRoot, (request, reply) =>
    filter.answer(notFound(), request, reply),
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** Mantine writes its variables into style elements; scripts come from here and nowhere else. */
const CONTENT_SECURITY_POLICY = {
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    upgradeInsecureRequests: null,
  },
};

/** The correlation id reaches the audit, the logs and the answer of each request. */
function carryCorrelation(app: NestFastifyApplication): void {
  const cls = app.get(ClsService);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
      noteArrival(request);
      void reply.header('X-Correlation-Id', request.id);
      cls.run(() => {
        cls.set(CORRELATION, request.id);
        done();
      });
    });
}
