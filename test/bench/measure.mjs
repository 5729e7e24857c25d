// Drives a server with as many users as asked and reads the clock.
import autocannon from 'autocannon';

const percentile = (sorted, share) =>
  sorted.length === 0
    ? null
    : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/**
 * `users` send one request after another for `seconds`.
 * @returns throughput per second, latencies in ms, errors (answers other than 2xx, time-outs)
 */
export async function measure({ url, request, server, users, seconds }) {
  const latencies = [];
  const cpuBefore = server.cpu();
  let refused = 0;
  let firstRefusal = null;
  const running = autocannon({
    url,
    connections: users,
    duration: seconds,
    timeout: 20,
    requests: [{ ...request(), setupRequest: (before) => ({ ...before, ...request() }) }],
  });
  running.on('response', (client, status, _bytes, time) => {
    latencies.push(time);
    if (status >= 200 && status < 300) return;
    refused += 1;
    firstRefusal ??= status;
  });
  const result = await running;
  latencies.sort((a, b) => a - b);
  return {
    perSecond: (latencies.length - refused) / result.duration,
    /** Processor time of the server's own process for each request, in ms. */
    cpu: (server.cpu() - cpuBefore) / latencies.length,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    errors: refused + result.errors + result.timeouts,
    ...(firstRefusal ? { firstRefusal } : {}),
  };
}
