import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { HealthCheckResult } from '@nestjs/terminus';
import { SkipThrottle } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/decorators';
import { Readiness } from './readiness';

/** What orchestrators ask: is the process alive, and can it serve. */
@ApiExcludeController()
@SkipThrottle()
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** 200 as long as the process answers at all; a restart is the cure for anything else. */
  @Get('live')
  @Public('asked by the orchestrator')
  @Header('Cache-Control', 'no-store')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 when every check passes, otherwise 503 with the names of those that failed. */
  @Get('ready')
  @Public('asked by the load balancer')
  @Header('Cache-Control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthCheckResult> {
    const result = await this.readiness.run();
    if (result.status !== 'ok') void reply.status(503).header('Retry-After', '5');
    return result;
  }
}
