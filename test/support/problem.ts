/** The shape of a refusal: its status and code, and each wrong field with its code. */
export const problem = (
  status: number,
  code: string,
  ...fields: [path: string, code: string][]
) => ({
  status,
  body: expect.objectContaining({
    status,
    code,
    title: expect.any(String),
    detail: expect.any(String),
    correlationId: expect.any(String),
    ...(fields.length > 0
      ? {
          errors: expect.arrayContaining(
            fields.map(([path, fieldCode]) =>
              expect.objectContaining({ path, code: fieldCode, message: expect.any(String) }),
            ),
          ),
        }
      : {}),
  }),
});
