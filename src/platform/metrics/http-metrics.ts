import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';

/** Durations of requests by route pattern (never by address), and the state of the database pool. */
@Injectable()
export class HttpMetrics implements OnModuleInit {
  constructor(
    private readonly registry: Registry,
    private readonly adapter: HttpAdapterHost,
    private readonly source: DataSource,
  ) {}

  onModuleInit(): void {
    this.watchPool();
    const fastify = this.adapter.httpAdapter?.getInstance<FastifyInstance>();
    if (!fastify) return;
    const durations = new Histogram({
      name: 'amparo_http_request_seconds',
      help: 'Duration of HTTP requests by route pattern',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [this.registry],
    });
    fastify.addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'none';
      durations.observe(
        { method: request.method, route, status: reply.statusCode },
        reply.elapsedTime / 1000,
      );
      done();
    });
  }

  private watchPool(): void {
    const pool = (this.source.driver as unknown as { master: Pool }).master;
    new Gauge({
      name: 'amparo_database_connections',
      help: 'Connections of this process to PostgreSQL, and requests that wait for one',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        this.set({ state: 'open' }, pool.totalCount);
        this.set({ state: 'idle' }, pool.idleCount);
        this.set({ state: 'awaited' }, pool.waitingCount);
      },
    });
  }
}
