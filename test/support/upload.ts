import type { Answer, Client } from './client';

/** Sends a form with one file, as the page does. */
export async function upload(
  client: Client,
  path: string,
  content: Buffer,
  name: string,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(content)]), name);
  const response = await fetch(`${client.url}/api/v1${path}`, {
    method: 'POST',
    body: form,
    headers: {
      'x-amparo': '1',
      ...(client.cookie ? { cookie: `amparo_session=${client.cookie}` } : {}),
      ...headers,
    },
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/** The bytes behind an address that the product gave. */
export async function fetchContent(
  client: Client,
  url: string,
): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const response = await fetch(`${client.url}${url}`, {
    headers: client.cookie ? { cookie: `amparo_session=${client.cookie}` } : {},
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes };
}
