/** What came back, with the body already read. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of any shape
export interface Answer<T = any> {
  status: number;
  body: T;
  headers: Headers;
}

/** Talks to the API as a browser of the product does. */
export class Client {
  constructor(
    readonly url: string,
    readonly cookie?: string,
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }
  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }
  patch(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('PATCH', path, body, headers);
  }
  delete(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('DELETE', path, undefined, headers);
  }

  /** `body` as a string is sent as it is, to try what no client would send. */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.url}${path.startsWith('/api') ? '' : '/api/v1'}${path}`, {
      method,
      headers: {
        'x-amparo': '1',
        ...(this.cookie ? { cookie: `amparo_session=${this.cookie}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      body: json && text ? JSON.parse(text) : text,
      headers: response.headers,
    };
  }
}
