import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

export const API_PREFIX = {
  path: 'api/v1',
  exclude: ['health/live', 'health/ready', 'metrics'],
};

/** The types and comments that the build read from the sources; absent when nothing was built. */
export async function loadTypes(): Promise<void> {
  const file = join(__dirname, '..', '..', `openapi.metadata${extname(__filename)}`);
  if (!existsSync(file)) return;
  const types = (await import(file)) as { default: () => Promise<Record<string, unknown>> };
  await SwaggerModule.loadPluginMetadata(types.default);
}

/** The OpenAPI document of every route. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Amparo')
    .setDescription('Consular assistance to Peruvians abroad: cases, duties, people, posts.')
    .setVersion('1')
    .addCookieAuth('amparo_session')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '')}_${method}`,
  });
  for (const [path, item] of Object.entries(document.paths)) namePathParameters(path, item);
  return document;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Ids reach the handlers through a decorator of ours, which the generator does not read. */
function namePathParameters(path: string, item: OpenAPIObject['paths'][string]): void {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  for (const operation of METHODS.map((method) => item[method]).filter((o) => o !== undefined)) {
    const known = operation.parameters ?? [];
    const missing = names.filter((name) => !known.some((p) => 'name' in p && p.name === name));
    operation.parameters = [
      ...missing.map((name) => ({
        name,
        in: 'path' as const,
        required: true,
        schema: { type: 'string' as const, format: 'uuid' },
      })),
      ...known,
    ];
  }
}

/** `/api/openapi.json`, and a page to browse it at `/api/docs`. */
export async function serveOpenApi(app: NestFastifyApplication): Promise<void> {
  await loadTypes();
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    useGlobalPrefix: false,
  });
}
