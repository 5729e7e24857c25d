/** Key under which the request's correlation id travels with the asynchronous context. */
export const CORRELATION = 'correlation';
