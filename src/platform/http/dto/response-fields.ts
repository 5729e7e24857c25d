/** What OpenAPI says of the fields of answers. */
export const id = { format: 'uuid' } as const;
/** A civil day, `YYYY-MM-DD`. */
export const day = { format: 'date' } as const;
/** UTC. */
export const instant = { format: 'date-time' } as const;
export const optionalText = { type: String, nullable: true } as const;
export const optionalId = { ...optionalText, ...id };
export const optionalDay = { ...optionalText, ...day };
export const optionalInstant = { ...optionalText, ...instant };

export const code = (codes: readonly string[]) => ({ enum: [...codes] });
export const optionalCode = (codes: readonly string[]) => ({
  enum: [...codes, null],
  nullable: true,
});
