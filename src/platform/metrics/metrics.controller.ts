import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Registry } from 'prom-client';
import { Public } from '../access/decorators';
import { notFound } from '../errors/domain-error';
import { MetricsSettings } from './metrics-settings';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Counts and durations for Prometheus; nothing in them names a person or a case. */
@ApiExcludeController()
@SkipThrottle()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly registry: Registry,
    private readonly settings: MetricsSettings,
  ) {}

  @Get()
  @Public('for the monitoring system: by its bearer token, or from this machine')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!this.admits(request)) throw notFound();
    void reply
      .header('Content-Type', this.registry.contentType)
      .header('Cache-Control', 'no-store');
    await reply.send(await this.registry.metrics());
  }

  private admits(request: FastifyRequest): boolean {
    const { token } = this.settings;
    if (token !== null) return equal(request.headers.authorization ?? '', `Bearer ${token}`);
    // behind a proxy on this machine every caller would seem to be local
    const direct = request.headers['x-forwarded-for'] === undefined;
    return direct && LOOPBACK.has(request.socket.remoteAddress ?? '');
  }
}

/** In constant time, whatever the lengths. */
function equal(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
